import { readTable, type TableRow, type TableSummary } from '@ducha/spreadsheet';
import type { ImportCounts, MappedHeader, RejectedRow, SampleRow, SheetReport } from './import-report.js';
import { columnsOfKind } from './matter-columns.js';
import { type Draft, readDraft, type ReadingFrame } from './read-draft.js';

/** Largest file that is taken in, in bytes. */
export const largestFileBytes = 20 * 1024 * 1024;

const sampleSize = 20;

/** A row that repeats a message of the same sheet, and the id that the first one was given. */
export interface Repetition {
  readonly matterId: string;
  readonly draft: Draft;
}

/** What happens to messages as they are read; a preview only asks, an import writes. */
export interface Intake {
  /** Which of these messages were taken in before this sheet, by their key. */
  known(drafts: readonly Draft[]): Promise<ReadonlySet<string>>;
  /** Takes new messages in and answers their ids, in order. */
  take(drafts: readonly Draft[]): Promise<readonly string[]>;
  /** Adds to messages of this sheet what rows that repeat them say besides. */
  join(repetitions: readonly Repetition[]): Promise<void>;
  /** So many rows with content have been gone through. */
  passed(rows: number): Promise<void>;
}

/** What makes two rows the same message: the source's number and the text. */
export const keyOf = ({ foreignId, contentSha256 }: Pick<Draft, 'foreignId' | 'contentSha256'>): string =>
  `${contentSha256} ${foreignId ?? ''}`;

/**
 * Goes through a sheet once, in batches: checks every row, finds repetitions, hands the rest to the intake.
 * Memory grows with the number of messages by about 200 bytes each, never with their texts.
 * @throws Fault `spreadsheet.*` when the file cannot be read or bears a mark of secrecy
 */
export async function takeSheet(
  file: string | Uint8Array,
  frame: ReadingFrame & { readonly screenWords: readonly string[] | undefined },
  intake: Intake,
): Promise<SheetReport> {
  const pass = new SheetPass(frame, intake);
  const limits = { maxFileBytes: largestFileBytes };
  const options = { headers: columnsOfKind(frame.kind), limits, screenWords: frame.screenWords };
  const summary = await readTable(file, options, (rows, soFar) => pass.visit(rows, soFar));
  return pass.report(summary);
}

class SheetPass {
  private imported = 0;
  private duplicates = 0;
  private rejectedRows = 0;
  private readonly rejected: RejectedRow[] = [];
  private readonly sample: SampleRow[] = [];
  /** Id by key; null: taken in before this sheet. */
  private readonly seen = new Map<string, string | null>();

  constructor(
    private readonly frame: ReadingFrame,
    private readonly intake: Intake,
  ) {}

  async visit(rows: readonly TableRow<string>[], soFar: TableSummary<string>): Promise<void> {
    const drafts = rows.flatMap((row) => this.draftOf(row, soFar) ?? []);
    const unseen = drafts.filter((draft) => !this.seen.has(keyOf(draft)));
    for (const key of await this.intake.known(unseen)) this.seen.set(key, null);
    const repeated: Draft[] = [];
    const fresh: Draft[] = [];
    for (const draft of drafts) (this.isFirst(draft) ? fresh : repeated).push(draft);
    await this.take(fresh);
    await this.join(repeated);
    await this.intake.passed(soFar.rows);
  }

  report({ physicalRows, rows, blank, header }: TableSummary<string>): SheetReport {
    const { imported, duplicates, rejectedRows: rejected, sample } = this;
    const counts: ImportCounts = { physicalRows, rows, imported, blank, duplicates, rejected };
    const columns = header.columns.flatMap(({ field, title, column }): MappedHeader[] =>
      field === null ? [] : [{ field, header: title, column }],
    );
    return { counts, rejected: this.rejected, columns, sample };
  }

  private draftOf(row: TableRow<string>, { header }: TableSummary<string>): Draft | undefined {
    const read = readDraft(row, this.frame);
    if ('draft' in read) return read.draft;
    const columnOf = (field: string): string | null =>
      header.columns.find((column) => column.field === field)?.column ?? null;
    this.rejectedRows += 1;
    this.rejected.push(
      ...read.bad.map(({ field, code }) => ({ sheet: row.sheet, row: row.row, column: columnOf(field), code })),
    );
    return undefined;
  }

  private isFirst(draft: Draft): boolean {
    if (this.seen.has(keyOf(draft))) return false;
    this.seen.set(keyOf(draft), '');
    return true;
  }

  private async take(fresh: readonly Draft[]): Promise<void> {
    if (fresh.length === 0) return;
    this.imported += fresh.length;
    this.sample.push(...fresh.slice(0, sampleSize - this.sample.length).map(sampleOf));
    const ids = await this.intake.take(fresh);
    fresh.forEach((draft, at) => this.seen.set(keyOf(draft), ids[at] ?? ''));
  }

  private async join(repeated: readonly Draft[]): Promise<void> {
    this.duplicates += repeated.length;
    const ofThisSheet = repeated.flatMap((draft): Repetition[] => {
      const matterId = this.seen.get(keyOf(draft)) ?? '';
      return matterId === '' ? [] : [{ matterId, draft }];
    });
    if (ofThisSheet.length > 0) await this.intake.join(ofThisSheet);
  }
}

function sampleOf({ row, foreignId, title, body, askers, category, occurredAt, reply, fields }: Draft): SampleRow {
  return {
    row,
    foreignId,
    title,
    body: body.slice(0, 200),
    asker: askers.length === 0 ? null : askers.join('、').slice(0, 200),
    category,
    occurredAt: occurredAt?.toISOString() ?? null,
    repliedAt: reply?.at.toISOString() ?? null,
    fields,
  };
}
