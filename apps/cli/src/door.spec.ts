import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const compiler = `import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
appendFileSync('acts', 'build\\n');
for (const app of ['server', 'cli']) mkdirSync('dist/apps/' + app + '/src', { recursive: true });
writeFileSync('dist/apps/server/src/main.js', '');
writeFileSync('dist/apps/cli/src/main.js', "console.log(process.argv.slice(2).join()); process.exitCode = 7;");
console.log('noise of the compiler');`;

const npm = `#!${process.execPath}
const { appendFileSync, cpSync, mkdirSync, writeFileSync } = require('node:fs');
appendFileSync('acts', 'install\\n');
mkdirSync('node_modules', { recursive: true });
cpSync('compiler.mjs', 'apps/cli/bin/compile.mjs');
cpSync('package-lock.json', 'node_modules/.package-lock.json');
console.log('noise of npm');`;

const lockOf = (version: string): string => JSON.stringify({ packages: { '': {}, 'node_modules/a': { version } } });
const folders: string[] = [];

/** An installation with the real door and invented tools that note what they were asked to do. */
function installation(): string {
  const root = mkdtempSync(join(tmpdir(), 'ducha-door-'));
  folders.push(root);
  cpSync(join(import.meta.dirname, '../bin'), join(root, 'apps/cli/bin'), { recursive: true });
  writeFileSync(join(root, 'apps/cli/bin/compile.mjs'), "throw new Error('nothing is installed')");
  for (const folder of ['tools', 'libs', 'apps/server/src', 'apps/cli/src'])
    mkdirSync(join(root, folder), { recursive: true });
  for (const file of ['tsconfig.json', 'tsconfig.build.json', 'nest-cli.json']) writeFileSync(join(root, file), '{}');
  writeFileSync(join(root, 'package.json'), '{"name":"ducha","type":"module"}');
  writeFileSync(join(root, 'package-lock.json'), lockOf('1.0.0'));
  writeFileSync(join(root, 'compiler.mjs'), compiler);
  writeFileSync(join(root, 'tools/package.json'), '{}');
  writeFileSync(join(root, 'tools/npm'), npm, { mode: 0o755 });
  return root;
}

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(root: string, ...words: string[]): Promise<Run> {
  const env = { PATH: [join(root, 'tools'), process.env['PATH']].join(delimiter) };
  const program = join(root, 'apps/cli/bin/ducha.mjs');
  return new Promise((done) => {
    const child = execFile(process.execPath, [program, ...words], { cwd: root, env }, (_failure, out, err) =>
      done({ code: child.exitCode, out, err }),
    );
  });
}

function actsOf(root: string): string[] {
  const file = join(root, 'acts');
  const acts = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  rmSync(file, { force: true });
  return acts;
}

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe('the door of every command', () => {
  test('installs, builds and runs; stdout carries the result alone, and its exit code is kept', async () => {
    const root = installation();
    const { code, out, err } = await run(root, 'admin', 'create');
    expect({ code, out }).toEqual({ code: 7, out: 'admin,create\n' });
    expect(err).toContain('noise of npm');
    expect(err).toContain('noise of the compiler');
    expect(actsOf(root)).toEqual(['install', 'build']);
  });

  test('does nothing twice, and does again what became stale', async () => {
    const root = installation();
    await run(root);
    actsOf(root);
    await run(root);
    expect(actsOf(root)).toEqual([]);
    writeFileSync(join(root, 'libs/new.ts'), '');
    writeFileSync(join(root, 'libs/new.spec.ts'), '');
    await run(root);
    expect(actsOf(root)).toEqual(['build']);
    writeFileSync(join(root, 'libs/new.spec.ts'), 'a test is not built');
    await run(root);
    expect(actsOf(root)).toEqual([]);
    writeFileSync(join(root, 'package-lock.json'), lockOf('1.0.1'));
    await run(root);
    expect(actsOf(root)).toEqual(['install', 'build']);
  });

  test('installs and builds once when many start at the same time', async () => {
    const root = installation();
    const runs = await Promise.all([run(root, 'a'), run(root, 'b'), run(root, 'c')]);
    expect(runs.map(({ out }) => out)).toEqual(['a\n', 'b\n', 'c\n']);
    expect(actsOf(root)).toEqual(['install', 'build']);
  });

  test('goes on after an installer and a builder that were killed', async () => {
    const root = installation();
    mkdirSync(join(root, 'dist'));
    for (const lock of ['.installing', 'dist/.building']) writeFileSync(join(root, lock), '4194305');
    expect((await run(root, 'a')).out).toBe('a\n');
  });

  test('says in one line what went wrong', async () => {
    const root = installation();
    writeFileSync(join(root, 'compiler.mjs'), 'process.exit(2)');
    const { code, out, err } = await run(root);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trim().split('\n').at(-1)).toMatch(/compile\.mjs failed$/);
  });

  test('never installs or builds in a bundle', async () => {
    const root = installation();
    await run(root);
    actsOf(root);
    writeFileSync(join(root, 'bundle.json'), '{}');
    for (const path of ['libs', 'node_modules']) rmSync(join(root, path), { recursive: true });
    expect((await run(root, 'a')).out).toBe('a\n');
    expect(actsOf(root)).toEqual([]);
  });
});
