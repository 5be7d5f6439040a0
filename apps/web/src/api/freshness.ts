import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** Beyond these many pages a list is not read anew by itself: reading hundreds of pages again takes the reader's place away. */
const shallowPages = 3;

/** Whether a list has been read on so far that it is refreshed only when its reader says so. */
export function isDeep({ state }: { readonly state: { readonly data: unknown } }): boolean {
  const data: unknown = state.data;
  if (typeof data !== 'object' || data === null || !('pages' in data) || !Array.isArray(data.pages)) return false;
  return data.pages.length > shallowPages;
}

/** Everything under the key is old and read again; a deep list is marked only, and its page says so. */
export async function markOld(queries: QueryClient, queryKey: QueryKey): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey, predicate: (query) => !isDeep(query) }),
    queries.invalidateQueries({ queryKey, predicate: isDeep, refetchType: 'none' }),
  ]);
}
