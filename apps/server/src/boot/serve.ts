import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { claimLocalFiles, storeOf } from '@ducha/evidence';
import { claimInstance, type Settings, type StopStep, stopInOrder, stopOnSignal } from '@ducha/store';
import { AppModule } from '../app.module.js';
import { openDatabase } from './databases.js';
import { fillAtFirstStart } from './first-start.js';
import { JsonLog } from './json-log.js';
import { addressOf, listen } from './listen.js';
import { openApp } from './open-app.js';
import { welcome } from './welcome.js';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * Runs this process in its role until a signal ends it. In a folder whose server runs already it prints that one's
 * address and returns.
 */
export async function serve(settings: Settings): Promise<void> {
  const steps: StopStep[] = [];
  stopOnSignal(() => [...steps].reverse(), tell);
  const claimed = settings.embedded ? await claimInstance(settings.home) : undefined;
  if (claimed && 'running' in claimed) {
    process.stdout.write(`Ducha runs already: ${claimed.running.address}\n`);
    process.exit(0);
  }
  try {
    if (claimed) steps.push({ name: 'claim', stop: () => claimed.claim.release() });
    const database = await openDatabase(settings, tell);
    steps.push({ name: 'database', stop: () => database.stop() });
    if (settings.role === 'worker') {
      steps.push(stepOf(await work(settings, database.appUrl)));
      return;
    }
    steps.push({ name: 'files', stop: await claimLocalFiles(database.appUrl, storeOf(settings)) });
    const app = await openApp(settings, database);
    steps.push(stepOf(app));
    await fillAtFirstStart(app, settings, database.ownerUrl, tell);
    const port = await listen(app, settings);
    const address = addressOf(settings, port);
    claimed?.claim.listening({ port, host: settings.host, address });
    await welcome(app, address);
  } catch (error) {
    await stopInOrder([...steps].reverse(), tell);
    throw error;
  }
}

const stepOf = (app: INestApplicationContext): StopStep => ({ name: 'server', stop: () => app.close() });

async function work(settings: Settings, appUrl: string): Promise<INestApplicationContext> {
  const context = await NestFactory.createApplicationContext(AppModule.for(settings, { appUrl }), {
    logger: new JsonLog(settings.logLevel),
    abortOnError: false,
  });
  tell('Ducha worker is running');
  return context;
}
