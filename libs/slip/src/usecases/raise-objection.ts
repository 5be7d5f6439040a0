import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Clocks, type ImportanceDegree, noSteps } from '@ducha/deadline';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { lockedSlip } from '../queries/slip-row.js';
import { slipFault } from '../slip-faults.js';
import { OpenSlip } from './open-slip.js';
import { SlipNotices } from './slip-notices.js';

/** What a unit says is wrong: a slip, or that its answer counts as late. */
export interface NewObjection {
  readonly assignmentId: string;
  /** Null: against the figure. */
  readonly slipId: string | null;
  readonly words: string;
}

/** What the objection hangs on. */
interface Ground {
  readonly taskId: string;
  readonly unitId: string;
  readonly sourceKind: string;
  readonly importance: ImportanceDegree;
  readonly makerId: string | null;
  readonly coverId: string | null;
  /** Whether the answer counts as late today. */
  readonly late: boolean;
  readonly now: Date;
}

const groundSql = `
  select a.task_id as "taskId", a.unit_id as "unitId", t.kind as "sourceKind", t.importance, t.case_officer_id as "makerId", t.cover_officer_id as "coverId", now() as now,
    exists (select 1 from clock c where c.task_id = a.task_id and c.subject_id = a.id and c.kind = 'answer' and c.state <> 'cancelled'
      and least(c.due_at, c.original_due_at) < coalesce(c.ended_at, c.suspended_at, now())) as late
  from assignment a join task t on t.id = a.task_id where a.id = $1 for update of a`;

const insertSql = `
  insert into objection (id, subject_type, subject_id, assignment_id, task_id, unit_id, maker_id, cover_id, words, raised_by, raised_at, state, version)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now(), 'raised', 1)`;

/** A unit objects to what is held against it (申辩): decided by somebody else, on a clock of its own. */
@Injectable()
export class RaiseObjection {
  constructor(
    private readonly store: Store,
    private readonly clocks: Clocks,
    private readonly notices: SlipNotices,
    private readonly opening: OpenSlip,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `slip.notFound`, `slip.nothingHeld`, `slip.objectionMade` */
  async run({ assignmentId, slipId, words }: NewObjection, by: Actor): Promise<string> {
    return this.store.transaction(async (tx) => {
      const [ground] = await tx.query<Ground[]>(groundSql, [assignmentId]);
      if (!ground) throw slipFault('notFound');
      const maker = slipId === null ? ground : await this.makerOf(tx, { assignmentId, slipId }, by);
      if (slipId === null && !ground.late) throw slipFault('nothingHeld');
      const id = this.ids.next();
      const { taskId, unitId } = ground;
      const subject = slipId === null ? ['figure', assignmentId] : ['slip', slipId];
      await tx.query(insertSql, [
        ...[id, ...subject, assignmentId, taskId, unitId],
        ...[maker.makerId, maker.coverId, words, by.personId],
      ]);
      await this.arm(tx, id, ground);
      const facts = { against: slipId === null ? 'figure' : 'slip', slipId };
      await this.audit.record(tx, {
        ...{
          act: 'objection.raise',
          subject: { type: 'objection', id },
          about: taskId,
          by,
          to: 'raised',
          facts,
          words,
        },
      });
      await this.notices.toJudges(
        tx,
        { id, assignmentId, taskId, unitId },
        `objection.raised:${id}`,
        'objection.raised',
      );
      return id;
    });
  }

  private async makerOf(
    tx: EntityManager,
    held: { readonly assignmentId: string; readonly slipId: string },
    by: Actor,
  ): Promise<Pick<Ground, 'makerId' | 'coverId'>> {
    const slip = await lockedSlip(tx, held);
    if (slip.state === 'withdrawn') throw slipFault('nothingHeld');
    await this.opening.note(tx, slip, by);
    return { makerId: slip.senderId, coverId: slip.coverId };
  }

  /** The supervisors’ time to decide; none where the county’s own rules know no such limit. */
  private async arm(tx: EntityManager, id: string, { taskId, sourceKind, importance, now }: Ground): Promise<void> {
    const rules = await this.clocks.rules();
    const clock = rules.own(
      {
        ...{ kind: 'objection', subjectType: 'objection', subjectId: id, taskId, unitId: null, holder: 'bureau' },
        ...{ sourceKind, importance },
      },
      'objection',
      { id: this.ids.next(), startedAt: now, now },
    );
    if (clock) await this.clocks.apply(tx, { ...noSteps, arm: [clock] }, null);
  }
}
