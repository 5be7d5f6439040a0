import { World } from '#test-kit';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
});
afterAll(() => world.close());

/** Status, code and named fields of opening a task. */
async function opening(by: Parameters<World['as']>[0], body: object): Promise<unknown[]> {
  const answer = await world.as(by).post('/tasks', body);
  return [answer.status, answer.body.code, ...(answer.body.errors ?? []).map(({ path }: { path: string }) => path)];
}

describe('opening a task', () => {
  it('refuses what the county does not know, naming the field, and opens nothing', async () => {
    const { unit, person } = world.county;
    const wrong: [object, unknown[]][] = [
      [{ dueAt: story.inDays(-1) }, [422, 'task.dueInPast', 'dueAt']],
      [{ leadUnitId: person.officer }, [422, 'task.unknownUnit', 'leadUnitId']],
      [{ leadUnitId: unit.village }, [422, 'task.villageNotDirect', 'leadUnitId']],
      [{ assistUnitIds: [unit.water] }, [422, 'task.duplicateUnit', 'assistUnitIds[0]']],
      [{ assistUnitIds: [unit.town, unit.town] }, [422, 'task.duplicateUnit', 'assistUnitIds[1]']],
      [{ leadLeaderId: unit.water }, [422, 'task.unknownPerson', 'leadLeaderId']],
      [{ leadLeaderId: person.officer }, [422, 'task.postNotHeld', 'leadLeaderId']],
      [{ caseOfficerId: person.waterHead }, [422, 'task.postNotHeld', 'caseOfficerId']],
      [{ targetValue: 10 }, [422, 'task.targetIncomplete', 'targetUnit']],
      [{ principalId: person.secretary }, [403, 'task.notYourLeader']],
      [{ leadUnitId: 'water' }, [400, 'http.invalidRequest', 'leadUnitId']],
      [{ dueAt: '2026-02-30T00:00:00Z' }, [400, 'http.invalidRequest', 'dueAt']],
      [{ title: 'x'.repeat(201) }, [400, 'http.invalidRequest', 'title']],
      [{ colour: 'red' }, [400, 'http.invalidRequest', 'colour']],
      [{ matterId: unit.water }, [403, 'http.forbidden']],
    ];
    const before = await world.as('officer').sees('/tasks/count');
    for (const [change, refusal] of wrong)
      expect(await opening('magistrate', { ...story.aTask({ door: 'instruct', dispatch: true }), ...change })).toEqual(
        refusal,
      );
    expect(await world.as('officer').sees('/tasks/count')).toEqual(before);
  });

  it('uses up no number for a refused task', async () => {
    const first = await world.as('magistrate').does('/tasks', story.aTask({ door: 'instruct', dispatch: true }));
    await opening('magistrate', { ...story.aTask({ door: 'instruct', dispatch: true }), dueAt: story.inDays(-1) });
    const second = await world.as('magistrate').does('/tasks', story.aTask({ door: 'instruct', dispatch: true }));
    const numberOf = (text: string): number => Number(/(\d+)号$/.exec(text)?.[1]);
    expect(numberOf(second.number)).toBe(numberOf(first.number) + 1);
  });

  it('asks the policy for every door', async () => {
    const body = story.aTask();
    expect(await opening('officer', { ...body, door: 'instruct' })).toEqual([403, 'http.forbidden']);
    expect(await opening('magistrate', { ...body, door: 'mandate' })).toEqual([403, 'http.forbidden']);
    expect(await opening('clerkOfMagistrate', { ...body, door: 'instruct', dispatch: true })).toEqual([
      403,
      'http.forbidden',
    ]);
    expect(await opening('waterHead', body)).toEqual([403, 'http.forbidden']);
    expect(await opening('officer', { ...body, dispatch: true })).toEqual([422, 'task.registrationNeeded']);
  });

  it('needs a mandate in force that covers the kind', async () => {
    const mandateId = await story.mandate();
    const body = story.aTask({ door: 'mandate', mandateId, kind: 'hotline' });
    expect(await opening('officer', body)).toEqual([422, 'task.mandateNotInForce', 'mandateId']);
    expect(await opening('officer', { ...body, mandateId: world.county.unit.water })).toEqual([
      422,
      'task.mandateNotInForce',
      'mandateId',
    ]);
    await world.store.query('update standing_mandate set revoked_at = now() where id = $1', [mandateId]);
    expect(await opening('officer', { ...body, kind: 'netizen_message' })).toEqual([
      422,
      'task.mandateNotInForce',
      'mandateId',
    ]);
  });

  it('keeps what a leader left empty as a draft and tells office and bureau', async () => {
    const draft = await world
      .as('magistrate')
      .does('/tasks', { title: '尽快解决桥头积水', door: 'instruct', dispatch: true });
    expect([draft.state, draft.number]).toEqual(['draft', null]);
    expect(await story.told({ person: 'clerkOfMagistrate' }, draft.id)).toEqual(['task.to_complete']);
    expect(await story.told({ person: 'bureauHead' }, draft.id)).toEqual(['task.to_complete']);
    const completed = { leadUnitId: world.county.unit.city, dueAt: story.inDays(5) };
    const proposed = await world.as('clerkOfMagistrate').does(`/tasks/${draft.id}/propose`, completed, { ifMatch: 1 });
    expect([proposed.state, proposed.principal.name]).toEqual(['proposed', '程远']);
    expect(
      (await world.as('magistrate').sees('/tray')).items.map(({ taskId }: { taskId: string }) => taskId),
    ).toContain(draft.id);
    expect(await story.refused('secretary', draft.id, 'approve')).toEqual([403, 'task.notYourLeader']);
    const approved = await story.does('magistrate', draft.id, 'approve', { words: '同意，抓紧办' });
    expect([
      approved.state,
      approved.leadUnit.shortName,
      approved.instructions.map(({ words }: { words: string }) => words),
    ]).toEqual(['registered', '县城市管理局', ['同意，抓紧办']]);
  });

  it('goes back to a draft when the principal disagrees', async () => {
    const { id } = await world
      .as('officer')
      .does('/tasks', story.aTask({ principalId: world.county.person.magistrate }));
    await story.does('officer', id, 'propose');
    const turnedDown = await story.does('magistrate', id, 'approve', { decision: 'disagree', words: '先由镇里办' });
    expect(turnedDown.state).toBe('draft');
    expect(await story.told({ person: 'officer' }, id)).toEqual(['task.turned_down']);
  });

  it('shows what the office did in its leader’s name, and lets the leader disown it', async () => {
    const { id } = await world
      .as('officer')
      .does('/tasks', story.aTask({ principalId: world.county.person.magistrate }));
    await story.does('officer', id, 'propose');
    const task = await story.does('clerkOfMagistrate', id, 'approve');
    const [said] = task.instructions;
    expect([said.words, said.givenBy.name, said.enteredBy.name]).toEqual(['同意', '程远', '文秘书']);
    expect(await story.told({ person: 'magistrate' }, id)).toContain('office_act');
    expect(
      (await world.as('magistrate').sees('/tray')).items
        .filter(({ kind }: { kind: string }) => kind === 'office_act')
        .map((one: { id: string }) => one.id),
    ).toContain(said.id);
    expect((await world.as('secretary').post(`/instructions/${said.id}/disown`)).body.code).toBe(
      'task.instructionNotYours',
    );
    expect((await world.as('magistrate').post(`/instructions/${said.id}/disown`)).status).toBe(204);
    expect((await world.as('magistrate').post(`/instructions/${said.id}/disown`)).body.code).toBe(
      'task.instructionDisowned',
    );
    expect((await story.page(id)).instructions[0].disownedAt).toEqual(expect.any(String));
  });

  it('registers a draft by a principal’s word or under a mandate', async () => {
    const { id } = await world.as('officer').does('/tasks', story.aTask());
    expect((await story.does('magistrate', id, 'instruct', { words: '办' })).state).toBe('registered');
    expect(await story.refused('magistrate', id, 'instruct')).toEqual([409, 'task.moveRefused']);
    const other = await world.as('officer').does('/tasks', story.aTask({ kind: 'netizen_message' }));
    const mandateId = await story.mandate();
    expect((await story.does('officer', other.id, 'register', { mandateId })).number).toMatch(/号$/);
    expect(await story.refused('officer', other.id, 'register', { mandateId })).toEqual([409, 'task.moveRefused']);
  });

  it('is opened once for a repeated request, and a changed one is refused', async () => {
    const body = story.aTask({ door: 'instruct', dispatch: true });
    const first = await world.as('magistrate').post('/tasks', body, { key: 'open-once-1' });
    const again = await world.as('magistrate').post('/tasks', body, { key: 'open-once-1' });
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    const other = await world.as('magistrate').post('/tasks', { ...body, title: '另一件' }, { key: 'open-once-1' });
    expect([other.status, other.body.code]).toEqual([422, 'http.keyReused']);
  });
});

describe('fanning out', () => {
  it('makes one sibling a unit, all or none', async () => {
    const { water, housing, city, village } = world.county.unit;
    const { leadUnitId: _, ...body } = story.aTask({ title: '开展汛前隐患排查', door: 'instruct', dispatch: true });
    const refused = await world.as('magistrate').post('/tasks/fan-out', { ...body, unitIds: [water, village] });
    expect([refused.status, refused.body.code, refused.body.errors[0].path]).toEqual([
      422,
      'task.villageNotDirect',
      'unitIds',
    ]);
    const twice = await world.as('magistrate').post('/tasks/fan-out', { ...body, unitIds: [water, water] });
    expect([twice.body.code, twice.body.errors[0].path]).toEqual(['task.duplicateUnit', 'unitIds[1]']);
    const { taskIds, tasks } = await world
      .as('magistrate')
      .does('/tasks/fan-out', { ...body, unitIds: [water, housing, city] });
    expect([taskIds.length, new Set(tasks.map(({ number }: { number: string }) => number)).size]).toEqual([3, 3]);
    await world.settles();
    expect((await story.assignment(taskIds[2], 'city')).state).toBe('delivered');
  });
});
