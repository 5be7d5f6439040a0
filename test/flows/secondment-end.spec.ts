import { type Agent, type Json, type PersonKey, World } from '#test-kit';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
});
afterAll(() => world.close());

const inMinutes = async (minutes: number): Promise<string> =>
  new Date(((await world.seconds()) + minutes * 60) * 1_000).toISOString();
const lent = async (to: string): Promise<object> => {
  const { city, water } = world.county.unit;
  return { role: 'unit_liaison', unitId: city, title: '借调联络员', homeUnitId: water, to };
};
/** A person whose only post is a secondment. */
async function guest(login: string, to: string): Promise<Agent> {
  const { id } = await world.as('sysadmin').does('/people', { name: '借调人', login, post: await lent(to) });
  const [account] = await world.store.query<{ id: string }>('select id from account where person_id = $1', [id]);
  const agent = world.asAccount(account?.id ?? '');
  await agent.sees('/session');
  return agent;
}
const reads = async (agent: Agent, path: string): Promise<number> => (await agent.get(path)).status;

describe('a secondment', () => {
  it('ends on its day by itself: the post, its session and what both let the person do', async () => {
    const task = await story.mandated({ lead: 'city' });
    const { id, version } = await story.assignment(task.id, 'city');
    const [short, long] = [await guest('duanqi', await inMinutes(20)), await guest('changqi', await inMinutes(9_000))];
    for (const one of [short, long]) expect(await reads(one, `/assignments/${id}`)).toBe(200);
    await world.clock.advance({ minutes: 18 });
    expect(await reads(short, `/assignments/${id}`)).toBe(200);
    await world.clock.advance({ minutes: 3 });
    const after = await short.get('/session');
    expect([after.status, after.body.code]).toEqual([401, 'http.unauthenticated']);
    const sign = await short.post(`/assignments/${id}/sign`, {}, { ifMatch: version });
    expect([sign.status, sign.body.code]).toEqual([401, 'http.unauthenticated']);
    expect((await story.assignment(task.id, 'city')).state).toBe('delivered');
    // the control: the same post with a later end, in a session as old, goes on
    expect((await long.get('/session')).body.acting).toMatchObject({ role: 'unit_liaison' });
    expect((await long.post(`/assignments/${id}/sign`, {}, { ifMatch: version })).status).toBe(200);
  });

  it('beside a post at home gives way to it: the person goes on there, and no longer here', async () => {
    await world.passes({});
    const key: PersonKey = 'waterStaff';
    const task = await story.mandated({ lead: 'city' });
    const { id } = await story.assignment(task.id, 'city');
    await world.as('sysadmin').does(`/people/${world.county.person[key]}/posts`, await lent(await inMinutes(20)));
    const { posts } = await world.as(key).sees('/session');
    expect(posts).toHaveLength(2);
    const abroad = posts.find(({ unit }: Json) => unit.id === world.county.unit.city);
    await world.as(key).put('/session/post', { postId: abroad.id });
    expect(await reads(world.as(key), `/assignments/${id}`)).toBe(200);
    await world.clock.advance({ minutes: 21 });
    const me = await world.as(key).get('/session');
    expect(me.body.posts.map(({ unit }: Json) => unit.id)).toEqual([world.county.unit.water]);
    // the chosen post is over, and none is put in its place unasked
    const there = await world.as(key).get(`/assignments/${id}`);
    expect([there.status, there.body.code, me.body.acting]).toEqual([403, 'access.noPost', null]);
    expect((await world.as(key).put('/session/post', { postId: abroad.id })).status).toBe(422);
    const [home] = me.body.posts;
    expect((await world.as(key).put('/session/post', { postId: home.id })).status).toBe(200);
    expect(await reads(world.as(key), `/assignments/${id}`)).toBe(404);
  });
});
