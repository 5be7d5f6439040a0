import { CloseInSilence } from '@ducha/task';
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

describe('a principal’s task, from assigning to its effect', () => {
  it('goes every step of the table once, and says so', async () => {
    const task = await story.assigned({ assists: ['town'], leadLeaderId: world.county.person.viceMagistrate });
    expect([task.state, task.number, task.leadUnit.shortName]).toEqual([
      'dispatched',
      expect.stringMatching(/^督〔\d{4}〕\d+号$/),
      '县水利局',
    ]);
    expect(task.assignments.map((one: { duty: string; state: string }) => [one.duty, one.state])).toEqual([
      ['lead', 'delivered'],
      ['assist', 'delivered'],
    ]);
    await story.unitDoes('waterLiaison', task.id, 'water', 'sign');
    expect((await story.page(task.id)).state).toBe('under_way');
    await story.answers(task.id, 'town');
    const assist = await story.assignment(task.id, 'town');
    await world.as('waterHead').does(`/assignments/${assist.id}/accept`, {}, { ifMatch: assist.version });
    await story.answers(task.id, 'water');
    expect((await story.page(task.id)).state).toBe('answered');
    const verified = await story.passes(task.id);
    expect([verified.state, verified.actions.includes('close'), verified.actions.includes('present')]).toEqual([
      'verified',
      false,
      true,
    ]);
    await story.does('officer', task.id, 'present', { summary: '十处点位全部完成整治' });
    const closed = await story.does('magistrate', task.id, 'decide', { decision: 'close' });
    expect([closed.state, closed.presentation.decision]).toEqual(['closed', 'close']);
    const effective = await story.does('officer2', task.id, 'confirm', { words: '回访群众均反映良好' });
    expect(effective.state).toBe('effective');
    expect((await story.acts(task.id)).filter((act) => act.startsWith('task.'))).toEqual([
      'task.instruct draft>registered',
      'task.dispatch registered>dispatched',
      'task.sign dispatched>under_way',
      'task.answer under_way>answered',
      'task.verify answered>verified',
      'task.present verified>presented',
      'task.close presented>closed',
      'task.confirm closed>effective',
    ]);
    expect(await story.told({ person: 'viceMagistrate' }, task.id)).toEqual([
      'task.dispatched',
      'task.presented',
      'task.closed',
      'task.confirmed',
    ]);
    expect(await story.told({ unit: 'water' }, task.id)).toEqual(
      expect.arrayContaining(['assignment.delivered', 'task.closed', 'task.confirmed']),
    );
  });

  it('is returned for redo, answered again, and passed by its second attempt', async () => {
    const task = await story.assigned();
    await story.answers(task.id, 'water');
    const { id: redoId } = await story.assignment(task.id, 'water');
    const redone = await story.does('officer', task.id, 'verify', {
      verdict: 'redo',
      manner: 'on_site',
      words: '现场仍有异味',
      redoAssignmentIds: [redoId],
    });
    expect([redone.state, redone.assignments[0].state, redone.assignments[0].returnWords]).toEqual([
      'under_way',
      'signed',
      '现场仍有异味',
    ]);
    await story.answers(task.id, 'water');
    const passed = await story.passes(task.id);
    expect(
      passed.verifications.map((one: { attempt: number; verdict: string }) => [one.attempt, one.verdict]).sort(),
    ).toEqual([
      [1, 'redo'],
      [2, 'pass'],
    ]);
  });

  it('closes by silence, and says that it was silence', async () => {
    const task = await story.assigned();
    await story.answers(task.id, 'water');
    await story.passes(task.id);
    await story.does('officer', task.id, 'present', { summary: '已完成' });
    await story.waits(8);
    await world.app.get(CloseInSilence, { strict: false }).run();
    const closed = await story.page(task.id);
    expect([closed.state, closed.presentation.decision, closed.presentation.decidedBy]).toEqual([
      'closed',
      'silence',
      null,
    ]);
    expect(await story.told({ person: 'magistrate' }, task.id)).toContain('task.closed');
  });

  it('goes into another round by a new instruction, with assignments linked to the old ones', async () => {
    const task = await story.assigned();
    await story.answers(task.id, 'water');
    await story.passes(task.id);
    await story.does('officer', task.id, 'present', { summary: '已完成' });
    const again = await story.does('magistrate', task.id, 'decide', { decision: 'instruct', words: '再查支流' });
    expect([again.state, again.round, again.instructions.map((one: { words: string }) => one.words)]).toEqual([
      'registered',
      2,
      ['再查支流'],
    ]);
    await story.does('officer', task.id, 'dispatch', { dueAt: task.dueAt });
    await world.settles();
    const [first, second] = (await story.page(task.id)).assignments;
    expect([first.round, first.predecessorId, second.round, second.state]).toEqual([2, second.id, 1, 'accepted']);
  });
});
