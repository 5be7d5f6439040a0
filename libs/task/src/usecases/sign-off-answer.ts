import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Notices } from '@ducha/notice';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { leadOf, openAssists } from '../domain/answer-rules.js';
import type { AssignmentRow } from '../rows/assignment.row.js';
import type { TaskRow } from '../rows/task.row.js';
import { taskFault } from '../task-faults.js';
import { AssignmentMoves } from './assignment-moves.js';
import { TaskMoves } from './task-moves.js';
import { TaskNotices } from './task-notices.js';
import { refuseSuspended, roundAssignments } from './task-reading.js';

/** The unit's head approves the claim (签发): the clock is met here. The lead's answer is the task's. */
@Injectable()
export class SignOffAnswer {
  constructor(
    private readonly store: Store,
    private readonly moves: AssignmentMoves,
    private readonly taskMoves: TaskMoves,
    private readonly taskNotices: TaskNotices,
    private readonly notices: Notices,
  ) {}

  /** @throws Fault `task.assistsOpen` with `assignmentIds` while an assisting unit's answer is neither accepted nor waived */
  run(id: string, seenVersion: number, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { assignment, task } = await this.moves.read(tx, id, seenVersion);
      this.moves.refuseEnded(task);
      refuseSuspended(task);
      if (assignment.duty === 'lead') await this.refuseOpenAssists(tx, task);
      await this.moves.make(tx, assignment, {
        on: 'sign_off',
        by,
        changes: { answeredAt: () => 'now()', answeredBy: by.personId },
      });
      await tx.query(
        `update answer set signed_off_by = $2, signed_off_at = now()
         where id = (select id from answer where assignment_id = $1 order by attempt desc limit 1)`,
        [id, by.personId],
      );
      if (assignment.duty === 'lead') await this.answerTask(tx, task, assignment, by);
      else await this.tellLead(tx, task, assignment);
    });
  }

  private async refuseOpenAssists(tx: EntityManager, task: TaskRow): Promise<void> {
    const round = (await roundAssignments(tx, task)).map((one) => ({ ...one, waived: one.waivedAt !== null }));
    const open = openAssists(round);
    if (open.length > 0) throw taskFault('assistsOpen', { assignmentIds: open.map(({ id }) => id) });
  }

  private async answerTask(tx: EntityManager, task: TaskRow, assignment: AssignmentRow, by: Actor): Promise<void> {
    await this.taskMoves.make(tx, task, {
      on: 'answer',
      by,
      changes: { answeredAt: () => 'now()' },
      facts: { assignmentId: assignment.id },
    });
    const key = `${assignment.id}:${assignment.version}`;
    await this.taskNotices.tellAsker(tx, task, key);
    await this.taskNotices.tell(tx, task, {
      kind: 'task.answered',
      key,
      to: ['officers'],
      by,
    });
  }

  private async tellLead(tx: EntityManager, task: TaskRow, assist: AssignmentRow): Promise<void> {
    const lead = leadOf((await roundAssignments(tx, task)).map((one) => ({ ...one, waived: one.waivedAt !== null })));
    const notice = { kind: 'assist.answered', unitId: lead?.unitId ?? null, assignmentId: assist.id, taskId: task.id };
    await this.notices.tell(tx, [{ ...notice, dedupeKey: `assist.answered:${assist.id}:${assist.version}` }]);
  }
}
