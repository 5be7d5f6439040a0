/** The rule of a unit, or of the nearest unit above it that has one, with today's absences. */
export interface OfficerRule {
  readonly officerId: string;
  readonly coverId: string | null;
  readonly officerAway: boolean;
  readonly coverAway: boolean;
}

/** Who owns a task inside the bureau, and who covers. */
export interface CaseOfficers {
  readonly caseOfficerId: string | null;
  readonly coverOfficerId: string | null;
}

/**
 * Who follows a new task: the person named, else the rule's officer, or its cover while the officer is away (then the
 * officer becomes the cover). Without a rule, the bureau's person who does the act.
 */
export function caseOfficersFor(
  named: string | null,
  rule: OfficerRule | undefined,
  doer: string | null,
): CaseOfficers {
  if (named !== null) return { caseOfficerId: named, coverOfficerId: coverBeside(named, rule) };
  if (!rule) return { caseOfficerId: doer, coverOfficerId: null };
  if (rule.officerAway && rule.coverId !== null && !rule.coverAway)
    return { caseOfficerId: rule.coverId, coverOfficerId: rule.officerId };
  return { caseOfficerId: rule.officerId, coverOfficerId: rule.coverId };
}

function coverBeside(officerId: string, rule: OfficerRule | undefined): string | null {
  if (!rule) return null;
  return rule.officerId === officerId ? rule.coverId : rule.officerId;
}
