import type { ChannelKind, Scheme, TemplateForm } from '../domain/channel-kind.js';
import type { AddressState, DeliveryState } from '../domain/lifecycles.js';

/** A person or a unit by name. */
export class NoticeNameView {
  id: string;
  name: string;
}

/** What of a channel may be seen. */
export class ChannelSettingsView {
  language: 'zh' | 'en';
  from?: string;
  recipientDomains?: string[];
  phoneField?: string;
  textField?: string;
  keyField?: string;
}

/** A way out of the house. Credentials never stand here, nor the whole address: with robots it is one. */
export class ChannelView {
  id: string;
  version: number;
  kind: ChannelKind;
  name: string;
  unit: NoticeNameView | null;
  scheme: Scheme;
  host: string;
  port: number;
  settings: ChannelSettingsView;
  enabled: boolean;
  /** Whether two administrators have allowed its address. */
  allowed: boolean;
  changedAt: Date;
}

/** An address that messages may go to, or shall. */
export class AddressView {
  id: string;
  version: number;
  host: string;
  port: number;
  /** Inside the government network: private ranges. */
  inside: boolean;
  reason: string;
  state: AddressState;
  askedBy: NoticeNameView;
  askedAt: Date;
  decidedBy: NoticeNameView | null;
  decidedAt: Date | null;
  words: string | null;
  actions: string[];
}

/** A channel by name. */
export class ChannelBriefView {
  id: string;
  name: string;
  kind: ChannelKind;
}

/** A channel that rules may name. */
export class RuleChannelView extends ChannelBriefView {
  enabled: boolean;
}

/** What became of one message. */
export class DeliveryView {
  id: string;
  version: number;
  channel: ChannelBriefView;
  /** Null: the group behind the channel. */
  person: NoticeNameView | null;
  state: DeliveryState;
  urgency: string;
  test: boolean;
  createdAt: Date;
  /** When it goes, or goes again. */
  sendAt: Date;
  tries: number;
  /** What the other side answered last, as a code. */
  answerCode: string | null;
  endedAt: Date | null;
  /** So many notices travel in it. */
  notices: number;
}

/** When people may be reached; minutes from midnight. */
export class HoursView {
  openMinute: number;
  closeMinute: number;
  daysOffQuiet: boolean;
  windowMinutes: number;
  dailyCap: number;
  urgeEveryMinutes: number;
}

/** A topic goes to holders of a role, or to the group (`*`), by a channel. */
export class WayView {
  topic: string;
  role: string;
  channelId: string;
}

/** What the county has settled about notices. */
export class RulesView {
  hours: HoursView;
  ways: WayView[];
  topics: string[];
  channels: RuleChannelView[];
}

/** The wording in force of one topic in one form. */
export class TemplateView {
  topic: string;
  form: TemplateForm;
  /** 0: the usual wording, nothing of the county's own. */
  edition: number;
  zh: string;
  en: string;
  madeAt: Date | null;
  /** What may stand in braces. */
  fields: string[];
}

/** A wording with example values. */
export class WordingView {
  zh: string;
  en: string;
}

/** Something was made. */
export class MadeView {
  id: string;
}
