/** Narrowing of unknown JSON without trust: a wrong shape becomes an empty value, never an exception. */
export const z = {
  record: (value: unknown): Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value))
      : {},
  list: (value: unknown): unknown[] => (Array.isArray(value) ? value : []),
  text: (value: unknown): string => (typeof value === 'string' ? value : ''),
  number: (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined),
};
