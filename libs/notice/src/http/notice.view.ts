import { NoticeNameView } from './channel.view.js';

/** How far those asked have acknowledged. */
export class AcknowledgementView {
  asked: number;
  acknowledged: number;
  dueAt: Date;
  /** Whether the reader is asked and has not acknowledged yet. */
  mine: boolean;
}

/** One entry of the in-app inbox. The screen has a sentence for each kind. */
export class NoticeView {
  id: string;
  kind: string;
  topic: string;
  urgency: string;
  title: string | null;
  taskId: string | null;
  matterId: string | null;
  assignmentId: string | null;
  facts: Record<string, unknown>;
  createdAt: Date;
  readAt: Date | null;
  /** Null where nobody is asked to acknowledge. */
  acknowledgement: AcknowledgementView | null;
}

/** How many are unread, exact up to 10,000. */
export class UnreadView {
  unread: number;
}

/** A topic and whether the person has muted it. */
export class OwnTopicView {
  topic: string;
  muted: boolean;
}

/** A channel that reaches the person. */
export class OwnChannelView {
  id: string;
  name: string;
  kind: 'mail' | 'sms';
  topics: OwnTopicView[];
}

/** By which ways a person is reached outside the house. */
export class OwnWaysView {
  mail: string | null;
  phone: string | null;
  /** Mail goes to addresses of these domains only. */
  mailDomains: string[];
  channels: OwnChannelView[];
}

/** Somebody who has not acknowledged in time. */
export class CallView {
  noticeId: string;
  kind: string;
  taskId: string | null;
  title: string | null;
  number: string | null;
  person: NoticeNameView;
  post: string | null;
  unitName: string | null;
  phone: string | null;
  askedAt: Date;
  dueAt: Date;
  calls: number;
  lastSaid: string | null;
  lastCalledAt: Date | null;
}
