import { Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { nextState } from '@ducha/kernel';
import { Notices } from '@ducha/notice';
import type { EntityManager } from 'typeorm';
import { leadOf, type RoundAssignment } from '../domain/answer-rules.js';
import { assignmentLifecycle } from '../domain/assignment-lifecycle.js';
import type { AssignmentRow } from '../rows/assignment.row.js';
import { taskFault } from '../task-faults.js';

/** Which assignments go back, and why. */
export interface RedoOf {
  readonly ids: readonly string[];
  readonly verificationId: string;
  readonly words: string;
  readonly by: Doer;
}

/** The row as the domain's rules see it. */
function roundForRules({ id, duty, state, waivedAt }: AssignmentRow): RoundAssignment {
  return { id, duty, state, waived: waivedAt !== null };
}

/** What a verification does to the assignments of a round. */
@Injectable()
export class JudgeAssignments {
  constructor(
    private readonly audit: Audit,
    private readonly notices: Notices,
  ) {}

  /** A pass: the lead accepted its assists, the verifier accepts the lead. */
  async accept(tx: EntityManager, round: readonly AssignmentRow[], by: Doer): Promise<void> {
    const lead = leadOf(round.map(roundForRules));
    if (!lead) return;
    await tx.query(
      `update assignment set state = 'accepted', accepted_at = now(), ended_at = now(), version = version + 1 where id = $1`,
      [lead.id],
    );
    const about = round[0]?.taskId ?? null;
    await this.audit.record(tx, {
      act: 'assignment.accept',
      subject: { type: 'assignment', id: lead.id },
      about,
      by,
      from: lead.state,
      to: 'accepted',
    });
  }

  /**
   * A redo (退回重办): answered or accepted assignments go back to their units, signed.
   * @throws Fault `task.redoNamesNone`, `task.redoNotAnswered`, `task.redoWithoutLead`
   */
  async redo(
    tx: EntityManager,
    round: readonly AssignmentRow[],
    { ids, verificationId, words, by }: RedoOf,
  ): Promise<void> {
    const returned = chosen(round, ids);
    await tx.query(
      `update assignment set state = 'signed', submitted_at = null, submitted_by = null, answered_at = null, answered_by = null, accepted_at = null,
         ended_at = null, version = version + 1 where id = any($1)`,
      [returned.map(({ id }) => id)],
    );
    await this.audit.record(
      tx,
      ...returned.map(({ id, taskId, state }) => ({
        act: 'assignment.redo',
        subject: { type: 'assignment', id },
        about: taskId,
        by,
        from: state,
        to: 'signed',
        facts: { verificationId },
        words,
      })),
    );
    await this.notices.tell(
      tx,
      returned.map(({ id, taskId, unitId }) => ({
        kind: 'assignment.redo',
        dedupeKey: `assignment:${id}:redo:${verificationId}`,
        unitId,
        assignmentId: id,
        taskId,
      })),
    );
  }
}

function chosen(round: readonly AssignmentRow[], ids: readonly string[]): AssignmentRow[] {
  const at = (path: string, constraint: string) => [
    { path, message: 'names an assignment that cannot be returned', constraint },
  ];
  if (ids.length === 0) throw taskFault('redoNamesNone', {}, at('redoAssignmentIds', 'arrayNotEmpty'));
  const returned = [...new Set(ids)].map((id, place) => {
    const assignment = round.find((one) => one.id === id);
    if (!assignment || nextState(assignmentLifecycle, assignment.state, 'redo') === undefined)
      throw taskFault('redoNotAnswered', {}, at(`redoAssignmentIds[${place}]`, 'answered'));
    return assignment;
  });
  const lead = leadOf(round.map(roundForRules));
  if (lead && !returned.some(({ id }) => id === lead.id))
    throw taskFault('redoWithoutLead', {}, at('redoAssignmentIds', 'withLead'));
  return returned;
}
