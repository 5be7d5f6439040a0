import { type Json, World } from '#test-kit';
import { inDays, matterStory, tokenOf } from './stories/matter-story.js';

jest.setTimeout(90_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
});
afterAll(() => s.close());
const { act, message, proposal, read, refused } = matterStory(() => s);

/** A message of the proponent and of somebody without account. */
const asked = (changes: object = {}): Promise<Json> =>
  message({
    signatories: [
      { name: '张代表', contact: '13900001111', personId: s.county.person.proponent },
      { name: '李女士', contact: '13700002222' },
    ],
    ...changes,
  });

/** What each of the two ways tells of a matter. */
async function told(matter: Json): Promise<{ byLink: Json; own: Json }> {
  const [, second] = matter.signatories;
  const link = await s.as('officer').does(`/matters/${matter.id}/status-links`, { signatoryId: second.id });
  const byLink = await s.stranger().does('/matters/status', { token: tokenOf(link) });
  const own = (await s.as('proponent').sees('/own-matters')).items.find(({ id }: Json) => id === matter.id);
  return { byLink, own };
}

describe('what those who asked are told when nobody works on it', () => {
  it.each([
    ['file', 'file', 'filed', {}, null],
    ['decline', 'decline', 'declined', {}, null],
    ['hand-over', 'hand_over', 'handed_over', { to: '市生态环境局' }, '市生态环境局'],
    ['pass-on', 'pass_on', 'handed_over', { to: '县供电公司' }, '县供电公司'],
  ])('%s: the reason and the organ, by link and signed in', async (route, manner, state, to, toOrgan) => {
    const matter = await asked();
    expect(await told(matter)).toMatchObject({ byLink: { setAside: null }, own: { setAside: null } });
    await act(matter, route, { reason: '属其职责，请向其反映', ...to });
    const setAside = { manner, toOrgan, reason: '属其职责，请向其反映', receiptNo: null, receiptAt: null };
    const { byLink, own } = await told(matter);
    expect(byLink).toMatchObject({ state, setAside });
    expect(own).toMatchObject({ state, setAside });
    expect(Object.keys(byLink.setAside).sort()).toEqual(Object.keys(setAside).sort());
  });

  it('never what was noted inside, nor who did it', async () => {
    const matter = await asked();
    const inside = { wording: '内部意见：此人多次反映', ...{ leadUnitId: null, assistUnitIds: [], dueAt: null } };
    const [{ id }] = (await act(matter, 'propose', proposal(inside))).proposals;
    const decided = { decision: 'disagree', words: '内部批语：不值得办' };
    await s.as('magistrate').does(`/handling-proposals/${id}/decide`, decided);
    const passed = await act(matter, 'pass-on', { to: '县供电公司', reason: '属其职责' });
    await act(passed, 'receipt', { receivedBy: '供电公司赵某', receivedAt: inDays(-0.01) });
    expect(JSON.stringify(await told(matter))).not.toMatch(/内部|供电公司赵某|13900001111|李女士/);
  });

  it('never a protected name or contact, nor anybody’s number', async () => {
    const matter = await asked({
      signatories: [
        { name: '张代表', personId: s.county.person.proponent },
        { name: '吴举', contact: '13811110000', isProtected: true },
      ],
      sourceOfficerIds: [s.county.person.officer, s.county.person.officer2],
    });
    await act(matter, 'decline', { reason: '吴举（13811110000）所述已有结论，另见13812341234' });
    const { byLink, own } = await told(matter);
    expect(byLink.setAside.reason).toBe('受保护的来源（受保护的来源）所述已有结论，另见138****1234');
    expect(own.setAside).toEqual(byLink.setAside);
  });

  it('nothing of the path of an accusation', async () => {
    const matter = await asked({
      kind: 'petition',
      category: null,
      fields: { manner: 'letter', purpose: 'accusation' },
      restriction: { accusedUnitIds: [s.county.unit.housing], keeperIds: [s.county.person.officer] },
    });
    await act(matter, 'hand-over', { to: '县监察委员会', reason: '涉嫌职务违法' });
    const both = await told(matter);
    expect(both).toMatchObject({ byLink: { setAside: null }, own: { setAside: null } });
    expect(JSON.stringify(both)).not.toMatch(/监察|职务/);
  });

  it('no longer what was taken back, and of several times the last', async () => {
    const matter = await asked();
    await act(matter, 'decline', { reason: '第一次理由' });
    await act(matter, 'return', { reason: '有新材料' });
    expect((await told(matter)).byLink).toMatchObject({ state: 'received', setAside: null });
    await act(matter, 'pass-on', { to: '甲单位', reason: '先' });
    await act(matter, 'return', { reason: '不属其职责' });
    await act(matter, 'pass-on', { to: '乙单位', reason: '后' });
    expect((await told(matter)).own.setAside).toMatchObject({ toOrgan: '乙单位', reason: '后' });
    await act(matter, 'return', { reason: '再议' });
    await act(matter, 'decline', { reason: '第二次理由' });
    expect((await told(matter)).own.setAside).toMatchObject({ manner: 'decline', reason: '第二次理由' });
  });
});

describe('the receipt of what was passed on', () => {
  it('is written down once, on the record and for those who asked', async () => {
    const matter = await asked();
    const passed = await act(matter, 'pass-on', { to: '县供电公司', reason: '属其职责' });
    const receivedAt = inDays(-0.01);
    const receipt = { receivedBy: '供电公司值班室', receiptNo: '供收12号', receivedAt };
    expect(await refused(matter, 'receipt', { ...receipt, receivedAt: inDays(1) })).toMatchObject({
      code: 'matter.dateInFuture',
    });
    const done = await act(passed, 'receipt', receipt);
    expect(done).toMatchObject({ state: 'handed_over', actions: ['return', 'unmask'] });
    expect(done.handOvers).toMatchObject([
      {
        manner: 'pass_on',
        toOrgan: '县供电公司',
        reason: '属其职责',
        receivedBy: '供电公司值班室',
        receiptNo: '供收12号',
      },
    ]);
    const { byLink, own } = await told(matter);
    expect(byLink.setAside).toEqual({
      ...{ manner: 'pass_on', toOrgan: '县供电公司', reason: '属其职责', receiptNo: '供收12号' },
      receiptAt: new Date(done.handOvers[0].receiptAt).toISOString(),
    });
    expect(own.setAside).toEqual(byLink.setAside);
    expect((await refused(done, 'receipt', receipt)).code).toBe('matter.receiptNotAwaited');
    const acts = await s.store.query<Json>(
      `select facts from audit_row where subject_id = $1 and act = 'matter.receipt'`,
      [matter.id],
    );
    expect(acts).toEqual([{ facts: { manner: 'pass_on' } }]);
    expect((await read(matter)).version).toBe(done.version);
  });
});
