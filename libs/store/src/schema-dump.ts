import type pg from 'pg';

const tablesSql = `
  select c.relname as name,
    (select string_agg(format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
        case when a.attgenerated = 's' then ' generated' when a.attidentity <> '' then ' identity' when d.oid is not null then ' default' else '' end),
        E'\\n' order by a.attnum)
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    (select string_agg(format('  %s: %s', k.conname, pg_get_constraintdef(k.oid)), E'\\n' order by k.conname) from pg_constraint k where k.conrelid = c.oid) as constraints,
    (select string_agg('  ' || replace(i.indexdef, 'public.', ''), E'\\n' order by i.indexname) from pg_indexes i where i.schemaname = 'public' and i.tablename = c.relname) as indexes,
    (select string_agg('  ' || pg_get_triggerdef(t.oid), E'\\n' order by t.tgname) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind = 'r' order by c.relname collate "C"`;

const functionsSql = `
  select replace(pg_get_functiondef(p.oid), 'public.', '') as definition from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname = 'public' and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  order by p.proname collate "C"`;

interface TableFacts {
  name: string;
  columns: string;
  constraints: string | null;
  indexes: string | null;
  triggers: string | null;
}

/** The schema as the migrations left it, in a fixed text; it is committed and compared, so that every change is seen in review. */
export async function schemaText(client: pg.ClientBase): Promise<string> {
  const tables = await client.query<TableFacts>(tablesSql);
  const functions = await client.query<{ definition: string }>(functionsSql);
  const parts = tables.rows.map(({ name, columns, constraints, indexes, triggers }) =>
    [`table ${name}`, columns, constraints, indexes, triggers].filter((part) => part !== null).join('\n'),
  );
  return `${[...parts, ...functions.rows.map(({ definition }) => definition.trim())].join('\n\n')}\n`;
}
