import { EvidenceView } from '@ducha/evidence';
import { UnitBrief } from '@ducha/org';
import { InstructionView, TaskBrief } from '@ducha/task';
import type { HoldBasis } from '../domain/hold-bases.js';
import type { Feedback } from '../domain/feedback.js';
import type { MatterKind } from '../domain/matter-kind.js';
import type { MatterState } from '../domain/matter-lifecycle.js';

/** A person as he stands beside something else. */
export class PersonRef {
  id: string;
  name: string;
}

/** A matter in a list. */
export class MatterListRow {
  id: string;
  version: number;
  kind: MatterKind;
  state: MatterState;
  /** 登记号 */
  intakeNo: string;
  /** 立项编号 */
  number: string | null;
  title: string;
  /** Slash path; null until triage finds one. */
  category: string | null;
  needsTriage: boolean;
  occurredAt: Date | null;
  receivedAt: Date;
  closedAt: Date | null;
  principal: PersonRef | null;
  /** Units that lead its tasks. */
  leadUnits: UnitBrief[];
  /** An accusation, which only goes the restricted way. */
  restricted: boolean;
  actions: string[];
}

/** Somebody who asked and must be answered. */
export class SignatoryView {
  id: string;
  name: string;
  /** Masked for everybody: 138****1234. */
  contact: string | null;
  /** Only two named officers may read who it is. */
  isProtected: boolean;
  /** Follows the matter signed in. */
  isPerson: boolean;
}

/** What one signatory was told. */
export class ReplyView {
  id: string;
  signatoryId: string;
  /** The signatory's own matter; another one when that was merged into this. */
  matterId: string;
  round: number;
  number: string;
  body: string;
  signedOffBy: PersonRef | null;
  repliedAt: Date;
  /** The asker opened the link for the first time. */
  firstReadAt: Date | null;
  feedback: Feedback | null;
  feedbackWords: string | null;
  feedbackAt: Date | null;
  /** Nothing was said within the link's time. */
  lapsedAt: Date | null;
}

/** A handling proposal and what became of it. */
export class HandlingProposalView {
  id: string;
  version: number;
  wording: string;
  leadUnit: UnitBrief | null;
  assistUnits: UnitBrief[];
  dueAt: Date | null;
  forPerson: PersonRef;
  proposedBy: PersonRef;
  proposedAt: Date;
  /** agree, disagree, noted; withdrawn when the matter was settled otherwise, disowned when the office agreed against the leader's will. */
  decision: string | null;
  decidedWords: string | null;
  /** Somebody else than `forPerson`: the leader's office, in the leader's name. */
  decidedBy: PersonRef | null;
  decidedAt: Date | null;
  actions: string[];
}

/** A hand-over (移送) or passing on (转送), and whether it was acknowledged. */
export class HandOverView {
  id: string;
  /** hand_over, pass_on */
  manner: string;
  toOrgan: string;
  reason: string;
  handedBy: PersonRef;
  handedAt: Date;
  receivedBy: string | null;
  receiptNo: string | null;
  receiptAt: Date | null;
}

/** What a signatory said when called back. */
export class CallBackView {
  id: string;
  signatoryId: string;
  round: number;
  reached: boolean;
  solved: boolean | null;
  feedback: Feedback | null;
  words: string | null;
  contactedAt: Date;
  madeBy: PersonRef;
}

/** Whom an accusation must never reach, and who handles it. */
export class RestrictionView {
  accusedUnits: UnitBrief[];
  accusedPersons: PersonRef[];
  keepers: PersonRef[];
}

/** Why nothing of a matter is purged. */
export class HoldView {
  basis: HoldBasis;
  reason: string;
  placedBy: PersonRef;
  placedAt: Date;
}

/** What stands where personal data was. */
export class TombstoneView {
  part: 'contacts' | 'numbers' | 'names';
  removed: number;
  purgedAt: Date;
  /** The decision of two persons. */
  purgeId: string;
}

/** Another matter in one line. */
export class MatterRef {
  id: string;
  title: string;
  intakeNo: string;
}

/** A time limit of the supervisors on a matter. */
export class MatterClockView {
  kind: 'triage' | 'reply';
  dueAt: Date;
  breached: boolean;
}

/** A matter with everything that belongs to it. */
export class MatterView extends MatterListRow {
  /** The supervisors’ own time that runs: until it is handled, or until who asked is answered. */
  clock: MatterClockView | null;
  /** Personal numbers in it are masked, here as everywhere. */
  body: string;
  /** Title, body or own fields hold masked numbers; with `unmask` among the actions they can be asked for. */
  maskedTexts: boolean;
  /** The own fields of its kind, by name. */
  fields: Record<string, unknown>;
  restriction: RestrictionView | null;
  hold: HoldView | null;
  purged: TombstoneView[];
  handOvers: HandOverView[];
  callBacks: CallBackView[];
  categories: string[];
  foreignId: string | null;
  meeting: string | null;
  round: number;
  importId: string | null;
  mandateId: string | null;
  registeredAt: Date | null;
  registeredBy: PersonRef | null;
  createdBy: PersonRef | null;
  createdAt: Date;
  signatories: SignatoryView[];
  mergedInto: MatterRef | null;
  merged: MatterRef[];
  tasks: TaskBrief[];
  replies: ReplyView[];
  proposals: HandlingProposalView[];
  instructions: InstructionView[];
  evidence: EvidenceView[];
}

/** A count that is exact up to 10,000. */
export class MatterCountView {
  value: number;
  capped: boolean;
}

/** A matter that an act on many left as it is. */
export class SkippedMatterView {
  matterId: string;
  code: string;
  /** Null: there is no such matter, or not for this person. */
  title: string | null;
}
