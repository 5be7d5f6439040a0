import type { ReadLimits } from '../../limits.js';
import { decodeEscapes } from '../../cells/escaped-text.js';
import { spreadsheetFault } from '../../spreadsheet-faults.js';
import { longestRun } from './runs.js';
import { readXml, type PartStream } from './xml-scan.js';

/** What one string costs in memory beside its characters, in UTF-16 units. */
const keeping = 16;

/**
 * The workbook's shared strings by index; the runs of rich text are joined, phonetic hints (拼音) are left out.
 * @throws Fault `spreadsheet.cellTooLong`, `spreadsheet.tooLarge` when together they exceed what memory is given
 */
export async function readSharedStrings(part: PartStream, limits: ReadLimits): Promise<string[]> {
  const strings: string[] = [];
  let total = 0;
  let pieces: string[] = [];
  let length = 0;
  let inText = false;
  let inHint = false;
  await readXml(
    part,
    {
      open(name) {
        if (name === 'si') {
          pieces = [];
          length = 0;
        } else if (name === 't') inText = !inHint;
        else if (name === 'rPh') inHint = true;
      },
      text(text) {
        if (!inText) return;
        length += text.length;
        if (length > longestRun(limits))
          throw spreadsheetFault('cellTooLong', { part: part.name, limit: limits.maxCellLength });
        pieces.push(text);
      },
      close(name) {
        if (name === 't') inText = false;
        else if (name === 'rPh') inHint = false;
        else if (name === 'si') {
          total += length + keeping;
          if (total > limits.maxSharedTextLength)
            throw spreadsheetFault('tooLarge', { part: part.name, limit: limits.maxSharedTextLength });
          strings.push(decodeEscapes(pieces.length === 1 ? (pieces[0] ?? '') : pieces.join('')));
        }
      },
    },
    longestRun(limits),
  );
  return strings;
}
