/** Text of the columns that a report row takes, in their order on the screen. */
export const reportColumns = ['progress', 'problem', 'nextStep', 'value'] as const;
/** One of them. */
export type ReportColumn = (typeof reportColumns)[number];
/** What was typed into a row, as text. */
export type ReportDraft = Record<ReportColumn, string>;
/** A row nobody has touched. */
export const emptyDraft: ReportDraft = { progress: '', problem: '', nextStep: '', value: '' };

/** Cells of tab-separated text as spreadsheets copy it: quoted cells may hold tabs and line ends, `""` is one quote. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (quoted && char === '"' && text.charAt(at + 1) === '"') cell += text.charAt(at++);
    else if (quoted && char === '"') quoted = false;
    else if (!quoted && char === '"' && cell === '') quoted = true;
    else if (!quoted && char === '\t') endCell();
    else if (!quoted && (char === '\n' || char === '\r')) {
      if (char === '\r' && text.charAt(at + 1) === '\n') at++;
      endCell();
      rows.push([]);
    } else cell += char;
  }
  endCell();
  return rows.filter((row) => row.some((part) => part.trim() !== ''));
}

/** A row of the table that can take pasted text. */
export interface PasteTarget {
  id: string;
  number: string | null;
}
/** What a paste changes, and how it found its rows. */
export interface Pasted {
  drafts: Map<string, Partial<ReportDraft>>;
  columns: number;
  byNumber: boolean;
  unknown: number;
}

/**
 * Where pasted cells go: by the number in their first cell when that is a known one (rows in any order, as an exported
 * ledger has them), else from the cell at `start` to the right and down.
 */
export function placePaste(
  cells: string[][],
  targets: PasteTarget[],
  start: { row: number; column: ReportColumn },
): Pasted {
  const byNumber = new Map(targets.flatMap(({ id, number }) => (number === null ? [] : [[number, id] as const])));
  const numbered = cells.some((row) => byNumber.has(row[0]?.trim() ?? ''));
  const firstColumn = numbered ? 0 : reportColumns.indexOf(start.column);
  const drafts = new Map<string, Partial<ReportDraft>>();
  let unknown = 0;
  cells.forEach((row, at) => {
    const id = numbered ? byNumber.get(row[0]?.trim() ?? '') : targets[start.row + at]?.id;
    if (id === undefined) unknown++;
    else drafts.set(id, draftOf(numbered ? row.slice(1) : row, firstColumn));
  });
  return {
    drafts,
    columns: Math.max(0, ...cells.map((row) => row.length - (numbered ? 1 : 0))),
    byNumber: numbered,
    unknown,
  };
}

function draftOf(row: string[], firstColumn: number): Partial<ReportDraft> {
  const draft: Partial<ReportDraft> = {};
  row.forEach((cell, at) => {
    const column = reportColumns[firstColumn + at];
    if (column !== undefined) draft[column] = cell.trim();
  });
  return draft;
}
