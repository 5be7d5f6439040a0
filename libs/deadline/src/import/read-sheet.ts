import { dayOf, isDay, wallClockOf } from '@ducha/kernel';
import { type Cell, type HeaderMap, parseInstant, readTable, type TableRow } from '@ducha/spreadsheet';
import { mostSetDays } from '../domain/calendars/year-rules.js';
import { fileOf, type ReadDay, signOf, webAddresses, type YearFile } from './year-file.js';

type Field = 'date' | 'name' | 'sign' | 'address';

const headers: HeaderMap<Field> = {
  date: { names: ['日期', '时间', 'date', 'day'], required: true },
  name: { names: ['名称', '节日', '节假日', '假日', '节日名称', 'name', 'holiday'], required: true },
  sign: { names: ['类型', '安排', '休班', '放假或上班', '性质', 'type', 'kind'], required: true },
  address: { names: ['来源', '通知网址', '网址', '通知地址', 'source', 'address'] },
};
const limits = { maxFileBytes: 1024 * 1024, maxRows: 2 * mostSetDays };

/** A sheet with a row for each day. @throws Fault `spreadsheet.*` when it cannot be read */
export async function readSheetYear(file: string): Promise<YearFile> {
  const read: ReadDay[] = [];
  const addresses: string[] = [];
  await readTable(file, { headers, limits }, (rows) => {
    for (const row of rows) {
      read.push(read.length < mostSetDays ? dayIn(row) : { row: row.row, field: 'date', code: 'tooMany' });
      if (row.cells.address) addresses.push(row.cells.address.text);
    }
    return read.length > mostSetDays ? 'enough' : undefined;
  });
  return fileOf('sheet', read, { addresses: [...new Set(webAddresses(addresses))].slice(0, 10) });
}

function dayIn({ row, cells }: TableRow<Field>): ReadDay {
  for (const field of ['date', 'name', 'sign'] as const) {
    const wrong = faultOf(cells[field]);
    if (wrong) return { row, field, code: wrong };
  }
  const { date, name, sign } = cells;
  const at = date && parseInstant(date);
  const day = at && dayOf(wallClockOf(at).day);
  if (day === undefined || !isDay(day)) return { row, field: 'date', code: 'invalidDate' };
  const working = signOf(sign?.text ?? '');
  if (working === undefined) return { row, field: 'sign', code: 'unknownSign' };
  return { row, day: { day, name: name?.text ?? '', working } };
}

function faultOf(cell: Cell | undefined): 'required' | 'cellError' | 'unstorable' | 'tooLong' | undefined {
  if (cell === undefined) return 'required';
  if (cell.kind === 'error') return 'cellError';
  if (/\p{Cc}|\p{Surrogate}/u.test(cell.text)) return 'unstorable';
  return cell.text.length > 40 ? 'tooLong' : undefined;
}
