import { spawn, spawnSync } from 'node:child_process';
import { chownSync, closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { processEnvironment, serverFlags, type ServerKind } from './cluster-settings.js';
import { argumentsOf, pause } from './processes.js';
import type { ServerUser } from './server-user.js';
import { EmbeddedFault } from './embedded-fault.js';

const POLL_MS = 20;
const READY_WITHIN_MS = 120_000;
const LOG_LIMIT_BYTES = 10_000_000;
const ATTEMPTS = 8;

/** What PostgreSQL writes about itself into `postmaster.pid`. */
interface Postmaster {
  readonly pid: number;
  readonly folder: string;
  readonly port: number;
  readonly isReady: boolean;
}

/** Programs and place of one server. */
export interface ServerPlace {
  readonly binaries: Binaries;
  readonly user: ServerUser | undefined;
  readonly base: string;
}

const clusterOf = (base: string): string => join(base, 'data');
const logOf = (base: string): string => join(base, 'postgres.log');

function read(base: string): Postmaster | undefined {
  const file = join(clusterOf(base), 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid = '', folder = '', , port = '', , , , status = ''] = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(pid), folder, port: Number(port), isReady: status.trim() === 'ready' };
}

/** A postmaster of this very folder; the file may be left over, or copied together with the folder. */
function isOurs({ pid, folder }: Postmaster, base: string): boolean {
  const isCopied = folder !== clusterOf(base) && existsSync(folder);
  return !isCopied && argumentsOf(pid).some((argument) => argument.includes(folder));
}

/** The running server of this folder, or undefined. */
export function runningPostmaster(base: string): Postmaster | undefined {
  const seen = read(base);
  return seen && isOurs(seen, base) ? seen : undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

function openLog({ base, user }: ServerPlace): number {
  const path = logOf(base);
  if (existsSync(path) && statSync(path).size > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`);
  const log = openSync(path, 'a', 0o600);
  if (user) chownSync(path, user.uid, user.gid);
  return log;
}

/** Its own session keeps the terminal's Ctrl-C away from it: it must outlive the connections of the server. */
function spawnPostmaster(place: ServerPlace, kind: ServerKind, port: number): { hasExited: boolean; from: number } {
  const log = openLog(place);
  const from = statSync(logOf(place.base)).size;
  const flags = ['-D', clusterOf(place.base), '-p', String(port), ...serverFlags(kind)];
  const options = { ...place.user, cwd: '/', env: processEnvironment, detached: true };
  const child = spawn(place.binaries.postgres, flags, { ...options, stdio: ['ignore', log, log] });
  closeSync(log);
  const state = { hasExited: false, from };
  child.once('exit', () => (state.hasExited = true)).once('error', () => (state.hasExited = true));
  child.unref();
  return state;
}

async function untilReady(base: string, state: { hasExited: boolean }): Promise<Postmaster | undefined> {
  for (let waitedMs = 0; waitedMs < READY_WITHIN_MS && !state.hasExited; waitedMs += POLL_MS) {
    const seen = runningPostmaster(base);
    if (seen?.isReady) return seen;
    await pause(POLL_MS);
  }
  return undefined;
}

/**
 * Starts the server and waits until it answers. Tries again with another port when the port was taken meanwhile, and
 * a little later while processes of a killed server still hold its memory.
 * @param wishedPort  kept when it is free, so that open pools find the server again after a crash
 * @throws EmbeddedFault with the end of the server's own log
 */
export async function startPostmaster(place: ServerPlace, kind: ServerKind, wishedPort?: number): Promise<Postmaster> {
  const stale = read(place.base);
  if (stale && !isOurs(stale, place.base)) rmSync(join(clusterOf(place.base), 'postmaster.pid'), { force: true });
  let said = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const state = spawnPostmaster(place, kind, attempt < 3 && wishedPort ? wishedPort : await freePort());
    const started = await untilReady(place.base, state);
    if (started) return started;
    said = readFileSync(logOf(place.base), 'utf8').slice(state.from).trim();
    if (!/in use|could not bind|lock file/.test(said)) break;
    await pause(250 * (attempt + 1));
  }
  throw new EmbeddedFault(`PostgreSQL did not start (${logOf(place.base)}): ${said.slice(-1000)}`);
}

/** Waits for a server that is starting (or recovering) to answer; undefined when it went away instead. */
export function whenReady(base: string): Promise<Postmaster | undefined> {
  const state = {
    get hasExited(): boolean {
      return runningPostmaster(base) === undefined;
    },
  };
  return untilReady(base, state);
}

/** Stops the server and waits for it. Open transactions are rolled back. */
export function stopPostmaster({ binaries, user, base }: ServerPlace): void {
  if (!runningPostmaster(base)) return;
  const flags = ['stop', '-D', clusterOf(base), '-m', 'fast', '-w', '-t', '60'];
  const run = spawnSync(binaries.pgCtl, flags, { ...user, cwd: '/', env: processEnvironment, encoding: 'utf8' });
  if (run.status !== 0 && runningPostmaster(base))
    throw new EmbeddedFault(`PostgreSQL did not stop: ${run.stderr.trim()}`);
}
