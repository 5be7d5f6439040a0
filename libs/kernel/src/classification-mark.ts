/** Words of secrecy that the law defines (保守国家秘密法): a text that bears one as a mark does not belong into this system. */
const statutory = ['绝密', '机密', '秘密'] as const;

/** Marks of papers that a county usually keeps out as well; a county may set its own words. */
export const usualInternalMarks: readonly string[] = ['工作秘密', '内部文件', '内部资料'];

const star = '[★☆⭐✩✭✮⋆*]';
const number = '[0-9〇零一二三四五六七八九十百]{1,4}';
const term = `(?:${number}\\s*(?:年|个月|月|日|天)|长期|永久)`;
const opening = '[\\[【〔〖「『<《({]';
const closing = '[\\]】〕〗」』>》)}]';
const firmOpening = '[\\[【〔〖「『]';
const firmClosing = '[\\]】〕〗」』]';
const separator = '[-_.·・,，、;；:：\\s]';

/**
 * The word of secrecy that a text bears as a mark, or null. The word in a sentence is no mark (保守秘密, 商业秘密, 机密文件管理);
 * it is one when it stands
 * - with a star, with or without a term: 机密★, ★秘密, 秘密★5年;
 * - with a term directly behind it: 绝密·长期, 秘密（10年）, 机密 20年;
 * - after a label: 密级：秘密;
 * - in square or lenticular brackets anywhere: 【机密】; in round ones at the beginning or end of a line;
 * - alone on a line, with 级 or 件 behind it or not.
 * Width of letters, invisible characters and blanks between the two characters are looked through.
 * @param words  the county's own marks beside the statutory ones, looked for in the same forms
 */
export function classificationMark(text: string, words: readonly string[] = usualInternalMarks): string | null {
  return mayBear(text, words) ? firstMatch(plain(text), words, formsInText) : null;
}

/** The same for the name of a file, where the word is also a mark between separators: `机密-预算.xlsx`. */
export function classificationMarkInName(name: string, words: readonly string[] = usualInternalMarks): string | null {
  const stem = plain(name).replace(/\.[^.\s]{1,8}$/u, '');
  return firstMatch(stem, words, formsInName);
}

/** Almost no text does: a word that is written at all ends with one of these characters. */
const mayBear = (text: string, words: readonly string[]): boolean =>
  text.includes('密') || words.some((word) => text.includes(plain(word).trim().at(-1) ?? '密'));

const plain = (text: string): string => text.normalize('NFKC').replace(/[\p{Cf}\uFE0E\uFE0F\u3164]/gu, '');

type Forms = (word: string, bare: string) => string;

const formsInText: Forms = (word, bare) =>
  [
    starred(bare),
    `${word}级?\\s*[·・:,、]?\\s*${opening}?\\s*${term}`,
    `密\\s*级\\s*[:=]\\s*${word}`,
    `${firmOpening}\\s*${word}[级件]?\\s*${firmClosing}`,
    `^[ \\t]*${opening}?[ \\t]*${word}[级件]?[ \\t]*${closing}?[ \\t]*$`,
    `^[ \\t]*${opening}[ \\t]*${word}[级件]?[ \\t]*${closing}`,
    `${opening}[ \\t]*${word}[级件]?[ \\t]*${closing}[ \\t]*$`,
  ].join('|');

const formsInName: Forms = (word, bare) =>
  [
    formsInText(word, bare),
    `(?:^|${separator}|${closing}|${opening})${word}[级件]?(?=$|${separator}|${closing}|${opening})`,
  ].join('|');

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const spaced = (word: string): string => [...word].map(escaped).join('[ \\t\\u3000]*');
/** What stands directly before belongs to it: 工作秘密 is a word of its own, and so is 公开的秘密. */
const standing = (word: string): string => `(?<!\\p{sc=Han})${spaced(word)}`;
/** Before a star only secrets that are nobody's mark are looked through: 通知机密★ is one, 商业秘密★ is none. */
const starred = (word: string): string =>
  `(?<!商业|技术|个人|工作)${spaced(word)}\\s*${star}|${star}\\s*${spaced(word)}`;

const compiled = new Map<string, RegExp>();

function patternOf(word: string, forms: Forms): RegExp {
  const key = `${forms === formsInName ? 'name' : 'text'} ${word}`;
  const known = compiled.get(key) ?? new RegExp(forms(standing(word), word), 'mu');
  compiled.set(key, known);
  return known;
}

function firstMatch(text: string, words: readonly string[], forms: Forms): string | null {
  const all = [...statutory, ...words.map((word) => plain(word).trim()).filter((word) => word !== '')];
  return all.find((word) => patternOf(word, forms).test(text)) ?? null;
}
