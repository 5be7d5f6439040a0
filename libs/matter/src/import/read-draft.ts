import { createHash } from 'node:crypto';
import { type Cell, parseInstant, type TableRow } from '@ducha/spreadsheet';
import { cleanCategory } from '../domain/category.js';
import { identityOf } from '../domain/text-identity.js';
import type { CellFault } from './import-report.js';
import { type MatterColumn, textLimits } from './matter-columns.js';

/** A message as a row gives it, checked and ready to be taken in. */
export interface Draft {
  readonly row: number;
  readonly foreignId: string | null;
  readonly title: string;
  readonly body: string;
  readonly asker: string | null;
  readonly contact: string | null;
  readonly category: string | null;
  readonly occurredAt: Date | null;
  readonly receivedAt: Date | null;
  readonly reply: { readonly body: string; readonly at: Date } | null;
  /** Hex SHA-256 of the normalised text: what the same message has in common however it is spaced. */
  readonly contentSha256: string;
}

/** One thing wrong with a row. */
export interface BadCell {
  readonly field: MatterColumn;
  readonly code: CellFault;
}

/** Digest of what identifies a message. */
export function contentDigest(message: Parameters<typeof identityOf>[0]): string {
  return createHash('sha256').update(identityOf(message)).digest('hex');
}

/** Reads one row: a draft, or everything that is wrong with it. @param now  the database's instant */
export function readDraft(row: TableRow<MatterColumn>, now: Date): { draft: Draft } | { bad: BadCell[] } {
  const reading = new RowReading(row.cells, now);
  const title = reading.text('title', true) ?? '';
  const body = reading.text('body', true) ?? '';
  const foreignId = reading.text('foreignId');
  const asker = reading.text('asker');
  const contact = reading.text('contact');
  const category = reading.category();
  const occurredAt = reading.instant('occurredAt');
  const receivedAt = reading.instant('receivedAt');
  const reply = reading.reply(occurredAt);
  if (reading.bad.length > 0) return { bad: reading.bad };
  const contentSha256 = contentDigest({ foreignId, title, body, askers: asker === null ? [] : [asker], occurredAt });
  return {
    draft: {
      row: row.row,
      foreignId,
      title,
      body,
      asker,
      contact,
      category,
      occurredAt,
      receivedAt,
      reply,
      contentSha256,
    },
  };
}

class RowReading {
  readonly bad: BadCell[] = [];

  constructor(
    private readonly cells: Readonly<Partial<Record<MatterColumn, Cell>>>,
    private readonly now: Date,
  ) {}

  text(field: keyof typeof textLimits, required = false): string | null {
    const cell = this.sound(field);
    if (cell === undefined) {
      if (required && this.cells[field] === undefined) this.refuse(field, 'required');
      return null;
    }
    if (/\0|\p{Surrogate}/u.test(cell.text)) return this.refuse(field, 'unstorable');
    if (cell.text.length > textLimits[field]) return this.refuse(field, 'tooLong');
    return cell.text;
  }

  /** A path of up to three levels, given in one column or in three. */
  category(): string | null {
    const levels = [this.text('category'), this.text('subcategory'), this.text('detailCategory')];
    return cleanCategory(levels.filter((level) => level !== null).join('/'));
  }

  instant(field: 'occurredAt' | 'receivedAt' | 'repliedAt'): Date | null {
    const cell = this.sound(field);
    if (cell === undefined) return null;
    const at = parseInstant(cell);
    if (at === undefined || at.getUTCFullYear() < 1970) return this.refuse(field, 'invalidDate');
    return at > this.now ? this.refuse(field, 'dateInFuture') : at;
  }

  /** A reply that was given elsewhere: words and date belong together. */
  reply(occurredAt: Date | null): Draft['reply'] {
    const body = this.text('reply');
    const at = this.instant('repliedAt');
    if (body === null && at === null) return null;
    if (body === null || at === null) {
      const missing = body === null ? 'reply' : 'repliedAt';
      return this.bad.some(({ field }) => field === missing) ? null : this.refuse(missing, 'required');
    }
    return occurredAt !== null && at < occurredAt ? this.refuse('repliedAt', 'repliedBeforeAsked') : { body, at };
  }

  private sound(field: MatterColumn): Cell | undefined {
    const cell = this.cells[field];
    if (cell?.kind !== 'error') return cell;
    this.refuse(field, 'cellError');
    return undefined;
  }

  private refuse(field: MatterColumn, code: CellFault): null {
    this.bad.push({ field, code });
    return null;
  }
}
