import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { EvidenceLinks } from '@ducha/evidence';
import { IDS, type Ids } from '@ducha/kernel';
import { Notices } from '@ducha/notice';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { followUpIsNamed, type ResultClass } from '../domain/result-class.js';
import { taskFault } from '../task-faults.js';
import { AssignmentMoves } from './assignment-moves.js';
import { refuseSuspended } from './task-reading.js';

/** The unit's claim, as it goes to the unit's head. */
export interface AnswerDraft {
  readonly resultClass: ResultClass;
  readonly body: string;
  readonly followUpAt?: string | undefined;
  readonly evidenceIds: readonly string[];
}

/** Puts the unit's claim before its head (报结, 待签发). */
@Injectable()
export class SubmitAnswer {
  constructor(
    private readonly store: Store,
    private readonly moves: AssignmentMoves,
    private readonly evidence: EvidenceLinks,
    private readonly notices: Notices,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `task.followUpUnnamed` naming `followUpAt` for a B or C without a day ahead */
  run(id: string, seenVersion: number, draft: AnswerDraft, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { assignment, task } = await this.moves.read(tx, id, seenVersion);
      this.moves.refuseEnded(task);
      refuseSuspended(task);
      await this.refuseUnnamedFollowUp(tx, draft);
      const answerId = this.ids.next();
      await this.moves.make(tx, assignment, {
        on: 'submit',
        by,
        changes: { submittedAt: () => 'now()', submittedBy: by.personId },
        facts: { answerId, resultClass: draft.resultClass },
      });
      await tx.query(
        `insert into answer (id, task_id, assignment_id, round, attempt, result_class, body, follow_up_at, submitted_by, submitted_at)
         select $1, $2, $3, $4, 1 + count(*), $5, $6, $7, $8, now() from answer where assignment_id = $3`,
        [answerId, task.id, id, assignment.round, draft.resultClass, draft.body, draft.followUpAt ?? null, by.personId],
      );
      await this.evidence.tie(tx, draft.evidenceIds, { type: 'answer', id: answerId }, task.id, by);
      const notice = { kind: 'assignment.submitted', unitId: assignment.unitId, assignmentId: id, taskId: task.id };
      await this.notices.tell(tx, [{ ...notice, dedupeKey: `assignment.submitted:${answerId}` }]);
    });
  }

  private async refuseUnnamedFollowUp(tx: EntityManager, { resultClass, followUpAt }: AnswerDraft): Promise<void> {
    const [clock] = await tx.query<{ now: Date }[]>('select now() as now');
    if (clock && followUpIsNamed(resultClass, followUpAt === undefined ? null : new Date(followUpAt), clock.now))
      return;
    throw taskFault('followUpUnnamed', {}, [
      { path: 'followUpAt', message: 'must name a day ahead', constraint: 'followUp' },
    ]);
  }
}
