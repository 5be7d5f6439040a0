import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import type { ClusterRecord } from './cluster-record.js';
import { characterTypes, initFlags, processEnvironment } from './cluster-settings.js';
import type { ServerUser } from './server-user.js';
import { EmbeddedFault } from './embedded-fault.js';

function initdb(binaries: Binaries, user: ServerUser | undefined, folder: string, passwordFile: string): void {
  const failures: string[] = [];
  for (const characterType of characterTypes) {
    const flags = [`--pgdata=${folder}`, `--pwfile=${passwordFile}`, ...initFlags(characterType)];
    const run = spawnSync(binaries.initdb, flags, { ...user, cwd: '/', env: processEnvironment, encoding: 'utf8' });
    if (run.status === 0) return;
    failures.push(run.error?.message ?? run.stderr.trim());
    rmSync(folder, { recursive: true, force: true });
    if (!/locale/.test(run.stderr ?? '')) break;
  }
  throw new EmbeddedFault(`PostgreSQL could not lay out its data folder: ${failures.at(-1)}`);
}

/**
 * Lays out an empty database cluster unless there is one. An attempt that was interrupted leaves nothing behind that
 * a later one would take for data: the folder gets its name when it is complete.
 */
export function initialise(binaries: Binaries, user: ServerUser | undefined, record: ClusterRecord): void {
  const data = join(record.base, 'data');
  if (existsSync(join(data, 'PG_VERSION'))) return;
  mkdirSync(record.base, { recursive: true, mode: 0o700 });
  if (user) chownSync(record.base, user.uid, user.gid);
  const draft = join(record.base, 'data.new');
  const passwordFile = join(record.base, 'password');
  rmSync(draft, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, `${record.passwords.superuser}\n`, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  try {
    initdb(binaries, user, draft, passwordFile);
    renameSync(draft, data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
