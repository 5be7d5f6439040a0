import { en } from '../../../apps/web/src/i18n/locales/en.js';
import type { Texts } from '../../../apps/web/src/i18n/locales/texts.js';
import { zhCN } from '../../../apps/web/src/i18n/locales/zh-CN.js';

/** What the pages say, by language. */
export const texts = { 'zh-CN': zhCN, en } as const satisfies Record<string, Texts>;

/** A language of the screens. */
export type Language = keyof typeof texts;

/** Every language of the screens. */
export const languages: readonly Language[] = ['zh-CN', 'en'];

/** A sentence of the dictionary with its blanks filled in. */
export function filled(sentence: string, blanks: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(blanks[name] ?? ''));
}
