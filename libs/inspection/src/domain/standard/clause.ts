/** How a clause is answered: yes or no, or a number that must reach or not exceed a limit. */
export const clauseRules = ['yes_no', 'at_least', 'at_most'] as const;

/** One of `clauseRules`. */
export type ClauseRule = (typeof clauseRules)[number];

/** One clause of a checklist. */
export interface Clause {
  /** Its permanent name within the standard, in every version. */
  readonly key: string;
  readonly text: string;
  readonly rule: ClauseRule;
  /** For the two rules with a number; null for yes or no. */
  readonly limit: number | null;
  /** What meeting it gives; a red line gives nothing, it only forbids. */
  readonly points: number;
  /** Not meeting it fails the whole, whatever the score. */
  readonly redLine: boolean;
}

/** One version of a standard: what is asked and from which score on it is passed. */
export interface Checklist {
  readonly clauses: readonly Clause[];
  readonly passMark: number;
}

/** What was found, by clause; a clause that nobody looked at is absent. */
export type Findings = Readonly<Record<string, boolean | number>>;

/** Whether a finding meets its clause; null where it is missing or of the wrong kind. */
export function isMet({ rule, limit }: Clause, found: boolean | number | undefined): boolean | null {
  if (rule === 'yes_no') return typeof found === 'boolean' ? found : null;
  if (typeof found !== 'number' || limit === null) return null;
  return rule === 'at_least' ? found >= limit : found <= limit;
}
