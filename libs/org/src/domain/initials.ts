/** The first letter of how each character of a name is spoken; other letters are one entry each. */
export type Spell = (name: string) => readonly string[];

/**
 * First letters of a name as they are spoken, in lower case: 水利局 is `slj`, 重庆 is `cq`. What has no pinyin stays as it is
 * when it is a letter or a digit, and is left out otherwise.
 */
export function initialsOf(name: string, spell: Spell): string {
  return spell(name.normalize('NFKC'))
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
