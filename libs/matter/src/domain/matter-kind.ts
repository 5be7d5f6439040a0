import { cppccProposal, deputySuggestion } from './kinds/assemblies.js';
import type { KindTable } from './kinds/kind-table.js';
import { fieldVisit, instruction, meetingDecision, workReport } from './kinds/leaders.js';
import { hotline, netizenMessage, petition } from './kinds/people.js';
import { inspectionFinding, superiorDocument, superiorFeedback } from './kinds/superiors.js';

/** Every kind of matter (DESIGN 1) with its table. */
const tables = {
  instruction,
  field_visit: fieldVisit,
  netizen_message: netizenMessage,
  deputy_suggestion: deputySuggestion,
  cppcc_proposal: cppccProposal,
  superior_document: superiorDocument,
  meeting_decision: meetingDecision,
  hotline,
  petition,
  work_report: workReport,
  superior_feedback: superiorFeedback,
  inspection_finding: inspectionFinding,
} as const satisfies Record<string, KindTable>;

/** A kind of matter. */
export type MatterKind = keyof typeof tables;

/** The table of each kind. */
export const matterKinds: Readonly<Record<MatterKind, KindTable>> = tables;

const isKind = (text: string): text is MatterKind => Object.hasOwn(matterKinds, text);

/** All kinds, in the order of DESIGN 1. */
export const matterKindNames: readonly MatterKind[] = Object.keys(matterKinds).filter(isKind);

/** Kinds that a person may enter one by one. */
export const kindsByHand: readonly MatterKind[] = matterKindNames.filter((kind) => matterKinds[kind].byHand);

/** Kinds that may come as a sheet: all that a person may enter. */
export const kindsByImport: readonly MatterKind[] = matterKindNames.filter((kind) => matterKinds[kind].byHand);

/** Whether every signatory of such a matter must be answered. */
export const hasReplyDuty = (kind: MatterKind): boolean => matterKinds[kind].replyTo === 'every_signatory';

/** Whether such a matter may be declined (不予立项). */
export const mayBeDeclined = (kind: MatterKind): boolean => matterKinds[kind].declinable;
