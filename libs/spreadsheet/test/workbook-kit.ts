import { Fault } from '@ducha/kernel';
import { buffer } from 'node:stream/consumers';
import { Readable, PassThrough } from 'node:stream';
import yazl from 'yazl';
import { readTable, type ReadTableOptions, type TableRow, type TableSummary } from '../src/index.js';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** A zip archive of the given parts. */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(Readable.from(zip.outputStream));
}

/** What a workbook of the tests is made of; everything else gets a valid default. */
export interface WorkbookPlan {
  /** Content of `sheetData` by sheet name. */
  readonly sheets?: Readonly<Record<string, string>>;
  readonly hidden?: readonly string[];
  readonly sharedStrings?: readonly string[];
  /** Format codes; style index n+1 has the n-th. */
  readonly formats?: readonly string[];
  readonly workbookPr?: string;
  /** Added to, or put in place of, the parts of the archive. */
  readonly parts?: Readonly<Record<string, string | Buffer>>;
}

function relationshipsXml(targets: readonly (readonly [string, string])[]): string {
  const all = targets.map(
    ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships ${relationships}>${all.join('')}</Relationships>`;
}

function stylesXml(formats: readonly string[]): string {
  const codes = formats.map(
    (code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  const cells = formats.map((_code, at) => `<xf numFmtId="${170 + at}"/>`);
  return `${declaration}<styleSheet ${main}><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${cells.join('')}</cellXfs></styleSheet>`;
}

/** Parts of a small workbook, to be changed and zipped. */
export function workbookParts(plan: WorkbookPlan = {}): Record<string, string | Buffer> {
  const { sheets = { 表一: '' }, hidden = [], sharedStrings = [], formats = [], workbookPr = '' } = plan;
  const names = Object.keys(sheets);
  const listed = names.map(
    (name, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"${hidden.includes(name) ? ' state="hidden"' : ''}/>`,
  );
  const parts: Record<string, string> = {};
  names.forEach((name, at) => {
    const content = `<worksheet ${main}><sheetData>${sheets[name]}</sheetData></worksheet>`;
    parts[`xl/worksheets/sheet${at + 1}.xml`] = declaration + content;
  });
  const strings = sharedStrings.map((text) => `<si>${text}</si>`).join('');
  return {
    '_rels/.rels': relationshipsXml([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${declaration}<workbook ${main} xmlns:r="${office}"><workbookPr ${workbookPr}/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationshipsXml([
      ...names.map((_name, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', '/xl/styles.xml'],
    ]),
    'xl/sharedStrings.xml': `${declaration}<sst ${main}>${strings}</sst>`,
    'xl/styles.xml': stylesXml(formats),
    ...parts,
    ...plan.parts,
  };
}

/** A small workbook as bytes. */
export function aWorkbook(plan: WorkbookPlan = {}): Promise<Buffer> {
  return zipOf(workbookParts(plan));
}

/** Where the archive's directory describes a part (its sizes, checksum and flags). */
export function centralEntry(zip: Buffer, part: string): number {
  return zip.lastIndexOf(Buffer.from(part)) - 46;
}

/** A row of inline text cells. */
export function textRow(row: number, ...texts: readonly string[]): string {
  const cells = texts.map(
    (text, at) => `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  return `<row r="${row}">${cells.join('')}</row>`;
}

/** Reads a whole table into memory. */
export async function readAll<F extends string>(
  file: string | Uint8Array,
  options: ReadTableOptions<F>,
): Promise<{ rows: TableRow<F>[]; summary: TableSummary<F> }> {
  const rows: TableRow<F>[] = [];
  const summary = await readTable(file, options, (some) => {
    rows.push(...some);
  });
  return { rows, summary };
}

/** The texts of each row's cells, by field. */
export function textsOf<F extends string>(rows: readonly TableRow<F>[]): Record<string, string>[] {
  return rows.map(({ cells }) =>
    Object.fromEntries(
      Object.entries<{ text: string } | undefined>(cells).map(([field, cell]) => [field, cell?.text ?? '']),
    ),
  );
}

/** The refusal that a reading ends with: its status, code and facts. */
export async function refusalOf(reading: Promise<unknown>): Promise<Record<string, unknown>> {
  const outcome = await reading.then(
    () => 'accepted',
    (error: unknown) => error,
  );
  if (!(outcome instanceof Fault)) throw new Error('no refusal', { cause: outcome });
  return { status: outcome.spec.status, code: outcome.code, ...outcome.facts };
}

/** Everything a writer sends to its stream. */
export async function writtenBy(write: (stream: PassThrough) => Promise<unknown>): Promise<Buffer> {
  const stream = new PassThrough();
  const [bytes] = await Promise.all([buffer(stream), write(stream)]);
  return bytes;
}
