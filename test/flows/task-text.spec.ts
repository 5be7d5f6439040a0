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

describe('texts of a task', () => {
  it.each([
    ["Robert'); drop table task;--"],
    ['\u202e从右到左'],
    ['😀👨‍👩‍👧 兰考县𠮷'],
    ['${7*7} {{7*7}} %s %n'],
    ['\\u0000 \\ " \' <script>alert(1)</script>'],
    ['=HYPERLINK("http://x")'],
  ])('come back unchanged: %s', async (text) => {
    const body = { title: text, demand: text, instruction: { kind: 'order', words: text } };
    const { id } = await world
      .as('magistrate')
      .does('/tasks', { ...story.aTask({ door: 'instruct', dispatch: true }), ...body });
    await story.does('officer', id, 'suspend', { reason: text });
    const task = await story.page(id);
    expect([task.title, task.demand, task.instructions[0].words, task.suspensions[0].reason]).toEqual(
      Array(4).fill(text),
    );
  });

  it.each([['a\u0000b'], ['x\ud800y'], ['\udc00']])('are refused when nothing could keep them: %j', async (text) => {
    const answer = await world
      .as('magistrate')
      .post('/tasks', { ...story.aTask(), title: text }, { key: `text-${text.length}-${text.charCodeAt(0)}` });
    expect([answer.status, answer.body.code, answer.body.errors[0].path]).toEqual([
      400,
      'http.invalidRequest',
      'title',
    ]);
  });

  it('are refused when nested without end, also under an idempotency key', async () => {
    const deep: object = JSON.parse(`${'['.repeat(3_000)}${']'.repeat(3_000)}`);
    const answer = await world.as('magistrate').post('/tasks', { title: deep }, { key: 'deep-body-1' });
    expect([answer.status, answer.body.code]).toEqual([400, 'http.invalidRequest']);
  });
});
