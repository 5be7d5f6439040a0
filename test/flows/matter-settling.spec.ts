import { type Json, World } from '#test-kit';
import { matterStory } from './stories/matter-story.js';

jest.setTimeout(120_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
});
afterAll(() => s.close());

const { message, meetingDecision, read, act, refused, says, workedOff } = matterStory(() => s);

describe('putting a matter aside', () => {
  it('files, declines, hands over, and takes back what was not filed', async () => {
    expect(await act(await message(), 'file', { reason: '仅供参考' })).toMatchObject({
      state: 'filed',
      closedAt: expect.any(String),
      actions: [],
    });
    const declined = await act(await message(), 'decline', { reason: '已有结论' });
    expect(declined).toMatchObject({ state: 'declined', actions: ['return'] });
    expect(await act(declined, 'return', { reason: '有新材料' })).toMatchObject({ state: 'received', closedAt: null });
    const handed = await act(await message(), 'hand-over', { to: '市生态环境局', reason: '不属县级职权' });
    expect(await act(handed, 'return', { reason: '市局退回' })).toMatchObject({ state: 'received' });
    expect((await refused(declined, 'return', { reason: '再来' })).code).toBe('matter.moveRefused');
  });

  it('never declines an instruction or a meeting decision', async () => {
    const matter = await meetingDecision();
    expect(matter.actions).not.toContain('decline');
    expect(await refused(matter, 'decline', { reason: '不办' })).toMatchObject({
      status: 409,
      code: 'matter.declineNotAllowed',
    });
  });

  it.each([
    ['file', {}, 'reason'],
    ['file', { reason: ' ' }, 'reason'],
    ['decline', { reason: 'x'.repeat(1_001) }, 'reason'],
    ['hand-over', { reason: '甲' }, 'to'],
    ['merge', {}, 'intoId'],
    ['reopen', {}, 'reason'],
    ['reply', { body: '' }, 'body'],
    ['reply', { body: '答', signatoryIds: ['x'] }, 'signatoryIds'],
    ['register', { by: 'nobody' }, 'by'],
    ['propose', {}, 'handlingProposal'],
  ])('%s %j is refused naming %s', async (route, body, path) => {
    const answer = await refused(await message(), route, body);
    expect(answer.status).toBe(400);
    expect(answer.errors.map((error: Json) => error.path)).toContain(path);
  });

  it('needs the version that was seen', async () => {
    const matter = await message();
    expect((await s.as('officer').post(`/matters/${matter.id}/file`, { reason: '甲' })).status).toBe(428);
    expect((await s.as('officer').post(`/matters/${matter.id}/file`, { reason: '甲' }, { ifMatch: 9 })).status).toBe(
      412,
    );
    expect((await s.as('clerk').post(`/matters/${matter.id}/file`, { reason: '甲' }, { ifMatch: 1 })).status).toBe(403);
  });
});

describe('a matter that owes nobody a reply', () => {
  it('closes when its tasks are closed, and may be taken up again', async () => {
    const matter = await meetingDecision();
    expect((await refused(matter, 'close')).code).toBe('matter.moveRefused');
    const done = await workedOff(matter);
    expect(done.actions).toContain('close');
    const closed = await act(done, 'close');
    expect(closed).toMatchObject({ state: 'closed', actions: ['reopen'] });
    expect(await act(closed, 'reopen', { reason: '又堵了' })).toMatchObject({
      state: 'registered',
      round: 2,
      number: done.number,
      closedAt: null,
    });
  });
});

describe('merging', () => {
  it('lets the askers be answered through the other matter, along a chain too', async () => {
    const [a, b, c] = await Promise.all([message(), message(), message()]);
    await act(a, 'merge', { intoId: b.id });
    await act(b, 'merge', { intoId: c.id });
    expect(await read(a)).toMatchObject({ state: 'merged', mergedInto: { id: c.id }, actions: [] });
    const target = await read(c);
    expect(target.merged).toHaveLength(2);
    expect(target.actions).not.toContain('file');
    expect((await refused(target, 'file', { reason: '不办' })).code).toBe('matter.hasMerged');
    expect((await refused(a, 'reply', { body: '答' })).code).toBe('matter.answeredThroughTarget');
    const { replies } = await act(c, 'reply', { body: '三件事一并办结。' });
    expect(replies).toHaveLength(3);
    expect((await Promise.all([a, b, c].map(read))).map(({ state }) => state)).toEqual([
      'replied',
      'replied',
      'replied',
    ]);
    await says(
      replies.find(({ matterId }: Json) => matterId === b.id),
      'satisfied',
    );
    expect((await read(b)).state).toBe('closed');
    await says(
      replies.find(({ matterId }: Json) => matterId === a.id),
      'dissatisfied',
    );
    expect((await Promise.all([a, b, c].map(read))).map(({ state }) => state)).toEqual([
      'registered',
      'closed',
      'registered',
    ]);
    const again = await act(c, 'reply', { body: '已补办。' });
    expect(again.replies.map(({ matterId }: Json) => matterId).sort()).toEqual([a.id, c.id].sort());
    expect((await Promise.all([a, c].map(read))).map(({ state }) => state)).toEqual(['replied', 'replied']);
    await act(b, 'reopen', { reason: '来电称仍未解决' });
    expect((await Promise.all([b, c].map(read))).map(({ state, round }) => [state, round])).toEqual([
      ['registered', 2],
      ['registered', 3],
    ]);
  });

  it('of several at once says first what will be, leaves what cannot go, and still answers everybody', async () => {
    const [main, a, b, filed, registered] = await Promise.all([
      message({ signatories: [{ name: '主' }] }),
      message({ signatories: [{ name: '甲' }, { name: '乙' }] }),
      ...[message(), message(), meetingDecision()],
    ]);
    const before = await message();
    await act(before, 'merge', { intoId: b.id });
    await act(filed, 'file', { reason: '重复' });
    const done = await workedOff(registered);
    const nobody = s.county.person.officer;
    const ids = [main.id, a.id, b.id, filed.id, done.id, nobody];
    const merges = (change: object = {}) =>
      s.as('officer').post('/matters/merge', { matterIds: ids, intoId: main.id, ...change });
    const said = {
      merged: 2,
      signatories: 4,
      skipped: expect.arrayContaining([
        { matterId: nobody, code: 'matter.notFound', title: null },
        { matterId: filed.id, code: 'matter.moveRefused', title: filed.title },
        { matterId: done.id, code: 'matter.moveRefused', title: done.title },
      ]),
    };
    expect((await merges({ dryRun: true })).body).toEqual(said);
    expect((await read(a)).state).toBe('received');
    expect((await merges()).body).toEqual(said);
    expect(await Promise.all([a, b, before].map(async (one) => (await read(one)).mergedInto.id))).toEqual(
      Array(3).fill(main.id),
    );
    expect((await act(main, 'reply', { body: '一并办结。' })).replies).toHaveLength(5);
    for (const intoId of [filed.id, nobody, a.id])
      expect((await merges({ intoId })).body).toMatchObject({
        code: 'matter.mergeRefused',
        errors: [{ path: 'intoId' }],
      });
    expect((await merges({ matterIds: [] })).status).toBe(400);
    expect((await s.as('clerk').post('/matters/merge', { matterIds: ids, intoId: main.id })).status).toBe(403);
  });

  it('refuses itself, the unknown, the merged and the settled', async () => {
    const [a, b, c] = await Promise.all([message(), message(), message()]);
    await act(b, 'file', { reason: '重复' });
    await act(c, 'merge', { intoId: (await message()).id });
    for (const intoId of [a.id, b.id, c.id, s.county.person.officer])
      expect(await refused(a, 'merge', { intoId })).toMatchObject({
        status: 422,
        code: 'matter.mergeRefused',
        errors: [{ path: 'intoId' }],
      });
  });

  it('answers merged askers before a matter without reply duty closes', async () => {
    const [plan, asked] = await Promise.all([meetingDecision(), message()]);
    await act(asked, 'merge', { intoId: plan.id });
    const done = await workedOff(plan);
    expect((await refused(done, 'close')).code).toBe('matter.replyOwed');
    await act(done, 'reply', { body: '已列入清淤计划并完成。' });
    expect((await read(asked)).state).toBe('replied');
    expect(await act(done, 'close')).toMatchObject({ state: 'closed' });
  });
});
