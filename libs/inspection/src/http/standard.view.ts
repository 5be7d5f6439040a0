import { UnitBrief } from '@ducha/org';
import type { ClauseRule } from '../domain/standard/clause.js';
import type { Verdict } from '../domain/standard/evaluate.js';
import type { StandardVersionEvent, StandardVersionState } from '../domain/standard/standard-lifecycle.js';

/** A clause of a version. */
export class ClauseView {
  key: string;
  text: string;
  rule: ClauseRule;
  limit: number | null;
  points: number;
  redLine: boolean;
}

/** One version of a standard. Days are `YYYY-MM-DD`. */
export class StandardVersionView {
  number: number;
  state: StandardVersionState;
  effectiveFrom: string;
  /** It is the one that counts today. */
  inForce: boolean;
  passMark: number;
  clauses: ClauseView[];
  draftedBy: string;
  draftedAt: Date;
  publishedBy: string | null;
  publishedAt: Date | null;
  actions: StandardVersionEvent[];
}

/** A standard in the list. */
export class StandardBrief {
  id: string;
  version: number;
  code: string;
  name: string;
  /** Number of the version in force today. */
  inForce: number | null;
  hasDraft: boolean;
}

/** A standard with all its versions, newest first. */
export class StandardView extends StandardBrief {
  versions: StandardVersionView[];
}

/** A new standard or result. */
export class CreatedView {
  id: string;
}

/** What was found at a site; `number` is the version it was found by, for ever. */
export class ResultView {
  id: string;
  number: number;
  unit: UnitBrief;
  site: string;
  verdict: Verdict;
  score: number;
  foundAt: Date;
}

/** A result whose verdict is another under another version. */
export class FlipView {
  resultId: string;
  unit: UnitBrief;
  site: string;
  /** The version it was found by. */
  number: number;
  from: Verdict;
  to: Verdict;
  /** Clauses not met under the other version, and clauses it asks that nobody looked at. */
  unmet: string[];
  missing: string[];
}

/** What a version would make of what was found by others. Nothing is changed. */
export class ReevaluationView {
  number: number;
  evaluated: number;
  flipped: number;
  /** The first 500. */
  flips: FlipView[];
}
