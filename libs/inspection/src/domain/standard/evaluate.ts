import { type Checklist, type Findings, isMet } from './clause.js';

/** How a checklist came out; `incomplete`: what was not looked at could still decide it. */
export type Verdict = 'passed' | 'failed' | 'incomplete';

/** A checklist, evaluated. */
export interface Evaluation {
  readonly verdict: Verdict;
  /** Points of the clauses that were met. */
  readonly score: number;
  readonly highest: number;
  /** Keys of red lines that were crossed. */
  readonly crossed: readonly string[];
  /** Keys of clauses that were not met, red lines among them. */
  readonly unmet: readonly string[];
  /** Keys of clauses that nobody looked at. */
  readonly missing: readonly string[];
}

/**
 * A crossed red line fails it; so does a score that nothing missing could lift to the pass mark. It is passed when the mark
 * is reached and no red line is open; anything else is incomplete.
 */
export function evaluate({ clauses, passMark }: Checklist, findings: Findings): Evaluation {
  const looked = clauses.map((clause) => ({ clause, met: isMet(clause, findings[clause.key]) }));
  const keysOf = (wanted: (one: (typeof looked)[number]) => boolean) =>
    looked.filter(wanted).map(({ clause }) => clause.key);
  const sumOf = (wanted: boolean | null) =>
    looked.reduce((sum, { clause, met }) => (met === wanted ? sum + clause.points : sum), 0);
  const crossed = keysOf(({ clause, met }) => clause.redLine && met === false);
  const openLines = keysOf(({ clause, met }) => clause.redLine && met === null);
  const score = sumOf(true);
  const isLost = crossed.length > 0 || score + sumOf(null) < passMark;
  const isWon = score >= passMark && openLines.length === 0;
  return {
    verdict: isLost ? 'failed' : isWon ? 'passed' : 'incomplete',
    score,
    highest: clauses.reduce((sum, { points }) => sum + points, 0),
    crossed,
    unmet: keysOf(({ met }) => met === false),
    missing: keysOf(({ met }) => met === null),
  };
}
