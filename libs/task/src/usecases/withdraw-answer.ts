import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Store } from '@ducha/store';
import { taskFault } from '../task-faults.js';
import { AssignmentMoves, handedBack } from './assignment-moves.js';
import { TaskMoves } from './task-moves.js';
import { TaskNotices } from './task-notices.js';

/** The unit takes its answer back, until verification begins. */
@Injectable()
export class WithdrawAnswer {
  constructor(
    private readonly store: Store,
    private readonly moves: AssignmentMoves,
    private readonly taskMoves: TaskMoves,
    private readonly taskNotices: TaskNotices,
  ) {}

  /** @throws Fault `task.assignmentMoveRefused` once the task has been verified or, for an assist, once the lead accepted it */
  run(id: string, seenVersion: number, reason: string, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { assignment, task } = await this.moves.read(tx, id, seenVersion);
      this.moves.refuseEnded(task);
      const answered = assignment.duty === 'lead' ? 'answered' : 'under_way';
      if (task.state !== answered)
        throw taskFault('assignmentMoveRefused', { from: assignment.state, on: 'withdraw', taskState: task.state });
      await this.moves.make(tx, assignment, { on: 'withdraw', by, changes: handedBack, words: reason });
      if (assignment.duty === 'assist') return;
      await this.taskMoves.make(tx, task, {
        on: 'withdraw',
        by,
        changes: { answeredAt: null },
        facts: { assignmentId: id },
      });
      await this.taskNotices.tell(tx, task, {
        kind: 'task.withdrawn',
        key: `${id}:${assignment.version}`,
        to: ['officers'],
        by,
      });
    });
  }
}
