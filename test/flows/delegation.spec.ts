import { type Agent, type Answer, type Json, type PersonKey, World } from '#test-kit';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
});
afterAll(() => world.close());

const postOf = async (key: PersonKey): Promise<string> => {
  const row = await world.store.queryOne<{ id: string }>('select id from post where person_id = $1 and to_at is null', [
    world.county.person[key],
  ]);
  return row?.id ?? '';
};
const lends = async (giver: PersonKey, taker: PersonKey, acts: string[], also: object = {}): Promise<Answer> =>
  world.as(giver).post('/delegations', {
    takerPostId: await postOf(taker),
    acts,
    to: story.inDays(5),
    reason: '外出学习',
    ...also,
  });
const actsFor = async (taker: PersonKey, id: string): Promise<Agent> => {
  const agent = world.as(taker);
  const answer = await agent.put('/session/post', { postId: id });
  if (answer.status !== 200) throw new Error(answer.text);
  return agent;
};
const refusal = ({ status, body }: Answer): unknown[] => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ path }: Json) => path),
];

describe('acting for another', () => {
  it('is refused beyond one’s own acts, to strangers of the house, to oneself and without an end', async () => {
    const wide = await lends('waterHead', 'waterLiaison', ['assignment.sign_off', 'task.verify']);
    expect(refusal(wide)).toEqual([422, 'access.delegationTooWide', 'acts[1]']);
    expect(await world.refusalsOf('access.delegationTooWide', 'waterHead')).toBe(1);
    expect(await world.refusalsOf('access.delegationTooWide', 'waterLiaison')).toBe(0);
    for (const act of ['delegation.give', 'people.manage', 'access_token.make', 'no.such'])
      expect(refusal(await lends('waterHead', 'waterLiaison', [act]))[1]).toBe('access.delegationTooWide');
    for (const act of ['mandate.approve', 'instruction.disown', 'task.export', 'matter.export'])
      expect(refusal(await lends('magistrate', 'viceMagistrate', [act]))[1]).toBe('access.delegationTooWide');
    const stranger = await lends('waterHead', 'cityLiaison', ['assignment.sign_off']);
    expect(refusal(stranger)).toEqual([422, 'access.delegationTaker', 'takerPostId']);
    expect(refusal(await lends('waterHead', 'waterHead', ['assignment.sign_off']))[1]).toBe('access.delegationTaker');
    const past = { to: '2020-01-01T00:00:00Z' };
    expect(refusal(await lends('waterHead', 'waterLiaison', ['assignment.sign_off'], past))).toEqual([
      400,
      'http.invalidRequest',
      'to',
    ]);
    const long = { to: story.inDays(500) };
    expect(refusal(await lends('waterHead', 'waterLiaison', ['assignment.sign_off'], long))[2]).toBe('to');
    expect((await lends('waterLiaison', 'waterStaff', ['assignment.sign'])).status).toBe(403);
  });

  it('lends the named acts only, shows “X for Y” on every one, and ends with a word', async () => {
    const task = await story.mandated({ lead: 'water' });
    await story.unitDoes('waterLiaison', task.id, 'water', 'sign');
    const body = { resultClass: 'A', body: '全部整治完成', evidenceIds: [] };
    await story.unitDoes('waterLiaison', task.id, 'water', 'submit', body);
    const { id } = (await lends('waterHead', 'waterStaff', ['assignment.sign_off'])).body;
    const staff = await actsFor('waterStaff', id);
    const me = await staff.sees('/session');
    expect(me.acting).toMatchObject({ id, role: 'unit_head', inNameOf: { name: '水局长' } });
    expect(me.acts).toContain('assignment.sign_off');
    expect(me.acts).not.toContain('assignment.withdraw');
    // not passed on, and nothing of the giver's that was not lent
    const on = await staff.post('/delegations', {
      takerPostId: await postOf('waterLiaison'),
      acts: ['assignment.sign_off'],
      to: story.inDays(2),
      reason: '转托',
    });
    expect(on.status).toBe(403);
    const share = await story.assignment(task.id, 'water');
    expect((await staff.post(`/assignments/${share.id}/report`, { progress: '代报' })).status).toBe(403);
    const signed = await staff.post(`/assignments/${share.id}/sign-off`, {}, { ifMatch: share.version });
    expect(signed.status).toBeLessThan(300);
    const [row] = await world.store.query<Json>(
      `select person_id, role, facts ->> 'inNameOf' as giver from audit_row where act = 'assignment.sign_off' and about_id = $1`,
      [task.id],
    );
    expect(row).toEqual({
      person_id: world.county.person.waterStaff,
      role: 'unit_head',
      giver: world.county.person.waterHead,
    });
    const timeline = (await world.as('officer').sees(`/tasks/${task.id}/timeline`)).items;
    const entry = timeline.find(({ act }: Json) => act === 'assignment.sign_off');
    expect(entry).toMatchObject({ person: { name: '水承办' }, inNameOf: { name: '水局长' } });
    // taken back: the open session can do nothing more in that name
    const given = (await world.as('waterHead').sees('/delegations'))[0];
    expect(given).toMatchObject({ id, standing: 'in_force', acts: ['assignment.sign_off'], taker: { name: '水承办' } });
    expect((await world.as('waterHead').post(`/delegations/${id}/end`, {}, { ifMatch: given.version })).status).toBe(
      204,
    );
    expect(refusal(await staff.get('/assignments'))).toEqual([403, 'access.noPost']);
    expect(refusal(await staff.put('/session/post', { postId: id }))).toEqual([422, 'access.postNotHeld', 'postId']);
    const over = (await world.as('waterHead').sees('/delegations'))[0];
    const again = await world.as('waterHead').post(`/delegations/${id}/end`, {}, { ifMatch: over.version });
    expect(refusal(again)).toEqual([409, 'access.delegationOver']);
    expect((await world.as('cityHead').post(`/delegations/${id}/end`, {}, { ifMatch: over.version })).status).toBe(404);
  });

  it('ends at once when either of the two posts ends', async () => {
    for (const leaver of ['giver', 'taker'] as const) {
      const [giver, taker] =
        leaver === 'giver' ? (['cityHead', 'cityLiaison'] as const) : (['housingHead', 'housingLiaison'] as const);
      const { id } = (await lends(giver, taker, ['assignment.sign_off'])).body;
      const agent = await actsFor(taker, id);
      expect((await agent.get('/assignments')).status).toBe(200);
      if (leaver === 'taker') {
        // the taker serves elsewhere too, so the session itself goes on
        await world.store.query(
          `insert into post (id, person_id, role, unit_id, title, from_at, version) values (gen_random_uuid(), $1, 'unit_staff', $2, '兼任', now() - interval '1 day', 1)`,
          [world.county.person[taker], world.county.unit.town],
        );
      }
      const left = await postOf(leaver === 'giver' ? giver : taker);
      await world.store.query(`update post set to_at = now() where id = $1 or (person_id = $2 and unit_id = $3)`, [
        left,
        world.county.person[leaver === 'giver' ? giver : taker],
        world.county.unit[leaver === 'giver' ? 'city' : 'housing'],
      ]);
      expect(refusal(await agent.get('/assignments'))).toEqual([403, 'access.noPost']);
    }
  });

  it('wants a fresh proof of who lends', async () => {
    await world.clock.advance({ minutes: 16 });
    expect(refusal(await lends('waterHead', 'waterStaff', ['assignment.sign_off']))).toEqual([
      403,
      'access.proofNeeded',
    ]);
    await world.passes({ minutes: 1 });
  });

  it('ends with the giver’s account', async () => {
    const { id } = (await lends('waterHead', 'waterStaff', ['assignment.sign_off'])).body;
    const agent = await actsFor('waterStaff', id);
    expect((await agent.get('/assignments')).status).toBe(200);
    const disables = (at: string) =>
      world.store.query(`update account set disabled_at = ${at} where id = $1`, [world.county.account.waterHead]);
    await disables('now()');
    expect(refusal(await agent.get('/assignments'))).toEqual([403, 'access.noPost']);
    await disables('null');
    expect((await agent.get('/assignments')).status).toBe(200);
  });

  it('lets a leader’s deputy decide as the leader’s office does', async () => {
    const { id } = (await lends('magistrate', 'viceMagistrate2', ['instruction.give', 'task.approve'])).body;
    const task = await story.assigned();
    const deputy = await actsFor('viceMagistrate2', id);
    expect((await deputy.sees('/session')).acting.role).toBe('leader_office');
    const said = { subjectType: 'task', subjectId: task.id, kind: 'guidance', words: '抓紧办理' };
    expect((await deputy.post('/instructions', said)).status).toBe(201);
    const timeline = (await world.as('officer').sees(`/tasks/${task.id}/timeline`)).items;
    expect(timeline[0]).toMatchObject({ person: { name: '白副县长' }, inNameOf: { name: '程远' } });
    expect((await deputy.post('/mandates', {})).status).toBe(403);
    const options = await world.as('magistrate').sees('/delegations/options');
    expect(options.acts).not.toContain('mandate.approve');
    expect(options.takers.map(({ name }: Json) => name)).toContain('方副县长');
  });
});
