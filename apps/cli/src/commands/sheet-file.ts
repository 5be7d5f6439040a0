import { stat } from 'node:fs/promises';

/** A cell that keeps its row out. */
interface RefusedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: string | null;
  readonly code: string;
}

const mostShown = 50;

/** @throws Error naming the file, before a database is started for it */
export async function refuseUnreadable(file: string): Promise<void> {
  await stat(file).catch(() => {
    throw new Error(`${file} cannot be read`);
  });
}

/** What came of a sheet: the sum, then the refused cells, the first fifty of them. */
export function sheetWords(sum: string, rejected: readonly RefusedCell[]): string {
  const cells = rejected
    .slice(0, mostShown)
    .map(({ sheet, row, column, code }) => `  ${sheet} ${row} ${column ?? '-'}: ${code}`);
  const more = rejected.length > mostShown ? [`  … and ${rejected.length - mostShown} more`] : [];
  return `${[sum, ...cells, ...more].join('\n')}\n`;
}
