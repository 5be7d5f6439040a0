import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { transformFileSync } from '@swc/core';

const root = resolve(import.meta.dirname, '../..');
const sources = join(root, 'libs/store/src/embedded');
const folder = join(root, 'dist', `spec-embedded-${process.pid}`);
const compiled = join(folder, 'embedded');

const program = `
import { startEmbeddedDatabase } from './embedded-database.js';
try {
  const { stop, ...database } = await startEmbeddedDatabase({ home: process.argv[2] });
  process.stdin.once('data', () => stop().then(() => process.exit(0)));
  console.log(JSON.stringify(database));
} catch (error) {
  console.log(JSON.stringify({ error: error.message }));
}`;

/** Compiles the supervisor for plain Node, so that other processes and other accounts can run it. */
export function compileSupervisor(): void {
  mkdirSync(compiled, { recursive: true });
  const names = readdirSync(sources).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  for (const name of [...names, '../login-role.ts']) {
    const { code } = transformFileSync(join(sources, name), {
      swcrc: false,
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'es6' },
    });
    writeFileSync(join(compiled, name.replace(/\.ts$/, '.js')), code);
  }
  writeFileSync(join(compiled, 'hold.mjs'), program);
}

/** Removes what `compileSupervisor` wrote. */
export function removeCompiledSupervisor(): void {
  rmSync(folder, { recursive: true, force: true });
}

/** What the child says once its database runs. */
export interface ChildDatabase {
  readonly appUrl: string;
  readonly superuserUrl: string;
  readonly port: number;
  readonly reused: boolean;
  readonly error?: string;
}

/** A process that holds the embedded database of `home` until it is killed or told to stop. */
export class DatabaseHolder {
  private constructor(
    private readonly child: ChildProcess,
    readonly database: ChildDatabase,
  ) {}

  static async start(home: string, account?: { uid: number; gid: number }): Promise<DatabaseHolder> {
    const child = spawn(process.execPath, [join(compiled, 'hold.mjs'), home], {
      ...account,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout })) {
      return new DatabaseHolder(child, JSON.parse(line) as ChildDatabase);
    }
    throw new Error('the child ended without a word');
  }

  /** SIGKILL, as the kernel does when memory runs out. */
  kill(): Promise<void> {
    return this.ended(() => this.child.kill('SIGKILL'));
  }

  /** The orderly way. */
  stop(): Promise<void> {
    return this.ended(() => this.child.stdin?.end('stop\n'));
  }

  private ended(ask: () => void): Promise<void> {
    return new Promise((done) => {
      this.child.once('exit', () => done());
      ask();
    });
  }
}
