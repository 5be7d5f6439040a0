import { usualInternalMarks } from '@ducha/kernel';
import type { Store } from '@ducha/store';

/** The marks of papers that this county keeps out beside the statutory ones; the setting `secrecy` may name others. */
export async function secrecyWords(store: Store): Promise<readonly string[]> {
  const row = await store.queryOne<{ words: unknown }>(
    `select value -> 'words' as words from county_setting where name = 'secrecy'`,
  );
  if (!Array.isArray(row?.words)) return usualInternalMarks;
  return row.words.filter((word): word is string => typeof word === 'string' && word.length <= 30).slice(0, 50);
}
