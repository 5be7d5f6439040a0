/** A name as it is compared: width and spaces are no difference between two units or persons. */
export const nameKey = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '');

/** Values by key, several under one. */
export function groupedBy<K, V>(values: Iterable<V>, keyOf: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
