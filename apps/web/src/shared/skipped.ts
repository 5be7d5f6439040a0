import type { Skipped } from '../api/types';

/** The record that an act on many left as it is; each act names it in its own way. */
export function skippedId(skipped: Skipped): string {
  if ('taskId' in skipped) return skipped.taskId;
  return 'matterId' in skipped ? skipped.matterId : skipped.id;
}

/** What it is called: as the screen or the server knows it, else its id. */
export function skippedTitle(skipped: Skipped, titleOf: (id: string) => string | undefined): string {
  const id = skippedId(skipped);
  return titleOf(id) ?? ('title' in skipped ? skipped.title : null) ?? id;
}
