import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Notices } from '@ducha/notice';
import { Store } from '@ducha/store';
import { AssignmentMoves, handedBack } from './assignment-moves.js';

/** The unit's head sends the draft answer back to the liaison, with a reason. */
@Injectable()
export class ReturnAnswer {
  constructor(
    private readonly store: Store,
    private readonly moves: AssignmentMoves,
    private readonly notices: Notices,
  ) {}

  run(id: string, seenVersion: number, reason: string, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { assignment, task } = await this.moves.read(tx, id, seenVersion);
      await this.moves.make(tx, assignment, { on: 'return', by, changes: handedBack, words: reason });
      const notice = {
        kind: 'assignment.returned',
        personId: assignment.submittedBy,
        assignmentId: id,
        taskId: task.id,
      };
      await this.notices.tell(tx, [{ ...notice, dedupeKey: `assignment.returned:${id}:${assignment.version}` }]);
    });
  }
}
