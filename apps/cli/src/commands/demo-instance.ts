import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { LoadDemonstration } from '@ducha/demonstration';
import { privateEnvironment, projectRoot, readSettings, type StopStep } from '@ducha/store';
import { AppModule } from '../../../server/src/app.module.js';
import { openDatabase } from '../../../server/src/boot/databases.js';
import { JsonLog } from '../../../server/src/boot/json-log.js';

/** A running instance that nobody else knows of. */
export interface PrivateInstance {
  /** The application on the instance's database, without HTTP and without queued work. */
  readonly app: INestApplicationContext;
  readonly address: string;
}

const serverProgram = 'dist/apps/server/src/main.js';

/**
 * Starts an instance of its own in a temporary folder: an embedded database with the people of the demonstration county
 * and no matters, and the built server as another process.
 * @param steps what is to be undone, in the order in which it was begun
 */
export async function openPrivateInstance(steps: StopStep[], report: (line: string) => void): Promise<PrivateInstance> {
  const home = mkdtempSync(join(tmpdir(), 'ducha-demo-'));
  steps.push({ name: 'folder', stop: () => rmSync(home, { recursive: true, force: true }) });
  const environment = { DUCHA_HOME: home, DUCHA_LOG_LEVEL: 'warn', PORT: '0' };
  const settings = readSettings(environment).with({ role: 'api' });
  report('Starting a private instance');
  const database = await openDatabase(settings, report);
  steps.push({ name: 'database', stop: () => database.stop() });
  const app = await NestFactory.createApplicationContext(AppModule.for(settings, database), {
    logger: new JsonLog(settings.logLevel),
    abortOnError: false,
  });
  steps.push({ name: 'application', stop: () => app.close() });
  await app.get(LoadDemonstration, { strict: false }).run({ report, livedAs: null });
  return { app, address: await startServer(environment, steps) };
}

async function startServer(environment: Readonly<Record<string, string>>, steps: StopStep[]): Promise<string> {
  const child = spawn(process.execPath, [join(projectRoot(), serverProgram)], {
    env: privateEnvironment(environment),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  steps.push({ name: 'server', stop: () => stopServer(child) });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^Ducha: (\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stdout.resume();
    return address;
  }
  throw new Error('the server ended before it listened');
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
