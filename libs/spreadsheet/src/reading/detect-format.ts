import { spreadsheetFault } from '../spreadsheet-faults.js';

const zipMarks = ['504b0304', '504b0506', '504b0708'];
const compoundMark = 'd0cf11e0a1b11ae1';
const otherMarks: readonly (readonly [string, string])[] = [
  ['25504446', 'pdf'],
  ['7b5c727466', 'rtf'],
  ['89504e47', 'png'],
  ['ffd8ff', 'jpeg'],
  ['47494638', 'gif'],
  ['1f8b', 'gzip'],
  ['377abcaf271c', '7z'],
  ['526172211a07', 'rar'],
];

/** Names inside a compound file stand in UTF-16; an encrypted workbook holds a stream of this name. */
function refuseCompound(bytes: Buffer): never {
  const holds = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) throw spreadsheetFault('encrypted');
  if (holds('Workbook') || holds('Book')) throw spreadsheetFault('legacyFormat', { found: 'xls' });
  throw spreadsheetFault('wrongType', { found: 'compound' });
}

/**
 * What a file is, by its bytes and never by its name.
 * @throws Fault `spreadsheet.encrypted`, `spreadsheet.legacyFormat`, `spreadsheet.wrongType`, `spreadsheet.empty`
 */
export function detectFormat(bytes: Buffer): 'xlsx' | 'csv' {
  if (bytes.length === 0) throw spreadsheetFault('empty');
  const head = bytes.subarray(0, 16).toString('hex');
  if (zipMarks.some((mark) => head.startsWith(mark))) return 'xlsx';
  if (head.startsWith(compoundMark)) refuseCompound(bytes);
  const other = otherMarks.find(([mark]) => head.startsWith(mark));
  if (other) throw spreadsheetFault('wrongType', { found: other[1] });
  // Many systems export a web page or XML under the name .xls.
  if (/^(?:\uFEFF)?\s*<(?:!|\?|[a-z])/iu.test(bytes.subarray(0, 256).toString('utf8')))
    throw spreadsheetFault('wrongType', { found: 'markup' });
  return 'csv';
}
