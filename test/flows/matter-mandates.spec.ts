import { randomUUID } from 'node:crypto';
import { type Json, World } from '#test-kit';
import { inDays, matterStory, plantDuties } from './stories/matter-story.js';

jest.setTimeout(60_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
  await plantDuties(s);
});
afterAll(() => s.close());

const { message, read, propose, mandate } = matterStory(() => s);

describe('a standing mandate', () => {
  it('is asked for, approved by a principal, revoked', async () => {
    const asked = await mandate({ categoryPrefix: ' 水利 / 灌溉 ' }, null);
    expect(asked).toMatchObject({ categoryPrefix: '水利/灌溉', standing: 'proposed', approvedBy: null, actions: [] });
    expect((await s.as('magistrate').sees(`/mandates/${asked.id}`)).actions).toEqual(['approve', 'revoke']);
    expect((await s.as('officer2').post(`/mandates/${asked.id}/approve`, {}, { ifMatch: 1 })).status).toBe(403);
    const approved = await s.as('magistrate').does(`/mandates/${asked.id}/approve`, {}, { ifMatch: 1 });
    expect(approved).toMatchObject({ standing: 'in_force', approvedBy: { name: '程远' }, actions: ['revoke'] });
    expect((await s.as('magistrate').post(`/mandates/${asked.id}/approve`, {}, { ifMatch: 2 })).body.code).toBe(
      'matter.mandateSettled',
    );
    const revoked = await s.as('secretary').does(`/mandates/${asked.id}/revoke`, {}, { ifMatch: 2 });
    expect(revoked).toMatchObject({ standing: 'revoked', actions: [] });
    const inForce = await s.as('officer').sees('/mandates?inForce=true');
    expect(inForce.items.map((item: Json) => item.id)).not.toContain(asked.id);
  });

  it.each([
    [422, 'to', { from: inDays(5), to: inDays(4) }],
    [422, 'to', { from: inDays(-5), to: inDays(-1) }],
    [400, 'reason', { reason: ' ' }],
    [400, 'sourceKind', { sourceKind: 'x' }],
    [400, 'from', { from: '2026-02-30T00:00:00Z' }],
  ])('refuses %i naming %s', async (status, path, changes) => {
    const body = {
      sourceKind: 'netizen_message',
      categoryPrefix: '',
      from: inDays(-1),
      to: inDays(100),
      reason: '甲',
      ...changes,
    };
    const answer = await s.as('officer').post('/mandates', body);
    expect(answer.body).toMatchObject({ status, errors: [{ path }] });
  });

  it('is never approved by who asked for it, not even in another post', async () => {
    const asked = await mandate({}, null);
    await s.store.query('update standing_mandate set proposed_by = $2 where id = $1', [
      asked.id,
      s.county.person.magistrate,
    ]);
    expect((await s.as('magistrate').post(`/mandates/${asked.id}/approve`, {}, { ifMatch: 1 })).body.code).toBe(
      'matter.mandateOwnProposal',
    );
    await expect(
      s.store.query('update standing_mandate set approved_by = proposed_by where id = $1', [asked.id]),
    ).rejects.toMatchObject({ code: 'matter.mandateOwnProposal' });
  });
});

describe('registration of many', () => {
  it('registers many in one act and says what it left', async () => {
    const { id: mandateId } = await mandate();
    const good = await Promise.all([
      message(),
      message({ category: '城乡建设/道路' }),
      message({ category: '水利/灌溉' }),
    ]);
    const [noDuty, unsorted, pending, filed] = await Promise.all([
      message({ category: '卫生' }),
      message({ categories: ['水利', '卫生'], category: null }),
      message(),
      message(),
    ]);
    await propose(pending);
    await s.as('officer').does(`/matters/${filed.id}/file`, { reason: '重复' }, { ifMatch: 1 });
    const stranger = randomUUID();
    const matterIds = [...good, noDuty, unsorted, pending, filed].map(({ id }) => id).concat(stranger);
    const act = { matterIds, mandateId, dueInDays: 15, dispatch: true };
    const done = await s.as('officer').does('/matters/register', act);
    expect(done).toMatchObject({ registered: 3, dispatched: 3 });
    expect(Object.fromEntries(done.skipped.map((skip: Json) => [skip.matterId, skip.code]))).toEqual({
      [stranger]: 'matter.notFound',
      [noDuty.id]: 'matter.noDuty',
      [unsorted.id]: 'matter.needsTriage',
      [pending.id]: 'matter.proposalPending',
      [filed.id]: 'matter.moveRefused',
    });
    const roads = await read(good[1]);
    expect(roads).toMatchObject({
      state: 'registered',
      version: 2,
      mandateId,
      tasks: [{ state: 'dispatched', leadUnit: { shortName: '县住房和城乡建设局' }, number: roads.number }],
    });
    const due = new Date(roads.tasks[0].dueAt).toLocaleString('sv', { timeZone: 'Asia/Shanghai' });
    expect(due).toMatch(/ 23:59:59$/);
    const again = await s.as('officer').does('/matters/register', act);
    expect(again).toMatchObject({ registered: 0, dispatched: 0 });
    expect(new Set((await Promise.all(good.map(read))).map(({ number }) => number)).size).toBe(3);
  });

  it('registers what a filter finds, only what is received', async () => {
    const { id: mandateId } = await mandate({ categoryPrefix: '水利/灌溉' });
    const wanted = await Promise.all([
      message({ title: '支渠堵塞甲', category: '水利/灌溉' }),
      message({ title: '支渠堵塞乙', category: '水利/灌溉' }),
    ]);
    const done = await s
      .as('officer')
      .does('/matters/register', { filter: { q: '支渠堵塞' }, mandateId, dispatch: false });
    expect(done).toEqual({ registered: 2, dispatched: 0, skipped: [] });
    expect((await Promise.all(wanted.map(read))).map(({ state }) => state)).toEqual(['registered', 'registered']);
  });

  it.each([
    ['matterIds', { matterIds: [] }],
    ['matterIds', {}],
    ['matterIds', { matterIds: ['x'] }],
    ['filter.state', { filter: { state: 'x' } }],
    ['mandateId', { matterIds: [randomUUID()], mandateId: 'x' }],
    ['dueInDays', { matterIds: [randomUUID()], dueInDays: 0 }],
  ])('refuses 400 naming %s (case %#)', async (path, body) => {
    const answer = await s.as('officer').post('/matters/register', { mandateId: randomUUID(), ...body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error: Json) => error.path)).toContain(path);
  });

  it('is for the bureau alone', async () => {
    expect(
      (await s.as('clerk').post('/matters/register', { matterIds: [randomUUID()], mandateId: randomUUID() })).status,
    ).toBe(403);
    expect((await s.as('waterHead').post('/mandates', {})).status).toBe(403);
  });
});
