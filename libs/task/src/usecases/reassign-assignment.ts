import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { IDS, type Ids } from '@ducha/kernel';
import { Notices } from '@ducha/notice';
import { Store } from '@ducha/store';
import { AssignmentMoves } from './assignment-moves.js';
import { SendOut } from './send-out.js';
import { TaskClocks } from './task-clocks.js';
import { UnitChecks } from './unit-checks.js';

/** The bureau gives a unit's share to another unit (改派). The first receiver stays responsible until the other one has signed. */
@Injectable()
export class ReassignAssignment {
  constructor(
    private readonly store: Store,
    private readonly moves: AssignmentMoves,
    private readonly units: UnitChecks,
    private readonly sendOut: SendOut,
    private readonly notices: Notices,
    private readonly clocks: TaskClocks,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers the id of the new assignment. @throws Fault naming `toUnitId` for a unit that cannot take it */
  run(id: string, seenVersion: number, toUnitId: string, reason: string, by: Actor): Promise<string> {
    return this.store.transaction(async (tx) => {
      const { assignment, task } = await this.moves.read(tx, id, seenVersion);
      this.moves.refuseEnded(task);
      await this.units.refuse(task, assignment.duty, [toUnitId], () => 'toUnitId');
      const successorId = this.ids.next();
      await this.moves.make(tx, assignment, { on: 'reassign', by, words: reason, facts: { toUnitId, successorId } });
      const { taskId, duty, round, dueAt } = assignment;
      await this.sendOut.run(
        tx,
        [{ id: successorId, taskId, unitId: toUnitId, duty, round, dueAt, predecessorId: id }],
        by,
      );
      await this.clocks.follow(tx, [taskId], by);
      const notice = { kind: 'assignment.reassigned', unitId: assignment.unitId, assignmentId: id, taskId };
      await this.notices.tell(tx, [{ ...notice, dedupeKey: `assignment.reassigned:${successorId}` }]);
      return successorId;
    });
  }
}
