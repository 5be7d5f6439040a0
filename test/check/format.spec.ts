import { plantProject, type PlantedProject } from './planted-project.js';

/** The same words laid out in the house's way and otherwise. */
const planted = {
  'libs/task/src/answer.ts': [`export const answer = { a: 'b' };\n`, `export const answer = {a: "b"}\n`],
  'apps/web/src/part.tsx': [`export const Part = () => <p>a</p>;\n`, `export const Part = () => (<p>a</p>)\n`],
  'apps/web/src/part.css': [`p {\n  margin: 0;\n}\n`, `p { margin: 0 }\n`],
  'apps/web/part.html': [`<p>a</p>\n`, `<p  >a</p>\n`],
  'test/check/part.mjs': [`export const one = 1;\n`, `export const one=1\n`],
  'part.cjs': [`module.exports = 1;\n`, `module.exports=1;\n`],
  'part.json': [`{ "a": 1 }\n`, `{"a":1}\n`],
  'part.yml': [`a: 1\n`, `a:    1\n`],
} as const;

describe('format refuses every file that is laid out otherwise', () => {
  const paths = Object.keys(planted) as (keyof typeof planted)[];
  let projects: PlantedProject[] = [];

  beforeAll(async () => {
    const textsOf = (at: 0 | 1) => Object.fromEntries(paths.map((path) => [path, planted[path][at]]));
    projects = await Promise.all([plantProject(textsOf(0)), plantProject(textsOf(1))]);
  });

  afterAll(() => Promise.all(projects.map((project) => project.remove())));

  async function refusedIn(project: PlantedProject | undefined): Promise<string[]> {
    const verdict = await project?.run('node_modules/oxfmt/bin/oxfmt', '--list-different', '.');
    return (verdict?.stdout ?? '').split('\n').filter(Boolean).sort();
  }

  test('ours pass', async () => {
    expect(await refusedIn(projects[0])).toEqual([]);
  });

  test('others do not', async () => {
    expect(await refusedIn(projects[1])).toEqual([...paths].sort());
  });
});
