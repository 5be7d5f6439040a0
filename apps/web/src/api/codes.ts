import type {
  Box,
  Feedback,
  Grouping,
  LedgerColumn,
  MatterColumn,
  MatterGrouping,
  LawClock,
  MatterKind,
  MatterState,
  NeedView,
  TaskState,
  TaskView,
  TownshipList,
  FindingBrief,
  ReviewBrief,
} from './types';

/** Every value of a coded field, in the order in which pages offer them; the compiler keeps the lists complete. */
function complete<Code extends string>() {
  return <const List extends readonly Code[]>(list: Exclude<Code, List[number]> extends never ? List : never): List =>
    list;
}

/** Sources of matters. */
export const matterKinds = complete<MatterKind>()([
  'instruction',
  'field_visit',
  'netizen_message',
  'deputy_suggestion',
  'cppcc_proposal',
  'superior_document',
  'meeting_decision',
  'hotline',
  'petition',
  'work_report',
  'superior_feedback',
  'inspection_finding',
]);
/** Kinds of tasks that the ledger can be narrowed to: every source of matters, and what units ask for. */
export const ledgerKinds = [...matterKinds, 'upward_need'] as const;
/** How much weight a task has. */
export const importanceDegrees = complete<TaskView['importance']>()(['ordinary', 'urgent', 'important']);
/** What sets a time limit of a law running. */
export const startEvents = complete<LawClock['startsAt']>()([
  'received',
  'registered',
  'dispatched',
  'delivered',
  'signed',
  'transferred',
  'accepted',
  'returned',
  'answered',
  'verified',
  'dissatisfied',
  'closed',
  'served',
  'applied',
  'noticed',
]);
/** States of a matter. */
export const matterStates = complete<MatterState>()([
  'received',
  'registered',
  'replied',
  'closed',
  'filed',
  'merged',
  'declined',
  'handed_over',
]);
/** States of a task. */
export const taskStates = complete<TaskState>()([
  'draft',
  'proposed',
  'registered',
  'dispatched',
  'under_way',
  'answered',
  'verified',
  'presented',
  'closed',
  'effective',
  'cancelled',
]);
/** Lists of the townships' duties. */
export const townshipLists = complete<TownshipList>()(['basic', 'assisting', 'withdrawn']);
/** What a unit may ask for. */
export const needKinds = complete<NeedView['kind']>()(['funds', 'policy', 'approval', 'other']);
/** States of an upward need. */
export const needStates = complete<NeedView['state']>()(['asked', 'registered', 'declined', 'solved']);
/** How a clause is answered. */
export const clauseRules = ['yes_no', 'at_least', 'at_most'] as const;
/** Why a drawn claim cannot be checked. */
export const replaceReasons = ['moved_on', 'absent', 'refused', 'checker'] as const;
/** Recusals that people declare; those from posts are found by the server. */
export const recusalReasons = ['home_township', 'kin', 'other'] as const;
/** How a finding is shown. */
export const standings = complete<FindingBrief['standing']>()([
  'recorded',
  'confirmed',
  'ordered',
  'rectified',
  'verified',
  'effective',
  'relapsed',
  'merged',
  'handed_over',
  'dismissed',
  'revoked',
]);
/** How grave a finding is. */
export const severities = complete<FindingBrief['severity']>()(['minor', 'ordinary', 'serious']);
/** Classes of conduct. */
export const conducts = complete<NonNullable<FindingBrief['conduct']>>()(['inaction', 'delay', 'misuse', 'pretence']);
/** What came of the thing that was to be done. */
export const resultsOnSite = complete<NonNullable<FindingBrief['result']>>()([
  'undone',
  'partly_done',
  'poorly_done',
  'falsified',
]);
/** What was met on the spot. */
export const encounters = complete<FindingBrief['encounter']>()(['found', 'absent', 'refused', 'moved']);
/** What a review may come to. */
export const reviewVerdicts = complete<NonNullable<ReviewBrief['verdict']>>()(['uphold', 'change', 'revoke']);
/** Boxes of a unit's inbox. */
export const boxes = complete<Box>()(['mine', 'to_sign', 'to_do', 'to_sign_off', 'returned', 'answered', 'done']);
/** What a signatory may say. */
export const feedbacks = complete<Feedback>()(['satisfied', 'basically_satisfied', 'dissatisfied']);
/** Result classes of an answer. */
export const resultClasses = ['A', 'B', 'C', 'D', 'referred'] as const;
/** What the ledger can be grouped by. */
export const groupings = complete<Grouping>()(['state', 'lead_unit', 'officer', 'kind', 'category', 'lead_leader']);
/** The ledger's columns in the order counties print them. */
export const ledgerColumns = complete<LedgerColumn>()([
  'seq',
  'number',
  'dispatchedAt',
  'source',
  'title',
  'principal',
  'leadLeader',
  'lead',
  'assist',
  'responsible',
  'due',
  'progress',
  'problem',
  'nextStep',
  'completion',
]);
/** What the matters can be grouped by. */
export const matterGroupings = complete<MatterGrouping>()(['state', 'kind', 'category', 'lead_unit', 'principal']);
/** The columns of the matters in their usual order. */
export const matterColumns = complete<MatterColumn>()([
  'seq',
  'intakeNo',
  'kind',
  'title',
  'category',
  'receivedAt',
  'state',
  'number',
  'leadUnits',
  'principal',
  'occurredAt',
  'closedAt',
]);
