import type { DemoPerson, DemoRole } from '../types.js';

/** One person in one post: role, name, login, title, first day. */
export type CastRow = [role: DemoRole, name: string, login: string, title: string, from: string];

/** The people of one unit. */
export interface UnitCast {
  unitKey: string;
  rows: CastRow[];
}

/** A leader or secretary; they are referred to by a key of their own. */
export interface LeaderRow {
  key: string;
  unitKey: string;
  role: DemoRole;
  name: string;
  login: string;
  title: string;
  from: string;
  serves?: string;
}

/** A person before a (fictitious) phone number is given out. */
export type Unphoned = Omit<DemoPerson, 'phone'>;

const shortRole: Record<DemoRole, string> = {
  principal: 'principal',
  county_leader: 'leader',
  leader_office: 'secretary',
  bureau_head: 'head',
  bureau_officer: 'officer',
  bureau_clerk: 'clerk',
  unit_head: 'head',
  unit_liaison: 'liaison',
  unit_staff: 'staff',
  reviewer: 'reviewer',
  proponent: 'proponent',
  auditor: 'auditor',
  sysadmin: 'sysadmin',
  secadmin: 'secadmin',
  auditadmin: 'auditadmin',
};

/**
 * People of one unit with their keys: `<unit>.<role>` for the first of a role,
 * then `<unit>.<role>-2` and so on, e.g. `guyang.head`, `guyang.head-2`.
 */
export function peopleOf(cast: UnitCast): Unphoned[] {
  const seen = new Map<string, number>();
  return cast.rows.map(([role, name, login, title, from]) => {
    const stem = `${cast.unitKey}.${shortRole[role]}`;
    const count = (seen.get(stem) ?? 0) + 1;
    seen.set(stem, count);
    const key = count === 1 ? stem : `${stem}-${count}`;
    return {
      key,
      name,
      login,
      posts: [{ role, unitKey: cast.unitKey, title, from }],
    };
  });
}

/** A leader as a person with that one post. */
export function leaderOf(row: LeaderRow): Unphoned {
  const { key, name, login, role, unitKey, title, from, serves } = row;
  const post = { role, unitKey, title, from };
  return {
    key,
    name,
    login,
    posts: [serves === undefined ? post : { ...post, serves }],
  };
}
