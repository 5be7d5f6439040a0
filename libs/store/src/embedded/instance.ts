import { existsSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeHome } from './cluster-record.js';
import { underLock } from './file-lock.js';
import { markOf, pause, stillRuns } from './processes.js';
import { serverUser } from './server-user.js';
import { EmbeddedFault } from './embedded-fault.js';

const POLL_MS = 200;
const ANSWER_WITHIN_MS = 2_000;
const START_WITHIN_MS = 180_000;

/** The server that runs from a home. */
export interface Instance {
  readonly pid: number;
  readonly port: number;
  /** What a person types into the browser. */
  readonly address: string;
  /** Instant, UTC, ISO 8601. */
  readonly startedAt: string;
}

/** What is kept in the home: the process from its first moment on, the rest once it listens. */
interface InstanceRecord extends Partial<Instance> {
  readonly mark: string;
  /** Real path; a home that was copied while it ran has a record that is not its own. */
  readonly home: string;
  readonly livez?: string;
}

/** The right to be the one server of a home. */
export interface InstanceClaim {
  /** Call it when the port is open; `host` is what the server listens on. */
  listening(at: { port: number; host: string; address: string }): void;
  /** Gives the home free; last step of a stop. */
  release(): void;
}

const fileOf = (home: string): string => join(home, 'instance.json');

function read(home: string): InstanceRecord | undefined {
  if (!existsSync(fileOf(home))) return undefined;
  try {
    // boundary: our own file, written whole by a rename
    const record = JSON.parse(readFileSync(fileOf(home), 'utf8')) as InstanceRecord;
    return record.home === realpathSync(home) ? record : undefined;
  } catch {
    return undefined;
  }
}

function write(home: string, record: InstanceRecord): void {
  const draft = `${fileOf(home)}.new`;
  writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, fileOf(home));
}

/** `0.0.0.0` and `::` listen everywhere, but are no addresses to call. */
function livezOf(host: string, port: number): string {
  const callable = { '0.0.0.0': '127.0.0.1', '::': '[::1]', '::1': '[::1]' }[host] ?? host;
  return `http://${callable}:${port}/livez`;
}

async function answers(livez: string): Promise<boolean> {
  try {
    const response = await fetch(livez, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** The server of this home that runs and answers, or undefined: none, killed, still starting, or hanging. */
export async function runningInstance(home: string): Promise<Instance | undefined> {
  const record = read(home);
  if (!record?.livez || !stillRuns(record.mark) || !(await answers(record.livez))) return undefined;
  const { pid = 0, port = 0, address = '', startedAt = '' } = record;
  return { pid, port, address, startedAt };
}

/** Waits while another process starts up; undefined when it ended instead. */
async function whenRunning(home: string): Promise<Instance | undefined> {
  for (let waitedMs = 0; waitedMs < START_WITHIN_MS; waitedMs += POLL_MS) {
    const record = read(home);
    if (!record || !stillRuns(record.mark)) return undefined;
    const running = await runningInstance(home);
    if (running) return running;
    await pause(POLL_MS);
  }
  throw new EmbeddedFault(`Another process of this folder is starting and does not answer (${fileOf(home)})`);
}

function claim(home: string): InstanceClaim {
  const { pid } = process;
  const mark = markOf(pid);
  write(home, { mark, home, pid });
  return {
    listening: ({ port, host, address }) =>
      write(home, { mark, home, pid, port, address, livez: livezOf(host, port), startedAt: new Date().toISOString() }),
    release: () => {
      if (read(home)?.mark === mark) rmSync(fileOf(home), { force: true });
    },
  };
}

/**
 * Makes this process the one server of a home, unless another one is: then its address is returned as soon as it
 * answers. Of two processes that start together one gets the claim, and a killed one's is void.
 * @throws EmbeddedFault when another process holds the home and does not answer within three minutes
 */
export async function claimInstance(home: string): Promise<{ claim: InstanceClaim } | { running: Instance }> {
  const realHome = makeHome(home, serverUser());
  for (;;) {
    const mine = await underLock(join(realHome, 'instance.lock'), async () => {
      const record = read(realHome);
      return record && stillRuns(record.mark) ? undefined : claim(realHome);
    });
    if (mine) return { claim: mine };
    const running = await whenRunning(realHome);
    if (running) return { running };
  }
}
