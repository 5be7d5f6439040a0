import { cellMessages, dayMessages } from '@ducha/spreadsheet';
import type { YearRowFault } from './year-file.js';

const messages: Record<YearRowFault, { readonly zh: string; readonly en: string }> = {
  ...cellMessages,
  invalidDate: dayMessages.invalidDate,
  unknownSign: { zh: '看不出是放假还是调休上班', en: 'tells neither a day off nor a make-up working day' },
  tooMany: { zh: '行数超出一年的可能', en: 'more lines than a year can have' },
};

/** Why a row was refused, in the language of the reader. */
export const rowMessage = (code: YearRowFault, language: 'zh' | 'en'): string => messages[code][language];
