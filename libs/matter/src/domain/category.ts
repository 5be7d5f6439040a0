/** A category as it is kept: parts without outer space, joined by `/`; empty parts fall away. Null when nothing is left. */
export function cleanCategory(text: string | null | undefined): string | null {
  const parts = (text ?? '')
    .replace(/[>＞→／\\]/gu, '/')
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join('/');
}

/** Whether a category lies in a branch of the tree; the empty prefix is the whole tree. Whole parts count: 水 does not cover 水利. */
export function liesUnder(category: string | null, prefix: string): boolean {
  if (prefix === '') return true;
  return category !== null && (category === prefix || category.startsWith(`${prefix}/`));
}
