import { ApiProperty } from '@nestjs/swagger';
import { EvidenceView } from '@ducha/evidence';
import { UnitBrief } from '@ducha/org';
import type { Conduct, Encounter, Organ, ResultClass, Severity } from '../../domain/finding/finding-codes.js';
import type { SpreadClass } from '../../domain/finding/spread.js';
import type { Standing } from '../../domain/finding/standing.js';
import { ClauseView } from '../standard.view.js';
import type { Verdict } from '../../domain/standard/evaluate.js';

/** Somebody’s name. */
export class NamedPerson {
  id: string;
  name: string;
}

/** Where it was. */
export class FindingSite {
  id: string;
  kind: string;
  code: string;
  name: string;
}

/** Under which inspection. */
export class InspectionName {
  id: string;
  number: string | null;
  name: string;
}

/** To whom a clue went. */
export class ClueHandOverView {
  organ: Organ;
  toOrgan: string;
  reason: string;
  handedAt: Date;
  receiptNo: string | null;
  receivedAt: Date | null;
}

/** A finding in a list. */
export class FindingBrief {
  id: string;
  version: number;
  inspection: InspectionName;
  visitId: string;
  unit: UnitBrief;
  site: FindingSite | null;
  clause: string | null;
  clauseText: string | null;
  redLine: boolean;
  words: string;
  severity: Severity;
  conduct: Conduct | null;
  result: ResultClass | null;
  encounter: Encounter;
  /** By the system out of answers that were taken down: then nobody is its author. */
  raised: 'person' | 'cross_check';
  standing: Standing;
  /** When it happened and when it was captured, by the device’s clock; when it was received, by the county’s. */
  happenedAt: Date | null;
  capturedAt: Date | null;
  receivedAt: Date;
  /** The device’s clock cannot have been right: ahead of the receipt, or more than five minutes off while it sent. */
  clockDoubted: boolean;
  /** Everybody who saw it, those of merged findings among them. The object is not told the names. */
  authors: NamedPerson[];
  confirmer: NamedPerson | null;
  evidenceCount: number;
  commonProblemId: string | null;
  taskId: string | null;
  actions: string[];
}

/** A finding with what proves it. */
export class FindingView extends FindingBrief {
  evidence: EvidenceView[];
  taskNumber: string | null;
  taskDueAt: Date | null;
  mergedIntoId: string | null;
  conclusionId: string | null;
  handOver: ClueHandOverView | null;
}

/** What somebody else answered to the same clause; it is kept, and does not count. */
export class OtherAnswer {
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'number' }] })
  found: boolean | number;
  met: boolean | null;
  answeredBy: string;
  /** By the device’s clock, never after the receipt. */
  seenAt: Date;
  receivedAt: Date;
}

/** One clause of a visit’s checklist with what was answered. */
export class AnsweredClause extends ClauseView {
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'number' }], nullable: true })
  found: boolean | number | null;
  /** null while it is not answered. */
  met: boolean | null;
  answeredBy: string | null;
  answeredAt: Date | null;
  /** Answers of others that differ from the one that counts, which was seen later. */
  others: OtherAnswer[];
  findings: number;
}

/** A visit’s checklist on the phone. */
export class ChecklistView {
  visitId: string;
  inspection: InspectionName;
  unit: UnitBrief;
  site: FindingSite | null;
  state: string;
  group: string;
  standard: string | null;
  number: number | null;
  verdict: Verdict | null;
  score: number;
  highest: number;
  answered: number;
  clauses: AnsweredClause[];
  /** Whether the reader may write: not invited, not stepped back, the group has arrived. */
  writable: boolean;
}

/** Findings against one clause and what their spread suggests. */
export class SpreadView {
  clause: string | null;
  text: string;
  findingIds: string[];
  findings: number;
  units: number;
  sites: number;
  groups: number;
  suggested: SpreadClass;
}

/** All spreads of an inspection with the rule. */
export class SpreadTable {
  inspectedUnits: number;
  rule: SpreadRuleView;
  spreads: SpreadView[];
}

/** From how much spread on a problem counts as common. */
export class SpreadRuleView {
  units: number;
  percent: number;
  sites: number;
  groups: number;
}

/** A common problem, and who was asked to look for it at home. */
export class SharedProblemView {
  id: string;
  version: number;
  name: string;
  cause: string;
  owner: UnitBrief | null;
  measure: string | null;
  document: string | null;
  suggested: SpreadClass;
  decidedBy: string;
  decidedAt: Date;
  findings: number;
  asked: number;
  answered: number;
  /** Units of the inspection’s objects that were not asked yet. */
  uncovered: UnitBrief[];
}
