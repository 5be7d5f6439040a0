import { maskedNumbers } from '@ducha/kernel';

/** What stands in the place of a protected name. */
export const PROTECTED_NAME = '受保护的来源';

/**
 * A reason as those who asked may read it: no protected name or contact of the matter, no personal number.
 * @param hidden  names and contacts of its protected sources
 */
export function toldReason(reason: string, hidden: readonly string[]): string {
  // the longest first: a name may be part of another
  const words = hidden.filter((word) => word.trim() !== '').sort((a, b) => b.length - a.length);
  return maskedNumbers(words.reduce((text, word) => text.replaceAll(word, PROTECTED_NAME), reason));
}
