import { posix } from 'node:path';
import { spreadsheetFault } from '../../spreadsheet-faults.js';
import { readXml } from './xml-scan.js';
import type { ZipParts } from './zip-parts.js';

/** A worksheet of the workbook; chart sheets and macro sheets are not listed. */
export interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly visible: boolean;
}

/** What the workbook part says: the sheets in their order, the date epoch, and where strings and styles stand. */
export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly epoch1904: boolean;
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
}

interface Relationship {
  readonly id: string;
  /** Last segment of the type, alike in the transitional and the strict namespace. */
  readonly kind: string;
  readonly target: string;
}

async function relationshipsOf(zip: ZipParts, owner: string, maxRunLength: number): Promise<Relationship[]> {
  const folder = posix.dirname(owner);
  const name = posix.join(folder, '_rels', `${posix.basename(owner)}.rels`);
  const found: Relationship[] = [];
  if (!zip.has(name)) return found;
  const open = (element: string, at: Readonly<Record<string, string>>) => {
    if (element !== 'Relationship' || at.TargetMode === 'External') return;
    const target = at.Target ?? '';
    const part = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
    found.push({ id: at.Id ?? '', kind: posix.basename(at.Type ?? ''), target: part });
  };
  await readXml(zip.part(name), { open, close() {}, text() {} }, maxRunLength);
  return found;
}

function refuseOtherPackage(zip: ZipParts): never {
  if (zip.has('xl/workbook.bin')) throw spreadsheetFault('legacyFormat', { found: 'xlsb' });
  const found = zip.has('word/document.xml')
    ? 'docx'
    : zip.has('ppt/presentation.xml')
      ? 'pptx'
      : zip.has('content.xml')
        ? 'odf'
        : 'zip';
  throw spreadsheetFault('wrongType', { found });
}

async function workbookPart(zip: ZipParts, maxRunLength: number): Promise<string> {
  const package_ = await relationshipsOf(zip, '', maxRunLength);
  const main = package_.find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!zip.has(main) || !main.toLowerCase().endsWith('.xml')) refuseOtherPackage(zip);
  return main;
}

function relationshipId(at: Readonly<Record<string, string>>): string {
  const key = Object.keys(at).find((name) => name.endsWith(':id'));
  return key === undefined ? '' : (at[key] ?? '');
}

/**
 * Reads the table of contents of a workbook.
 * @throws Fault `spreadsheet.wrongType`, `spreadsheet.legacyFormat` when the archive is something else
 */
export async function readWorkbook(zip: ZipParts, maxRunLength: number): Promise<Workbook> {
  const part = await workbookPart(zip, maxRunLength);
  const related = await relationshipsOf(zip, part, maxRunLength);
  const worksheets = new Map(related.filter(({ kind }) => kind === 'worksheet').map(({ id, target }) => [id, target]));
  const sheets: SheetPart[] = [];
  let epoch1904 = false;
  let isWorkbook = false;
  const open = (element: string, at: Readonly<Record<string, string>>) => {
    if (element === 'workbook') isWorkbook = true;
    else if (element === 'workbookPr') epoch1904 = ['1', 'true', 'on'].includes(at.date1904 ?? '');
    else if (element === 'sheet') {
      const target = worksheets.get(relationshipId(at));
      if (target !== undefined)
        sheets.push({ name: at.name ?? '', part: target, visible: (at.state ?? 'visible') === 'visible' });
    }
  };
  await readXml(zip.part(part), { open, close() {}, text() {} }, maxRunLength);
  if (!isWorkbook) refuseOtherPackage(zip);
  const partOf = (kind: string) => related.find((one) => one.kind === kind && zip.has(one.target))?.target;
  return { sheets, epoch1904, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') };
}
