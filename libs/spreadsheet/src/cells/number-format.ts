/** What the number format of a cell makes of its number. */
export type NumberMeaning =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date' }
  | { readonly kind: 'padded'; readonly digits: number };

const plain: NumberMeaning = { kind: 'plain' };
const date: NumberMeaning = { kind: 'date' };

// Built-in formats; 27-36 and 50-58 are the date formats of Chinese and Japanese Excel. 46 ([h]:mm:ss) is a duration.
const builtinDates: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 45],
  [47, 47],
  [50, 58],
];

function isBuiltinDate(id: number): boolean {
  return builtinDates.some(([from, to]) => id >= from && id <= to);
}

/**
 * Meaning of a number format.
 * @param id    numFmtId of the cell's style
 * @param code  its format code when the workbook defines one, such as `yyyy/m/d h:mm` or `000000`
 * @source ECMA-376 part 1, 18.8.30 numFmt
 */
export function meaningOfFormat(id: number, code: string | undefined): NumberMeaning {
  if (code === undefined) return isBuiltinDate(id) ? date : plain;
  if (/^0{2,}$/u.test(code)) return { kind: 'padded', digits: code.length };
  const [positive = ''] = code.split(';');
  if (/\[(?:h+|m+|s+)\]/iu.test(positive)) return plain;
  // Quoted text, escaped characters, padding and bracketed colours or locales are no date letters.
  const letters = positive.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, '');
  return /[ymdhs]/iu.test(letters) && !/General/iu.test(letters) ? date : plain;
}
