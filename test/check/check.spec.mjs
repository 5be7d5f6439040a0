import { choose } from './check.mjs';
import { pathsNamedIn } from './docs-paths.mjs';
import { firstDifference } from './drift.mjs';
import { withDiagrams } from './lifecycles.mjs';
import { runSteps } from './run-steps.mjs';

describe('docs: paths that a text names', () => {
  test.each([
    ['see libs/task/src/domain/task-lifecycle.ts.', ['libs/task/src/domain/task-lifecycle.ts']],
    ['`docker-compose.yml` and `rows/task.row.ts`', ['docker-compose.yml', 'rows/task.row.ts']],
    ['[tour](./ARCHITECTURE.md#walk)', ['./ARCHITECTURE.md']],
    ['libs/<lib>/README.md and test/flows/*.spec.ts', ['libs/', 'test/flows/']],
    ['https://example.org/libs/x.ts, ../shared/data/x.xlsx, `npm run check`', []],
    ['```mermaid\nlibs/nowhere.ts\n```', []],
  ])('%s', (text, paths) => expect(pathsNamedIn(text)).toEqual(paths));
});

describe('drift', () => {
  test('equal texts differ nowhere, whatever ends their lines', () => {
    expect(firstDifference('a\r\nb\n', 'a\nb')).toBeUndefined();
  });
  test.each([
    ['a\nb\nc', 'a\nx\nc', '    a\n  - b\n  + x'],
    ['a', 'a\nb', '    a\n  - (end)\n  + b'],
    ['a\nb', 'a', '    a\n  - b\n  + (end)'],
  ])('%j against %j', (committed, printed, told) => expect(firstDifference(committed, printed)).toBe(told));
});

describe('lifecycle diagrams', () => {
  const readme = (body) => `# Task\n\n<!-- lifecycle:task -->${body}<!-- /lifecycle -->\n\nEnd.\n`;
  const written = readme('\n\n```mermaid\nnew\n```\n\n');

  test('are written between their marks and nowhere else', () => {
    expect(withDiagrams(readme('old'), { task: 'new' })).toEqual({ text: written, faults: [] });
  });
  test('stay as they are when nothing moved', () => {
    expect(withDiagrams(written, { task: 'new' }).text).toBe(written);
  });
  test('a table without a block and a block without a table are faults', () => {
    const { text, faults } = withDiagrams(readme('old'), { slip: 'new' });
    expect(text).toBe(readme('old'));
    expect(faults).toEqual(['no exported lifecycle is called "task"', 'the block <!-- lifecycle:slip --> is missing']);
  });
});

describe('steps', () => {
  const passes = (name, needs) => ({ name, needs, run: () => Promise.resolve({ ok: true, output: '' }) });
  const fails = (name) => ({ name, run: () => Promise.resolve({ ok: false, output: 'broken' }) });
  const outcomes = async (steps) => {
    const verdicts = await runSteps(steps, { write: false, report: () => undefined });
    return verdicts.map(({ name, ok, output }) => [name, ok, output]);
  };

  test('a step whose need failed is failed without being run', async () => {
    expect(await outcomes([fails('build'), passes('openapi', ['build']), passes('format')])).toEqual([
      ['build', false, 'broken'],
      ['openapi', false, 'not run: build failed'],
      ['format', true, ''],
    ]);
  });
  test('a step that throws is failed, not lost', async () => {
    const thrower = { name: 'types', run: () => Promise.reject(new Error('no compiler')) };
    const [[name, ok, output]] = await outcomes([thrower]);
    expect([name, ok, output]).toEqual(['types', false, expect.stringContaining('no compiler')]);
  });
  test('two at a time, never three', async () => {
    let running = 0;
    let most = 0;
    const busy = (name) => ({
      name,
      run: async () => {
        most = Math.max(most, (running += 1));
        await new Promise(setImmediate);
        running -= 1;
        return { ok: true, output: '' };
      },
    });
    await outcomes(['a', 'b', 'c', 'd', 'e'].map(busy));
    expect(most).toBe(2);
  });
  test('a named step brings what it needs; an unknown one is refused', () => {
    expect(choose(['openapi']).map((step) => step.name)).toEqual(['build', 'openapi']);
    expect(() => choose(['opnapi'])).toThrow('no such step: opnapi');
  });
});
