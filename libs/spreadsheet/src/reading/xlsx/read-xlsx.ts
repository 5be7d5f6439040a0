import { classificationMark } from '@ducha/kernel';
import type { ReadLimits } from '../../limits.js';
import { spreadsheetFault } from '../../spreadsheet-faults.js';
import type { OpenSheet } from '../open-sheet.js';
import { longestRun } from './runs.js';
import { readSharedStrings } from './shared-strings.js';
import { sheetRows } from './sheet-rows.js';
import { readStyles } from './styles.js';
import { readWorkbook, type SheetPart, type Workbook } from './workbook.js';
import { ZipParts } from './zip-parts.js';

function chosenSheet({ sheets }: Workbook, wanted: string | undefined): SheetPart {
  const names = sheets.map(({ name }) => name);
  const chosen =
    wanted === undefined
      ? (sheets.find(({ visible }) => visible) ?? sheets[0])
      : sheets.find(({ name }) => name === wanted);
  if (!chosen) throw spreadsheetFault('sheetNotFound', { sheet: wanted ?? null, sheets: names });
  return chosen;
}

/**
 * Opens one sheet of an XLSX workbook: by name, or the first visible one.
 * @param screenWords  refuses marks of secrecy also in the names of all sheets and in the shared texts of those that are not read
 */
export async function openXlsx(
  bytes: Buffer,
  wanted: string | undefined,
  limits: ReadLimits,
  screenWords?: readonly string[],
): Promise<OpenSheet> {
  const zip = await ZipParts.open(bytes, limits);
  const workbook = await readWorkbook(zip, longestRun(limits));
  const { name: sheet, part } = chosenSheet(workbook, wanted);
  const styles = workbook.styles === undefined ? [] : await readStyles(zip.part(workbook.styles), longestRun(limits));
  const strings =
    workbook.sharedStrings === undefined ? [] : await readSharedStrings(zip.part(workbook.sharedStrings), limits);
  const elsewhere = (texts: readonly string[]): void => refuseClassified(texts, screenWords);
  elsewhere(workbook.sheets.map(({ name }) => name));
  const context = { sheet, epoch1904: workbook.epoch1904, strings, styles };
  return {
    format: 'xlsx',
    sheet,
    sheets: workbook.sheets.map(({ name }) => name),
    rows: screenedAfter(sheetRows(zip.part(part), context, limits), () => elsewhere(strings)),
  };
}

/** The rows, whose own marks are found with their places first; then what the rest of the workbook says. */
async function* screenedAfter<R>(rows: AsyncIterable<R>, screen: () => void): AsyncGenerator<R> {
  yield* rows;
  screen();
}

function refuseClassified(texts: readonly string[], words: readonly string[] | undefined): void {
  if (words !== undefined && texts.some((text) => classificationMark(text, words) !== null))
    throw spreadsheetFault('classified', { sheet: null });
}
