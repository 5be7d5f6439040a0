import { type Json, type PersonKey, type UnitKey, World } from '#test-kit';
import { ringsAt } from './stories/ringing.js';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
});
afterAll(() => world.close());

/** A Monday, nine in the morning in the county. */
const monday = '2026-03-02T01:00:00Z';
const endOf = (day: string): string => `${day}T15:59:59.999Z`;
const shown = (instant: string | null): string | null =>
  instant && new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
const unitId = (key: UnitKey): string => world.county.unit[key];

const at = (instant: string): Promise<void> => ringsAt(world, instant);
const assigned = async (wanted: object = {}): Promise<Json> => {
  await at(monday);
  return story.assigned({ dueAt: endOf('2026-03-13'), ...wanted });
};
const body = (unit: UnitKey, more: object = {}): object => ({
  ...{ ground: '该河段由住建部门管理', legalBasis: '县政府三定方案第五条', responsibleUnitId: unitId(unit) },
  ...more,
});
const raises = async (by: PersonKey, taskId: string, unit: UnitKey, against: UnitKey) => {
  const { id, version } = await story.assignment(taskId, unit);
  return world.as(by).post(`/assignments/${id}/disputes`, body(against), { ifMatch: version });
};
const raised = async (taskId: string): Promise<Json> => {
  const answer = await raises('waterLiaison', taskId, 'water', 'housing');
  expect(answer.status).toBe(201);
  return answer.body;
};
const does = (by: PersonKey, { id, assignmentId, version }: Json, act: string, what: object = {}) =>
  world.as(by).post(`/assignments/${assignmentId}/disputes/${id}/${act}`, what, { ifMatch: version });
const rules = (by: PersonKey, dispute: Json, ruling: string, to: readonly UnitKey[] = [], more: object = {}) =>
  does(by, dispute, 'rule', { ruling, toUnitIds: to.map(unitId), reasons: '依三定方案', ...more });
const share = async (taskId: string, id: string): Promise<Json> =>
  (await story.page(taskId)).assignments.find((one: Json) => one.id === id);
const states = async (taskId: string): Promise<string[]> => {
  const names = new Map(Object.entries(world.county.unit).map(([key, id]) => [id, key]));
  return (await story.page(taskId)).assignments
    .map(({ unit, duty, state }: Json) => `${names.get(unit.id)} ${duty} ${state}`)
    .sort();
};
const clocks = async (taskId: string, kind: string): Promise<Json[]> =>
  (await world.as('officer').sees(`/tasks/${taskId}/clocks`)).clocks.filter((one: Json) => one.kind === kind);

describe('saying that it is not one’s duty', () => {
  it('is possible inside the window, which the unit is told before and a refusal names', async () => {
    const task = await assigned();
    const { rooms } = await world.as('waterHead').sees(`/tasks/${task.id}/disputes`);
    expect(
      rooms.map(({ windowEndsAt, basis, ruler, refusal }: Json) => [
        shown(windowEndsAt),
        basis.profile,
        ruler,
        refusal,
      ]),
    ).toEqual([['2026-03-05', 'county.supervision', null, null]]);
    const self = await raises('waterLiaison', task.id, 'water', 'water');
    expect([self.status, self.body.code, self.body.errors[0].path]).toEqual([
      422,
      'task.disputeSelf',
      'responsibleUnitId',
    ]);
    expect((await raises('housingLiaison', task.id, 'water', 'town')).status).toBe(404);
    await at('2026-03-06T01:00:00Z');
    const late = await raises('waterLiaison', task.id, 'water', 'housing');
    expect([late.status, late.body.code, shown(late.body.windowEndsAt)]).toEqual([
      409,
      'task.disputeTooLate',
      '2026-03-05',
    ]);
  });

  it('silences the unit’s clocks, starts the ruler’s, and both units say their word', async () => {
    const task = await assigned();
    const dispute = await raised(task.id);
    expect([dispute.state, dispute.unit.id, dispute.responsibleUnit.id, dispute.actions]).toEqual([
      ...['raised', unitId('water'), unitId('housing')],
      ['withdraw'],
    ]);
    expect(await states(task.id)).toEqual(['water lead disputed']);
    const [ruling] = await clocks(task.id, 'ruling');
    expect([ruling?.holder, shown(ruling?.dueAt), ruling?.basis.profile]).toEqual([
      'bureau',
      '2026-03-09',
      'county.supervision',
    ]);
    const { items } = await world.as('housingLiaison').sees('/disputes?waiting=true');
    expect(items.map(({ id, actions, readable }: Json) => [id, actions, readable])).toEqual([
      [dispute.id, ['state'], false],
    ]);
    expect((await does('waterHead', dispute, 'state', { words: '是我局职责' })).status).toBe(403);
    const stated = await does('housingHead', dispute, 'state', { words: '该河段已移交水利' });
    expect([stated.status, stated.body.statement]).toEqual([200, '该河段已移交水利']);
    await at('2026-03-09T02:00:00Z');
    expect((await story.told({ person: 'waterHead' }, task.id)).filter((kind) => kind.startsWith('clock.'))).toEqual(
      [],
    );
    expect((await raises('waterHead', task.id, 'water', 'housing')).body.code).toBe('task.disputeFinal');
    const { version } = await story.assignment(task.id, 'water');
    const sign = await world
      .as('waterLiaison')
      .post(`/assignments/${dispute.assignmentId}/sign`, {}, { ifMatch: version });
    expect(sign.status).toBe(409);
  });

  it('may be taken back; the time was not stopped then', async () => {
    const task = await assigned();
    await story.unitDoes('waterLiaison', task.id, 'water', 'sign');
    const dispute = await raised(task.id);
    await at('2026-03-04T02:00:00Z');
    expect((await does('waterHead', dispute, 'withdraw')).body.state).toBe('withdrawn');
    expect(await states(task.id)).toEqual(['water lead signed']);
    const [answer] = await clocks(task.id, 'answer');
    expect([shown(answer?.dueAt), answer?.heldAt, answer?.changes]).toEqual(['2026-03-13', null, []]);
    expect((await clocks(task.id, 'ruling')).map(({ state }) => state)).toEqual(['cancelled']);
  });
});

describe('the ruling', () => {
  it('moves it: the first stays responsible until the next has signed, and what the ruling took is given back', async () => {
    const task = await assigned({ category: '水利/河道' });
    const dispute = await raised(task.id);
    await at('2026-03-05T02:00:00Z');
    for (const [by, status] of [
      ['waterHead', 403],
      ['housingHead', 403],
      ['magistrate', 403],
    ] as const)
      expect((await rules(by, dispute, 'move', ['housing'])).status).toBe(status);
    const back = await rules('officer', dispute, 'move', ['water']);
    expect([back.status, back.body.code]).toEqual([422, 'task.rulingUnits']);
    const answers = await Promise.all(Array.from({ length: 4 }, () => rules('officer', dispute, 'move', ['housing'])));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    await world.settles();
    expect(await states(task.id)).toEqual(['housing lead delivered', 'water lead moving']);
    const next = await story.assignment(task.id, 'housing');
    expect([shown(next.dueAt), next.predecessorId]).toEqual(['2026-03-17', dispute.assignmentId]);
    expect((await story.page(task.id)).leadUnit.id).toBe(unitId('water'));
    await story.unitDoes('housingLiaison', task.id, 'housing', 'sign');
    expect(await states(task.id)).toEqual(['housing lead signed', 'water lead moved']);
    const page = await story.page(task.id);
    expect([page.leadUnit.id, shown(page.dueAt), page.state]).toEqual([unitId('housing'), '2026-03-17', 'under_way']);
    expect((await clocks(task.id, 'ruling')).map(({ state }) => state)).toEqual(['met']);
    expect(
      (await clocks(task.id, 'answer')).map(({ state, unit }) => `${state} ${unit.id === unitId('water')}`).sort(),
    ).toEqual(['cancelled true', 'running false']);
    expect(await story.told({ unit: 'water' }, task.id)).toContain('dispute.ruled_move');
  });

  it('proposes a change of the duty register, which a person accepts', async () => {
    const task = await assigned({ category: '水利/灌渠' });
    await rules('officer', await raised(task.id), 'move', ['housing']);
    const { items } = await world.as('bureauHead').sees('/duty-proposals');
    const proposal = items.find(({ category }: Json) => category === '水利/灌渠');
    expect([proposal.fromUnit.id, proposal.toUnit.id]).toEqual([unitId('water'), unitId('housing')]);
    expect((await world.as('waterHead').get('/duty-proposals')).status).toBe(403);
    const path = `/duty-proposals/${proposal.id}/accept`;
    expect((await world.as('bureauHead').post(path, {}, { ifMatch: proposal.version })).status).toBe(204);
    const again = await world.as('bureauHead').post(path, {}, { ifMatch: proposal.version + 1 });
    expect([again.status, again.body.code]).toEqual([409, 'org.dutyProposalDecided']);
    const unknown = await world.as('bureauHead').post(`/duty-proposals/${task.id}/decline`, {}, { ifMatch: 1 });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'org.dutyProposalNotFound']);
    const { leadUnit } = await world.as('officer').sees(`/duties/suggest?category=${encodeURIComponent('水利/灌渠')}`);
    expect(leadUnit.id).toBe(unitId('housing'));
  });

  it('lets it stay: back where it was, with the days of the ruling, and final', async () => {
    const task = await assigned();
    const dispute = await raised(task.id);
    await at('2026-03-05T02:00:00Z');
    expect((await rules('officer', dispute, 'stay')).body.ruling).toBe('stay');
    expect(await states(task.id)).toEqual(['water lead delivered']);
    const [[sign], [answer]] = [await clocks(task.id, 'sign'), await clocks(task.id, 'answer')];
    expect([sign?.state, shown(sign?.dueAt), shown(answer?.dueAt), shown(answer?.originalDueAt)]).toEqual([
      ...['running', '2026-03-09', '2026-03-17', '2026-03-13'],
    ]);
    expect((await raises('waterHead', task.id, 'water', 'housing')).body.code).toBe('task.disputeFinal');
    const settled = await rules('officer', { ...dispute, version: dispute.version + 1 }, 'stay');
    expect([settled.status, settled.body.code]).toEqual([409, 'task.disputeMoveRefused']);
  });

  it('swaps lead and assist, and an assisting unit may dispute too', async () => {
    const task = await assigned({ assists: ['town'] });
    const dispute = (await raises('waterHead', task.id, 'water', 'town')).body;
    const seen = (await world.as('officer').sees('/disputes?waiting=true')).items.find(
      ({ id }: Json) => id === dispute.id,
    );
    expect([seen.swappable.map(({ id }: Json) => id), seen.actions]).toEqual([[unitId('town')], ['rule']]);
    expect((await rules('officer', dispute, 'swap', ['housing'])).body.code).toBe('task.rulingSwap');
    expect((await rules('officer', dispute, 'swap', ['town'])).status).toBe(200);
    await world.settles();
    await story.unitDoes('townLiaison', task.id, 'town', 'sign').catch(() => undefined);
    const shares = (await story.page(task.id)).assignments;
    const lead = shares.find(({ duty, state }: Json) => duty === 'lead' && state !== 'moving' && state !== 'moved');
    expect(lead.unit.id).toBe(unitId('town'));
    const assist = shares.find(({ duty, state }: Json) => duty === 'assist' && state === 'delivered');
    expect(assist.unit.id).toBe(unitId('water'));
    const back = await world
      .as('waterLiaison')
      .post(`/assignments/${assist.id}/disputes`, body('housing'), { ifMatch: assist.version });
    expect([back.status, back.body.duty]).toEqual([201, 'assist']);
    expect((await rules('officer', back.body, 'move', ['housing'])).status).toBe(200);
    const { assistUnits } = await story.page(task.id);
    expect(assistUnits.map(({ id }: Json) => id)).toEqual([unitId('housing')]);
  });

  it('splits it: one takes over, others assist, who disputed it among them', async () => {
    const task = await assigned();
    const dispute = await raised(task.id);
    const split = await rules('officer', dispute, 'split', ['housing', 'water'], { dueAt: endOf('2026-03-20') });
    expect([split.status, split.body.toUnits.map(({ id }: Json) => id)]).toEqual([
      200,
      [unitId('housing'), unitId('water')],
    ]);
    await world.settles();
    expect(await states(task.id)).toEqual(['housing lead delivered', 'water assist delivered', 'water lead moving']);
    expect(shown((await story.page(task.id)).dueAt)).toBe('2026-03-20');
    expect(shown((await share(task.id, dispute.assignmentId)).originalDueAt)).toBe('2026-03-13');
  });

  it('belongs to the body that the law names, where the county has it', async () => {
    await at(monday);
    await world.store.query(`update unit set kind = 'congress' where id = $1`, [unitId('city')]);
    const mandateId = await story.mandate();
    const kind = 'deputy_suggestion';
    await world.store.query('update standing_mandate set source_kind = $2 where id = $1', [mandateId, kind]);
    const { dueAt: _none, ...wanted } = story.aTask({ door: 'mandate', mandateId, kind, dispatch: true });
    const task = await world.as('officer').does('/tasks', wanted);
    await world.settles();
    const dispute = await raised(task.id);
    expect(dispute.rulingUnit.id).toBe(unitId('city'));
    const bureau = await rules('officer', dispute, 'move', ['housing']);
    expect([bureau.status, bureau.body.code]).toEqual([403, 'task.disputeOtherRuler']);
    await at('2026-03-09T02:00:00Z');
    expect((await rules('cityHead', dispute, 'move', ['housing'])).status).toBe(200);
    await world.settles();
    // the law’s three months run anew for the unit that takes over
    expect(shown((await story.assignment(task.id, 'housing')).dueAt)).toBe('2026-06-09');
    const named = await does('townHead', dispute, 'state', { words: '与我镇无关' });
    expect(named.status).toBe(404);
    const other = await does('cityHead', { ...dispute, version: 2 }, 'state', { words: '与我无关' });
    expect([other.status, other.body.code]).toEqual([403, 'task.disputeOtherUnit']);
    const missing = await rules('officer', { ...dispute, id: dispute.assignmentId }, 'stay');
    expect([missing.status, missing.body.code]).toEqual([404, 'task.disputeNotFound']);
  });

  it('is never by people of the units concerned, in the database neither', async () => {
    const task = await assigned();
    const dispute = await raised(task.id);
    await world.as('officer2').sees('/disputes');
    await world.store.query(
      `insert into post (id, person_id, unit_id, role, title, from_at, version)
       values (gen_random_uuid(), $1, $2, 'unit_staff', '挂职', now() - interval '1 day', 1)`,
      [world.county.person.officer2, unitId('housing')],
    );
    const concerned = await rules('officer2', dispute, 'stay');
    expect([concerned.status, concerned.body.code]).toEqual([403, 'task.disputeOwnRuling']);
    const own = world.store.query(
      `update dispute set state = 'ruled', ruling = 'stay', reasons = '自裁', ended_at = now(), ruled_by = raised_by where id = $1`,
      [dispute.id],
    );
    await expect(own).rejects.toThrow('task.disputeOwnRuling');
  });
});

describe('the figures', () => {
  it('count transfers, days, wrong dispatch and returns, each of so many; a unit sees its own', async () => {
    const all = await world.as('officer').sees('/disputes/measures');
    const [row] = await world.store.query<{ moved: number; ruled: number; raised: number }>(
      `select (select count(distinct task_id)::int from assignment where state in ('moving', 'moved')) as moved,
         (select count(*)::int from dispute where ruling in ('move', 'swap', 'split')) as ruled, (select count(*)::int from dispute) as raised`,
    );
    expect([all.tasks.n, all.units.reduce((sum: number, one: Json) => sum + one.n, 0)]).toEqual([
      row?.moved,
      row?.raised,
    ]);
    expect(all.assigners.reduce((sum: number, one: Json) => sum + one.n, 0)).toBe(row?.ruled);
    expect([all.tasks.of > all.tasks.n, all.days > 0, all.settled + all.open === row?.raised]).toEqual([
      true,
      true,
      true,
    ]);
    const own = await world.as('waterHead').sees('/disputes/measures');
    expect([own.assigners, own.units.map(({ unit }: Json) => unit.id)]).toEqual([[], [unitId('water')]]);
    const none = await world.as('officer').sees('/disputes/measures?from=2020-01-01&to=2020-12-31');
    expect([none.tasks, none.units, none.settled]).toEqual([{ n: 0, of: 0 }, [], 0]);
    expect((await world.as('officer').get('/disputes/measures?from=2026-02-30')).status).toBe(400);
  });
});
