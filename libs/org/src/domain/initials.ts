import type { pinyin } from 'pinyin-pro';

/**
 * First letters of a name as they are spoken, in lower case: 水利局 is `slj`, 重庆 is `cq`. What has no pinyin stays as it is
 * when it is a letter or a digit, and is left out otherwise.
 * @param spell  `pinyin` of pinyin-pro, handed in: its tables are large and seldom needed
 */
export function initialsOf(name: string, spell: typeof pinyin): string {
  return spell(name.normalize('NFKC'), { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'spaced' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
