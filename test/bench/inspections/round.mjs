import pg from 'pg';

/**
 * Inspections that are out, one a week backwards: 16 villages and their households, 4 groups, each with so many findings.
 * The bench's officer goes with every group, so that findings can be recorded.
 * @returns {Promise<{ id: string, visits: string[] }[]>}  newest last
 */
export async function plantRound({ superuserUrl, planted }, places, { rounds, findings }) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const made = [];
    for (let n = 0; n < rounds; n += 1) made.push(await plantOne(client, planted, places, { n, rounds, findings }));
    for (const table of ['inspection', 'visit', 'finding', 'evidence_link'])
      await client.query(`vacuum analyze ${table}`);
    return made;
  } finally {
    await client.end();
  }
}

async function plantOne(client, { person }, { standardId, towns }, { n, rounds, findings }) {
  const { rows } = await client.query(inspectionSql, [
    ...[`量度督〔2026〕${n + 1}号`, `第${n + 1}轮`, standardId, rounds - 1 - n, person.officer1, person.principal],
  ]);
  const [{ id }] = rows;
  await client.query(objectSql, [id, towns]);
  await client.query(groupSql, [id]);
  await client.query(memberSql, [id, person.officer1]);
  await client.query(siteSql, [id]);
  const { rows: visits } = await client.query(visitSql, [id, rounds - 1 - n, person.officer1]);
  if (findings > 0) await client.query(findingSql, [id, findings, standardId, person.officer1, person.officer2]);
  return { id, visits: visits.map((visit) => visit.id) };
}

const inspectionSql = `
  insert into inspection (id, number, state, version, door, opened_by, opened_at, name, content_class, type, methods, purpose, scope, standard_id, standard_number,
    from_on, to_on, standing, released_at, released_by, on_site_at, created_by, created_at)
  select gen_random_uuid(), $1, 'on_site', 1, 'instruction', $6::uuid, d.at, $2, 'key_deployments', 'special', '{unannounced_visit}', '了解真实情况', '村容村貌', $3::uuid, 1,
    d.at::date, d.at::date + 3, false, d.at, $6::uuid, d.at, $5::uuid, d.at from (select now() - $4::int * interval '7 days' as at) d returning id`;
const objectSql = 'insert into inspection_object (inspection_id, unit_id) select $1, unnest($2::uuid[])';
const groupSql = `
  insert into inspection_group (id, inspection_id, number, name, charter, unit_ids, state, version)
  select gen_random_uuid(), $1, n, '第' || n || '组', '看村看户', '{}', 'on_site', 1 from generate_series(1, 4) n`;
const memberSql = `
  insert into inspection_member (inspection_id, group_id, person_id, duty, from_at) values ($1, null, $2, 'supervisor', now() - interval '1 year')`;
const siteSql = `
  insert into inspection_site (inspection_id, site_id, unit_id, group_id)
  select $1, s.id, s.unit_id, g.id from site s join unit u on u.id = s.unit_id join inspection_group g on g.inspection_id = $1 and g.number = 1 + u.sort % 4`;
const visitSql = `
  insert into visit (id, inspection_id, group_id, site_id, unit_id, state, planned_on, arrived_at, arrived_by, version)
  select gen_random_uuid(), $1, s.group_id, s.site_id, s.unit_id, 'arrived', (now() - $2::int * interval '7 days')::date, now() - $2::int * interval '7 days', $3, 1
  from inspection_site s where s.inspection_id = $1 returning id`;
const findingSql = `
  with places as (select v.*, row_number() over (order by v.id) - 1 as at, count(*) over () as n from visit v where v.inspection_id = $1)
  insert into finding (id, inspection_id, visit_id, group_id, unit_id, site_id, standard_id, standard_number, clause_key, words, severity, encounter, received_at,
    digest, author_id, confirmer_id, confirmed_at, state, told_at, restricted, version)
  select (lpad(to_hex((extract(epoch from p.arrived_at) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text || k), 1, 3) || '8' || substr(md5(random()::text || k), 1, 15))::uuid,
    $1, p.id, p.group_id, p.unit_id, p.site_id, $3, 1, (array['waste', 'team', 'clause1', 'clause2', 'clause3', 'clause4', 'clause5', 'clause6', 'clause7', 'clause8'])[1 + k % 10],
    '第' || k || '处：村口有成片垃圾，保洁员不在岗', (array['ordinary', 'ordinary', 'minor', 'serious'])[1 + k % 4], 'found', p.arrived_at, uuid_send(gen_random_uuid()), $4,
    case when k % 5 > 0 then $5::uuid end, case when k % 5 > 0 then p.arrived_at end, case when k % 5 > 0 then 'confirmed' else 'recorded' end,
    case when k % 5 > 0 then p.arrived_at end, false, 1
  from generate_series(1, $2::int) k join places p on p.at = k % p.n`;
