/** What makes two incoming messages the same one. */
export interface Identifiable {
  readonly foreignId: string | null;
  readonly title: string;
  readonly body: string;
  readonly askers: readonly string[];
  readonly occurredAt: Date | null;
}

/** Text as it counts for identity: width and case of letters and all white space (tabs, line ends, U+00A0, U+3000) aside. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00a0\u200b\ufeff]+/gu, '');
}

/**
 * The text whose digest identifies a message. A source's own number tells askers apart, so there only the words count;
 * without a number the same words from another asker or at another time are another message.
 */
export function identityOf({ foreignId, title, body, askers, occurredAt }: Identifiable): string {
  const words = [plainText(title), plainText(body)];
  if (foreignId !== null) return words.join('\n');
  return [...words, ...askers.map(plainText), occurredAt?.toISOString() ?? ''].join('\n');
}
