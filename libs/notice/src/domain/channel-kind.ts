/** Ways out of the house. */
export const channelKinds = ['webhook', 'mail', 'sms', 'wecom', 'dingtalk', 'feishu'] as const;

/** One of them. */
export type ChannelKind = (typeof channelKinds)[number];

/** Which wording a channel carries: `sms` no content at all, `group` what a whole group may read, `letter` the most. */
export const templateForms = ['sms', 'group', 'letter'] as const;

/** One of them. */
export type TemplateForm = (typeof templateForms)[number];

/** What is peculiar to a kind of channel. `personal`: one message for each person; else one for the group behind it. */
export interface ChannelTraits {
  readonly personal: boolean;
  readonly form: TemplateForm;
  readonly schemes: readonly Scheme[];
}

/** How the other side is spoken to. */
export type Scheme = 'http' | 'https' | 'smtp' | 'smtps';

/** The traits of each kind. Plain http and smtp are for addresses inside the government network and for trials only. */
export const channelTraits: Readonly<Record<ChannelKind, ChannelTraits>> = {
  webhook: { personal: false, form: 'letter', schemes: ['https', 'http'] },
  mail: { personal: true, form: 'letter', schemes: ['smtps', 'smtp'] },
  sms: { personal: true, form: 'sms', schemes: ['https', 'http'] },
  wecom: { personal: false, form: 'group', schemes: ['https', 'http'] },
  dingtalk: { personal: false, form: 'group', schemes: ['https', 'http'] },
  feishu: { personal: false, form: 'group', schemes: ['https', 'http'] },
};

/** In {@link topics} × roles the recipient of a group channel: the group itself. */
export const groupRole = '*';
