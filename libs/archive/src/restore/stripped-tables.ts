import type pg from 'pg';

interface Part {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly definition: string;
}

const constraintsSql = `
  select k.conrelid::regclass::text as table, quote_ident(k.conname) as name, k.contype::text as type, pg_get_constraintdef(k.oid) as definition
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and k.contype in ('f', 'p', 'u', 'x')
  order by k.contype = 'f' desc, k.conname`;

const indexesSql = `
  select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as name, 'i' as type, pg_get_indexdef(i.indexrelid) as definition
  from pg_index i join pg_class c on c.oid = i.indrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
  order by 2`;

const triggersSql = `
  select distinct t.tgrelid::regclass::text as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where c.relnamespace = 'public'::regnamespace and not t.tgisinternal`;

/**
 * Takes keys, indexes and triggers off all tables, lets `fill` write the rows, and puts everything back, as a restore of
 * a dump does: rows that point at each other need no order, and an index built once is several times as fast as one kept
 * up row by row. To be run inside one transaction as the owner; what is put back checks every row.
 * @throws what PostgreSQL throws when the rows break a constraint
 */
export async function withStrippedTables(client: pg.ClientBase, fill: () => Promise<void>): Promise<void> {
  const constraints = (await client.query<Part>(constraintsSql)).rows;
  const indexes = (await client.query<Part>(indexesSql)).rows;
  const triggers = (await client.query<{ name: string }>(triggersSql)).rows;
  for (const { name } of triggers) await client.query(`alter table ${name} disable trigger user`);
  for (const { table, name } of constraints) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await fill();
  await client.query(`set local maintenance_work_mem = '256MB'`);
  const [keys, references] = [constraints.filter(isKey), constraints.filter((part) => !isKey(part))];
  await putBack(client, keys);
  for (const { definition } of indexes) await client.query(definition);
  await putBack(client, references);
  for (const { name } of triggers) await client.query(`alter table ${name} enable trigger user`);
}

const isKey = ({ type }: Part): boolean => type !== 'f';

async function putBack(client: pg.ClientBase, parts: readonly Part[]): Promise<void> {
  for (const { table, name, definition } of parts)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`);
}
