import { randomUUID } from 'node:crypto';
import { FoundUnits } from '@ducha/org';
import { type Json, World } from '#test-kit';

jest.setTimeout(60_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
  await s.store.transaction((tx) =>
    s.app.get(FoundUnits, { strict: false }).assignDuties(
      tx,
      [
        { category: '水利', leadUnitId: s.county.unit.water, assistUnitIds: [s.county.unit.town] },
        { category: '水利/灌溉', leadUnitId: s.county.unit.town, assistUnitIds: [] },
        { category: '城乡建设', leadUnitId: s.county.unit.housing, assistUnitIds: [s.county.unit.city] },
      ],
      null,
    ),
  );
});
afterAll(() => s.close());

let n = 0;
const message = (changes: object = {}): Promise<Json> => {
  n += 1;
  const body = { kind: 'netizen_message', title: `留言${n}`, body: `第${n}件事`, category: '水利', signatories: [{ name: `网友${n}` }], ...changes };
  return s.as('officer').does('/matters', body);
};
const inDays = (days: number): string => new Date(performance.timeOrigin + performance.now() + days * 86_400_000).toISOString();
const read = (matter: Json): Promise<Json> => s.as('officer').sees(`/matters/${matter.id}`);
const proposal = (changes: object = {}): object => ({
  handlingProposal: {
    wording: '拟请水利局牵头，仪封镇协办',
    leadUnitId: s.county.unit.water,
    assistUnitIds: [s.county.unit.town],
    dueAt: inDays(10),
    forPersonId: s.county.person.magistrate,
    ...changes,
  },
});
const propose = async (matter: Json, changes: object = {}): Promise<Json> =>
  (await s.as('officer').does(`/matters/${matter.id}/propose`, proposal(changes), { ifMatch: matter.version })).proposals[0];

async function mandate(changes: object = {}, approvedBy: 'magistrate' | null = 'magistrate'): Promise<Json> {
  const body = { sourceKind: 'netizen_message', categoryPrefix: '', from: inDays(-1), to: inDays(100), reason: '网民留言批量交办', ...changes };
  const asked = await s.as('officer').does('/mandates', body);
  return approvedBy === null ? asked : s.as(approvedBy).does(`/mandates/${asked.id}/approve`, {}, { ifMatch: asked.version });
}

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
    expect(task).toMatchObject({ number: decided.number, demand: '拟请水利局牵头，仪封镇协办', principal: { name: '程远' }, assistUnits: [{ shortName: '仪封镇' }] });
    await s.settles();
    expect((await s.as('waterLiaison').sees('/assignments?box=to_sign')).items).toHaveLength(1);
    expect((await s.as('waterLiaison').sees(`/matters/${matter.id}`)).id).toBe(matter.id);
  });

  it('is changed by the leader before he agrees, and waits for a unit when none is named', async () => {
    const put = await propose(await message(), { leadUnitId: null, assistUnitIds: [], dueAt: null });
    const decided = await s.as('magistrate').does(`/handling-proposals/${put.id}/decide`, { decision: 'agree', changes: { wording: '请抓紧', dueAt: inDays(3) } });
    expect(decided).toMatchObject({ state: 'registered', proposals: [{ wording: '请抓紧' }], tasks: [{ state: 'registered', leadUnit: { shortName: '县水利局' } }] });
  });

  it('is decided by the office in the leader’s name, and the leader sees it', async () => {
    const put = await propose(await message());
    const decided = await s.as('clerkOfMagistrate').does(`/handling-proposals/${put.id}/decide`, { decision: 'agree' });
    expect(decided.proposals[0]).toMatchObject({ forPerson: { name: '程远' }, decidedBy: { name: '文秘书' }, decision: 'agree' });
    const tray = await s.as('magistrate').sees('/tray');
    expect(tray.items.filter((item: Json) => item.kind === 'office_act')).toMatchObject([{ summary: '同意' }]);
  });

  it.each([
    ['disagree', 'guidance'],
    ['noted', 'reference'],
  ])('%s leaves the matter received', async (decision, kind) => {
    const put = await propose(await message());
    const decided = await s.as('magistrate').does(`/handling-proposals/${put.id}/decide`, { decision, words: '再核实' });
    expect(decided).toMatchObject({ state: 'received', number: null, tasks: [], instructions: [{ kind, words: '再核实' }] });
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
    const decide = (who: 'secretary' | 'officer' | 'magistrate', body: object = { decision: 'agree' }) => s.as(who).post(`/handling-proposals/${put.id}/decide`, body);
    expect((await decide('secretary')).body.code).toBe('matter.notAddressedToYou');
    expect((await decide('officer')).status).toBe(403);
    expect((await decide('magistrate', { decision: 'perhaps' })).status).toBe(400);
    expect((await decide('magistrate', { decision: 'agree', changes: { leadUnitId: randomUUID() } })).body).toMatchObject({ code: 'matter.unknownUnit', errors: [{ path: 'changes.leadUnitId' }] });
    expect((await decide('magistrate', { decision: 'agree', changes: { dueAt: '2020-01-01T00:00:00Z' } })).body.code).toBe('matter.dueInPast');
    expect((await read(matter)).state).toBe('received');
    await s.as('magistrate').does(`/handling-proposals/${put.id}/decide`, { decision: 'agree' });
    expect((await decide('magistrate')).body.code).toBe('matter.proposalDecided');
    expect((await s.as('magistrate').post(`/handling-proposals/${randomUUID()}/decide`, { decision: 'agree' })).body.code).toBe('matter.proposalNotFound');
  });

  it('has nothing left to decide once the matter is settled otherwise', async () => {
    const matter = await message();
    const put = await propose(matter);
    await s.as('officer').does(`/matters/${matter.id}/file`, { reason: '重复' }, { ifMatch: (await read(matter)).version });
    expect((await read(matter)).proposals[0].decision).toBe('withdrawn');
    expect((await s.as('magistrate').post(`/handling-proposals/${put.id}/decide`, { decision: 'agree' })).body.code).toBe('matter.proposalDecided');
  });

  it('is decided once however many try at the same time', async () => {
    const put = await propose(await message());
    const tries = await Promise.all(Array.from({ length: 12 }, () => s.as('magistrate').post(`/handling-proposals/${put.id}/decide`, { decision: 'agree' })));
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(tries.filter(({ status }) => status === 409)).toHaveLength(11);
  });
});

describe('a standing mandate', () => {
  it('is asked for, approved by a principal, revoked', async () => {
    const asked = await mandate({ categoryPrefix: ' 水利 / 灌溉 ' }, null);
    expect(asked).toMatchObject({ categoryPrefix: '水利/灌溉', standing: 'proposed', approvedBy: null, actions: [] });
    expect((await s.as('magistrate').sees(`/mandates/${asked.id}`)).actions).toEqual(['approve', 'revoke']);
    expect((await s.as('officer2').post(`/mandates/${asked.id}/approve`, {}, { ifMatch: 1 })).status).toBe(403);
    const approved = await s.as('magistrate').does(`/mandates/${asked.id}/approve`, {}, { ifMatch: 1 });
    expect(approved).toMatchObject({ standing: 'in_force', approvedBy: { name: '程远' }, actions: ['revoke'] });
    expect((await s.as('magistrate').post(`/mandates/${asked.id}/approve`, {}, { ifMatch: 2 })).body.code).toBe('matter.mandateSettled');
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
    const body = { sourceKind: 'netizen_message', categoryPrefix: '', from: inDays(-1), to: inDays(100), reason: '甲', ...changes };
    const answer = await s.as('officer').post('/mandates', body);
    expect(answer.body).toMatchObject({ status, errors: [{ path }] });
  });

  it('is never approved by who asked for it, not even in another post', async () => {
    const asked = await mandate({}, null);
    await s.store.query('update standing_mandate set proposed_by = $2 where id = $1', [asked.id, s.county.person.magistrate]);
    expect((await s.as('magistrate').post(`/mandates/${asked.id}/approve`, {}, { ifMatch: 1 })).body.code).toBe('matter.mandateOwnProposal');
    await expect(s.store.query('update standing_mandate set approved_by = proposed_by where id = $1', [asked.id])).rejects.toMatchObject({ code: 'matter.mandateOwnProposal' });
  });
});

describe('registration', () => {
  it('goes through a mandate for one matter, and out if asked', async () => {
    const { id: mandateId } = await mandate({ categoryPrefix: '水利' });
    const matter = await message({ category: '水利/灌溉/渠道' });
    const done = await s.as('officer').does(`/matters/${matter.id}/register`, { by: 'mandate', mandateId, task: { dueAt: inDays(5) }, dispatch: true }, { ifMatch: 1 });
    expect(done.matter).toMatchObject({ state: 'registered', mandateId, registeredBy: { name: '顾督查' } });
    expect(done.task).toMatchObject({ state: 'dispatched', leadUnitId: s.county.unit.town, number: done.matter.number });
  });

  it('goes through an instruction: the matter itself is one, or a principal gave one', async () => {
    const paper = await s.as('officer').does('/matters', { kind: 'instruction', title: '查清渗漏', body: '三天内', principalId: s.county.person.secretary });
    const done = await s.as('officer').does(`/matters/${paper.id}/register`, { by: 'instruction', task: { leadUnitId: s.county.unit.water, dueAt: inDays(3) } }, { ifMatch: 1 });
    expect(done.task.state).toBe('registered');
    expect((await s.as('officer').sees(`/tasks/${done.task.id}`)).principal.name).toBe('秦书记');

    const matter = await message();
    expect((await s.as('officer').post(`/matters/${matter.id}/register`, { by: 'instruction' }, { ifMatch: 1 })).body.code).toBe('matter.instructionOpensNothing');
    const said = await s.as('magistrate').does('/instructions', { subjectType: 'matter', subjectId: matter.id, kind: 'order', words: '请办' });
    const instructed = await s.as('officer').does(`/matters/${matter.id}/register`, { by: 'instruction', instructionId: said.id }, { ifMatch: (await read(matter)).version });
    expect(instructed.matter.state).toBe('registered');
  });

  it('lets no agreed proposal go by that was not agreed', async () => {
    const matter = await message();
    const put = await propose(matter);
    await s.as('magistrate').does(`/handling-proposals/${put.id}/decide`, { decision: 'noted' });
    const { version } = await read(matter);
    const register = (proposalId?: string) => s.as('officer').post(`/matters/${matter.id}/register`, { by: 'approved_proposal', proposalId }, { ifMatch: version });
    expect((await register(put.id)).body.code).toBe('matter.proposalNotAgreed');
    expect((await register(randomUUID())).body.code).toBe('matter.proposalNotFound');
    expect((await register()).body).toMatchObject({ status: 400, errors: [{ path: 'proposalId' }] });
  });

  it('refuses what the mandate does not cover, and a task that cannot go out', async () => {
    const matter = await message({ category: '水利' });
    const register = (mandateId: string, extra: object = {}) => s.as('officer').post(`/matters/${matter.id}/register`, { by: 'mandate', mandateId, ...extra }, { ifMatch: 1 });
    expect((await register((await mandate({ categoryPrefix: '城乡建设' })).id)).body.code).toBe('matter.mandateDoesNotCover');
    expect((await register((await mandate({ sourceKind: 'hotline' })).id)).body.code).toBe('matter.mandateDoesNotCover');
    expect((await register((await mandate({}, null)).id)).body).toMatchObject({ code: 'matter.mandateNotInForce', standing: 'proposed' });
    expect((await register((await mandate({ from: inDays(2) })).id)).body).toMatchObject({ code: 'matter.mandateNotInForce', standing: 'not_yet' });
    expect((await register(randomUUID())).body.code).toBe('matter.mandateNotFound');
    const { id } = await mandate();
    expect((await register(id, { dispatch: true })).body).toMatchObject({ status: 422, code: 'task.incomplete', errors: [{ path: 'dueAt' }] });
    expect((await register(id, { task: { leadUnitId: randomUUID() } })).body).toMatchObject({ code: 'matter.unknownUnit', errors: [{ path: 'task.leadUnitId' }] });
    expect((await register(id, { task: { leadUnitId: s.county.unit.water, assistUnitIds: [s.county.unit.water] } })).body.code).toBe('matter.repeatedUnit');
    expect((await register(id, { task: { leadUnitId: s.county.unit.village } })).body.code).toBe('task.villageNotDirect');
    expect((await register(id, { task: { dueAt: '2020-01-01T00:00:00Z' } })).body.code).toBe('matter.dueInPast');
    expect(await read(matter)).toMatchObject({ state: 'received', version: 1, number: null, tasks: [] });
  });

  it('registers many in one act and says what it left', async () => {
    const { id: mandateId } = await mandate();
    const good = await Promise.all([message(), message({ category: '城乡建设/道路' }), message({ category: '水利/灌溉' })]);
    const [noDuty, unsorted, pending, filed] = await Promise.all([message({ category: '卫生' }), message({ categories: ['水利', '卫生'], category: null }), message(), message()]);
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
    expect(roads).toMatchObject({ state: 'registered', version: 2, mandateId, tasks: [{ state: 'dispatched', leadUnit: { shortName: '县住房和城乡建设局' }, number: roads.number }] });
    const due = new Date(roads.tasks[0].dueAt).toLocaleString('sv', { timeZone: 'Asia/Shanghai' });
    expect(due).toMatch(/ 23:59:59$/);
    const again = await s.as('officer').does('/matters/register', act);
    expect(again).toMatchObject({ registered: 0, dispatched: 0 });
    expect(new Set((await Promise.all(good.map(read))).map(({ number }) => number)).size).toBe(3);
  });

  it('registers what a filter finds, only what is received', async () => {
    const { id: mandateId } = await mandate({ categoryPrefix: '水利/灌溉' });
    const wanted = await Promise.all([message({ title: '支渠堵塞甲', category: '水利/灌溉' }), message({ title: '支渠堵塞乙', category: '水利/灌溉' })]);
    const done = await s.as('officer').does('/matters/register', { filter: { q: '支渠堵塞' }, mandateId, dispatch: false });
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
    expect((await s.as('clerk').post('/matters/register', { matterIds: [randomUUID()], mandateId: randomUUID() })).status).toBe(403);
    expect((await s.as('waterHead').post('/mandates', {})).status).toBe(403);
  });
});
