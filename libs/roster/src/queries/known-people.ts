import type { Store } from '@ducha/store';
import type { KnownPerson, KnownPost, PersonLine } from '../domain/person-line.js';

const held = `p.from_at <= now() and (p.to_at is null or p.to_at > now())`;

const knownSql = `
  select pe.id, pe.name, pe.phone,
    coalesce((select jsonb_agg(a.login) from account a where a.person_id = pe.id), '[]') as logins,
    coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'unitId', p.unit_id, 'role', p.role, 'title', p.title, 'from', p.from_at, 'to', p.to_at,
      'homeUnitId', p.home_unit_id)) from post p where p.person_id = pe.id and ${held}), '[]') as posts,
    coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'unitId', r.unit_id)) from privilege_request r
      where r.person_id = pe.id and r.kind = 'give_post' and r.state = 'requested'), '[]') as asked
  from person pe
  where pe.id::text = any($1) or exists (select 1 from account a where a.person_id = pe.id and a.login = any($2))
    or replace(pe.name, ' ', '') = any($3)`;

type Row = Omit<KnownPerson, 'posts'> & {
  posts: (Omit<KnownPost, 'from' | 'to'> & { from: string; to: string | null })[];
};

/** Everybody of the county whom the lines could mean: by id, account or name. */
export async function knownPeople(store: Store, lines: readonly PersonLine[]): Promise<KnownPerson[]> {
  const keys = lines.flatMap(({ key }) => key ?? []);
  const logins = lines
    .flatMap(({ login, serves }) => [login, serves?.toLowerCase() ?? null])
    .filter((one) => one !== null);
  const names = lines.flatMap(({ name, serves }) => [name, serves]).filter((one) => one !== null);
  const plain = [...new Set(names.map((name) => name.replaceAll(' ', '')))];
  const rows = await store.query<Row>(knownSql, [[...new Set(keys)], [...new Set(logins)], plain]);
  return rows.map((row) => ({ ...row, posts: row.posts.map(withDates) }));
}

const withDates = ({ from, to, ...post }: Row['posts'][number]): KnownPost => ({
  ...post,
  from: new Date(from),
  to: to === null ? null : new Date(to),
});

/** The database's instant. */
export async function databaseNow(store: Store): Promise<Date> {
  const row = await store.queryOne<{ now: Date }>('select now() as now');
  if (!row) throw new Error('now() is one row, always');
  return row.now;
}
