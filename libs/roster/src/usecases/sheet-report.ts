import { createHash } from 'node:crypto';
import type { BadCell, CellFault, Effect, RowEffect } from '../domain/report.js';
import type { SheetRead } from '../sheets/read-sheet.js';

/** Most refused cells that a report lists; the counts say how many rows there were. */
const rejectedShown = 1_000;
const sampleSize = 20;

/** `physicalRows` = `blank` + `rows`; `rows` = `added` + `changed` + `asked` + `same` + `rejected`. */
export interface SheetCounts extends Record<Effect, number> {
  readonly physicalRows: number;
  readonly rows: number;
  readonly blank: number;
  readonly rejected: number;
}

/** One refused cell; `column` letters, null when the sheet has no such column. */
export interface RejectedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: string | null;
  readonly code: CellFault;
}

/** What of a row a preview shows: what it is about, in the words of the sheet. */
export interface SampleLine {
  readonly row: number;
  readonly effect: Effect;
  readonly name: string;
  /** Unit above, or post and unit. */
  readonly place: string;
  readonly fields: readonly string[];
}

/** What a sheet comes to. The same sheet on the same register gives the same digest. */
export interface SheetReport {
  readonly counts: SheetCounts;
  readonly columns: readonly { readonly field: string; readonly header: string; readonly column: string }[];
  readonly rejected: readonly RejectedCell[];
  readonly sample: readonly SampleLine[];
  readonly digest: string;
}

/** What was planned, to be said. */
export interface Planned {
  readonly effects: readonly RowEffect[];
  readonly bad: readonly BadCell[];
  /** Everything that would be written. */
  readonly deeds: unknown;
}

/** Puts reading and plan together. @param said  what a line is about */
export function reportOf<L extends { readonly row: number }, F extends string>(
  { summary, lines, bad }: SheetRead<L, F>,
  planned: Planned,
  said: (line: L) => { name: string; place: string },
): SheetReport {
  const { physicalRows, rows, blank, sheet, header } = summary;
  const refused = [...bad, ...planned.bad].sort((a, b) => a.row - b.row);
  const badRows = new Set(refused.map(({ row }) => row));
  const effects = new Map(planned.effects.map((effect) => [effect.row, effect]));
  const good = lines.flatMap((line) => {
    const effect = effects.get(line.row);
    return effect && !badRows.has(line.row) ? [{ line, effect }] : [];
  });
  const count = (wanted: Effect): number => good.filter(({ effect }) => effect.effect === wanted).length;
  const columnOf = (field: string): string | null => header.columns.find((one) => one.field === field)?.column ?? null;
  return {
    counts: {
      ...{ physicalRows, rows, blank, rejected: badRows.size },
      ...{ added: count('added'), changed: count('changed'), asked: count('asked'), same: count('same') },
    },
    columns: header.columns.flatMap(({ field, title, column }) =>
      field === null ? [] : [{ field, header: title, column }],
    ),
    rejected: refused
      .slice(0, rejectedShown)
      .map(({ row, field, code }) => ({ sheet, row, column: columnOf(field), code })),
    sample: good
      .filter(({ effect }) => effect.effect !== 'same')
      .slice(0, sampleSize)
      .map(({ line, effect }) => ({ ...effect, ...said(line) })),
    digest: createHash('sha256').update(JSON.stringify(planned.deeds)).digest('hex'),
  };
}
