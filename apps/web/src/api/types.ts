/** The wire shapes of /api/v1. The only file that names them; pages import from here. Instants are ISO 8601 in UTC. */
export type Instant = string;
export type Id = string;

/** A page of a keyset list: pass `next` back as `cursor`; null at the end. */
export interface Page<T> {
  items: T[];
  next: string | null;
}
/** A count that stops counting at a ceiling (`capped`: "10,000+"). */
export interface Total {
  value: number;
  capped: boolean;
}

export const roles = [
  'principal',
  'county_leader',
  'leader_office',
  'bureau_head',
  'bureau_officer',
  'bureau_clerk',
  'unit_head',
  'unit_liaison',
  'unit_staff',
  'group_leader',
  'group_member',
  'invited',
  'reviewer',
  'proponent',
  'auditor',
  'sysadmin',
  'secadmin',
  'auditadmin',
] as const;
export type Role = (typeof roles)[number];

export interface UnitBrief {
  id: Id;
  name: string;
  shortName: string;
}
export interface Post {
  id: Id;
  role: Role;
  title: string;
  unit: UnitBrief;
}
export interface Me {
  person: { id: Id; name: string };
  account: { login: string };
  acting: Post | null;
  posts: Post[];
  acts: string[];
  expiresAt: Instant;
  county: { name: string; bureauName: string; demo: boolean };
}
export interface Device {
  id: Id;
  device: string;
  source: string;
  createdAt: Instant;
  seenAt: Instant;
  current: boolean;
}
export interface PersonBrief {
  id: Id;
  name: string;
  title?: string;
  unitName?: string;
  roles?: Role[];
}

export interface UnitView extends UnitBrief {
  kind: string;
  parentId: Id | null;
  divisionCode: string | null;
  leads: boolean;
}
export interface DutySuggestion {
  leadUnit: UnitBrief;
  assistUnits: UnitBrief[];
  matchedCategory: string;
}

export const matterKinds = [
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
] as const;
export type MatterKind = (typeof matterKinds)[number];
export const matterStates = [
  'received',
  'registered',
  'replied',
  'closed',
  'filed',
  'merged',
  'declined',
  'handed_over',
] as const;
export type MatterState = (typeof matterStates)[number];
export const taskStates = [
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
] as const;
export type TaskState = (typeof taskStates)[number];
export const assignmentStates = [
  'queued',
  'delivered',
  'signed',
  'submitted',
  'answered',
  'accepted',
  'moving',
  'moved',
  'recalled',
] as const;
export type AssignmentState = (typeof assignmentStates)[number];
export const boxes = ['to_sign', 'to_do', 'to_sign_off', 'returned', 'answered', 'done'] as const;
export type Box = (typeof boxes)[number];
export const resultClasses = ['A', 'B', 'C', 'D', 'referred'] as const;
export type ResultClass = (typeof resultClasses)[number];
export type InstructionKind = 'order' | 'guidance' | 'reference';
export const feedbacks = ['satisfied', 'basically_satisfied', 'dissatisfied'] as const;
export type Feedback = (typeof feedbacks)[number];

export interface EvidenceView {
  id: Id;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  receivedAt: Instant;
}
export interface InstructionView {
  id: Id;
  lineageId: Id;
  edition: number;
  kind: InstructionKind;
  words: string;
  givenBy: PersonBrief;
  enteredBy: PersonBrief;
  givenAt: Instant;
  disownedAt: Instant | null;
  actions: string[];
}
export interface HandlingProposalView {
  id: Id;
  version: number;
  wording: string;
  leadUnit: UnitBrief | null;
  assistUnits: UnitBrief[];
  dueAt: Instant | null;
  forPerson: PersonBrief;
  proposedBy: PersonBrief;
  proposedAt: Instant;
  decision: 'agree' | 'disagree' | 'noted' | null;
  decidedWords: string | null;
  decidedAt: Instant | null;
}
export interface Signatory {
  id: Id;
  name: string;
  contact: string | null;
}
export interface ReplyView {
  id: Id;
  signatoryId: Id;
  number: string;
  body: string;
  repliedAt: Instant;
  feedback: Feedback | null;
  feedbackWords: string | null;
}
export interface TaskBrief {
  id: Id;
  number: string | null;
  title: string;
  state: TaskState;
  leadUnit: UnitBrief | null;
  dueAt: Instant | null;
  overdue: boolean;
}

export interface MatterRow {
  id: Id;
  version: number;
  kind: MatterKind;
  state: MatterState;
  intakeNo: string;
  number: string | null;
  title: string;
  category: string | null;
  needsTriage: boolean;
  receivedAt: Instant;
  actions: string[];
}
export interface MatterView extends MatterRow {
  body: string;
  categories: string[];
  signatories: Signatory[];
  occurredAt: Instant | null;
  principal: PersonBrief | null;
  meeting: string | null;
  tasks: TaskBrief[];
  replies: ReplyView[];
  proposals: HandlingProposalView[];
  instructions: InstructionView[];
  evidence: EvidenceView[];
}

export interface LedgerRow {
  id: Id;
  version: number;
  number: string | null;
  title: string;
  kind: string;
  state: TaskState;
  dispatchedAt: Instant | null;
  source: MatterKind | null;
  matter: { id: Id; title: string; intakeNo: string } | null;
  principal: PersonBrief | null;
  leadLeader: PersonBrief | null;
  leadUnit: UnitBrief | null;
  assistUnits: UnitBrief[];
  officer: PersonBrief | null;
  responsible: PersonBrief | null;
  dueAt: Instant | null;
  overdue: boolean;
  suspended: boolean;
  progress: string | null;
  problem: string | null;
  nextStep: string | null;
  completion: string | null;
  currentValue: number | null;
  targetValue: number | null;
  targetUnit: string | null;
  actions: string[];
}
export interface ReportView {
  progress: string;
  problem: string;
  nextStep: string;
  value: number | null;
  reportedAt: Instant;
  reportedBy: PersonBrief | null;
}
export interface AnswerView {
  id: Id;
  assignmentId: Id;
  unit: UnitBrief | null;
  round: number;
  attempt: number;
  resultClass: ResultClass;
  body: string;
  followUpAt: Instant | null;
  submittedBy: PersonBrief | null;
  submittedAt: Instant;
  signedOffBy: PersonBrief | null;
  signedOffAt: Instant | null;
  evidence: EvidenceView[];
}
export interface AssignmentView {
  id: Id;
  version: number;
  taskId: Id;
  task: {
    number: string | null;
    title: string;
    demand: string;
    dueAt: Instant | null;
    suspended: boolean;
    state: TaskState;
    kind: string;
    targetValue: number | null;
    targetUnit: string | null;
    currentValue: number | null;
  };
  unit: UnitBrief;
  duty: 'lead' | 'assist';
  round: number;
  state: AssignmentState;
  dueAt: Instant | null;
  overdue: boolean;
  queuedAt: Instant;
  deliveredAt: Instant | null;
  signedAt: Instant | null;
  signedBy: PersonBrief | null;
  submittedAt: Instant | null;
  answeredAt: Instant | null;
  lastReport: ReportView | null;
  answer: AnswerView | null;
  returnWords: string | null;
  actions: string[];
}
export type BoxCounts = Record<Box, number>;
export interface VerificationView {
  id: Id;
  round: number;
  attempt: number;
  manner: 'desk' | 'on_site';
  verdict: 'pass' | 'redo';
  words: string;
  verifiedBy: PersonBrief;
  verifiedAt: Instant;
}
export interface CorrectionView {
  id: Id;
  reason: string;
  before: Record<string, string | number | null>;
  after: Record<string, string | number | null>;
  correctedBy: PersonBrief;
  correctedAt: Instant;
}
export interface SuspensionView {
  id: Id;
  reason: string;
  suspendedBy: PersonBrief;
  suspendedAt: Instant;
  resumedAt: Instant | null;
}
export interface PresentationView {
  summary: string;
  principal: PersonBrief;
  presentedBy: PersonBrief;
  presentedAt: Instant;
  silentCloseAt: Instant | null;
  decision: string | null;
  decidedWords: string | null;
  decidedAt: Instant | null;
}
export interface TaskView extends LedgerRow {
  demand: string;
  category: string | null;
  round: number;
  parent: TaskBrief | null;
  children: TaskBrief[];
  rollUp: { total: number; closed: number } | null;
  assignments: AssignmentView[];
  answers: AnswerView[];
  verifications: VerificationView[];
  presentation: PresentationView | null;
  instructions: InstructionView[];
  suspensions: SuspensionView[];
  corrections: CorrectionView[];
  evidence: EvidenceView[];
  nextAction: string | null;
}
export interface TimelineEntry {
  seq: number | null;
  at: Instant;
  act: string;
  person: PersonBrief | null;
  title: string | null;
  unit: UnitBrief | null;
  from: string | null;
  to: string | null;
  facts: Record<string, unknown>;
  words: string | null;
}
export interface SlipView {
  county: string;
  bureau: string;
  number: string;
  title: string;
  demand: string;
  source: MatterKind | null;
  principal: PersonBrief | null;
  leadLeader: PersonBrief | null;
  instruction: string | null;
  officer: PersonBrief | null;
  officerPhone?: string | null;
  dispatchedAt: Instant | null;
  assignments: {
    id: Id;
    unit: UnitBrief;
    duty: 'lead' | 'assist';
    dueAt: Instant | null;
    signedAt: Instant | null;
    signedBy: PersonBrief | null;
  }[];
}

export type TrayKind = 'handling_proposal' | 'task_proposal' | 'presentation' | 'office_act' | 'mandate';
export interface TrayItem {
  kind: TrayKind;
  id: Id;
  version: number;
  title: string;
  summary: string;
  at: Instant;
  links: { matterId?: Id; taskId?: Id; evidenceIds?: Id[] };
}
export interface Tray {
  items: TrayItem[];
  counts: Partial<Record<TrayKind, number>>;
}
export interface OfficerLoad {
  officer: PersonBrief;
  underWay: number;
  toVerify: number;
  overdue: number;
}

export interface MandateView {
  id: Id;
  version: number;
  sourceKind: MatterKind;
  categoryPrefix: string;
  from: Instant;
  to: Instant;
  reason: string;
  proposedBy: PersonBrief;
  proposedAt: Instant;
  approvedBy: PersonBrief | null;
  approvedAt: Instant | null;
  revokedAt: Instant | null;
  actions: string[];
}

export interface ImportIssue {
  sheet: string;
  row: number;
  column: string | null;
  code: string;
  message: string;
}
export interface ImportView {
  id: Id;
  version: number;
  sourceKind: MatterKind;
  fileName: string;
  state: 'previewed' | 'committing' | 'committed' | 'failed';
  counts: { physicalRows: number; rows: number; imported: number; blank: number; duplicates: number; rejected: number };
  rejected: ImportIssue[];
  sample: Record<string, string | null>[];
  columns: { field: string; header: string }[];
  createdAt: Instant;
  committedAt: Instant | null;
}

export interface NoticeView {
  id: Id;
  kind: string;
  facts: Record<string, unknown>;
  taskId: Id | null;
  matterId: Id | null;
  assignmentId: Id | null;
  createdAt: Instant;
  readAt: Instant | null;
}
export interface AuditRow {
  seq: number | null;
  at: Instant;
  act: string;
  subjectType: string;
  subjectId: Id | null;
  aboutId: Id | null;
  personId: Id | null;
  role: Role | null;
  from: string | null;
  to: string | null;
  facts: Record<string, unknown>;
}
export interface PublicReply {
  title: string;
  body: string;
  number: string;
  countyName: string;
  repliedAt: Instant;
  question?: string;
  feedback?: Feedback | null;
}
export interface Skipped {
  id?: Id;
  matterId?: Id;
  taskId?: Id;
  code: string;
  message?: string;
}
