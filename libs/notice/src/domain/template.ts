import type { TemplateForm } from './channel-kind.js';
import type { Topic } from './topic.js';

/** Words a template may hold in braces. None of them is a title, a name or a text of a record: messages leave the house. */
export const templateFields = ['county', 'count', 'unit', 'number', 'due', 'link'] as const;

/** One of them. */
export type TemplateField = (typeof templateFields)[number];

/** Which of them a form may use; a text message tells nothing but how many. */
export const fieldsOf: Readonly<Record<TemplateForm, readonly TemplateField[]>> = {
  sms: ['county', 'count'],
  group: ['county', 'count', 'unit', 'link'],
  letter: templateFields,
};

/** What is wrong with a template, and at which character (from 1). */
export interface TemplateFlaw {
  readonly at: number;
  readonly field: string;
}

/** Braces that are no known field of the form, and braces that are never closed or opened. */
export function flawsOf(text: string, form: TemplateForm): TemplateFlaw[] {
  const known: readonly string[] = fieldsOf[form];
  const flaws: TemplateFlaw[] = [];
  for (const { index, 0: whole, 1: field } of text.matchAll(/\{([^{}]*)\}|[{}]/g))
    if (field === undefined || !known.includes(field)) flaws.push({ at: index + 1, field: field ?? whole });
  return flaws;
}

/** What the fields stand for in one message. */
export type FieldValues = Readonly<Partial<Record<string, string>>>;

/** The text with its fields filled; a line all of whose fields are without a value is left out. */
export const filled = (text: string, values: FieldValues): string =>
  text
    .split('\n')
    .filter((line) => isWorthSaying(line, values))
    .map((line) => line.replace(/\{(\w+)\}/g, (_, field: string) => values[field] ?? ''))
    .join('\n');

function isWorthSaying(line: string, values: FieldValues): boolean {
  const fields = [...line.matchAll(/\{(\w+)\}/g)].map(([, field]) => field ?? '');
  return fields.length === 0 || fields.some((field) => (values[field] ?? '') !== '');
}

/** A wording in both languages. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}

/** Topics that have a wording, and the one for a message that speaks of several. */
export type TemplateTopic = Topic | 'digest';

const says: Readonly<Record<TemplateTopic, Wording>> = {
  sign: { zh: '您有{count}件交办单待签收', en: 'You have {count} assignment(s) to sign for' },
  redo: { zh: '您有{count}件交办单被退回', en: '{count} assignment(s) were sent back to you' },
  sign_off: { zh: '您有{count}件报结待签发', en: 'You have {count} answer(s) to sign off' },
  verify: { zh: '您有{count}件报结待核查', en: 'You have {count} answer(s) to verify' },
  decide: { zh: '您有{count}件待阅批', en: 'You have {count} item(s) to decide' },
  instruction: { zh: '您有{count}条新批示', en: 'You have {count} new instruction(s)' },
  deadline: { zh: '您有{count}条时限提醒', en: 'You have {count} reminder(s) of time limits' },
  slip: { zh: '您有{count}份督办单待处理', en: 'You have {count} slip(s) to answer' },
  urging: { zh: '您有{count}条催办待回复', en: 'You have {count} urging(s) to answer' },
  call_up: {
    zh: '您有{count}条紧急通知，请立即登录确认',
    en: '{count} urgent notice(s): please sign in and acknowledge now',
  },
  other: { zh: '您有{count}条新通知', en: 'You have {count} new notice(s)' },
  digest: { zh: '您有{count}条通知待处理', en: 'You have {count} notices to attend to' },
};

const inForm: Readonly<Record<TemplateForm, (said: Wording) => Wording>> = {
  sms: ({ zh, en }) => ({ zh: `【{county}】${zh}，请登录督查系统办理。`, en: `[{county}] ${en}. Please sign in.` }),
  group: ({ zh, en }) => ({ zh: `{unit}：${zh.replace('您', '贵单位')}。{link}`, en: `{unit}: ${en}. {link}` }),
  letter: ({ zh, en }) => ({
    zh: `您好：\n\n${zh}。\n编号：{number}\n期限：{due}\n\n请登录督查系统办理。\n{link}\n\n{county}`,
    en: `Hello,\n\n${en}.\nNumber: {number}\nDue: {due}\n\nPlease sign in.\n{link}\n\n{county}`,
  }),
};

/** The wording until the county writes its own. */
export const usualWording = (topic: TemplateTopic, form: TemplateForm): Wording => inForm[form](says[topic]);

/** The subject of a letter: the usual sentence, whatever its text was made of. */
export const subjectOf = (topic: TemplateTopic, language: keyof Wording, count: number): string =>
  filled(says[topic][language], { count: String(count) });
