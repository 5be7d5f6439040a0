import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Notices } from '@ducha/notice';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { AssignmentRow } from '../rows/assignment.row.js';
import { taskFault } from '../task-faults.js';
import { AssignmentMoves } from './assignment-moves.js';
import { TaskMoves } from './task-moves.js';

/** The bureau takes an assignment back, with a reason. Without its lead the task waits for a new dispatch. */
@Injectable()
export class RecallAssignment {
  constructor(
    private readonly store: Store,
    private readonly moves: AssignmentMoves,
    private readonly taskMoves: TaskMoves,
    private readonly audit: Audit,
    private readonly notices: Notices,
  ) {}

  /** @throws Fault `task.assignmentMoveRefused` once a lead has answered: an answer is sent back or closed, never taken away */
  run(id: string, seenVersion: number, reason: string, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { assignment, task } = await this.moves.read(tx, id, seenVersion);
      this.moves.refuseEnded(task);
      const { duty, state } = assignment;
      if (duty === 'lead' && state === 'answered')
        throw taskFault('assignmentMoveRefused', { from: state, on: 'recall' });
      await this.moves.make(tx, assignment, { on: 'recall', by, changes: { endedAt: () => 'now()' }, words: reason });
      if (duty === 'lead' && state !== 'moving') {
        await this.recallPredecessors(tx, assignment, by);
        await this.taskMoves.make(tx, task, {
          on: 'recall',
          by,
          changes: { dispatchedAt: null },
          facts: { assignmentId: id },
        });
      }
      if (state === 'queued') return;
      const notice = { kind: 'assignment.recalled', unitId: assignment.unitId, assignmentId: id, taskId: task.id };
      await this.notices.tell(tx, [{ ...notice, dedupeKey: `assignment.recalled:${id}` }]);
    });
  }

  /** A unit that waited for this one to sign is released too. */
  private async recallPredecessors(tx: EntityManager, { taskId, round }: AssignmentRow, by: Actor): Promise<void> {
    const [recalled] = await tx.query<[{ id: string }[], number]>(
      `update assignment set state = 'recalled', ended_at = now(), version = version + 1
       where task_id = $1 and round = $2 and duty = 'lead' and state = 'moving' returning id`,
      [taskId, round],
    );
    const acts = recalled.map(({ id }) => ({
      act: 'assignment.recall',
      subject: { type: 'assignment', id },
      about: taskId,
      by,
      from: 'moving',
      to: 'recalled',
    }));
    await this.audit.record(tx, ...acts);
  }
}
