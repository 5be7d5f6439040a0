import { randomUUID } from 'node:crypto';
import { World } from '#test-kit';
import { inDays, matterStory, plantDuties } from './stories/matter-story.js';

jest.setTimeout(60_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
  await plantDuties(s);
});
afterAll(() => s.close());

const { message, read, propose, mandate } = matterStory(() => s);

describe('registration', () => {
  it('goes through a mandate for one matter, and out if asked', async () => {
    const { id: mandateId } = await mandate({ categoryPrefix: '水利' });
    const matter = await message({ category: '水利/灌溉/渠道' });
    const done = await s
      .as('officer')
      .does(
        `/matters/${matter.id}/register`,
        { by: 'mandate', mandateId, task: { dueAt: inDays(5) }, dispatch: true },
        { ifMatch: 1 },
      );
    expect(done.matter).toMatchObject({ state: 'registered', mandateId, registeredBy: { name: '顾督查' } });
    expect(done.task).toMatchObject({
      state: 'dispatched',
      leadUnitId: s.county.unit.town,
      number: done.matter.number,
    });
  });

  it('goes through an instruction: the matter itself is one, or a principal gave one', async () => {
    const paper = await s.as('officer').does('/matters', {
      kind: 'instruction',
      declaredUnclassified: true,
      title: '查清渗漏',
      body: '三天内',
      principalId: s.county.person.secretary,
    });
    const done = await s
      .as('officer')
      .does(
        `/matters/${paper.id}/register`,
        { by: 'instruction', task: { leadUnitId: s.county.unit.water, dueAt: inDays(3) } },
        { ifMatch: 1 },
      );
    expect(done.task.state).toBe('registered');
    expect((await s.as('officer').sees(`/tasks/${done.task.id}`)).principal.name).toBe('秦书记');

    const matter = await message();
    expect(
      (await s.as('officer').post(`/matters/${matter.id}/register`, { by: 'instruction' }, { ifMatch: 1 })).body.code,
    ).toBe('matter.instructionOpensNothing');
    const said = await s
      .as('magistrate')
      .does('/instructions', { subjectType: 'matter', subjectId: matter.id, kind: 'order', words: '请办' });
    const instructed = await s
      .as('officer')
      .does(
        `/matters/${matter.id}/register`,
        { by: 'instruction', instructionId: said.id },
        { ifMatch: (await read(matter)).version },
      );
    expect(instructed.matter.state).toBe('registered');
  });

  it('lets no agreed proposal go by that was not agreed', async () => {
    const matter = await message();
    const put = await propose(matter);
    await s.as('magistrate').does(`/handling-proposals/${put.id}/decide`, { decision: 'noted' });
    const { version } = await read(matter);
    const register = (proposalId?: string) =>
      s
        .as('officer')
        .post(`/matters/${matter.id}/register`, { by: 'approved_proposal', proposalId }, { ifMatch: version });
    expect((await register(put.id)).body.code).toBe('matter.proposalNotAgreed');
    expect((await register(randomUUID())).body.code).toBe('matter.proposalNotFound');
    expect((await register()).body).toMatchObject({ status: 400, errors: [{ path: 'proposalId' }] });
  });

  it('refuses what the mandate does not cover, and a task that cannot go out', async () => {
    const matter = await message({ category: '水利' });
    const register = (mandateId: string, extra: object = {}) =>
      s.as('officer').post(`/matters/${matter.id}/register`, { by: 'mandate', mandateId, ...extra }, { ifMatch: 1 });
    expect((await register((await mandate({ categoryPrefix: '城乡建设' })).id)).body.code).toBe(
      'matter.mandateDoesNotCover',
    );
    expect((await register((await mandate({ sourceKind: 'hotline' })).id)).body.code).toBe(
      'matter.mandateDoesNotCover',
    );
    expect((await register((await mandate({}, null)).id)).body).toMatchObject({
      code: 'matter.mandateNotInForce',
      standing: 'proposed',
    });
    expect((await register((await mandate({ from: inDays(2) })).id)).body).toMatchObject({
      code: 'matter.mandateNotInForce',
      standing: 'not_yet',
    });
    expect((await register(randomUUID())).body.code).toBe('matter.mandateNotFound');
    const { id } = await mandate();
    expect((await register(id, { dispatch: true })).body).toMatchObject({
      status: 422,
      code: 'task.incomplete',
      errors: [{ path: 'dueAt' }],
    });
    expect((await register(id, { task: { leadUnitId: randomUUID() } })).body).toMatchObject({
      code: 'matter.unknownUnit',
      errors: [{ path: 'task.leadUnitId' }],
    });
    expect(
      (await register(id, { task: { leadUnitId: s.county.unit.water, assistUnitIds: [s.county.unit.water] } })).body
        .code,
    ).toBe('matter.repeatedUnit');
    expect((await register(id, { task: { leadUnitId: s.county.unit.village } })).body.code).toBe(
      'task.villageNotDirect',
    );
    expect((await register(id, { task: { dueAt: '2020-01-01T00:00:00Z' } })).body.code).toBe('matter.dueInPast');
    expect(await read(matter)).toMatchObject({ state: 'received', version: 1, number: null, tasks: [] });
  });
});
