import { type Json, type PersonKey, World } from '#test-kit';
import { FindingStory } from './stories/finding-story.js';

jest.setTimeout(120_000);
let world: World;
let s: FindingStory;
beforeAll(async () => {
  world = await World.open();
  s = new FindingStory(world);
  await s.begins();
  const of = {
    standard: await standardOf(s.id),
    author: world.county.person.officer,
    confirmer: world.county.person.officer2,
  };
  await world.store.query(findingsSql, [s.id, of.standard.id, of.standard.number, of.author, of.confirmer]);
  await world.store.query(mergedSql, [s.id]);
});
afterAll(() => world.close());

/** Findings of every kind that a list is narrowed by, three hundred at the visits of both groups. */
const findingsSql = `
  with places as (select v.*, row_number() over (order by v.id) - 1 as at, count(*) over () as n from visit v where v.inspection_id = $1)
  insert into finding (id, inspection_id, visit_id, group_id, unit_id, site_id, standard_id, standard_number, clause_key, words, severity, encounter,
    received_at, digest, author_id, confirmer_id, confirmed_at, state, told_at, restricted, version)
  select ('01900000-0000-7000-8000-' || lpad(to_hex(k * 7919 % 100003), 12, '0'))::uuid, $1, p.id, p.group_id, p.unit_id, p.site_id,
    case when k % 7 > 0 then $2::uuid end, case when k % 7 > 0 then $3::int end, case when k % 7 > 0 then (array['waste', 'team', 'visits'])[1 + k % 3] end,
    '第' || k || '处', (array['minor', 'ordinary', 'serious'])[1 + k / 3 % 3], 'found', now(), decode('00', 'hex'), $4::uuid,
    case when one.state not in ('recorded', 'dismissed') then $5::uuid end, case when one.state not in ('recorded', 'dismissed') then now() end, one.state,
    case when k % 3 > 0 then now() end, one.state = 'handed_over', 1
  from generate_series(1, 300) k join places p on p.at = k % p.n
    cross join lateral (select (array['recorded', 'confirmed', 'rectified', 'verified', 'handed_over', 'dismissed', 'revoked'])[1 + k / 4 % 7] as state) one`;
const mergedSql = `
  update finding f set state = 'merged', merged_into = (select k.id from finding k where k.inspection_id = $1 and k.state = case when right(f.id::text, 1) = 'b' then 'dismissed' else 'confirmed' end order by k.id limit 1),
    confirmer_id = null, confirmed_at = null
  where f.inspection_id = $1 and f.state = 'recorded' and right(f.id::text, 1) in ('1', '5', 'b')`;

async function standardOf(id: string): Promise<{ id: string; number: number }> {
  const [row] = await world.store.query<{ id: string; number: number }>(
    'select standard_id as id, standard_number as number from inspection where id = $1',
    [id],
  );
  if (!row) throw new Error('the story has a standard');
  return row;
}

const standings = [
  'recorded',
  'confirmed',
  'ordered',
  'rectified',
  'verified',
  'effective',
  'relapsed',
  'merged',
  'handed_over',
  'dismissed',
  'revoked',
];
/** How a finding is shown: its own state, or from the order on what its task has come to. */
const shownAs = `
  case when f.state <> 'ordered' then f.state when t.state = 'effective' then 'effective' when t.state in ('verified', 'presented', 'closed') then 'verified'
    when t.state = 'answered' then 'rectified' when t.round > 1 then 'relapsed' else 'ordered' end`;

/** What a reader may see, told once more and as plainly as can be. */
const readers: readonly (readonly [PersonKey, string])[] = [
  ['magistrate', 'true'],
  ['officer2', 'not f.restricted'],
  ['groupLeader', 'not f.restricted'],
  ['townLiaison', 'not f.restricted and f.told_at is not null and u.key = $town'],
];

async function expected(by: PersonKey, condition: string): Promise<string[]> {
  const seen = readers
    .find(([key]) => key === by)?.[1]
    .replace('$town', `(select key from unit where id = '${s.unit('town')}')`);
  const rows = await world.store.query<{ id: string }>(
    `select f.id from finding f join unit u on u.id = f.unit_id left join task t on t.id = f.task_id where ${condition} and ${seen ?? 'false'} order by f.id desc`,
  );
  return rows.map(({ id }) => id);
}

/** The whole list, page by page. */
async function listed(by: PersonKey, query: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor = '';
  do {
    const page: Json = await world.as(by).sees(`/findings?limit=40${query}${cursor}`);
    ids.push(...page.items.map(({ id }: Json) => id));
    cursor = page.next === null || page.next === undefined ? '' : `&cursor=${encodeURIComponent(page.next)}`;
  } while (cursor !== '');
  return ids;
}

describe.each(readers)('the list of findings as %s reads it', (by) => {
  const filters: readonly (readonly [string, () => string, () => string])[] = [
    ['nothing', () => '', () => 'true'],
    ['an inspection', () => `&inspectionId=${s.id}`, () => `f.inspection_id = '${s.id}'`],
    ['a unit', () => `&unitId=${s.unit('town')}`, () => `f.unit_id = '${s.unit('town')}'`],
    ['a visit', () => `&visitId=${s.visit.other}`, () => `f.visit_id = '${s.visit.other}'`],
    ['a severity', () => '&severity=serious', () => `f.severity = 'serious'`],
    ['a clause', () => '&clause=team', () => `f.clause_key = 'team'`],
    [
      'all at once',
      () => `&inspectionId=${s.id}&severity=minor&clause=waste&standing=confirmed`,
      () => `f.severity = 'minor' and f.clause_key = 'waste' and f.state = 'confirmed'`,
    ],
    ...standings.map(
      (standing) =>
        [`standing ${standing}`, () => `&standing=${standing}`, () => `${shownAs} = '${standing}'`] as const,
    ),
  ];

  it.each(filters)('narrowed by %s', async (_what, query, condition) => {
    expect(await listed(by, query())).toEqual(await expected(by, condition()));
  });
});

/** The counts by clause with everything joined to every finding, as it is defined. */
const byClauseSql = `
  select f.clause_key as clause, coalesce(c.value ->> 'text', '') as text, count(distinct coalesce(f.merged_into, f.id))::int as findings,
    count(distinct f.unit_id)::int as units, count(distinct f.group_id)::int as groups, bool_or(f.common_problem_id is not null) as decided,
    array_agg(distinct f.id) filter (where f.merged_into is null) as "findingIds"
  from finding f left join finding m on m.id = f.merged_into left join site s on s.id = f.site_id
    left join standard_version v on v.standard_id = f.standard_id and v.number = f.standard_number
    left join lateral (select value from jsonb_array_elements(v.clauses) where value ->> 'key' = f.clause_key) c on true
  where f.inspection_id = $1 and not f.restricted and coalesce(m.state, f.state) = any($2) and f.clause_key is not null
  group by f.clause_key, c.value ->> 'text' order by units desc, findings desc, f.clause_key`;
const standing = ['confirmed', 'ordered', 'rectified', 'verified'];

it('counts problems by clause as they are defined, merged ones with the one that stayed', async () => {
  const rows = await world.store.query<Json>(byClauseSql, [s.id, ['recorded', ...standing]]);
  const { problems } = await world.as('magistrate').sees(`/inspections/${s.id}/roll-up`);
  expect(rows.length).toBeGreaterThan(2);
  expect(problems).toMatchObject(rows.map(({ findingIds: _ids, ...row }: Json) => row));
});

it('counts spreads as they are defined, and names the same findings', async () => {
  const rows = await world.store.query<Json>(byClauseSql, [s.id, standing]);
  const { spreads } = await world.as('officer2').sees(`/inspections/${s.id}/spreads`);
  expect(spreads).toMatchObject(rows.map(({ decided: _decided, ...row }: Json) => row));
});
