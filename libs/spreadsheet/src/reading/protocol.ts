import type { HeaderMap } from '../headers/header-map.js';
import type { ReadLimits } from '../limits.js';
import type { SpreadsheetFaultName } from '../spreadsheet-faults.js';
import type { TableRow, TableSummary } from './table.js';

/** What the worker is started with. */
export interface ReadOrder<F extends string> {
  readonly file: string | Uint8Array;
  readonly sheet: string | undefined;
  readonly headers: HeaderMap<F>;
  readonly limits: ReadLimits;
  readonly exactText: boolean;
  /** Marks of secrecy beside the statutory ones; undefined: nothing is screened. */
  readonly screenWords: readonly string[] | undefined;
}

/** Rows since the last message, what was read so far, and how long the worker was busy with it. */
export interface BatchMessage<F extends string> {
  readonly kind: 'rows' | 'end';
  readonly rows: readonly TableRow<F>[];
  readonly soFar: TableSummary<F>;
  readonly busyMs: number;
}

/** A refused file: the fault's short name and its facts, since errors lose their class on the way between threads. */
export interface RefusedMessage {
  readonly kind: 'refused';
  readonly fault: SpreadsheetFaultName;
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * What the worker says: one message for each that it gets, so it is at most one batch ahead of the visitor.
 * Anything it throws besides is a bug and ends it.
 */
export type WorkerMessage<F extends string> = BatchMessage<F> | RefusedMessage;
