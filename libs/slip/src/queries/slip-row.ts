import { refuseStale } from '@ducha/http';
import { nextState } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { type SlipEvent, slipLifecycle, type SlipState } from '../domain/lifecycles.js';
import { slipFault } from '../slip-faults.js';

/** A slip as acts on it see it. */
export interface SlipRow {
  readonly id: string;
  readonly assignmentId: string;
  readonly taskId: string;
  readonly unitId: string;
  readonly level: number;
  readonly state: SlipState;
  readonly senderId: string | null;
  readonly coverId: string | null;
  readonly repliedBy: string | null;
  /** Whether its time of reply is over. */
  readonly late: boolean;
  readonly version: number;
}

/** Until when a slip `s` may be replied to: its clock may have stood still. */
export const replyDueSql = (s: string): string =>
  `coalesce((select rc.due_at from clock rc where rc.subject_id = ${s}.id and rc.kind = 'slip_reply' and rc.state in ('running', 'suspended')), ${s}.reply_due_at)`;

const lockSql = `
  select s.id, s.assignment_id as "assignmentId", s.task_id as "taskId", s.unit_id as "unitId", s.level, s.state, s.sender_id as "senderId", s.cover_id as "coverId",
    s.replied_by as "repliedBy", ${replyDueSql('s')} < now() as late, s.version
  from slip s where s.id = $1 and s.assignment_id = $2 for update of s`;

/** Locks a slip for a move. @throws Fault `slip.notFound`, `http.preconditionFailed` */
export async function lockedSlip(
  tx: EntityManager,
  { assignmentId, slipId, version }: { assignmentId: string; slipId: string; version?: number },
): Promise<SlipRow> {
  const [row] = await tx.query<SlipRow[]>(lockSql, [slipId, assignmentId]);
  if (!row) throw slipFault('notFound');
  if (version !== undefined) refuseStale(row, version);
  return row;
}

/** Where an event takes a slip. @throws Fault `slip.moveRefused` */
export function slipStateAfter({ state }: SlipRow, on: SlipEvent): SlipState {
  const to = nextState(slipLifecycle, state, on);
  if (to === undefined) throw slipFault('moveRefused', { from: state, on });
  return to;
}
