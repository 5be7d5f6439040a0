/**
 * A contact as everybody sees it: `138****1234`, `z***@example.com`; anything else keeps its first and last character.
 * The whole contact leaves the database only when a channel sends to it.
 */
export function maskedContact(contact: string | null): string | null {
  if (contact === null || contact === '') return null;
  const at = contact.indexOf('@');
  if (at > 0) return `${contact.slice(0, 1)}***${contact.slice(at)}`;
  const letters = [...contact];
  if (letters.length >= 11) return `${letters.slice(0, 3).join('')}****${letters.slice(-4).join('')}`;
  if (letters.length >= 5) return `${letters.slice(0, 1).join('')}****${letters.slice(-1).join('')}`;
  return '****';
}
