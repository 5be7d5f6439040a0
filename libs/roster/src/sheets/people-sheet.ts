import type { HeaderMap, TableRow } from '@ducha/spreadsheet';
import type { PersonLine } from '../domain/person-line.js';
import { isMasked, phonePattern } from '../domain/phone.js';
import { LineReading } from './line-reading.js';
import { roleOf } from './spoken-names.js';

/** Columns of a sheet of people. */
export type PersonColumn =
  | 'key'
  | 'login'
  | 'name'
  | 'phone'
  | 'unit'
  | 'role'
  | 'title'
  | 'from'
  | 'to'
  | 'homeUnit'
  | 'serves';

/** Their titles; the first is the one that exports write. */
export const personHeaders: HeaderMap<PersonColumn> = {
  key: { names: ['人员编号', 'person id', 'key'] },
  login: { names: ['账号', '登录名', '用户名', 'login', 'account', 'user name'] },
  name: { names: ['姓名', '人员', '人员姓名', 'name', 'person'], required: true },
  phone: { names: ['手机号', '手机', '电话', '联系电话', 'phone', 'mobile', 'telephone'] },
  unit: { names: ['单位', '所在单位', '单位名称', 'unit'], required: true },
  role: { names: ['角色', '岗位', 'role'], required: true },
  title: { names: ['职务', '岗位名称', 'title', 'post'], required: true },
  from: { names: ['任职时间', '任职起', '任职日期', 'from', 'since'] },
  to: { names: ['到期时间', '任职止', '任期至', 'to', 'until'] },
  homeUnit: { names: ['借调前单位', '原单位', '编制单位', 'home unit'] },
  serves: { names: ['服务领导', '服务对象', 'serves'] },
};

/** Most rows in one sheet of people. */
export const mostPeople = 20_000;

/** Reads one row. */
export function readPersonLine(row: TableRow<PersonColumn>): {
  line: PersonLine;
  bad: LineReading<PersonColumn>['bad'];
} {
  const reading = new LineReading(row);
  const login = reading.text('login', 60, /^[\p{L}\p{N}._@-]{2,60}$/u);
  const phone = reading.text('phone', 20);
  if (phone !== null && !isMasked(phone) && !phonePattern.test(phone))
    reading.bad.push({ row: row.row, field: 'phone', code: 'invalid' });
  const line: PersonLine = {
    row: row.row,
    key: reading.text('key', 60),
    login: login?.toLowerCase() ?? null,
    name: reading.needed('name', 50),
    phone,
    unit: reading.text('unit', 80),
    role: reading.oneOf('role', roleOf, 'unknownRole'),
    title: reading.text('title', 60),
    from: reading.instant('from'),
    to: reading.instant('to'),
    homeUnit: reading.text('homeUnit', 80),
    serves: reading.text('serves', 60),
  };
  return { line, bad: reading.bad };
}
