import type pg from 'pg';

/** A table of the product as the catalogue of the database knows it. */
export interface TableFacts {
  readonly name: string;
  /** In their order; columns that the database computes itself are left out. */
  readonly columns: readonly string[];
}

/** A sequence with its position. Numbers are texts: they may be larger than a JavaScript number. */
export interface SequenceFacts {
  readonly name: string;
  readonly type: string;
  readonly start: string;
  readonly increment: string;
  readonly min: string;
  readonly max: string;
  readonly cache: string;
  readonly cycles: boolean;
  readonly lastValue: string;
  readonly isCalled: boolean;
}

const tablesSql = `
  select c.relname as name, (
    select array_agg(a.attname::text order by a.attnum) from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname collate "C"`;

const sequencesSql = `
  select c.relname as name, format_type(s.seqtypid, null) as type, s.seqstart::text as start, s.seqincrement::text as increment,
    s.seqmin::text as min, s.seqmax::text as max, s.seqcache::text as cache, s.seqcycle as cycles
  from pg_sequence s join pg_class c on c.oid = s.seqrelid where c.relnamespace = 'public'::regnamespace order by c.relname collate "C"`;

/** Every table of the product: nobody lists them by hand, so that none can be forgotten. */
export async function tablesOf(client: pg.ClientBase): Promise<TableFacts[]> {
  return (await client.query<TableFacts>(tablesSql)).rows;
}

/** Every sequence with its position now. Sequences know no transaction: asked last, none lies behind a row of the snapshot. */
export async function sequencesOf(client: pg.ClientBase): Promise<SequenceFacts[]> {
  const { rows } = await client.query<Omit<SequenceFacts, 'lastValue' | 'isCalled'>>(sequencesSql);
  const found: SequenceFacts[] = [];
  for (const row of rows) {
    const at = await client.query<Pick<SequenceFacts, 'lastValue' | 'isCalled'>>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${named(client, row.name)}`,
    );
    const [position] = at.rows;
    if (position) found.push({ ...row, ...position });
  }
  return found;
}

/** Names of the migrations that made this schema, in their order: the version of the schema. */
export async function migrationsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from public.schema_migration order by id');
  return rows.map(({ name }) => name);
}

/** A name of the product's schema, quoted. */
export function named(client: pg.ClientBase, name: string): string {
  return `public.${client.escapeIdentifier(name)}`;
}

/** Instants, numbers and bytes as text in one way, whatever the server's settings. */
export const plainText = `set local timezone = 'UTC'; set local datestyle = 'ISO, MDY'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 3`;

/** Tables of sealed plans and of call-ups: they are in every backup, as boxes, but how many rows they have is told to nobody. */
export const isSealedTable = (name: string): boolean => /^(sealed_|call_up)/.test(name);
