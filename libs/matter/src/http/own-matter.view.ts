import type { Feedback } from '../domain/feedback.js';
import type { MatterKind } from '../domain/matter-kind.js';
import type { MatterState } from '../domain/matter-lifecycle.js';

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
  /** Units that lead its tasks. */
  leadUnits: string[];
  replies: OwnReplyView[];
}
