import { lintPlanted } from './planted-lint.js';

/** Each planted file breaks exactly the rules named beside it; `clean` breaks none. */
const planted = {
  'libs/task/src/clean.ts': {
    text: `/** Says what a caller cannot see. */\nexport const answered = 1;\n`,
    rules: [],
  },
  'libs/task/src/task-manager.ts': {
    text: `/** A class. */\nexport class TaskManager {\n  handleAnswer(): void {}\n}\n`,
    rules: ['house/names', 'house/names', 'house/names'],
  },
  'libs/task/src/names.ts': {
    text: `/** A class. */\nexport class Report {\n  doReport(): void {}\n}\n\n/** A job. */\nexport interface RectifyJob {\n  taskId: string;\n}\n\n/** A function. */\nexport function processInfo(): void {}\n`,
    rules: ['house/names', 'house/names', 'house/names'],
  },
  'libs/task/src/jobs/deliver.ts': {
    text: `/** The word belongs here. */\nexport interface DeliverJob {\n  taskId: string;\n}\n`,
    rules: [],
  },
  'libs/task/src/assertion.ts': {
    text: `/** Unmarked. */\nexport function nameOf(value: unknown): string {\n  return value as string;\n}\n`,
    rules: ['house/assertion-at-boundary'],
  },
  'libs/task/src/boundary.ts': {
    text: `/** The words. */\nexport const states = ['open', 'closed'] as const;\n\n/** Marked. */\nexport function stateOf(value: unknown): (typeof states)[number] {\n  // boundary: the column has a check constraint over these words\n  return value as (typeof states)[number];\n}\n`,
    rules: [],
  },
  'libs/task/src/undocumented.ts': { text: `export const silent = 1;\n`, rules: ['house/docstring'] },
  'libs/task/src/clock.ts': {
    text: `/** Escapes the test clock three times. */\nexport const dueSql = 'SELECT CURRENT_TIMESTAMP';\n\n/** Process time. */\nexport const born = [Date.now(), new Date()];\n`,
    rules: ['house/database-clock', 'house/database-clock', 'house/database-clock'],
  },
  'libs/task/src/stopwatch.ts': {
    text: `/** Marked. */\nexport function measured(): number {\n  // wall clock: measures the machine, decides nothing\n  return Date.now();\n}\n`,
    rules: [],
  },
  'libs/task/src/environment.ts': {
    text: `/** Not the settings. */\nexport const port = process.env['PORT'];\n`,
    rules: ['eslint/no-restricted-properties'],
  },
  'libs/task/src/default-export.ts': {
    text: `/** Nameless. */\nexport default class Answer {}\n`,
    rules: ['house/named-exports'],
  },
  'libs/task/src/barrel.ts': { text: `export * from './clean.js';\n`, rules: ['house/no-barrel'] },
  'libs/task/src/index.ts': { text: `export * from './clean.js';\n`, rules: [] },
  'libs/task/src/knot.ts': {
    text: `import { forwardRef } from '@nestjs/common';\n\n/** A knot. */\nexport const knot = forwardRef;\n`,
    rules: ['eslint/no-restricted-imports'],
  },
  'libs/task/src/deep.ts': {
    text: `/** Four deep. */\nexport function deep(a: boolean): number {\n  if (a) {\n    if (a) {\n      if (a) {\n        if (a) {\n          return 1;\n        }\n      }\n    }\n  }\n  return 0;\n}\n`,
    rules: ['eslint/max-depth'],
  },
  'libs/task/src/long-function.ts': {
    text: `/** Too long. */\nexport function long(): number {\n  let n = 0;\n${'  n += 1;\n'.repeat(40)}  return n;\n}\n`,
    rules: ['eslint/max-lines-per-function'],
  },
  'libs/task/src/long-file.ts': {
    text: `/** Too long. */\nexport const lines = 1;\n${'// a line\n'.repeat(400)}`,
    rules: ['eslint/max-lines', 'house/long-file'],
  },
  'libs/task/src/data/long-table.ts': {
    text: `/** A table. */\nexport const rows = [\n${'  1,\n'.repeat(420)}];\n`,
    rules: [],
  },
  'libs/task/src/left-over.ts': {
    text: `// TODO finish\n/** Half. */\nexport const half = 1;\n`,
    rules: ['eslint/no-warning-comments'],
  },
  'test/flows/sleepy.spec.ts': {
    text: `jest.mock('./ours.js');\n\ntest('waits', async () => {\n  await new Promise((wake) => setTimeout(wake, 5));\n  expect(1).toBeDefined();\n});\n`,
    rules: ['house/exact-expectation', 'house/no-mock', 'house/no-sleep'],
  },
  'libs/task/src/rows.ts': {
    text: `/** What a store does. */\nexport interface Store {\n  save(row: object): void;\n}\n\n/** Saves. */\nexport const keep = (tx: Store): void => tx.save({ synchronize: true });\n`,
    rules: ['house/compare-and-set', 'house/migrations-only'],
  },
  'libs/task/src/excused.ts': {
    text: `// oxlint-disable-next-line house/docstring -- needs none\nexport const bare = 1;\n\n// oxlint-disable-next-line eslint/no-var -- excuses nothing\n/** Fine. */\nexport const fine = 1;\n`,
    rules: ['Unused oxlint-disable directive (no problems were reported).'],
  },
  'test/check/loose.mjs': {
    text: `const _unused = 1;\nlet one = 1;\nif (one == 2) console.log(one);\n`,
    rules: ['eslint/eqeqeq', 'eslint/no-unused-vars', 'eslint/prefer-const'],
  },
};

describe('lint finds every planted violation of a house rule and nothing else', () => {
  let found = new Map<string, string[]>();

  beforeAll(async () => {
    const files = Object.entries(planted).map(([path, { text }]) => [path, text] as const);
    found = await lintPlanted(Object.fromEntries(files));
  }, 60_000);

  test.each(Object.keys(planted) as (keyof typeof planted)[])('%s', (path) => {
    expect(found.get(path)).toEqual(planted[path].rules);
  });
});
