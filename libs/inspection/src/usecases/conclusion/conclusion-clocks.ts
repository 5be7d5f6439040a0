import { Injectable } from '@nestjs/common';
import { Clocks, OWN_RULES } from '@ducha/deadline';

/** The end of a time limit and the rule that set it, as `profile/rule`. */
export interface LegalEnd {
  readonly at: Date;
  readonly basis: string;
}

const REVIEW = 'cn.inspection_review';

/** The time limits of conclusions, each by its law profile as it is in force when the limit begins. */
@Injectable()
export class ConclusionClocks {
  constructor(private readonly clocks: Clocks) {}

  /** Until when the object may say that a fact is wrong (the county’s own rule, by the unit’s working days). */
  factCheck = (unitId: string, startedAt: Date): Promise<LegalEnd> =>
    this.end(OWN_RULES, 'fact_check', { startedAt, unitId });

  /** Until when the object may apply for review (L12: 30 natural days of receipt; whether a last day off rolls is the profile’s). */
  application = (unitId: string, startedAt: Date): Promise<LegalEnd> =>
    this.end(REVIEW, 'apply', { startedAt, unitId });

  /** Until when the government decides on it. */
  decision = (startedAt: Date): Promise<LegalEnd> => this.end(REVIEW, 'decide', { startedAt, unitId: null });

  private async end(
    profile: string,
    code: string,
    start: { startedAt: Date; unitId: string | null },
  ): Promise<LegalEnd> {
    const limit = (await this.clocks.rules()).termOf(profile, code, start);
    if (!limit) throw new Error(`the law profile ${profile} has no clock ${code}`);
    return { at: limit.dueAt, basis: `${profile}/${code}` };
  }
}
