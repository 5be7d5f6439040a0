import { createHash } from 'node:crypto';
import type { TableRow } from '@ducha/spreadsheet';
import { fieldsOfKind, type FieldValues } from '../domain/kind-fields.js';
import { type MatterKind, matterKinds } from '../domain/matter-kind.js';
import { identityOf } from '../domain/text-identity.js';
import { type BadCell, RowReading } from './row-reading.js';

/** A matter as a row gives it, checked and ready to be taken in. */
export interface Draft {
  readonly row: number;
  readonly foreignId: string | null;
  readonly title: string;
  readonly body: string;
  readonly askers: readonly string[];
  /** Of the first of them. */
  readonly contact: string | null;
  readonly category: string | null;
  readonly occurredAt: Date | null;
  readonly receivedAt: Date | null;
  readonly principalId: string | null;
  readonly meeting: string | null;
  readonly fields: FieldValues;
  readonly reply: { readonly body: string; readonly at: Date } | null;
  /** Hex SHA-256 of the normalised text: what the same message has in common however it is spaced. */
  readonly contentSha256: string;
}

/** What a row is read against. */
export interface ReadingFrame {
  readonly kind: MatterKind;
  /** The database's instant. */
  readonly now: Date;
  /** Id by name of those who hold a principal's post today. */
  readonly principals: ReadonlyMap<string, string>;
}

/** Digest of what identifies a message. */
export function contentDigest(message: Parameters<typeof identityOf>[0]): string {
  return createHash('sha256').update(identityOf(message)).digest('hex');
}

/** Reads one row: a draft, or everything that is wrong with it. */
export function readDraft(row: TableRow<string>, frame: ReadingFrame): { draft: Draft } | { bad: BadCell[] } {
  const { bodyMayBeTitle, severalAskersInCell, ofPrincipal, ofMeeting } = matterKinds[frame.kind];
  const reading = new RowReading(row.cells, frame.now);
  const title = reading.text('title', true) ?? '';
  const body = reading.text('body', !bodyMayBeTitle) ?? title;
  const foreignId = reading.text('foreignId');
  const askers = reading.names(severalAskersInCell);
  const contact = reading.text('contact');
  const category = reading.category();
  const occurredAt = reading.instant('occurredAt');
  const receivedAt = reading.instant('receivedAt');
  const reply = reading.reply(occurredAt);
  const principalId = ofPrincipal ? reading.principal(frame.principals) : null;
  const meeting = ofMeeting ? reading.text('meeting', true) : null;
  const fields = reading.fields(fieldsOfKind(frame.kind));
  if (reading.bad.length > 0) return { bad: reading.bad };
  const contentSha256 = contentDigest({ foreignId, title, body, askers, occurredAt });
  const said = { foreignId, title, body, askers, contact, category, occurredAt, receivedAt, reply };
  return { draft: { row: row.row, ...said, principalId, meeting, fields, contentSha256 } };
}
