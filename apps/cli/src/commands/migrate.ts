import { readSettings } from '@ducha/store';
import { Command } from 'commander';
import { migrateAll, openDatabase } from '../../../server/src/boot/databases.js';

/** `ducha migrate`: brings the schema up to date as its owner and grants the application's role what it needs. */
export function migrateCommand(): Command {
  return new Command('migrate').description('bring the database schema up to date').action(async () => {
    const settings = readSettings();
    if (settings.databaseUrl === undefined) {
      const database = await openDatabase(settings, (line) => process.stderr.write(`${line}\n`));
      await database.stop();
      process.stdout.write('up to date\n');
      return;
    }
    if (settings.databaseOwnerUrl === undefined)
      throw new Error('DATABASE_OWNER_URL is needed: the role that owns the schema');
    const applied = await migrateAll(settings.databaseOwnerUrl, settings.databaseUrl);
    process.stdout.write(applied.length === 0 ? 'up to date\n' : `applied: ${applied.join(', ')}\n`);
  });
}
