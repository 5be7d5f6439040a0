import { plantProject } from './planted-project.js';

const planted = {
  'apps/server/src/main.ts': `import { used } from '@ducha/task';\nconsole.log(used);\n`,
  'libs/task/src/index.ts': `export { used } from './used.js';\n`,
  'libs/task/src/used.ts': `export const used = 1;\nexport const unusedExport = 2;\n/** @public read by name */\nexport const readByName = 3;\n`,
  'libs/task/src/orphan.ts': `export const orphan = 1;\n`,
  'libs/task/src/rules.spec.ts': `import { used } from './used.js';\ntest('rules', () => expect(used).toBe(1));\n`,
};

interface Issue {
  readonly file: string;
  readonly exports: readonly { readonly name: string }[];
  readonly files: readonly { readonly name: string }[];
}

test('dead code: an orphan file and an unused export are found, and nothing that is used or marked', async () => {
  const project = await plantProject(planted);
  const verdict = await project.run('node_modules/knip/bin/knip.js', '--no-progress', '--reporter', 'json');
  await project.remove();
  const { issues }: { issues: Issue[] } = JSON.parse(verdict.stdout);
  const inLibs = issues.filter(({ file }) => file.startsWith('libs/'));
  expect(verdict.exitCode).toBe(1);
  expect(inLibs.flatMap(({ exports }) => exports.map(({ name }) => name))).toEqual(['unusedExport']);
  expect(inLibs.flatMap(({ files }) => files.map(({ name }) => name))).toEqual(['libs/task/src/orphan.ts']);
}, 60_000);
