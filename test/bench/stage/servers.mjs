import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChildProcess } from './child-process.mjs';
import { builtFile } from './product.mjs';

/** What `npm start` says to Node: with a heap of gigabytes allowed, garbage lies about for as long. */
const asStarted = ['--max-old-space-size=1024'];

const addressOf = (line) => /(https?:\/\/\S+:\d+)/.exec(line)?.[1].replace('localhost', '127.0.0.1');

/** A server that answers. */
export class RunningServer {
  constructor(process, address) {
    this.process = process;
    this.address = address;
  }

  stop() {
    return this.process.stop();
  }
}

/** Starts servers on ports of their own and remembers to stop them. */
export class Servers {
  #cleanup;
  #profile;

  /** @param {string | undefined} profile  folder for CPU profiles; written when a server stops */
  constructor(cleanup, profile) {
    this.#cleanup = cleanup;
    this.#profile = profile;
    if (profile) mkdirSync(profile, { recursive: true });
  }

  /** The product as `npm start` runs it, but on the given database. @param {'both' | 'api' | 'worker'} role  @param {string[]} nodeWords  for Node itself */
  async product(name, appUrl, role = 'both', nodeWords = []) {
    const env = {
      DATABASE_URL: appUrl,
      DUCHA_HOME: this.#home(),
      DUCHA_ROLE: role,
      DUCHA_LOG_LEVEL: 'warn',
      PORT: '0',
    };
    return this.#start(name, [...asStarted, ...nodeWords, builtFile('apps/server/src/main')], env);
  }

  /** The bare stack. */
  bare(program, appUrl) {
    return this.#start('bare', [program], { BENCH_DATABASE_URL: appUrl });
  }

  async #start(name, words, env) {
    const profiling = this.#profile
      ? ['--cpu-prof', `--cpu-prof-dir=${this.#profile}`, `--cpu-prof-name=${name}.cpuprofile`]
      : [];
    const process = new ChildProcess(name, [...profiling, ...words], env);
    this.#cleanup.add(() => process.stop());
    return new RunningServer(process, await process.hear(addressOf));
  }

  #home() {
    const home = mkdtempSync(join(tmpdir(), 'ducha-bench-home-'));
    this.#cleanup.add(() => rmSync(home, { recursive: true, force: true }));
    return home;
  }
}
