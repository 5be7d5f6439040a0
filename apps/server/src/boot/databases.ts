import { migrateQueue } from '@ducha/queue';
import { appLoginOf, type EmbeddedDatabase, migrate, type Settings, startEmbeddedDatabase } from '@ducha/store';
import pg from 'pg';

/** The database of an installation, migrated. */
export interface OpenDatabase {
  readonly appUrl: string;
  readonly ownerUrl: string | undefined;
  stop(): Promise<void>;
}

/** Brings both schemas up to date: ours and the queue's. */
export async function migrateAll(ownerUrl: string, appUrl: string): Promise<string[]> {
  const app = appLoginOf(appUrl);
  const { applied } = await migrate(ownerUrl, app);
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  try {
    await migrateQueue(owner, app.role);
  } finally {
    await owner.end();
  }
  return applied;
}

/** Starts or joins the embedded database and migrates it, or takes the servers that the settings name as they are. */
export async function openDatabase(settings: Settings, report: (line: string) => void): Promise<OpenDatabase> {
  if (settings.databaseUrl !== undefined)
    return { appUrl: settings.databaseUrl, ownerUrl: settings.databaseOwnerUrl, stop: () => Promise.resolve() };
  const database: EmbeddedDatabase = await startEmbeddedDatabase({ home: settings.home, onDeath: report });
  try {
    await migrateAll(database.ownerUrl, database.appUrl);
  } catch (error) {
    await database.stop();
    throw error;
  }
  return database;
}
