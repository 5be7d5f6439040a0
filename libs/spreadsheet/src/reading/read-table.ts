import { stat } from 'node:fs/promises';
import type { HeaderMap } from '../headers/header-map.js';
import { uploadLimits, type ReadLimits } from '../limits.js';
import { spreadsheetFault } from '../spreadsheet-faults.js';
import { ReadingSlots } from './reading-slots.js';
import type { TableRow, TableSummary } from './table.js';
import { WorkerReading } from './worker-reading.js';

/** How to read a table. */
export interface ReadTableOptions<F extends string> {
  readonly headers: HeaderMap<F>;
  /** Name of the sheet; by default the first visible one. A text file has one sheet, whatever is asked. */
  readonly sheet?: string | undefined;
  /** Departures from `uploadLimits`. */
  readonly limits?: Partial<ReadLimits>;
  /** Keeps outer whitespace of text cells, which is otherwise trimmed (as `String.prototype.trim`). */
  readonly exactText?: boolean;
  /** Refuses a file in which any cell, title or line above the header bears a mark of secrecy: a statutory one or one of these. */
  readonly screenWords?: readonly string[] | undefined;
  /** Stops the reading; `readTable` then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Gets the rows, some at a time, in the calling thread; the worker reads on meanwhile, one batch ahead.
 * Saying `enough` ends the reading (a preview). Must not read another table while it works.
 */
export type VisitRows<F extends string> = (
  rows: readonly TableRow<F>[],
  soFar: TableSummary<F>,
) => Promise<'enough' | void> | 'enough' | void;

const slots = new ReadingSlots(2);

async function refuseLargeFile(file: string | Uint8Array, limit: number): Promise<void> {
  const size = typeof file === 'string' ? (await stat(file)).size : file.byteLength;
  if (size > limit) throw spreadsheetFault('tooLarge', { reason: 'file', limit });
}

async function visitAll<F extends string>(reading: WorkerReading<F>, visit: VisitRows<F>): Promise<TableSummary<F>> {
  let pending = reading.next();
  for (;;) {
    const message = await pending;
    if (message.kind === 'refused') throw spreadsheetFault(message.fault, message.facts);
    if (message.kind === 'rows') {
      pending = reading.next();
      // While the visitor works nobody awaits it yet; the next turn does.
      pending.catch(() => undefined);
    }
    const answer = message.rows.length > 0 ? await visit(message.rows, message.soFar) : undefined;
    if (message.kind === 'end' || answer === 'enough') return message.soFar;
  }
}

/**
 * Reads one table (a header and rows) from an XLSX workbook or a CSV text, told apart by content, in a worker thread.
 * Nothing of the file outlives the call and its memory is bounded by `limits`; at most two files are read at once.
 * A refused file may already have had rows visited: write nothing before the summary is there, or in a transaction.
 * @param file   path of the file, or its bytes
 * @returns      what was read; `complete` is false when the visitor had enough
 * @throws Fault `spreadsheet.*`, always 4xx, with sheet, row and column where there is one
 */
export async function readTable<F extends string>(
  file: string | Uint8Array,
  options: ReadTableOptions<F>,
  visit: VisitRows<F>,
): Promise<TableSummary<F>> {
  const { headers, sheet, exactText = false, screenWords, signal } = options;
  const limits = { ...uploadLimits, ...options.limits };
  await refuseLargeFile(file, limits.maxFileBytes);
  return slots.hold(async () => {
    signal?.throwIfAborted();
    const reading = new WorkerReading<F>({ file, sheet, headers, limits, exactText, screenWords });
    const abort = () => reading.fail(signal?.reason);
    signal?.addEventListener('abort', abort);
    try {
      return await visitAll(reading, visit);
    } finally {
      signal?.removeEventListener('abort', abort);
      await reading.stop();
    }
  });
}
