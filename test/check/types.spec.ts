import { lintPlanted } from './planted-lint.js';

const says = (text: string) => `/** Planted. */\n${text}\n`;

/** Each project has its own settings and world: what one may say the other must not. */
const planted = {
  'libs/task/src/wrong.ts': { text: says(`export const n: number = 'a';`), rules: ['typescript/TS2322'] },
  'libs/task/src/page.ts': { text: says(`export const title = document.title;`), rules: ['typescript/TS2584'] },
  'libs/task/src/first.ts': {
    text: says(`export const first = (all: string[]): string => all[0];`),
    rules: ['typescript/TS2322'],
  },
  'libs/task/src/wrong.spec.ts': { text: `test('a', () => expect(1).toBe());\n`, rules: ['typescript/TS2554'] },
  'apps/server/src/nowhere.ts': { text: `import './missing.js';\n`, rules: ['typescript/TS2882'] },
  'apps/cli/src/unused.ts': {
    text: says(`export class Held {\n  private n = 1;\n}`),
    rules: ['typescript/TS6133'],
  },
  'test/flows/wrong.ts': { text: says(`export const n: number = 'a';`), rules: ['typescript/TS2322'] },
  'apps/web/src/wrong.tsx': {
    text: says(`export const Part = () => <a href={1}>a</a>;`),
    rules: ['typescript/TS2322'],
  },
  'apps/web/src/home.ts': { text: says(`export const home = process.title;`), rules: ['typescript/TS2591'] },
  'apps/web/worker/page.ts': { text: says(`export const title = document.title;`), rules: ['typescript/TS2584'] },
  'apps/web/worker/fits.ts': { text: says(`export const origin = self.location.origin;`), rules: [] },
  'test/browser/fits.ts': { text: says(`export const title = () => process.title + document.title;`), rules: [] },
  'test/browser/wrong.ts': { text: says(`export const n: number = document.title;`), rules: ['typescript/TS2322'] },
};

describe('the types of every project are checked with its own settings', () => {
  let found = new Map<string, string[]>();

  beforeAll(async () => {
    const files = Object.entries(planted).map(([path, { text }]) => [path, text] as const);
    found = await lintPlanted(Object.fromEntries(files));
  }, 60_000);

  test.each(Object.keys(planted) as (keyof typeof planted)[])('%s', (path) => {
    const types = found.get(path)?.filter((rule) => /TS\d+$/.test(rule));
    expect(types).toEqual(planted[path].rules);
  });
});
