import type { MatterRow } from '../api/types';

/** What a letter does to the row under the cursor. */
export type TriageLetter = 'a' | 'c' | 'd' | 'f' | 'x';

/** Letters of the triage, in the order in which the page shows them, and the act that each needs. */
export const triageLetters: readonly { letter: TriageLetter; act: string }[] = [
  { letter: 'a', act: 'triage' },
  { letter: 'c', act: 'triage' },
  { letter: 'd', act: 'merge' },
  { letter: 'f', act: 'file' },
  { letter: 'x', act: 'decline' },
];

/** What was pressed, as far as it matters here. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The letter that a key is on a row; undefined when it is none, is meant for the browser, or the row does not allow its act. */
export function triageLetterOf(pressed: PressedKey, row: Pick<MatterRow, 'actions'>): TriageLetter | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined;
  const known = triageLetters.find(({ letter }) => letter === pressed.key.toLowerCase());
  return known !== undefined && row.actions.includes(known.act) ? known.letter : undefined;
}
