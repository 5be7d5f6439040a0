import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = (name: string): string =>
  fileURLToPath(new URL(`../../../dist/apps/${name}/src/main.js`, import.meta.url));

/** What everybody's password is in such a county. */
export const password = '雨夜里的县城北门-7';

/** An installation without demonstration data: people sign in by password, and posts demand their second factor. */
export class RealCounty {
  private constructor(
    readonly address: string,
    /** The one-time link that an empty county prints, as a path. */
    readonly setup: string,
    private readonly env: NodeJS.ProcessEnv,
    private readonly stop: () => Promise<void>,
  ) {}

  static async open(): Promise<RealCounty> {
    const home = mkdtempSync(join(tmpdir(), 'ducha-real-'));
    const env = { PATH: process.env['PATH'], DUCHA_HOME: home, DUCHA_DEMO: '0', DUCHA_LOG_LEVEL: 'warn', PORT: '0' };
    const server = spawn(process.execPath, [program('server')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const stop = async (): Promise<void> => {
      server.kill('SIGTERM');
      if (server.exitCode === null) await once(server, 'exit');
      rmSync(home, { recursive: true, force: true });
    };
    for await (const line of createInterface({ input: server.stdout })) {
      const [, address, setup] = /^(http\S+)(\/setup\?token=\S+)/.exec(line) ?? [];
      if (address !== undefined && setup !== undefined) return new RealCounty(address, setup, env, stop);
    }
    throw new Error('the server ended before it listened');
  }

  /** Makes an account as the operator does at the server. */
  hires(login: string, name: string, role: string, title: string): void {
    const words = [
      'admin',
      'create',
      '--login',
      login,
      '--name',
      name,
      '--role',
      role,
      '--title',
      title,
      '--unit',
      '兰阳县',
    ];
    execFileSync(process.execPath, [program('cli'), ...words], {
      env: this.env,
      input: `${password}\n`,
      stdio: 'pipe',
    });
  }

  close(): Promise<void> {
    return this.stop();
  }
}
