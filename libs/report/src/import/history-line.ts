import { isDay } from '@ducha/kernel';
import { type Cell, parseInstant, type TableRow } from '@ducha/spreadsheet';

/** What a column of a closed ledger is taken for. */
export type HistoryField = 'received' | 'answered' | 'due' | 'unit' | 'id';

/** Why a cell keeps its row out. */
export type HistoryCellFault = 'required' | 'cellError' | 'invalidDate' | 'dateInFuture' | 'tooLong' | 'repeatedId';

/** A cell that keeps its row out. */
export interface RefusedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: string | null;
  readonly code: HistoryCellFault;
}

/** One case of a closed ledger. An answer before the receipt is kept and flagged: it is what the ledger says. */
export interface HistoryLine {
  readonly row: number;
  readonly received: Date;
  readonly answered: Date | null;
  readonly due: Date | null;
  readonly unit: string | null;
  readonly id: string | null;
}

/** The line of a row, or what is wrong with its cells. */
export type ReadLine =
  | { readonly line: HistoryLine }
  | { readonly bad: readonly { readonly field: HistoryField; readonly code: HistoryCellFault }[] };

const longestText = 100;

/** @param now  facts later than this have not happened; a due date may lie ahead */
export function readLine({ row, cells }: TableRow<HistoryField>, now: Date): ReadLine {
  const bad: { field: HistoryField; code: HistoryCellFault }[] = [];
  const instant = (field: 'received' | 'answered' | 'due'): Date | null => {
    const cell = cells[field];
    if (cell === undefined) return null;
    const read = instantOf(cell);
    const code = typeof read === 'string' ? read : field !== 'due' && read > now ? 'dateInFuture' : undefined;
    if (code !== undefined) bad.push({ field, code });
    return typeof read === 'string' ? null : read;
  };
  const text = (field: 'unit' | 'id'): string | null => {
    const cell = cells[field];
    if (cell === undefined) return null;
    const code = cell.kind === 'error' ? 'cellError' : cell.text.length > longestText ? 'tooLong' : undefined;
    if (code !== undefined) bad.push({ field, code });
    return cell.text;
  };
  if (cells.received === undefined) bad.push({ field: 'received', code: 'required' });
  const [received, answered, due] = [instant('received'), instant('answered'), instant('due')];
  const [unit, id] = [text('unit'), text('id')];
  if (bad.length > 0 || received === null) return { bad };
  return { line: { row, received, answered, due, unit, id } };
}

/** Days outside the calendar's years are typing errors: 0213-01-05, 275760-09-13. */
function instantOf(cell: Cell): Date | 'cellError' | 'invalidDate' {
  if (cell.kind === 'error') return 'cellError';
  const read = parseInstant(cell);
  if (read === undefined || Number.isNaN(read.getTime())) return 'invalidDate';
  return isDay(read.toISOString().slice(0, 10)) ? read : 'invalidDate';
}
