import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { privateEnvironment, root } from '../../check/command.mjs';

const STOP_WITHIN_MS = 25_000;

/** A process of the bench's own: it is told to stop, then killed, and nothing else ever is. */
export class ChildProcess {
  #ended;
  #said = '';

  /**
   * @param {string} name
   * @param {string[]} words   arguments of Node
   * @param {object} env       keys on top of a clean environment
   */
  constructor(name, words, env) {
    this.name = name;
    this.child = spawn(process.execPath, words, {
      cwd: root,
      env: privateEnvironment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stderr.setEncoding('utf8').on('data', (text) => (this.#said = (this.#said + text).slice(-4_000)));
    this.lines = createInterface({ input: this.child.stdout });
    this.#ended = new Promise((done) => this.child.once('close', (code) => done(code ?? 1)));
  }

  get pid() {
    return this.child.pid;
  }

  /** What it complained of, the end of it. */
  get complaint() {
    return this.#said.trim();
  }

  /** The first line of stdout that `parse` makes something of. @throws Error when the process ends before */
  async hear(parse, withinMs = 120_000) {
    let alarm;
    const heard = new Promise((done) => this.lines.on('line', (line) => void (parse(line) && done(parse(line)))));
    const ended = this.#ended.then((code) => this.#fail(`ended with ${code}`));
    const late = new Promise((_, refuse) => {
      alarm = setTimeout(() => refuse(new Error(`${this.name} said nothing within ${withinMs / 1000} s`)), withinMs);
    });
    return Promise.race([heard, ended, late]).finally(() => clearTimeout(alarm));
  }

  /** Waits for its end. @throws Error when it does not end with 0 */
  async end() {
    const code = await this.#ended;
    if (code !== 0) this.#fail(`ended with ${code}`);
  }

  /** SIGTERM, after a while SIGKILL. Safe to call twice. */
  async stop() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGTERM');
    const alarm = setTimeout(() => this.child.kill('SIGKILL'), STOP_WITHIN_MS);
    await this.#ended;
    clearTimeout(alarm);
  }

  #fail(how) {
    throw new Error(`${this.name} ${how}${this.complaint ? `:\n${this.complaint}` : ''}`);
  }
}
