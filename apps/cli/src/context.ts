import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readSettings, type Settings } from '@ducha/store';
import { AppModule } from '../../server/src/app.module.js';
import { type OpenDatabase, openDatabase } from '../../server/src/boot/databases.js';
import { JsonLog } from '../../server/src/boot/json-log.js';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * Runs `work` on the database of DATABASE_URL, else of this folder's running instance, else on the embedded one, which
 * is started for the purpose and stopped again.
 */
export async function withDatabase<T>(work: (database: OpenDatabase, settings: Settings) => Promise<T>): Promise<T> {
  const settings = readSettings();
  const database = await openDatabase(settings, tell);
  try {
    return await work(database, settings);
  } finally {
    await database.stop();
  }
}

/** Runs `work` with the application's own use cases, without HTTP and without queued work. */
export async function withApplication<T>(
  work: (app: INestApplicationContext, settings: Settings) => Promise<T>,
): Promise<T> {
  return withDatabase(async (database, settings) => {
    const quiet = settings.with({ role: 'api', logLevel: settings.logLevel === 'info' ? 'warn' : settings.logLevel });
    const app = await NestFactory.createApplicationContext(AppModule.for(quiet, database), {
      logger: new JsonLog(quiet.logLevel),
      abortOnError: false,
    });
    try {
      return await work(app, settings);
    } finally {
      await app.close();
    }
  });
}
