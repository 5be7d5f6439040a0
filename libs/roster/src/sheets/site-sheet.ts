import type { HeaderMap, TableRow } from '@ducha/spreadsheet';
import type { SiteKind, SiteLine } from '../domain/site-plan.js';
import { LineReading } from './line-reading.js';

/** Columns of a sheet of sites. */
export type SiteColumn = 'kind' | 'code' | 'name' | 'unit' | 'village';

/** Their titles. */
export const siteHeaders: HeaderMap<SiteColumn> = {
  kind: { names: ['类别', '点位类别', 'kind', 'type'], required: true },
  code: { names: ['编号', '代码', '户号', '户编号', 'code', 'number'], required: true },
  name: { names: ['名称', '村名', '户主', '户主姓名', '项目名称', 'name', 'head'], required: true },
  unit: { names: ['责任单位', '所属乡镇', '乡镇', 'unit', 'township'] },
  village: { names: ['所在村', '所属村', '村', 'village'] },
};

/** Most sites in one sheet. */
export const mostSites = 50_000;

const kinds = new Map<string, SiteKind>([
  ...(['村', '行政村', '村（社区）', '社区', 'village'] as const).map((name) => [name, 'village'] as const),
  ...(['户', '农户', '家庭', 'household'] as const).map((name) => [name, 'household'] as const),
  ...(['项目', 'project'] as const).map((name) => [name, 'project'] as const),
]);

/** Only the family name stays; the rest of a head's name never reaches the database. */
const maskedHead = (name: string): string => `${[...name].slice(0, 1).join('')}**`;

/** Reads one row. */
export function readSiteLine(row: TableRow<SiteColumn>): { line: SiteLine; bad: LineReading<SiteColumn>['bad'] } {
  const reading = new LineReading(row);
  const kind = reading.oneOf('kind', (text) => kinds.get(text.trim().toLowerCase()), 'unknownSiteKind');
  if (kind === null && reading.bad.length === 0) reading.bad.push({ row: row.row, field: 'kind', code: 'required' });
  // a control character could forge another line of a draw's record
  const code = reading.text('code', 40, /^\P{Cc}+$/u);
  if (code === null && !reading.bad.some(({ field }) => field === 'code'))
    reading.bad.push({ row: row.row, field: 'code', code: 'required' });
  const name = reading.needed('name', 60).replace(/\p{Cc}/gu, ' ');
  const line: SiteLine = {
    row: row.row,
    kind: kind ?? 'village',
    code: code ?? '',
    name: kind === 'household' ? maskedHead(name) : name,
    unit: reading.text('unit', 80),
    village: reading.text('village', 60),
  };
  return { line, bad: reading.bad };
}
