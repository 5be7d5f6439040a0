import i18next from 'i18next';

/**
 * The screen word for a code that the server may grow (acts, notice kinds).
 * @param group  dotted place in the dictionary, e.g. `words.act`
 * @returns      the word, or the code itself when this build does not know it
 */
export function nameOf(group: string, code: string): string {
  const key = `${group}.${code}`;
  if (!i18next.exists(key)) return code;
  const found: unknown = i18next.getResource(i18next.resolvedLanguage ?? 'zh-CN', 'translation', key);
  return typeof found === 'string' ? found : code;
}

/** The same for a code whose screen words are a sentence with blanks; without such a sentence the code and the title. */
export function sentenceOf(
  group: string,
  code: string,
  blanks: { title: string; count: number; clock?: string; due?: string; missed?: string },
): string {
  const sentence = nameOf(group, code);
  if (sentence === code) return `${code} ${blanks.title}`;
  return sentence.replace(/\{\{(title|count|clock|due|missed)\}\}/g, (_, blank: keyof typeof blanks) =>
    String(blanks[blank] ?? ''),
  );
}
