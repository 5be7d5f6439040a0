import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedFault } from './embedded-fault.js';

/** The account PostgreSQL runs as when this process is root, which PostgreSQL refuses to be. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

function idOf(flag: '-u' | '-g', name: string): number {
  return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}

function lookUp(name: string): ServerUser | undefined {
  try {
    return { uid: idOf('-u', name), gid: idOf('-g', name) };
  } catch {
    return undefined;
  }
}

function createPostgres(): void {
  const commands: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']],
    ['adduser', ['-S', '-D', '-H', 'postgres']],
  ];
  for (const [command, args] of commands) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
      return;
    } catch {
      continue;
    }
  }
}

/**
 * Who PostgreSQL runs as: nobody special for an ordinary user; for root the account `postgres`, made when missing, or
 * `nobody` where accounts cannot be made (a read-only system).
 * @throws EmbeddedFault when root has no other account to use
 */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = lookUp('postgres');
  if (known) return known;
  createPostgres();
  const user = lookUp('postgres') ?? lookUp('nobody');
  if (!user)
    throw new EmbeddedFault(
      'PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it',
    );
  return user;
}

/**
 * Whose account may read a folder of data: its owner's, so that root can start what an ordinary user began. Data that
 * root copied or restored are given to the account first.
 */
export function accountFor(folder: string, user: ServerUser | undefined): ServerUser | undefined {
  if (!user || !existsSync(folder)) return user;
  const { uid, gid } = statSync(folder);
  if (uid !== 0) return { uid, gid };
  execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, folder]);
  return user;
}

/** Whether every user of the machine may pass through this folder and all folders above it. */
export function everyoneCanEnter(folder: string): boolean {
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
