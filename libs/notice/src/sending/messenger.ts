import type { ChannelKind, Scheme } from '../domain/channel-kind.js';
import type { Verdict } from '../domain/retry.js';
import type { Wording } from '../domain/template.js';

/** What of a channel everybody who keeps channels may see. */
export interface ChannelSettings {
  readonly language: keyof Wording;
  /** Mail: the sender. */
  readonly from?: string | undefined;
  /** Mail: only recipients of these domains. */
  readonly recipientDomains?: readonly string[] | undefined;
  /** Text messages: what the gateway calls number, text and key. */
  readonly phoneField?: string | undefined;
  readonly textField?: string | undefined;
  readonly keyField?: string | undefined;
}

/** What of a channel nobody is shown again: a robot's address is its credential. */
export interface ChannelSecret {
  readonly url?: string | undefined;
  /** Signing secret or bearer token. */
  readonly key?: string | undefined;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
}

/** A channel, opened for one message. */
export interface OpenChannel {
  readonly kind: ChannelKind;
  readonly scheme: Scheme;
  readonly host: string;
  readonly port: number;
  readonly settings: ChannelSettings;
  readonly secret: ChannelSecret;
}

/** What a message speaks of, for machines: ids and codes. */
export interface MessageItem {
  readonly id: string;
  readonly kind: string;
  readonly taskId: string | null;
  readonly assignmentId: string | null;
  readonly matterId: string | null;
}

/** One message, ready to go. */
export interface Message {
  /** The same for every try: by it the other side may know a repeat. */
  readonly key: string;
  readonly at: Date;
  /** Mail address or telephone number; null for the group behind the channel. */
  readonly to: string | null;
  readonly subject: string;
  readonly text: string;
  readonly items: readonly MessageItem[];
}

/** What became of a try. */
export interface Receipt {
  readonly verdict: Verdict;
  /** A code such as `http_204` or `smtp_550`; never a text of the other side, which might repeat what it was sent. */
  readonly code: string;
}

/** Sends one message by channels of one kind. It never throws for what the other side does. */
export interface Messenger {
  send(channel: OpenChannel, message: Message): Promise<Receipt>;
}

/** A try that ended before the other side had said anything about the message. */
export class NotSent extends Error {
  constructor(
    readonly verdict: 'fail' | 'park',
    readonly code: string,
  ) {
    super(code);
    this.name = 'NotSent';
  }
}
