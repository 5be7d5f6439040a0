import { countyDay } from '@ducha/kernel';
import type { HeaderMap, TableRow } from '@ducha/spreadsheet';
import type { PostingLine, PostingRole } from '../domain/posting-plan.js';
import { LineReading } from './line-reading.js';

/** Columns of a sheet of postings. */
export type PostingColumn = 'person' | 'phone' | 'village' | 'team' | 'role' | 'from' | 'to';

/** Their titles. */
export const postingHeaders: HeaderMap<PostingColumn> = {
  person: { names: ['姓名', '人员', 'name', 'person'], required: true },
  phone: { names: ['手机号', '手机', '电话', 'phone'] },
  village: { names: ['村', '驻村', '所驻村', '派驻村', 'village'], required: true },
  team: { names: ['工作队', '队伍', '派出单位', 'team'], required: true },
  role: { names: ['职务', '角色', 'role'], required: true },
  from: { names: ['起', '驻村起', '开始日期', '到任日期', 'from'], required: true },
  to: { names: ['止', '驻村止', '结束日期', '离任日期', 'to'] },
};

/** Most postings in one sheet. */
export const mostPostings = 10_000;

const roles = new Map<string, PostingRole>([
  ['第一书记', 'first_secretary'],
  ['驻村第一书记', 'first_secretary'],
  ['first_secretary', 'first_secretary'],
  ['队长', 'team_leader'],
  ['工作队长', 'team_leader'],
  ['team_leader', 'team_leader'],
  ['队员', 'team_member'],
  ['工作队员', 'team_member'],
  ['team_member', 'team_member'],
  ['村两委', 'village_committee'],
  ['village_committee', 'village_committee'],
]);

/** Reads one row. */
export function readPostingLine(row: TableRow<PostingColumn>): {
  line: PostingLine;
  bad: LineReading<PostingColumn>['bad'];
} {
  const reading = new LineReading(row);
  const role = reading.oneOf('role', (text) => roles.get(text.trim()), 'unknownPostingRole');
  const from = reading.instant('from');
  const to = reading.instant('to');
  const missing = (field: PostingColumn): void => {
    if (row.cells[field] === undefined) reading.bad.push({ row: row.row, field, code: 'required' });
  };
  missing('role');
  missing('from');
  if (from !== null && to !== null && to < from)
    reading.bad.push({ row: row.row, field: 'to', code: 'endsBeforeStart' });
  const line: PostingLine = {
    row: row.row,
    person: reading.needed('person', 50),
    phone: reading.text('phone', 20),
    village: reading.needed('village', 60),
    team: reading.needed('team', 80),
    role: role ?? 'team_member',
    fromOn: from === null ? '' : countyDay(from),
    toOn: to === null ? null : countyDay(to),
  };
  return { line, bad: reading.bad };
}
