import type { World } from '#test-kit';

const mine = `n.nspname in ('public', 'bullmq') and c.relkind = 'r'`;

/**
 * Digests of every table and sequence that is no sealed one. Left out: when sweeps ran, which is the process's own;
 * sessions of issued devices; secrets of second factors, which are boxed with randomness of their own.
 */
export async function openTables({ store }: World): Promise<Record<string, string>> {
  const tables = await store.query<{ name: string; counts: boolean }>(
    `select c.relname as name, c.relkind = 'S' as counts from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'S') and c.relname not like 'sealed\\_%' and c.relname not like 'call\\_up%'
       and c.relname not in ('sweep_turn', 'totp_factor') order by 1`,
  );
  const digests: Record<string, string> = {};
  for (const { name, counts } of tables) {
    const row = counts ? 't.last_value::text' : 't::text';
    const only = name === 'session' ? 'where t.issued_for is null' : '';
    const [found] = await store.query<{ md5: string | null }>(
      `select md5(string_agg(${row}, E'\\n' order by ${row})) as md5 from public.${name} t ${only}`,
    );
    digests[name] = found?.md5 ?? '';
  }
  return digests;
}

/** Every row of the tables that a condition names, as a dump shows it, after the name of its table. */
export async function rowsOf({ store }: World, condition: string): Promise<string[]> {
  const tables = await store.query<{ name: string; schema: string }>(
    `select c.relname as name, n.nspname as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where ${mine} and has_table_privilege(c.oid, 'select') and (${condition}) order by 1`,
  );
  const rows: string[] = [];
  for (const { name, schema } of tables) {
    const found = await store.query<{ row: string }>(`select '${name} ' || t::text as row from ${schema}.${name} t`);
    for (const { row } of found) rows.push(row);
  }
  return rows;
}

/** Whether a dump shows a text, as it is or as the bytes of a column. */
export const holds = (dump: string, text: string): boolean =>
  dump.includes(text) || dump.includes(Buffer.from(text).toString('hex'));
