/** The text with each half of a character (lone surrogate) replaced by U+FFFD: what UTF-8 can carry. */
export function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
}
