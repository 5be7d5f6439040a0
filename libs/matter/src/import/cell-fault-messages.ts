import type { Language } from '@ducha/http';
import { cellMessages } from '@ducha/spreadsheet';
import type { CellFault } from './import-report.js';

const messages: Record<CellFault, Record<Language, string>> = {
  ...cellMessages,
  invalidDate: {
    zh: '不是有效的日期（应为年在前，如 2026-03-05 09:30）',
    en: 'is no date that exists (the year comes first: 2026-03-05 09:30)',
  },
  dateInFuture: { zh: '时间晚于当前时间', en: 'lies in the future' },
  repliedBeforeAsked: { zh: '答复时间早于留言时间', en: 'is earlier than the message' },
  invalidNumber: { zh: '应为不小于零的整数', en: 'is no whole number of at least 0' },
  invalidChoice: { zh: '不在该列的可选范围内', en: 'is none of the values of this column' },
  invalidYesNo: { zh: '应填“是”或“否”', en: 'must say yes or no' },
  accusation: {
    zh: '检举控告须逐件登记并指明被检举人，不能随表导入',
    en: 'is an accusation: it is entered by hand with who is accused, never by a sheet',
  },
  unknownPrincipal: { zh: '不是现任县主要领导', en: 'is not the name of a principal of today' },
};

/** Why a cell was refused, in the language of the reader. */
export const cellFaultMessage = (code: CellFault, language: Language): string => messages[code][language];
