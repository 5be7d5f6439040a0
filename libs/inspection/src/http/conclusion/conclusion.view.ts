import { EvidenceView } from '@ducha/evidence';
import { UnitBrief } from '@ducha/org';
import type { ConclusionState } from '../../domain/conclusion/conclusion-lifecycle.js';
import type { OutcomeKind, OutcomeState } from '../../domain/conclusion/outcome-lifecycle.js';
import type { Severity } from '../../domain/finding/finding-codes.js';
import type { Standing } from '../../domain/finding/standing.js';
import type { ReviewState, Verdict } from '../../domain/review/review-lifecycle.js';
import { FindingSite, InspectionName, NamedPerson } from '../finding/finding.view.js';

/** A conclusion in a list. */
export class ConclusionBrief {
  id: string;
  version: number;
  inspection: InspectionName;
  unit: UnitBrief;
  number: string | null;
  state: ConclusionState;
  findings: number;
  checkDueAt: Date | null;
  checkOutcome: string | null;
  servedAt: Date | null;
  reviewUntil: Date | null;
  reviewId: string | null;
}

/** A finding in a conclusion, with what the object said against it. */
export class BoundFindingView {
  findingId: string;
  /** As they stand in the conclusion. */
  words: string;
  severity: Severity;
  standing: Standing;
  site: FindingSite | null;
  clauseText: string | null;
  evidence: EvidenceView[];
  taskId: string | null;
  taskDueAt: Date | null;
  point: string | null;
  pointOutcome: 'stands' | 'amended' | 'struck' | null;
  pointReason: string | null;
}

/** A conclusion, whole. */
export class ConclusionView extends ConclusionBrief {
  words: string;
  cleared: boolean;
  bound: BoundFindingView[];
  sentAt: Date | null;
  checkBasis: string | null;
  checkedAt: Date | null;
  checkWords: string | null;
  /** What the object gave with its word. */
  checkEvidence: EvidenceView[];
  issuedBy: string | null;
  issuedAt: Date | null;
  issue: number;
  receipt: 'signed' | 'left' | null;
  receiptWords: string | null;
  reviewBasis: string | null;
  /** Whether rectification stands still while a review lasts, as the county has settled it. */
  rectificationWaits: boolean;
  finalAt: Date | null;
  actions: string[];
}

/** What a review changes about one finding. */
export class FindingChangeView {
  findingId: string;
  to: 'revoke' | 'amend';
  words: string | null;
}

/** A review in a list. */
export class ReviewBrief {
  id: string;
  version: number;
  conclusionId: string;
  conclusionNumber: string | null;
  inspection: InspectionName;
  unit: UnitBrief;
  state: ReviewState;
  appliedAt: Date;
  decideBy: Date;
  reviewer: NamedPerson | null;
  verdict: Verdict | null;
}

/** A review, whole. */
export class ReviewView extends ReviewBrief {
  grounds: string;
  basis: string | null;
  rectificationWaits: boolean;
  conclusionWords: string;
  bound: BoundFindingView[];
  evidence: EvidenceView[];
  proposal: Verdict | null;
  proposalWords: string | null;
  proposalChanges: FindingChangeView[];
  proposedAt: Date | null;
  decidedWords: string | null;
  changes: FindingChangeView[];
  decidedBy: string | null;
  decidedAt: Date | null;
  whySigner: string | null;
  /** The reader signed the conclusion: another principal is preferred. */
  readerSigned: boolean;
  actions: string[];
}

/** Somebody who may review a conclusion, or why not. */
export class ReviewerCandidate {
  id: string;
  name: string;
  unitName: string;
  tookPart: boolean;
}

/** How reviews go in this county. */
export class ReviewRuleView {
  rectificationWaits: boolean;
}

/** A proposal of praise, criticism or accountability. */
export class OutcomeView {
  id: string;
  version: number;
  inspection: InspectionName;
  conclusionId: string | null;
  unit: UnitBrief;
  kind: OutcomeKind;
  words: string;
  state: OutcomeState;
  proposedBy: string;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  decidedWords: string | null;
  toOrgan: string | null;
  receiptNo: string | null;
  handedAt: Date | null;
  actions: string[];
}
