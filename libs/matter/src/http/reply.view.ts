import type { Feedback } from '../domain/feedback.js';
import { SkippedMatterView } from './matter.view.js';

/** What the holder of a link sees. */
export class PublicReplyView {
  title: string;
  intakeNo: string;
  /** The signatory. */
  name: string;
  body: string;
  number: string;
  repliedAt: Date;
  readableUntil: Date;
  /** Null as long as feedback may be given. */
  feedback: Feedback | null;
  countyName: string;
}

/** A reply that was just sent. The link is shown this once. */
export class SentReplyView {
  matterId: string;
  signatoryId: string;
  /** The signatory. */
  name: string;
  /** Of the signatory's own matter, like `title`. */
  intakeNo: string;
  title: string;
  number: string;
  link: string;
}

/** Replies to the signatories of one matter. */
export class SentRepliesView {
  replies: SentReplyView[];
}

/** Replies to the signatories of many, or what they would be. */
export class RepliedMattersView {
  replied: number;
  /** How many people get a letter. */
  signatories: number;
  /** One of the letters as it is written; null when there is none. */
  sample: string | null;
  /** Nothing in a dry run. */
  replies: SentReplyView[];
  skipped: SkippedMatterView[];
}
