import type { Feedback } from '../domain/feedback.js';
import type { MatterKind } from '../domain/matter-kind.js';
import type { MatterState } from '../domain/matter-lifecycle.js';

/** Ways in which a matter is put aside without work. */
export type SetAsideManner = 'file' | 'decline' | 'hand_over' | 'pass_on';

/** Why nobody of the county works on a matter, as those who asked are told it: never names that are protected. */
export class SetAsideView {
  manner: SetAsideManner;
  /** The organ to which it was handed over or passed on. */
  toOrgan: string | null;
  /** Null when the words were removed for good. */
  reason: string | null;
  receiptNo: string | null;
  /** When that organ took it over; null: not acknowledged yet. */
  receiptAt: Date | null;
}

/** Where a matter stands, as the holder of a status link sees it. */
export class PublicStatusView {
  title: string;
  intakeNo: string;
  /** Of the matter with which it is handled, when it was merged. */
  state: MatterState;
  receivedAt: Date;
  registeredAt: Date | null;
  repliedAt: Date | null;
  closedAt: Date | null;
  /** Null while it is not put aside, and of every accusation. */
  setAside: SetAsideView | null;
  readableUntil: Date;
  countyName: string;
}

/** A link that is shown this once. */
export class StatusLinkView {
  link: string;
}

/** What a proponent was told, and said of it. */
export class OwnReplyView {
  id: string;
  round: number;
  number: string;
  body: string;
  repliedAt: Date;
  /** Null as long as feedback may be given. */
  feedback: Feedback | null;
  lapsedAt: Date | null;
}

/** A matter that a proponent put forward: what came of it, never how it was handled inside. */
export class OwnMatterView {
  id: string;
  kind: MatterKind;
  title: string;
  intakeNo: string;
  state: MatterState;
  receivedAt: Date;
  closedAt: Date | null;
  /** Null while it is not put aside, and of every accusation. */
  setAside: SetAsideView | null;
  /** Units that lead its tasks. */
  leadUnits: string[];
  replies: OwnReplyView[];
}
