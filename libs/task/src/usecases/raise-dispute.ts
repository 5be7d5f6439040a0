import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids, nextState } from '@ducha/kernel';
import { Notices } from '@ducha/notice';
import { compareAndSet, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { disputeLifecycle } from '../domain/dispute-lifecycle.js';
import { type DisputeRoom, DisputeRooms } from '../queries/dispute-room.js';
import type { AssignmentRow } from '../rows/assignment.row.js';
import { DisputeRow } from '../rows/dispute.row.js';
import { taskFault } from '../task-faults.js';
import { AssignmentMoves } from './assignment-moves.js';
import { TaskNotices } from './task-notices.js';
import { refuseSuspended } from './task-reading.js';
import { UnitChecks } from './unit-checks.js';

/** Not ours: on what ground, by which rule, and whose it is. */
export interface RaiseDisputeCommand {
  readonly assignmentId: string;
  readonly version: number;
  readonly ground: string;
  readonly legalBasis: string;
  readonly responsibleUnitId: string;
  readonly by: Actor;
}

/** A unit says that a share is not its duty (退办申请), and may take that back. Until another unit has signed it stays responsible. */
@Injectable()
export class RaiseDispute {
  constructor(
    private readonly store: Store,
    private readonly moves: AssignmentMoves,
    private readonly rooms: DisputeRooms,
    private readonly units: UnitChecks,
    private readonly taskNotices: TaskNotices,
    private readonly notices: Notices,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /**
   * Answers the dispute’s id.
   * @throws Fault `task.disputeTooLate` naming the window, `task.disputeFinal`, `task.disputeSelf`, `task.unknownUnit`, `task.suspended`,
   *   `task.assignmentMoveRefused`, `http.preconditionFailed`
   */
  run(command: RaiseDisputeCommand): Promise<string> {
    const { assignmentId, version, ground, responsibleUnitId, by } = command;
    return this.store.transaction(async (tx) => {
      const { assignment, task } = await this.moves.read(tx, assignmentId, version);
      this.moves.refuseEnded(task);
      refuseSuspended(task);
      if (responsibleUnitId === assignment.unitId)
        throw taskFault('disputeSelf', {}, [at('responsibleUnitId', 'is the unit itself', 'otherUnit')]);
      await this.units.refuseUnknown(tx, [responsibleUnitId], () => 'responsibleUnitId');
      const room = await this.room(tx, assignmentId);
      const rulingUnitId = await this.rooms.unitOf(tx, room.body);
      const id = this.ids.next();
      await insert(tx, id, assignment, command, { rulingUnitId, windowEndsAt: room.endsAt });
      await this.moves.make(tx, assignment, {
        on: 'dispute',
        by,
        words: ground,
        facts: { disputeId: id, responsibleUnitId },
      });
      await this.taskNotices.tell(tx, task, { kind: 'dispute.raised', key: id, to: ['officers', 'bureau'], by });
      // neither can open the task: what they are asked stands in the list of disputes
      await this.notices.tell(tx, [
        { kind: 'dispute.named', unitId: responsibleUnitId, dedupeKey: `dispute.named:${id}` },
        ...(rulingUnitId === null
          ? []
          : [{ kind: 'dispute.to_rule', unitId: rulingUnitId, dedupeKey: `dispute.to_rule:${id}` }]),
      ]);
      return id;
    });
  }

  /** @throws Fault `task.disputeNotFound`, `task.disputeMoveRefused`, `http.preconditionFailed` */
  withdraw(assignmentId: string, disputeId: string, version: number, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const seen = await readDispute(tx, assignmentId, disputeId);
      refuseStale(seen, version);
      const to = nextState(disputeLifecycle, seen.state, 'withdraw');
      if (to === undefined) throw taskFault('disputeMoveRefused', { from: seen.state, on: 'withdraw' });
      await compareAndSet(tx, DisputeRow, seen, { state: to, endedAt: () => 'now()' });
      const { assignment } = await this.moves.read(tx, assignmentId);
      await this.moves.make(tx, assignment, {
        on: standing(seen),
        by,
        act: 'assignment.withdraw_dispute',
        facts: { disputeId },
      });
    });
  }

  private async room(tx: EntityManager, assignmentId: string): Promise<DisputeRoom> {
    const before = await tx.query<unknown[]>(
      `select 1 from dispute where assignment_id = $1 and state in ('raised', 'ruled')`,
      [assignmentId],
    );
    if (before.length > 0) throw taskFault('disputeFinal');
    const room = (await this.rooms.of([assignmentId])).get(assignmentId);
    if (!room) throw taskFault('assignmentNotFound');
    if (room.over) throw taskFault('disputeTooLate', { windowEndsAt: room.endsAt, article: room.article });
    return room;
  }
}

/** The event that leads a disputed share back to where it stood. */
export const standing = ({ fromState }: Pick<DisputeRow, 'fromState'>): 'stand_signed' | 'stand_delivered' =>
  fromState === 'signed' ? 'stand_signed' : 'stand_delivered';

/** The dispute; its share is locked. @throws Fault `task.disputeNotFound` */
export async function readDispute(tx: EntityManager, assignmentId: string, id: string): Promise<DisputeRow> {
  await tx.query('select 1 from assignment where id = $1 for update', [assignmentId]);
  const seen = await tx.findOneBy(DisputeRow, { id, assignmentId });
  if (!seen) throw taskFault('disputeNotFound');
  return seen;
}

async function insert(
  tx: EntityManager,
  id: string,
  { id: assignmentId, taskId, unitId, state }: AssignmentRow,
  { ground, legalBasis, responsibleUnitId, by }: RaiseDisputeCommand,
  { rulingUnitId, windowEndsAt }: { readonly rulingUnitId: string | null; readonly windowEndsAt: Date | null },
): Promise<void> {
  if (state !== 'delivered' && state !== 'signed')
    throw taskFault('assignmentMoveRefused', { from: state, on: 'dispute' });
  await tx.query(
    `insert into dispute (id, assignment_id, task_id, unit_id, state, ground, legal_basis, responsible_unit_id, from_state, window_ends_at, raised_by, raised_at,
       ruling_unit_id, to_unit_ids, version)
     values ($1, $2, $3, $4, 'raised', $5, $6, $7, $8, $9, $10, now(), $11, '{}', 1)`,
    [
      ...[id, assignmentId, taskId, unitId, ground, legalBasis, responsibleUnitId, state, windowEndsAt],
      ...[by.personId, rulingUnitId],
    ],
  );
}

const at = (path: string, message: string, constraint: string) => ({ path, message, constraint });
