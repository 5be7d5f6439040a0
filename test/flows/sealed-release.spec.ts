import { nodeDigests, verifyDraw } from '@ducha/inspection';
import { type Answer, type Json, type PersonKey, World } from '#test-kit';
import { passphraseOf, SealedPlanStory } from './stories/sealed-story.js';

jest.setTimeout(240_000);
let world: World;
let s: SealedPlanStory;
beforeAll(async () => {
  world = await World.open();
  s = new SealedPlanStory(world);
  await s.open.plantFrame(2);
});
afterAll(() => world.close());

const crew = ['groupLeader', 'groupMember', 'waterStaff', 'officer', 'housingHead'] as const;
const refusal = ({ status, body }: Answer): unknown[] => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ path }: Json) => path),
];
const numbers = async (): Promise<number> =>
  (await world.store.query<{ n: number }>('select count(*)::int as n from inspection'))[0]?.n ?? 0;

describe('the doors', () => {
  it('are the same two, and what is frozen changes only by an approval of another person', async () => {
    const id = await s.started({}, ['magistrate', 'officer']);
    expect(refusal(await s.acts('officer', id, 'instruct'))).toEqual([403, 'sealed.notYours']);
    expect(refusal(await s.acts('bureauHead', id, 'seal'))).toEqual([409, 'sealed.moveRefused']);
    await s.does('magistrate', id, 'propose');
    expect(refusal(await s.acts('magistrate', id, 'approve'))).toEqual([403, 'inspection.ownProposal']);
    const plan = await s.open.plan({ purpose: '看真实情况' });
    expect(refusal(await s.acts('bureauHead', id, 'plan', { plan }))).toEqual([409, 'inspection.planFrozen']);
    await s.joins(id, 'secretary');
    expect(await s.does('secretary', id, 'approve', { words: '同意' })).toMatchObject({
      inspection: { state: 'planned', door: 'proposal', openedBy: { id: s.person('secretary') }, number: null },
    });
    const proposed = await s.does('officer', id, 'amendments', { plan, reason: '改目的' });
    expect(proposed.inspection.amendments).toMatchObject([{ state: 'proposed', changes: ['purpose'] }]);
    expect(refusal(await s.acts('officer', id, 'amendments', { plan, reason: '又改' }))).toEqual([
      409,
      'inspection.amendmentOpen',
    ]);
    const [{ id: amendment }] = proposed.inspection.amendments;
    const decides = (by: PersonKey, decision: string, which = amendment) =>
      s.acts(by, id, `amendments/${which}/decide`, { decision });
    expect(refusal(await decides('officer', 'approve'))).toEqual([403, 'sealed.notYours']);
    expect(refusal(await decides('secretary', 'approve', id))).toEqual([404, 'inspection.amendmentNotFound']);
    expect((await decides('secretary', 'approve')).body.inspection.plan.purpose).toBe('看真实情况');
    expect(await s.does('bureauHead', id, 'cancel', { reason: '消息走漏' })).toMatchObject({
      inspection: { state: 'cancelled' },
    });
    expect(refusal(await s.acts('bureauHead', id, 'ask-release'))).toEqual([409, 'sealed.moveRefused']);
    const stale = await s.posts('bureauHead', id, 'propose', {}, 1);
    expect(stale.status).toBe(412);
    expect(await numbers()).toBe(0);
  });

  it('warn the planners of whoever could not go, and do not close before enough people hold a share', async () => {
    const id = await s.started();
    await s.does('magistrate', id, 'instruct');
    const { warnings } = await s.does('bureauHead', id, 'open');
    expect(warnings.unfit.map(({ lacks }: Json) => lacks)).toEqual(crew.map(() => 'secrecy'));
    expect(refusal(await s.acts('bureauHead', id, 'seal')).slice(0, 2)).toEqual([422, 'inspection.notCompetent']);
    await s.open.trains(...crew);
    await s.takesShares(id, 'magistrate');
    expect(refusal(await s.acts('bureauHead', id, 'seal'))).toEqual([409, 'sealed.sharesNotTaken']);
    await s.takesShares(id, 'bureauHead');
    expect(await s.does('bureauHead', id, 'seal')).toMatchObject({ inspection: { state: 'sealed' } });
    expect((await s.does('bureauHead', id, 'open')).warnings).toEqual({ unfit: [], recused: [] });
  });
});

describe('the release', () => {
  it('takes as many people as the plan says, one of them a principal, within minutes', async () => {
    const id = await s.sealed({}, ['magistrate', 'officer2']);
    const confirms = (by: PersonKey) => s.acts(by, id, 'confirm-release');
    expect(refusal(await confirms('magistrate'))).toEqual([409, 'sealed.notAsked']);
    expect(await s.does('bureauHead', id, 'ask-release')).toMatchObject({
      asked: { missingPeople: 1, missingPrincipal: true, releasers: [{ asks: true }] },
    });
    expect((await world.as('magistrate').sees('/sealed-inspections')).items[0].askedUntil).not.toBeNull();
    expect(refusal(await confirms('bureauHead'))).toEqual([403, 'sealed.ownAsking']);
    expect(refusal(await s.acts('officer2', id, 'ask-release'))).toEqual([409, 'sealed.askedAlready']);
    // whoever asks cannot confirm in another's post either: nobody lends what opens a seal
    const lent = { takerPostId: await postOf('officer2'), acts: ['sealed.open'], reason: '出差' };
    const until = new Date((await world.seconds()) * 1000 + 86_400_000).toISOString();
    expect((await world.as('bureauHead').post('/delegations', { ...lent, to: until })).status).toBeGreaterThanOrEqual(
      400,
    );
    expect(await s.does('officer2', id, 'confirm-release')).toMatchObject({
      asked: { missingPeople: 0, missingPrincipal: true },
    });
    expect(refusal(await confirms('officer2'))).toEqual([409, 'sealed.confirmedAlready']);
    await world.passes({ minutes: 11 });
    expect(refusal(await confirms('magistrate'))).toEqual([409, 'sealed.notAsked']);
    expect(await numbers()).toBe(0);
    await s.does('bureauHead', id, 'ask-release');
    await s.does('officer2', id, 'confirm-release');
    expect(await numbers()).toBe(0);
    expect(await s.does('magistrate', id, 'confirm-release')).toMatchObject({
      ...{ asked: null, actions: expect.not.arrayContaining(['ask_release', 'confirm_release', 'cancel']) },
      inspection: { state: 'released' },
    });
    expect(await world.as('bureauHead').sees(`/inspections/${id}`)).toMatchObject({
      ...{ state: 'released', door: 'proposal', number: expect.stringMatching(/查〔20\d\d〕1号$/) },
      ...{ proposedBy: { id: s.person('bureauHead') }, openedBy: { id: s.person('magistrate') }, visits: 2 },
    });
  });

  it('is refused under a delegation as if there were nothing', async () => {
    const id = await s.sealed({}, ['magistrate', 'officer2']);
    await s.does('officer2', id, 'ask-release');
    const until = new Date((await world.seconds()) * 1000 + 86_400_000).toISOString();
    const lent = { takerPostId: await postOf('officer2'), acts: ['task.verify'], reason: '出差', to: until };
    const given = await world.as('bureauHead').does('/delegations', lent);
    const stands = (postId: string) => world.as('officer2').put('/session/post', { postId });
    // whoever asked stands in the post of another who is named: nothing is there
    expect((await stands(given.id)).status).toBe(200);
    expect((await s.acts('officer2', id, 'confirm-release')).body.code).toBe('http.notFound');
    expect((await world.as('officer2').get('/sealed-inspections')).status).toBe(403);
    expect((await stands(lent.takerPostId)).status).toBe(200);
    expect(refusal(await s.acts('officer2', id, 'confirm-release'))).toEqual([403, 'sealed.ownAsking']);
    await s.does('bureauHead', id, 'cancel', { reason: '演练' });
    expect(await numbers()).toBe(1);
  });

  it('brings the draw with its seed, the sites and every notice, and binds the sealed chain into the main one', async () => {
    const objects = [{ unitId: s.open.unit('town') }];
    const [group, other] = (await s.open.plan()).groups;
    const groups = [group, { ...other, unitIds: [] }];
    const days = { fromOn: await s.open.day(14), toOn: await s.open.day(15) };
    const draws = { ...days, objects, sites: [], villagesPerUnit: 2, groups, name: '抽签夜查' };
    const id = await s.started(draws, ['magistrate', 'officer2']);
    await s.does('magistrate', id, 'instruct');
    expect(refusal(await s.acts('bureauHead', id, 'draw', { contribution: '7' }))).toEqual([
      409,
      'sealed.drawNotCommitted',
    ]);
    await s.does('bureauHead', id, 'commit-draw');
    const drawn = await s.does('bureauHead', id, 'draw', { contribution: '7 13 22' });
    expect(drawn.inspection.plan.sites).toHaveLength(2);
    expect(refusal(await s.acts('bureauHead', id, 'draw'))).toEqual([409, 'inspection.alreadyDrawn']);
    await s.takesShares(id, 'bureauHead', 'magistrate');
    await s.does('bureauHead', id, 'seal');
    await s.does('magistrate', id, 'ask-release');
    // two confirm at once: one of them releases, the other comes too late
    const version = await s.version(id);
    const confirmed = await Promise.all(
      (['bureauHead', 'officer2'] as const).map((by) => s.posts(by, id, 'confirm-release', {}, version)),
    );
    expect(confirmed.map(({ status }) => status).sort()).toEqual([200, expect.any(Number)]);
    expect(confirmed.filter(({ status }) => status === 200)).toHaveLength(1);
    const released = await world.as('bureauHead').sees(`/inspections/${id}`);
    expect(released.draws).toMatchObject([{ kind: 'villages', drawn: 2 }]);
    const record = await world.as('bureauHead').sees(`/inspections/${id}/draws/${released.draws[0].id}/record`);
    expect(verifyDraw(record, nodeDigests)).toMatchObject({ holds: true });
    expect(released.plan.sites.map(({ name }: Json) => name).sort()).toEqual(
      drawn.inspection.plan.sites.map(({ name }: Json) => name).sort(),
    );
    await world.settles();
    const told = await world.store.query<{ n: number }>(
      `select count(*)::int as n from notice where kind = 'inspection.released' and facts ->> 'inspectionId' = $1`,
      [id],
    );
    expect(told[0]?.n).toBe(crew.length);
    const story = await s.does('magistrate', id, 'chain');
    expect(story).toMatchObject({ whole: true, brokenAt: null, headActs: expect.any(Number), discoveries: [] });
    expect(story.acts[story.headActs - 1]).toMatchObject({ act: 'confirm_release', hash: story.head });
    const knew = story.knowledge.find(({ person }: Json) => person.id === s.person('magistrate'));
    expect(knew).toMatchObject({ refusals: 0, namedAt: expect.any(String), openingsWithPlaces: expect.any(Number) });
    await auditorReads(id);
    await tampersWith(id);
  });

  it('settles a clash with a written reason, and without one leaves no gap in the numbers', async () => {
    const days = { fromOn: await s.open.day(28), toOn: await s.open.day(29) };
    await s.open.planned({ ...days, name: '公开督查' });
    const id = await s.sealed({ ...days, name: '同周夜查' });
    expect((await s.does('bureauHead', id, 'open')).inspection.clashes).toMatchObject([
      { name: '公开督查' },
      { name: '公开督查' },
    ]);
    await s.does('bureauHead', id, 'ask-release');
    expect(refusal(await s.acts('magistrate', id, 'confirm-release'))).toEqual([409, 'inspection.clash']);
    await s.does('magistrate', id, 'confirm-release', { clashReason: '群众举报紧急，当夜核查' });
    const rows = await world.store.query<{ number: string; said: string | null }>(
      `select i.number, (select w.words from audit_row r join audit_words w on w.row_id = r.id where r.act = 'inspection.release' and r.subject_id = i.id) as said
       from inspection i where i.number is not null order by i.number`,
    );
    expect(rows.map(({ number }) => Number(/(\d+)号/.exec(number)?.[1]))).toEqual([1, 2, 3, 4]);
    expect(rows.at(-1)?.said).toBe('群众举报紧急，当夜核查');
  });
});

async function postOf(key: PersonKey): Promise<string> {
  const row = await world.store.queryOne<{ id: string }>(
    'select id from post where person_id = $1 and to_at is null order by from_at limit 1',
    [s.person(key)],
  );
  return row?.id ?? '';
}

/** After the release an auditor may be named, and reads the chain and nothing else. */
async function auditorReads(id: string): Promise<void> {
  await s.joins(id, 'auditor');
  expect((await s.does('auditor', id, 'chain')).whole).toBe(true);
  expect(refusal(await s.posts('auditor', id, 'open'))).toEqual([403, 'sealed.notYours']);
}

/** The database's owner changes one box: the chain says where. */
async function tampersWith(id: string): Promise<void> {
  await expect(world.store.query('update sealed_act set box = box where sealed_id = $1', [id])).rejects.toThrow(
    /permission denied/,
  );
  const { Client } = (await import('pg')).default;
  const owner = new Client({ connectionString: world.urls.superuserUrl });
  await owner.connect();
  try {
    const [box] = (
      await owner.query<{ box: Buffer }>('select box from sealed_act where sealed_id = $1 and seq = 3', [id])
    ).rows;
    const changed = Buffer.from(box?.box ?? '');
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    await owner.query('update sealed_act set box = $2 where sealed_id = $1 and seq = 3', [id, changed]);
  } finally {
    await owner.end();
  }
  const said = await s.posts('magistrate', id, 'chain', { passphrase: passphraseOf('magistrate') });
  expect(said.body).toMatchObject({ whole: false, brokenAt: 3, brokenBy: 'edited' });
}
