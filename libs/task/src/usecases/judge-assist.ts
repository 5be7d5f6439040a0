import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Notices } from '@ducha/notice';
import { compareAndSet, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { settledAssignmentStates } from '../domain/assignment-lifecycle.js';
import { AssignmentRow } from '../rows/assignment.row.js';
import { taskFault } from '../task-faults.js';
import { AssignmentMoves, handedBack } from './assignment-moves.js';
import { TaskClocks } from './task-clocks.js';

/** What the lead unit decides about an assisting unit's share. */
export type AssistVerdict = 'accept' | 'redo' | 'waive';

/** The lead accepts an assisting unit's answer, sends it back, or goes on without it, with a reason. */
@Injectable()
export class JudgeAssist {
  constructor(
    private readonly store: Store,
    private readonly moves: AssignmentMoves,
    private readonly audit: Audit,
    private readonly notices: Notices,
    private readonly clocks: TaskClocks,
  ) {}

  /** @throws Fault `task.assignmentMoveRefused` for a lead's share, or when the task is not under way */
  run(id: string, seenVersion: number, verdict: AssistVerdict, words: string | null, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { assignment, task } = await this.moves.read(tx, id, seenVersion);
      if (assignment.duty !== 'assist' || task.state !== 'under_way' || assignment.round !== task.round)
        throw taskFault('assignmentMoveRefused', { from: assignment.state, on: verdict, taskState: task.state });
      if (verdict === 'waive') await this.waive(tx, assignment, words, by);
      else
        await this.moves.make(tx, assignment, {
          on: verdict,
          by,
          words,
          changes: verdict === 'redo' ? handedBack : acceptance,
        });
      const notice = { kind: `assist.${verdict}`, unitId: assignment.unitId, assignmentId: id, taskId: task.id };
      await this.notices.tell(tx, [{ ...notice, dedupeKey: `assist.${verdict}:${id}:${assignment.version}` }]);
    });
  }

  /** A waived assist stays what it is; the lead's answer no longer waits for it. */
  private async waive(tx: EntityManager, assignment: AssignmentRow, words: string | null, by: Actor): Promise<void> {
    if (assignment.waivedAt !== null || settledAssignmentStates.includes(assignment.state))
      throw taskFault('assignmentMoveRefused', { from: assignment.state, on: 'waive' });
    await compareAndSet(tx, AssignmentRow, assignment, { waivedAt: () => 'now()' });
    await this.audit.record(tx, {
      act: 'assignment.waive',
      subject: { type: 'assignment', id: assignment.id },
      about: assignment.taskId,
      by,
      facts: { unitId: assignment.unitId },
      words,
    });
    await this.clocks.follow(tx, [assignment.taskId], by);
  }
}

const acceptance = { acceptedAt: () => 'now()', endedAt: () => 'now()' };
