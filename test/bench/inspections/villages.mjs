import { once } from '../stage/database.mjs';

/** So many villages, one township after the other, with households, and a published checklist. @returns ids */
export async function plantVillages({ superuserUrl, planted }, { villages, households }) {
  const towns = Array.from({ length: 16 }, (_, n) => planted.unit[`town${n + 1}`]);
  const sites = await once(superuserUrl, { text: villageSql, values: [towns, villages] });
  await once(superuserUrl, { text: householdSql, values: [sites.map(({ id }) => id), households] });
  const [standard] = await once(superuserUrl, {
    text: standardSql,
    values: [planted.person.officer1, planted.person.head, JSON.stringify(clauses)],
  });
  return { towns, sites, standardId: standard.id };
}

const clause = (key, text, redLine = false) => ({
  key,
  text,
  rule: 'yes_no',
  limit: null,
  points: redLine ? 0 : 10,
  redLine,
});
const clauses = [
  clause('waste', '村内无成片暴露垃圾'),
  clause('team', '农户认得驻村工作队', true),
  ...Array.from({ length: 8 }, (_, n) => clause(`clause${n + 1}`, `第${n + 1}项检查内容`)),
];

const villageSql = `
  insert into site (id, kind, code, name, unit_id, from_at, version)
  select gen_random_uuid(), 'village', lpad(n::text, 12, '0'), '第' || n || '村', ($1::uuid[])[1 + (n - 1) % cardinality($1::uuid[])], now() - interval '1 year', 1
  from generate_series(1, $2::int) n returning id, unit_id as "unitId"`;
const householdSql = `
  insert into site (id, kind, code, name, unit_id, parent_id, from_at, version)
  select gen_random_uuid(), 'household', lpad(n::text, 3, '0'), '张**', v.unit_id, v.id, now() - interval '1 year', 1
  from site v cross join generate_series(1, $2::int) n where v.id = any($1::uuid[]) returning id`;
const standardSql = `
  with one as (insert into standard (id, code, name, created_by, created_at, version) values (gen_random_uuid(), 'bench', '量度检查表', $1, now(), 1) returning id)
  insert into standard_version (standard_id, number, state, effective_from, pass_mark, clauses, drafted_by, drafted_at, published_by, published_at)
  select one.id, 1, 'published', current_date - 400, 10, $3::jsonb, $1, now(), $2, now() from one returning standard_id as id`;
