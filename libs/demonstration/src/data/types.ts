import type { UnitKind } from '@ducha/org';

/**
 * Shapes of the demonstration county. Everything refers to everything else by
 * `key`, an ASCII slug that exists only here: the loader maps keys to the ids
 * the product gives out. Nothing in this folder imports Nest or the database.
 */

/** One unit of the tree; `parentKey` is null for the county alone. */
export interface DemoUnit {
  key: string;
  name: string;
  /** As officers write it in a ledger column. */
  shortName: string;
  kind: UnitKind;
  parentKey: string | null;
  /** National statistical code of the 22 divisions (fact); absent elsewhere. */
  divisionCode?: string;
  /** Protocol order among siblings, from 1. */
  order: number;
}

/** Roles of DESIGN 4 that a post of the demonstration county may carry. */
export type DemoRole =
  | 'principal'
  | 'county_leader'
  | 'leader_office'
  | 'bureau_head'
  | 'bureau_officer'
  | 'bureau_clerk'
  | 'unit_head'
  | 'unit_liaison'
  | 'unit_staff'
  | 'reviewer'
  | 'proponent'
  | 'auditor'
  | 'sysadmin'
  | 'secadmin'
  | 'auditadmin';

/** A role held in a unit; days are county days, `to` exclusive. */
export interface DemoPost {
  role: DemoRole;
  unitKey: string;
  title: string;
  from: string;
  to?: string;
  /** Person key of the principal a secretary acts for. */
  serves?: string;
}

/** An invented person. The same person may hold several posts. */
export interface DemoPerson {
  key: string;
  name: string;
  login: string;
  /** Impossible subscriber numbers (area code + 0000), safe to print. */
  phone: string;
  posts: DemoPost[];
}

/** Which county leader leads which units (分管). */
export interface DemoPortfolio {
  leaderKey: string;
  unitKeys: string[];
}

/** Who owns the tasks of which lead units inside the bureau (跟办人). */
export interface DemoCaseOfficerRule {
  officerKey: string;
  coverKey: string;
  leadUnitKeys: string[];
}

/** Families of story texts; every duty line names the family that fits it. */
export type StoryShelfName =
  | 'works'
  | 'utility'
  | 'pollution'
  | 'enforcement'
  | 'traffic'
  | 'schooling'
  | 'payment'
  | 'benefit'
  | 'market'
  | 'health'
  | 'farming'
  | 'village'
  | 'service'
  | 'safety'
  | 'sanitation'
  | 'rights'
  | 'advice'
  | 'inquiry'
  | 'project';

/** One line of the duty register (职责清单): a category and who answers it. */
export interface DemoDuty {
  key: string;
  /** One to three levels, as messages carry them. */
  path: string[];
  leadUnitKey: string;
  assistUnitKeys: string[];
  /** The division where the place lies leads; `leadUnitKey` if no place is known. */
  leadByPlace?: true;
  /** The division where the place lies assists. */
  assistByPlace?: true;
  /** On which list of the townships the item stands, and as which item of it. */
  list?: { name: 'basic' | 'assisting' | 'withdrawn'; item: number };
  shelf: StoryShelfName;
}

/** A standing mandate (常设授权) to register a kind of matter in batches. */
export interface DemoMandate {
  key: string;
  kind: DemoMatterKind | 'upward_need';
  title: string;
  scope: string;
  approvedByKey: string;
  validDays: number;
}

/** Kinds of matter the demonstration county writes. */
export type DemoMatterKind = 'netizen_message' | 'instruction' | 'meeting_decision';

/** A moment before "today", in the county's zone; `time` is HH:mm. */
export interface DemoMoment {
  daysAgo: number;
  time: string;
}

/** Somebody who signed a message; the phone is masked and fictitious. */
export interface DemoAsker {
  name: string;
  phone: string;
}

/** What a triage officer would do with a message; most are registered. */
export type DemoTriage = 'register' | 'merge' | 'reply' | 'file' | 'hand_over';

/** A message as its author wrote it, before asker and date are given out. */
export interface MessageSeed {
  /** Key of a duty line. */
  duty: string;
  /** Key of the division the place lies in; absent if the writer did not say. */
  at?: string;
  place: string;
  /** What is wrong, as a noun phrase that fits the story texts. */
  topic: string;
  /** Family of story texts, where the duty line's own does not fit. */
  shelf?: StoryShelfName;
  title: string;
  text: string;
  /** Same matter asked by several people: they share this word. */
  alike?: string;
  /** Names of further signatories. */
  jointly?: string[];
  /** Units that could each be meant; triage has to decide. */
  unclear?: string[];
  triage?: DemoTriage;
}

/** A citizen's message, complete. */
export interface DemoMessage extends MessageSeed {
  kind: 'netizen_message';
  key: string;
  /** Number in the (invented) message board it came from. */
  foreignId: string;
  /** First signatory first. */
  askers: DemoAsker[];
  received: DemoMoment;
  triage: DemoTriage;
  shelf: StoryShelfName;
}

/** Lead, assist and date as the office puts them before a leader. */
export interface DemoHandlingProposal {
  text: string;
  leadUnitKey: string;
  assistUnitKeys: string[];
  /** Natural days from the day of dispatch, so never in the past. */
  dueInDays: number;
}

/** A principal's words on a paper (领导批示) with the office's proposal. */
export interface DemoInstruction {
  kind: 'instruction';
  key: string;
  principalKey: string;
  /** 批办 opens duties, 指导 guides, 参阅 is for reading. */
  weight: 'act' | 'guide' | 'read';
  /** The paper the words were written on. */
  document: string;
  title: string;
  words: string;
  place: string;
  topic: string;
  shelf: StoryShelfName;
  proposal: DemoHandlingProposal;
  received: DemoMoment;
}

/** Target of a quantified task; shares, where given, add up to `value`. */
export interface DemoTarget {
  measure: string;
  value: number;
  unit: string;
  shares?: { unitKey: string; value: number }[];
}

/** One item a meeting decided (会议议定事项). */
export interface DemoDecision {
  kind: 'meeting_decision';
  key: string;
  meeting: string;
  /** Item of the minutes, from 1. */
  item: number;
  title: string;
  text: string;
  topic: string;
  /** Counted work reads alike; its texts name no place. */
  shelf: 'project';
  leadUnitKey: string;
  assistUnitKeys: string[];
  leadLeaderKey: string;
  target: DemoTarget;
  /** Natural days from the day of dispatch, so never in the past. */
  dueInDays: number;
  received: DemoMoment;
}

/** Any matter of the demonstration county; tell them apart by `kind`. */
export type DemoMatter = DemoMessage | DemoInstruction | DemoDecision;

/** Result classes an answer may claim. */
export type DemoResultClass = 'solved' | 'planned' | 'later' | 'reference' | 'referred';

/**
 * Texts of one family. They may hold `{place}` and `{topic}`; fillStory puts
 * the matter's own words in.
 */
export interface StoryShelf {
  /** Progress, from the first look to the last touch. */
  reports: { early: string[]; middle: string[]; late: string[] };
  problems: string[];
  nextSteps: string[];
  /** What the unit claims, by result class. */
  answers: Record<DemoResultClass, string[]>;
  /** Why the claim holds, in the words of a verifier. */
  pass: string[];
  /** Why it does not. */
  redo: string[];
  /** What the askers read, by result class. */
  replies: Record<DemoResultClass, string[]>;
  /** Names (no extension) of the papers a unit encloses. */
  evidence: string[];
}
