import { leftBehind, registerColumns, registerTables } from '@ducha/archive';
import { World } from '#test-kit';

jest.setTimeout(60_000);
let home: World;
beforeAll(async () => {
  home = await World.open();
});
afterAll(() => home.close());

it('every column of what leaves is either in the file or named as left behind', async () => {
  for (const { table, columns, left = [], from } of registerTables) {
    if (from !== undefined) continue;
    const known = await home.store.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [table],
    );
    expect([table, known.map(({ name }) => name).sort()]).toEqual([table, [...columns, ...left].sort()]);
  }
  const titles = Object.values(registerColumns).map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
});

it('every table that hangs on an inspection is either in the file or named as left behind', async () => {
  const carried = registerTables.map(({ table }) => table);
  const hanging = await home.store.query<{ name: string }>(
    `with recursive hanging(id) as (
       select oid from pg_class where relname = any($1) and relkind = 'r' union
       select c.conrelid from pg_constraint c join hanging h on h.id = c.confrelid where c.contype = 'f' and h.id <> 'session'::regclass)
     select relname as name from pg_class where oid in (select id from hanging)`,
    [['site', 'standard', 'inspection', 'sealed_inspection', 'competence', 'recusal_declaration']],
  );
  const names = hanging.map(({ name }) => name);
  expect(names.filter((name) => !carried.includes(name) && !leftBehind.has(name))).toEqual([]);
  expect(carried.filter((name) => leftBehind.has(name))).toEqual([]);
});
