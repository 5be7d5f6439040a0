import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const configuration = [
  'package.json',
  'tsconfig.json',
  'apps/web/tsconfig.json',
  'apps/web/worker/tsconfig.json',
  'test/browser/tsconfig.json',
  '.oxlintrc.json',
  'jest.config.js',
  'knip.json',
  '.dependency-cruiser.cjs',
  '.oxfmtrc.json',
];

/** What a tool said about a planted project. */
export interface Verdict {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A temporary project under this project's own configuration, into which a spec plants violations. */
export interface PlantedProject {
  readonly folder: string;
  run(script: string, ...args: string[]): Promise<Verdict>;
  remove(): Promise<void>;
}

/**
 * Plants files beside copies of our configuration; dependencies are linked, not copied.
 * @param files  text by path, e.g. `libs/kernel/src/index.ts`
 */
export async function plantProject(files: Readonly<Record<string, string>>): Promise<PlantedProject> {
  const folder = await mkdtemp(join(tmpdir(), 'ducha-planted-'));
  for (const name of configuration) await cp(join(root, name), join(folder, name));
  await cp(join(root, 'test/check'), join(folder, 'test/check'), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return {
    folder,
    run: (script, ...args) => runNode(folder, join(folder, script), args),
    remove: () => rm(folder, { recursive: true }),
  };
}

function runNode(cwd: string, script: string, args: readonly string[]): Promise<Verdict> {
  return new Promise((settle) => {
    const child = execFile(
      process.execPath,
      [script, ...args],
      { cwd, maxBuffer: 64 << 20 },
      (_fault, stdout, stderr) => settle({ exitCode: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
