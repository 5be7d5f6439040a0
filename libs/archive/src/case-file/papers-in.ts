/** Ids of the evidence that stands anywhere in a record, each once, in the order of the record. */
export function papersIn(record: unknown): string[] {
  const found = new Set<string>();
  collect(record, found);
  return [...found];
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null || value instanceof Date) return;
  if (isPaper(value)) found.add(value.id);
  else Object.values(value).forEach((part) => collect(part, found));
}

const isPaper = (value: object): value is { id: string } =>
  'id' in value && typeof value.id === 'string' && 'fileName' in value && 'mediaType' in value && 'sizeBytes' in value;

/** Where a paper lies in the archive: numbered, so that two of one name do not meet; no letter that a folder refuses. */
export function paperPath(place: number, fileName: string): string {
  const clean = [...fileName.normalize('NFC')].map((letter) => (/[\p{Cc}<>:"/\\|?*]/u.test(letter) ? '_' : letter));
  const name = clean
    .slice(-80)
    .join('')
    .replace(/[. ]+$/u, '')
    .replace(/^\.+/u, '_');
  return `evidence/${String(place).padStart(3, '0')}-${name || 'file'}`;
}
