import { type Json, type PersonKey, World } from '#test-kit';
import { FindingStory, refusal } from './stories/finding-story.js';

jest.setTimeout(120_000);
let world: World;
let s: FindingStory;
const homes: Record<string, string> = {};

/** Who helps the first village by the register; nobody who goes there may learn it. */
const posted = { name: '仪镇长', team: '水利局驻村工作队' };

/** A visit to a household of a village, by the group that goes there. */
const visits = async (village: string, code: string, by: PersonKey): Promise<string> => {
  const [site] = await world.store.query<{ id: string }>(
    `select id from site where kind = 'household' and parent_id = $1 and code = $2`,
    [s.out.site(village), code],
  );
  const { id } = await world.as(by).does(`/inspections/${s.id}/visits`, { siteId: site?.id });
  await s.out.atVisit(id, 'arrive', by);
  return id;
};

beforeAll(async () => {
  world = await World.open();
  s = new FindingStory(world);
  await s.begins();
  await world.store.query(
    `insert into site (id, kind, code, name, unit_id, parent_id, from_at, version)
     select gen_random_uuid(), 'household', lpad(n::text, 3, '0'), '张**', $1, $2, now(), 1 from generate_series(2, 9) n`,
    [s.unit('town'), s.out.site('代庄村')],
  );
  await world.store.query(
    `insert into posting (id, person_id, site_id, team, role, from_on, version) values (gen_random_uuid(), $1, $2, $3, 'first_secretary', '2025-03-01', 1)`,
    [world.county.person.townHead, s.out.site('代庄村'), posted.team],
  );
  const [person] = await world.store.query<{ name: string }>('select name from person where id = $1', [
    world.county.person.townHead,
  ]);
  posted.name = person?.name ?? '';
  for (const code of ['001', '002', '003', '004', '005', '006'])
    homes[code] = await visits('代庄村', code, 'groupLeader');
});
afterAll(() => world.close());

const asks = (home: string, body: object, kind = 'household', by: PersonKey = 'groupLeader') =>
  world.as(by).put(`/visits/${homes[home]}/recognitions/${kind}`, body);
const raised = async (home: string, by: PersonKey = 'bureauHead'): Promise<Json[]> =>
  (await world.as(by).sees(`/findings?visitId=${homes[home]}`)).items;

describe('a household that does not know its posted team', () => {
  it('becomes a finding by itself, and whoever asked learns nothing of the register', async () => {
    const answer = await asks('001', { knows: false, clause: 'team' });
    expect([answer.status, answer.body]).toEqual([200, [expect.objectContaining({ kind: 'household' })]]);
    const [finding] = await raised('001');
    expect(finding).toMatchObject({
      ...{
        raised: 'cross_check',
        authors: [],
        standing: 'recorded',
        severity: 'serious',
        clause: 'team',
        redLine: true,
      },
      words: '农户说不出驻村工作队、帮扶责任人是谁',
      unit: { id: s.unit('town') },
    });
    const seen = await Promise.all(
      [
        `/visits/${homes['001']}/recognitions`,
        `/visits/${homes['001']}/checklist`,
        `/findings?visitId=${homes['001']}`,
        `/findings/${finding?.id}`,
      ].map(async (path) => JSON.stringify((await world.as('groupLeader').get(path)).body)),
    );
    for (const one of seen) for (const secret of [posted.name, posted.team]) expect(one).not.toContain(secret);
    expect((await world.as('groupLeader').get(`/findings/${finding?.id}/cross-check`)).status).toBe(403);
    expect(refusal(await world.as('officer').get(`/findings/${finding?.id}/cross-check`))).toEqual([
      403,
      'finding.wentAlong',
    ]);
    const acts = await world.store.query<Json>(`select person_id from audit_row where act = 'finding.raise'`);
    expect(acts).toEqual([{ person_id: null }]);
  });

  it('is confirmed by a person who did not ask, without a photograph', async () => {
    const [finding] = await raised('001');
    expect(await s.refused('groupLeader', 'findings', finding?.id, 'confirm')).toEqual([
      403,
      'finding.authorMayNotConfirm',
    ]);
    expect(await world.as('secretary').sees(`/findings/${finding?.id}/cross-check`)).toMatchObject({
      ...{ kind: 'household', knows: false, differs: ['team'], household: null },
      posted: [{ name: posted.name, team: posted.team, role: 'first_secretary' }],
    });
    expect(await s.does('officer', 'findings', finding?.id, 'confirm')).toMatchObject({ standing: 'confirmed' });
    const typed = await s.finds('officer', 'village', { evidenceIds: [] });
    expect(refusal(await world.as('secretary').get(`/findings/${typed.id}/cross-check`))).toEqual([
      409,
      'finding.notCrossChecked',
    ]);
    expect(await s.refused('bureauHead', 'findings', typed.id, 'confirm')).toEqual([409, 'finding.noEvidence']);
  });

  it('names somebody else: a finding; names somebody posted, also by title or pinyin or in part: none', async () => {
    await asks('002', { knows: true, named: ['张三丰'] });
    expect((await raised('002')).map(({ words }) => words)).toEqual(['农户所答的驻村工作队、帮扶责任人与派驻登记不符']);
    await asks('003', { knows: true, named: ['王某', `${posted.name.slice(0, 1)}书记`] });
    await asks('004', { knows: true, named: [`${posted.name.slice(0, 1)}**`] });
    expect([await raised('003'), await raised('004')]).toEqual([[], []]);
  });

  it('says nothing where nobody is posted', async () => {
    homes.other = await visits('坝头村', '001', 'groupMember');
    await asks('other', { knows: false }, 'household', 'groupMember');
    expect(await raised('other')).toEqual([]);
  });
});

describe('a team member who does not know a household', () => {
  const home = {
    knows: true,
    named: ['仪'],
    members: 4,
    incomes: ['wages', 'farming'],
    policies: ['medical', 'education'],
  };

  it('is compared with what the household said, whoever is asked first', async () => {
    await asks('005', { knows: true, named: [posted.name], members: 2, incomes: ['business'] }, 'team_member');
    expect(await raised('005')).toEqual([]);
    await asks('005', { ...home, named: [posted.name] });
    expect((await raised('005')).map(({ words }) => words)).toEqual([
      '驻村队员所答该户家庭人口、收入来源、享受政策与农户所说不符',
    ]);
    await asks('006', { ...home, named: [posted.name] });
    await asks(
      '006',
      { knows: true, named: [posted.name], members: 4, incomes: ['farming'], policies: ['medical'] },
      'team_member',
    );
    expect(await raised('006')).toEqual([]);
  });

  it('or who is not in the register at all', async () => {
    homes['007'] = await visits('代庄村', '007', 'groupLeader');
    await asks('007', { knows: true, named: ['冒名者'], members: 4 }, 'team_member');
    const [finding] = await raised('007');
    expect(finding?.words).toBe('受访人自称驻村队员，派驻登记中没有此人');
  });
});

describe('asking', () => {
  it('is done once, at a household, by the group that is there', async () => {
    homes['008'] = await visits('代庄村', '008', 'groupLeader');
    const said = { knows: true, named: ['张三丰'], clause: 'team' };
    const both = await Promise.all([asks('008', said), asks('008', said)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await raised('008')).toHaveLength(1);
    expect(refusal(await asks('008', { ...said, named: [posted.name] }))).toEqual([409, 'finding.askedAlready']);
    expect(refusal(await asks('008', { ...said, clause: 'roof' }))).toEqual([422, 'finding.unknownClause', 'clause']);
    expect(refusal(await asks('008', said, 'household', 'officer2'))).toEqual([404, 'finding.visitNotFound']);
    expect((await asks('008', said, 'household', 'townHead')).status).toBe(403);
    expect((await asks('008', said, 'neighbour')).status).toBe(400);
    expect((await asks('008', { knows: true, incomes: ['gold'] })).status).toBe(400);
    homes.village = s.visit.village;
    expect(refusal(await asks('village', said))).toEqual([409, 'finding.notHousehold']);
  });
});
