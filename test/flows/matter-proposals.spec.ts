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

const { message, read, proposal, propose } = matterStory(() => s);

describe('a handling proposal', () => {
  it('is agreed by the principal: the matter is registered and its task goes out', async () => {
    const matter = await message();
    const put = await propose(matter);
    const words = '同意，抓紧办。';
    const decided = await s.as('magistrate').does(`/handling-proposals/${put.id}/decide`, { decision: 'agree', words });
    expect(decided).toMatchObject({
      state: 'registered',
      number: expect.stringMatching(/^督网〔20\d\d〕\d{5}号$/),
      proposals: [{ decision: 'agree', decidedWords: words, decidedBy: { name: '程远' } }],
      tasks: [{ state: 'dispatched', leadUnit: { shortName: '县水利局' } }],
      instructions: [{ kind: 'order', words, givenBy: { name: '程远' } }],
    });
    const task = await s.as('officer').sees(`/tasks/${decided.tasks[0].id}`);
    expect(task).toMatchObject({
      number: decided.number,
      demand: '拟请水利局牵头，仪封镇协办',
      principal: { name: '程远' },
      assistUnits: [{ shortName: '仪封镇' }],
    });
    await s.settles();
    expect((await s.as('waterLiaison').sees('/assignments?box=to_sign')).items).toHaveLength(1);
    expect((await s.as('waterLiaison').sees(`/matters/${matter.id}`)).id).toBe(matter.id);
  });

  it('is changed by the leader before he agrees, and waits for a unit when none is named', async () => {
    const put = await propose(await message(), { leadUnitId: null, assistUnitIds: [], dueAt: null });
    const decided = await s.as('magistrate').does(`/handling-proposals/${put.id}/decide`, {
      decision: 'agree',
      changes: { wording: '请抓紧', dueAt: inDays(3) },
    });
    expect(decided).toMatchObject({
      state: 'registered',
      proposals: [{ wording: '请抓紧' }],
      tasks: [{ state: 'registered', leadUnit: { shortName: '县水利局' } }],
    });
  });

  it('is decided by the office in the leader’s name, and the leader sees it', async () => {
    const put = await propose(await message());
    const decided = await s.as('clerkOfMagistrate').does(`/handling-proposals/${put.id}/decide`, { decision: 'agree' });
    expect(decided.proposals[0]).toMatchObject({
      forPerson: { name: '程远' },
      decidedBy: { name: '文秘书' },
      decision: 'agree',
    });
    const tray = await s.as('magistrate').sees('/tray');
    expect(tray.items.filter((item: Json) => item.kind === 'office_act')).toMatchObject([{ summary: '同意' }]);
  });

  it.each([
    ['disagree', 'guidance'],
    ['noted', 'reference'],
  ])('%s leaves the matter received', async (decision, kind) => {
    const put = await propose(await message());
    const decided = await s
      .as('magistrate')
      .does(`/handling-proposals/${put.id}/decide`, { decision, words: '再核实' });
    expect(decided).toMatchObject({
      state: 'received',
      number: null,
      tasks: [],
      instructions: [{ kind, words: '再核实' }],
    });
    expect(decided.proposals[0].decision).toBe(decision);
    expect((await read(decided)).actions).toContain('propose');
  });

  it('lies before one principal only, once, and nobody else decides', async () => {
    const matter = await message();
    const put = await propose(matter);
    const seen = await read(matter);
    expect(seen.actions).not.toContain('propose');
    const second = await s.as('officer').post(`/matters/${matter.id}/propose`, proposal(), { ifMatch: seen.version });
    expect(second.body).toMatchObject({ status: 409, code: 'matter.proposalPending' });
    const decide = (who: 'secretary' | 'officer' | 'magistrate', body: object = { decision: 'agree' }) =>
      s.as(who).post(`/handling-proposals/${put.id}/decide`, body);
    expect((await decide('secretary')).body.code).toBe('matter.notAddressedToYou');
    expect((await decide('officer')).status).toBe(403);
    expect((await decide('magistrate', { decision: 'perhaps' })).status).toBe(400);
    expect(
      (await decide('magistrate', { decision: 'agree', changes: { leadUnitId: randomUUID() } })).body,
    ).toMatchObject({ code: 'matter.unknownUnit', errors: [{ path: 'changes.leadUnitId' }] });
    expect(
      (await decide('magistrate', { decision: 'agree', changes: { dueAt: '2020-01-01T00:00:00Z' } })).body.code,
    ).toBe('matter.dueInPast');
    expect((await read(matter)).state).toBe('received');
    await s.as('magistrate').does(`/handling-proposals/${put.id}/decide`, { decision: 'agree' });
    expect((await decide('magistrate')).body.code).toBe('matter.proposalDecided');
    expect(
      (await s.as('magistrate').post(`/handling-proposals/${randomUUID()}/decide`, { decision: 'agree' })).body.code,
    ).toBe('matter.proposalNotFound');
  });

  it('has nothing left to decide once the matter is settled otherwise', async () => {
    const matter = await message();
    const put = await propose(matter);
    await s
      .as('officer')
      .does(`/matters/${matter.id}/file`, { reason: '重复' }, { ifMatch: (await read(matter)).version });
    expect((await read(matter)).proposals[0].decision).toBe('withdrawn');
    expect(
      (await s.as('magistrate').post(`/handling-proposals/${put.id}/decide`, { decision: 'agree' })).body.code,
    ).toBe('matter.proposalDecided');
  });

  it('is decided once however many try at the same time', async () => {
    const put = await propose(await message());
    const tries = await Promise.all(
      Array.from({ length: 12 }, () =>
        s.as('magistrate').post(`/handling-proposals/${put.id}/decide`, { decision: 'agree' }),
      ),
    );
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(tries.filter(({ status }) => status === 409)).toHaveLength(11);
  });
});
