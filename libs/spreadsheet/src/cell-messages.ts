/** Why a cell was refused, in both languages, where every sheet means the same by it. */
export const cellMessages = {
  required: { zh: '不能为空', en: 'is required' },
  tooLong: { zh: '内容过长', en: 'is too long' },
  cellError: { zh: '单元格是公式错误值', en: 'holds a formula error' },
  unstorable: { zh: '含有无法保存的字符', en: 'holds a character that cannot be stored' },
} as const;

/** The same of cells that hold a day. */
export const dayMessages = {
  invalidDate: {
    zh: '不是有效的日期（应为年在前，如 2026-03-05）',
    en: 'is no date that exists (the year comes first: 2026-03-05)',
  },
  dateInFuture: { zh: '日期晚于今天', en: 'lies in the future' },
} as const;
