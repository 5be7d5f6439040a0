import type { HeaderMap, TableRow } from '@ducha/spreadsheet';
import type { UnitLine } from '../domain/unit-plan.js';
import { LineReading } from './line-reading.js';
import { kindOf } from './spoken-names.js';

/** Columns of a sheet of units. */
export type UnitColumn = 'name' | 'shortName' | 'kind' | 'parent' | 'sort' | 'divisionCode' | 'from';

/** Their titles; the first is the one that exports write. */
export const unitHeaders: HeaderMap<UnitColumn> = {
  name: { names: ['单位名称', '单位全称', '全称', '单位', 'unit', 'unit name', 'name'], required: true },
  shortName: { names: ['简称', '单位简称', 'short name'] },
  kind: { names: ['类别', '单位类别', '单位性质', 'kind', 'type'], required: true },
  parent: { names: ['上级单位', '隶属', '主管单位', 'parent', 'parent unit'], required: true },
  sort: { names: ['排序号', '排序', '序号', 'sort', 'order'] },
  divisionCode: { names: ['行政区划代码', '区划代码', 'division code'] },
  from: { names: ['设立日期', '设立时间', '成立日期', 'founded', 'from'] },
};

/** Most units in one sheet. */
export const mostUnits = 5_000;

/** Reads one row. */
export function readUnitLine(
  row: TableRow<UnitColumn>,
  now: Date,
): { line: UnitLine; bad: LineReading<UnitColumn>['bad'] } {
  const reading = new LineReading(row);
  const line: UnitLine = {
    row: row.row,
    name: reading.needed('name', 80),
    shortName: reading.text('shortName', 30),
    kind: reading.oneOf('kind', kindOf, 'unknownKind'),
    parent: reading.text('parent', 80),
    sort: reading.count('sort', 1_000_000),
    divisionCode: reading.text('divisionCode', 12, /^\d{6,12}$/u),
    from: reading.instant('from'),
  };
  if (line.from !== null && line.from > now) reading.bad.push({ row: row.row, field: 'from', code: 'dateInFuture' });
  return { line, bad: reading.bad };
}
