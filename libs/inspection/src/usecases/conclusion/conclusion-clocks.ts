import { Inject, Injectable } from '@nestjs/common';
import { Clocks, type ClockSubject, type NewClock, noSteps, OWN_RULES } from '@ducha/deadline';
import { IDS, type Ids } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import type { ConclusionClock } from '../../domain/conclusion/conclusion-clock.js';

/** A conclusion, or one of its reviews, whose time begins. */
export interface Timed {
  readonly conclusionId: string;
  readonly unitId: string;
  readonly startedAt: Date;
  readonly now: Date;
}

/** The end of a time limit and the rule that set it, as `profile/rule`. */
export interface LegalEnd {
  readonly at: Date;
  readonly basis: string;
}

const REVIEW = 'cn.inspection_review';

const openSql = `select id, now() as now from clock where conclusion_id = $1 and kind = $2 and state in ('running', 'suspended')`;

/**
 * The clocks of conclusions and reviews: the object’s own time (to check the facts, to apply for review) and, never charged to it, the
 * government’s (a word on each point, the decision on a review). Each by its law profile as it is in force when it begins.
 */
@Injectable()
export class ConclusionClocks {
  constructor(
    private readonly clocks: Clocks,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** The object may say that a fact is wrong (the county’s own rule, by the unit’s working days). */
  factCheck = (tx: EntityManager, timed: Timed): Promise<LegalEnd> =>
    this.must(tx, OWN_RULES, 'fact_check', objects('fact_check', timed), timed);

  /** The bureau decides on what it said; a county whose own rules do not know this time sets itself none. */
  async factPoint(tx: EntityManager, timed: Timed): Promise<void> {
    await this.arm(tx, OWN_RULES, 'fact_point', bureaus('fact_point', timed), timed);
  }

  /** The object may apply for review (L12: 30 natural days of receipt; whether a last day off rolls is the profile’s). */
  application = (tx: EntityManager, timed: Timed): Promise<LegalEnd> =>
    this.must(tx, REVIEW, 'apply', objects('review_apply', timed), timed);

  /** The government decides on it. */
  decision = (tx: EntityManager, reviewId: string, timed: Timed): Promise<LegalEnd> => {
    const subject = { ...bureaus('review_decide', timed), subjectType: 'review', subjectId: reviewId } as const;
    return this.must(tx, REVIEW, 'decide', subject, timed);
  };

  /** Ends what counts: met by the deed, or over without one. Nothing where it does not run. */
  async end(tx: EntityManager, conclusionId: string, kind: ConclusionClock, how: 'met' | 'over'): Promise<void> {
    const open = await tx.query<{ id: string; now: Date }[]>(openSql, [conclusionId, kind]);
    const meet = open.map(({ id, now }) => ({ id, at: now }));
    const cancel = open.map(({ id }) => id);
    await this.clocks.apply(tx, { ...noSteps, ...(how === 'met' ? { meet } : { cancel }) }, null);
  }

  private async must(
    tx: EntityManager,
    profile: string,
    code: string,
    subject: ClockSubject,
    timed: Timed,
  ): Promise<LegalEnd> {
    const clock = await this.arm(tx, profile, code, subject, timed);
    if (!clock) throw new Error(`the law profile ${profile} has no clock ${code}`);
    return { at: clock.dueAt, basis: `${profile}/${code}` };
  }

  private async arm(
    tx: EntityManager,
    profile: string,
    code: string,
    subject: ClockSubject,
    { startedAt, now }: Timed,
  ): Promise<NewClock | undefined> {
    const rules = await this.clocks.rules();
    const clock = rules.by(profile, subject, code, { id: this.ids.next(), startedAt, now });
    if (clock) await this.clocks.apply(tx, { ...noSteps, arm: [clock] }, null);
    return clock;
  }
}

const subjectOf = (kind: ConclusionClock, { conclusionId }: Timed): Omit<ClockSubject, 'unitId' | 'holder'> => ({
  kind,
  subjectType: 'conclusion',
  subjectId: conclusionId,
  taskId: null,
  conclusionId,
  sourceKind: 'inspection_finding',
  importance: 'ordinary',
});

const objects = (kind: ConclusionClock, timed: Timed): ClockSubject => ({
  ...subjectOf(kind, timed),
  unitId: timed.unitId,
  holder: 'object',
});

const bureaus = (kind: ConclusionClock, timed: Timed): ClockSubject => ({
  ...subjectOf(kind, timed),
  unitId: null,
  holder: 'bureau',
});
