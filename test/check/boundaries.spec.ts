import { plantProject, type PlantedProject } from './planted-project.js';

/** Imports that must be refused: [importing file, imported, the rule that refuses]. */
const refused = [
  ['libs/store/src/upwards.ts', '@ducha/task', 'floor-of-store'],
  ['libs/audit/src/sideways.ts', '@ducha/queue', 'floor-of-audit'],
  ['libs/task/src/sources.ts', '@ducha/matter', 'floor-of-task'],
  ['libs/spreadsheet/src/narrow.ts', '@ducha/store', 'floor-of-spreadsheet'],
  ['libs/newcomer/src/index.ts', '@ducha/kernel', 'lib-has-a-floor'],
  ['libs/task/src/back-door.ts', '../../store/src/store.js', 'lib-by-its-door'],
  ['apps/server/src/back-door.ts', '../../../libs/store/src/store.js', 'app-by-the-door'],
  ['libs/task/src/app.ts', '../../../apps/server/src/main.js', 'lib-imports-no-app'],
  ['libs/task/src/from-test.ts', '../../../test/kit/index.js', 'product-imports-no-test'],
  ['libs/task/src/bell.ts', 'bullmq', 'queue-is-the-only-door'],
  ['libs/store/src/cache.ts', 'ioredis', 'queue-is-the-only-door'],
  ['libs/task/src/domain/nest.ts', '@nestjs/common', 'domain-is-plain'],
  ['libs/task/src/domain/orm.ts', 'typeorm', 'domain-is-plain'],
  ['libs/task/src/domain/store.ts', '@ducha/store', 'domain-is-plain'],
  ['libs/task/src/domain/node.ts', 'node:crypto', 'domain-is-plain'],
  ['libs/task/src/http/rows.ts', '../rows/task.row.js', 'rows-stay-home'],
  ['libs/kernel/src/nest.ts', '@nestjs/common', 'kernel-is-plain'],
  ['apps/web/src/server.ts', '../../server/src/main.js', 'web-knows-the-api-only'],
  ['apps/web/src/lib.ts', '@ducha/kernel', 'web-knows-the-api-only'],
  ['apps/server/src/web.ts', '../../web/src/page.js', 'server-knows-no-web'],
  ['libs/store/src/dev.ts', 'yaml', 'no-dev-dependency-in-product'],
  ['libs/store/src/lost.ts', './nowhere.js', 'no-unresolved'],
] as const;

const clean = {
  'libs/kernel/src/index.ts': `export const kernel = 1;\n`,
  'libs/store/src/index.ts': `export { store } from './store.js';\n`,
  'libs/store/src/store.ts': `export const store = 1;\n`,
  'libs/queue/src/index.ts': `import 'bullmq';\nimport 'ioredis';\nimport '@ducha/store';\n`,
  'libs/matter/src/index.ts': `import '@ducha/task';\n`,
  'libs/task/src/index.ts': `export { rules } from './domain/rules.js';\nimport '@ducha/store';\n`,
  'libs/task/src/domain/rules.ts': `import '@ducha/kernel';\nimport './table.js';\nexport const rules = 1;\n`,
  'libs/task/src/domain/table.ts': `export const table = 1;\n`,
  'libs/task/src/rows/task.row.ts': `export class TaskRow {}\n`,
  'apps/server/src/main.ts': `import '@ducha/task';\n`,
  'apps/web/src/page.ts': `export const page = 1;\n`,
  'test/kit/index.ts': `import '@ducha/store';\n`,
};

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

async function violationsIn(project: PlantedProject): Promise<Violation[]> {
  const arguments_ = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'libs', 'apps', 'test/kit'];
  const verdict = await project.run('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', ...arguments_);
  expect(verdict.stderr).toBe('');
  return JSON.parse(verdict.stdout).summary.violations;
}

describe('boundaries', () => {
  test('a house in order is left alone', async () => {
    const project = await plantProject(clean);
    expect(await violationsIn(project)).toEqual([]);
    await project.remove();
  }, 30_000);

  describe('refuse', () => {
    const found = new Map<string, string[]>();

    beforeAll(async () => {
      const files = refused.map(([path, imported]) => [path, `import '${imported}';\n`] as const);
      const knot = {
        'libs/org/src/a.ts': `import './b.js';\n`,
        'libs/org/src/b.ts': `import type { A } from './c.js';\nexport type B = A;\n`,
        'libs/org/src/c.ts': `import './a.js';\nexport type A = 1;\n`,
      };
      const project = await plantProject({ ...clean, ...Object.fromEntries(files), ...knot });
      for (const { from, rule } of await violationsIn(project))
        found.set(from, [...(found.get(from) ?? []), rule.name]);
      await project.remove();
    }, 30_000);

    test.each(refused)('%s imports %s: %s', (path, _imported, rule) => {
      expect(found.get(path)).toContain(rule);
    });

    test('a cycle, even one that only types close', () => {
      expect(found.get('libs/org/src/a.ts')).toContain('no-cycle');
    });

    test('nothing else', () => {
      const planted = [...refused.map(([path]) => path), ...['a', 'b', 'c'].map((name) => `libs/org/src/${name}.ts`)];
      expect([...found.keys()].filter((path) => !planted.includes(path))).toEqual([]);
    });
  });
});
