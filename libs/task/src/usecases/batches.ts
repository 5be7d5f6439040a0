/** Cuts a long list for statements of a bearable size. */
export function* batches<T>(all: readonly T[], size = 2_000): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}
