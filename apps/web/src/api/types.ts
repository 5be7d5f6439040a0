import type { components } from './schema';

/** The wire shapes of /api/v1 under the names that pages use. Taken from the server's own document: a change there breaks here first. Instants are ISO 8601 in UTC. */
type Schemas = components['schemas'];

/** A page of a keyset list: pass `next` back as `cursor`; null at the end. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Who is signed in, in which post, and what that role may ever do. */
export type Me = Schemas['MeView'];
/** A role held in a unit. */
export type Post = Schemas['PostView'];
/** Roles exactly as DESIGN 4 names them. */
export type Role = Post['role'];
/** A device on which the account is signed in. */
export type Device = Schemas['DeviceView'];
/** A way to prove who one is. */
export type ProofWay = Me['ways'][number];
/** What my account proves itself with. */
export type Factors = Schemas['FactorsView'];
/** An enrolled passkey. */
export type Passkey = Schemas['PasskeyView'];
/** What an authenticator application is told. */
export type TotpEnrolment = Schemas['TotpEnrolmentView'];
/** A factor was enrolled; the recovery codes are seen this once. */
export type Enrolled = Schemas['EnrolledView'];
/** My access tokens and what a new one may be given. */
export type Tokens = Schemas['TokensView'];
/** One access token. */
export type AccessToken = Schemas['TokenView'];
/** An account as the administrators see it. */
export type Account = Schemas['AccountView'];
/** What one administrator asks and another decides. */
export type PrivilegeRequest = Schemas['PrivilegeRequestView'];
/** A one-time link with which a person chooses their password. */
export type NewEntry = Schemas['NewEntryView'];
/** Whom an entry link is for. */
export type EntryPreview = Schemas['EntryPreviewView'];
/** An empty county was set up. */
export type Founded = Schemas['FoundedView'];
/** A role: what it may do, who holds it. */
export type RoleTable = Schemas['RoleView'];
/** The chain's end, exported to be kept outside. */
export type Anchor = Schemas['AnchorView'];
/** What a piece of the chain came to. */
export type VerifiedPiece = Schemas['VerifiedPieceView'];
/** How the numbers of a series are written. */
export type NumberPattern = Schemas['NumberPatternView'];
/** Numbers that were drawn and stand on no record. */
export type VoidNumbers = Schemas['VoidNumbersView'];
/** How far a new county has come. */
export type Guide = Schemas['GuideView'];
/** How the county and its bureau call themselves. */
export type CountyNames = Schemas['CountySettingsView'];
/** Whom a one-time sign-in link is for. */
export type LinkPreview = Schemas['LinkPreviewView'];
/** A person to choose from. */
export type PersonBrief = Schemas['PersonBrief'];
/** A person named beside something else. */
export type PersonRef = Schemas['PersonRef'];
/** A unit to choose from. */
export type UnitView = Schemas['UnitView'];
/** A unit named beside something else. */
export type UnitBrief = Schemas['UnitBrief'];
/** A line of the duty register. */
export type DutyView = Schemas['DutyView'];
/** A line as it was from a day to a day. */
export type DutyPast = Schemas['DutyPastView'];
/** On which list of the townships an item stands. */
export type TownshipList = NonNullable<DutyView['townshipList']>;
/** A sheet of lines that was looked at or taken in. */
export type DutyImportView = Schemas['DutyImportView'];
/** What bears on whether an assignment belongs to a township. */
export type Ground = Schemas['GroundView'];
/** What units were asked for in a month. */
export type AskedView = Schemas['AskedView'];
/** What a unit asks of those above it. */
export type NeedView = Schemas['NeedView'];
/** A standard with its versions. */
export type Standard = Schemas['StandardView'];
/** A standard in the list. */
export type StandardBrief = Schemas['StandardBrief'];
/** One version of a standard. */
export type StandardVersion = Standard['versions'][number];
/** What another version would make of what was found. */
export type Reevaluation = Schemas['ReevaluationView'];
/** A finding in a list. */
export type FindingBrief = Schemas['FindingBrief'];
/** A finding with what proves it. */
export type Finding = Schemas['FindingView'];
/** A visit’s checklist. */
export type Checklist = Schemas['ChecklistView'];
/** Findings by clause and what their spread suggests. */
export type SpreadTable = Schemas['SpreadTable'];
/** A problem that a person called common. */
export type SharedProblem = Schemas['SharedProblemView'];
/** A conclusion in a list. */
export type ConclusionBrief = Schemas['ConclusionBrief'];
/** A conclusion, whole. */
export type Conclusion = Schemas['ConclusionView'];
/** A finding in a conclusion. */
export type BoundFinding = Schemas['BoundFindingView'];
/** A review in a list. */
export type ReviewBrief = Schemas['ReviewBrief'];
/** A review, whole. */
export type Review = Schemas['ReviewView'];
/** Somebody who may review, or took part. */
export type ReviewerCandidate = Schemas['ReviewerCandidate'];
/** A round of look-back. */
export type LookBack = Schemas['LookBackView'];
/** An inspection in the list. */
export type InspectionBrief = Schemas['InspectionBrief'];
/** An inspection with its plan. */
export type Inspection = Schemas['InspectionView'];
/** A whole plan as it is saved. */
export type PlanBody = Schemas['InspectionPlanBody'];
/** A running inspection at a glance. */
export type InspectionBoard = Schemas['BoardView'];
/** One visit of a group. */
export type Visit = Schemas['VisitView'];
/** A proposal of praise, criticism or accountability. */
export type Outcome = Schemas['OutcomeView'];
/** How reviews go in this county. */
export type ReviewRule = Schemas['ReviewRuleView'];
/** A village, household or project of the frame. */
export type Site = Schemas['SiteView'];
/** What a typed code stands for. */
export type CodeAnswer = Schemas['CodeView'];
/** The county's public keys of codes. */
export type CodeKeys = Schemas['CodeKeysView'];
/** A claim that was drawn to be looked at again. */
export type LookBackCheck = Schemas['CheckView'];
/** What a unit claimed and what of it held. */
export type UnitFigure = Schemas['UnitFigureView'];
/** A sample as it is asked for. */
export type Sample = Schemas['SampleQuery'];
/** What a round would be drawn from. */
export type SamplePreview = Schemas['SamplePreviewView'];
/** What the duty register says for a category. */
export type DutySuggestion = Schemas['DutySuggestion'];

/** A matter with everything that belongs to it. */
export type MatterView = Omit<Schemas['MatterView'], 'instructions'> & { instructions: InstructionView[] };
/** A matter in a list. */
export type MatterRow = Pick<
  MatterView,
  | 'id'
  | 'version'
  | 'kind'
  | 'state'
  | 'intakeNo'
  | 'number'
  | 'title'
  | 'category'
  | 'needsTriage'
  | 'receivedAt'
  | 'leadUnits'
  | 'restricted'
  | 'actions'
>;
/** What a kind of matter is, asks and allows. */
export type MatterKindTable = Schemas['MatterKindView'];
/** A field that only one kind has. */
export type KindField = Schemas['KindFieldView'];
/** What the intake desk is told while somebody writes. */
export type IntakeHints = Schemas['IntakeHintsView'];
/** A matter that resembles the one in hand. */
export type SimilarMatter = Schemas['SimilarMatterView'];
/** Why something is proposed. */
export type HintReason = Schemas['HintReasonView'];
/** Where a matter stands, by a status link. */
export type PublicStatus = Schemas['PublicStatusView'];
/** A matter as its proponent sees it. */
export type OwnMatter = Schemas['OwnMatterView'];
/** Sources of matters. */
export type MatterKind = MatterView['kind'];
/** States of a matter. */
export type MatterState = MatterView['state'];
/** What the bureau puts before a leader. */
export type HandlingProposalView = Schemas['HandlingProposalView'];
/** A reply just sent: its one-time link is shown this once. */
export type SentReply = Schemas['SentReplyView'];
/** Personal data shown for once. */
export type Unmasked = Schemas['UnmaskedView'];
/** What is held of people and how long. */
export type Privacy = Schemas['PrivacyView'];
/** Personal data past its time. */
export type Purge = Schemas['PurgeView'];
/** What a signatory reads by the link. */
export type PublicReply = Schemas['PublicReplyView'];
/** What a signatory says to a reply. */
export type Feedback = Schemas['FeedbackBody']['feedback'];
/** A standing mandate. */
export type MandateView = Schemas['MandateView'];
/** A sheet that was looked at or taken in. */
export type ImportView = Schemas['ImportView'];
/** A sheet in the list of imports. */
export type ImportBrief = Omit<ImportView, 'rejected' | 'columns' | 'sample' | 'actions'>;
/** What a sheet of units or people comes to. */
export type RosterReport = Schemas['RosterReportView'];
/** What a unit gave out of an assignment. */
export type Errands = Schemas['ErrandsView'];
/** What one member of staff was given. */
export type Errand = Schemas['ErrandView'];
/** One cell that keeps its row out. */
export type ImportIssue = Schemas['RejectedRowView'];
/** What merging several came to. */
export type MergedMany = Schemas['MergedMattersView'];
/** What registering many came to. */
export type RegisteredMany = Schemas['RegisteredMattersView'];

/** A task with everything that belongs to it. */
export type TaskView = Schemas['TaskView'];
/** A task in one line. */
export type TaskBrief = Schemas['TaskBrief'];
/** A task in the ledger. */
export type LedgerRow = Schemas['LedgerRow'];
/** States of a task. */
export type TaskState = TaskView['state'];
/** One unit's share of a task. */
export type AssignmentView = Schemas['AssignmentView'];
/** States of an assignment. */
export type AssignmentState = AssignmentView['state'];
/** What waits in each box. */
export type BoxCounts = Schemas['AssignmentCounts'];
/** Boxes of a unit's inbox. */
export type Box = keyof BoxCounts;
/** A unit's claim. */
export type AnswerView = Schemas['AnswerView'];
/** What a correction changed. */
export type CorrectionView = Schemas['CorrectionView'];
/** A principal's words. */
export type InstructionView = Schemas['InstructionView'];
/** A file that bears something out. */
export type EvidenceView = Schemas['EvidenceBrief'];
/** One act in the life of a task. */
export type TimelineEntry = Schemas['TimelineEntry'];
/** A time limit with its legal basis. */
export type ClockView = Schemas['ClockView'];
/** The clocks of a task. */
export type Clocks = Schemas['ClocksView'];
/** The plan of a task, reckoned backwards. */
export type ScheduleView = Schemas['ScheduleView'];
/** One step of it. */
export type ScheduleStep = Schemas['StepView'];
/** A plan, reckoned. */
export type PlanView = Schemas['PlanView'];
/** Where a step comes to lie. */
export type PlacedStep = Schemas['PlacedStepView'];
/** One's own deadlines in a span, and its days off. */
export type OwnClocks = Schemas['OwnClocksView'];
/** How long each holder had the work. */
export type HolderDaysReport = Schemas['HolderDaysReportView'];
/** Timeliness of answers. */
export type TimelinessReport = Schemas['TimelinessReportView'];
/** A ledger of elsewhere that was imported. */
export type HistorySource = Schemas['HistorySourceView'];
/** What clocks will say if nothing is done. */
export type Rehearsal = Schemas['RehearsalView'];
/** The assignment slip as it is printed. */
export type SlipView = Schemas['SlipView'];
/** The ledger in groups. */
export type LedgerGroups = Schemas['LedgerGroups'];
/** What the ledger can be grouped by. */
export type Grouping = LedgerGroups['by'];
/** A saved view of the ledger. */
export type LedgerView = Schemas['LedgerView'];
/** How a view shows the ledger. */
export type ViewSettings = LedgerView['settings'];
/** A request for an export that needs a second person. */
export type ExportRequest = Schemas['ExportRequestView'];
/** A count that stops counting at a ceiling. */
export type Total = Schemas['LedgerCount'];

/** How a principal's words bind. */
export type InstructionKind = Schemas['InstructionBody']['kind'];
/** The leader's one tray. */
export type Tray = Schemas['TrayView'];
/** One thing that waits for a leader's word. */
export type TrayItem = Schemas['TrayItem'];
/** What may wait in a tray. */
export type TrayKind = TrayItem['kind'];
/** What a leader decided, with its true state. */
export type DecidedItem = Schemas['DecidedItem'];
/** What one case officer carries. */
export type OfficerLoad = Schemas['OfficerLoad'];
/** One thing told to this person or unit. */
export type NoticeView = Schemas['NoticeView'];
/** By which ways a person is reached outside the house. */
export type OwnWays = Schemas['OwnWaysView'];
/** Somebody who has not acknowledged in time. */
export type CallEntry = Schemas['CallView'];
/** A way out of the house. */
export type Channel = Schemas['ChannelView'];
/** An address that messages may go to. */
export type OutsideAddress = Schemas['AddressView'];
/** What became of one message. */
export type Delivery = Schemas['DeliveryView'];
/** What the county has settled about notices. */
export type NoticeRules = Schemas['RulesView'];
/** A wording in force. */
export type NoticeTemplate = Schemas['TemplateView'];
/** How units were urged about a task. */
export type Urgings = Schemas['UrgingsView'];
/** A unit’s request for more time. */
export type Extension = Schemas['ExtensionView'];
/** The requests for more time of a task. */
export type Extensions = Schemas['ExtensionsView'];
/** How far a unit’s time may be extended. */
export type ExtensionRoom = Schemas['ExtensionRoomView'];
/** A unit says that a share is not its duty. */
export type Dispute = Schemas['DisputeView'];
/** The disputes over a task. */
export type Disputes = Schemas['DisputesView'];
/** Until when a share may be disputed, and who rules. */
export type DisputeRoom = Schemas['DisputeRoomView'];
/** Transfers and returns in figures. */
export type DisputeMeasures = Schemas['DisputeMeasuresView'];
/** What a ruling proposes for the duty register. */
export type DutyProposal = Schemas['DutyProposalView'];
/** One act in the audit chain: ids and codes. */
export type AuditRow = Schemas['AuditActView'];

/** How safe the county's data is. */
export type BackupState = Schemas['BackupStateView'];
/** What waits in the queues of this instance. */
export type QueuesState = Schemas['QueuesView'];
/** A job that was given up. */
export type ParkedJob = Schemas['ParkedJobView'];
/** Rows that wait to be taken on. */
export type WaitingRows = Schemas['WaitingRowsView'];
/** One run of the backup schedule. */
export type BackupRun = Schemas['BackupRunView'];

/** A record that an act on many left as it is, and why; each act names the record in its own way. */
export type Skipped = { code: string } & ({ id: string } | { taskId: string } | { matterId: string });

/** What kinds of units there are. */
export type UnitKind = Schemas['UnitBody']['kind'];
/** A unit with its history. */
export type UnitPage = Schemas['UnitPageView'];
/** A person of the register. */
export type PersonEntry = Schemas['PersonEntryView'];
/** A post that a person holds. */
export type HeldPost = Schemas['HeldPostView'];
/** What somebody who left still holds. */
export type Untaken = Schemas['UntakenView'];
/** Acts lent to another person. */
export type Delegation = Schemas['DelegationView'];
/** What may be lent, and to whom. */
export type DelegationOptions = Schemas['DelegationOptionsView'];

/** A calendar of the county or of a unit. */
export type Calendar = Schemas['CalendarView'];
/** A year of a calendar as it is in force. */
export type CalendarYear = Schemas['CalendarYearView'];
/** A day that is set apart from the week. */
export type SetDay = Schemas['SetDayView'];
/** A publication of a year. */
export type YearRevision = Schemas['YearRevisionView'];
/** A publication of a year with its days. */
export type YearRevisionDays = Schemas['YearRevisionDaysView'];
/** What a file of a year says. */
export type YearFile = Schemas['YearFileView'];
/** What publishing a year would change. */
export type YearPreview = Schemas['YearPreviewView'];
/** What one law says about time. */
export type LawProfile = Schemas['LawProfileView'];
/** A text of a law profile, now or in the past. */
export type LawProfileRevision = Schemas['LawProfileRevisionView'];
/** One time limit of a law. */
export type LawClock = Schemas['ClockRuleView'];
/** When a time limit would be over. */
export type DeadlinePreview = Schemas['DeadlinePreviewView'];

/** What happens on the way to the end of a time limit and beyond it. */
export type Ladder = Schemas['LadderView'];
/** A point of a ladder. */
export type Rung = Schemas['RungView'];
/** What another text of a ladder would do to running time limits. */
export type LadderChange = Schemas['LadderChangeView'];
/** What a ladder will say of a template task. */
export type LadderRehearsal = Schemas['LadderRehearsalView'];
/** The slips of the county. */
export type SlipLevels = Schemas['SlipLevelsView'];
/** A numbered slip of a ladder. */
export type Slip = Schemas['SupervisionSlipView'];
/** An objection to a slip or a figure. */
export type Objection = Schemas['ObjectionView'];
/** An answer that counts as late. */
export type LateCase = Schemas['LateCaseView'];
/** How every unit stands. */
export type Lights = Schemas['LightsView'];
