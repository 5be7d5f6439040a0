import { resolve } from 'node:path';
import { archiveFault, ReleaseRestore, restoreBackup, tryBackup } from '@ducha/archive';
import { Linker } from '@ducha/audit';
import { storeOf } from '@ducha/evidence';
import { claimInstance, readSettings, type Settings } from '@ducha/store';
import { Command } from 'commander';
import { migrateAll } from '../../../server/src/boot/databases.js';
import { withApplication, withDatabase } from '../context.js';
import { sayRefusal } from './refusal.js';

/** `ducha restore FILE` and `ducha restore release`. */
export function restoreCommand(): Command {
  const release = new Command('release')
    .description('let a restored instance send and work by itself again')
    .action(() => sayRefusal(letGo));
  return new Command('restore')
    .description(
      'fill an empty instance from a backup, all of it or nothing; it sends nothing until it is released. Ends with 2 when the ' +
        'backup or the instance is refused',
    )
    .argument('<file>', 'what `ducha backup` wrote')
    .option('--trial', 'restore into a database made for the purpose, verify, and remove it again')
    .action((file: string, options: { trial?: boolean }) =>
      sayRefusal(() => (options.trial ? tryIt(resolve(file)) : restore(resolve(file)))),
    )
    .addCommand(release);
}

async function restore(file: string): Promise<void> {
  const settings = readSettings();
  await alone(settings, async () => {
    await withDatabase(async (database) => {
      if (database.ownerUrl === undefined)
        throw new Error('DATABASE_OWNER_URL is needed: the role that owns the schema');
      await migrateAll(database.ownerUrl, database.appUrl);
      const evidence = storeOf(settings);
      const { takenAt, tables, files } = await restoreBackup({
        file,
        ownerUrl: database.ownerUrl,
        evidence,
        home: settings.home,
      });
      const rows = tables.reduce((sum, part) => sum + part.rows, 0);
      process.stdout.write(
        `restored as of ${takenAt}: ${rows} rows, ${files.length} files\nnothing is sent until: ducha restore release\n`,
      );
    });
    // acts of the last second before the snapshot waited for their place in the chain
    await withApplication((app) => app.get(Linker, { strict: false }).linkAll());
  });
}

/** Keeps the server of this home from starting meanwhile. @throws Fault `archive.inUse` when it runs */
async function alone(settings: Settings, work: () => Promise<void>): Promise<void> {
  if (!settings.embedded) return work();
  const claimed = await claimInstance(settings.home);
  if ('running' in claimed) throw archiveFault('inUse', { address: claimed.running.address });
  try {
    await work();
  } finally {
    claimed.claim.release();
  }
}

async function tryIt(file: string): Promise<void> {
  const { rows, files, links } = await tryBackup(file);
  process.stdout.write(`restores: ${rows} rows, ${files} files, ${links} links of the audit chain\n`);
}

async function letGo(): Promise<void> {
  await withApplication((app) => app.get(ReleaseRestore, { strict: false }).run(null));
  process.stdout.write('released\n');
}
