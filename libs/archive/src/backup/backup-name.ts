import { COUNTY_ZONE } from '@ducha/kernel';
import pg from 'pg';

/** Names of files that the schedule made, and the command when no name was given. */
export const backupNames = /^ducha-\d{8}-\d{6}\.zip$/;

/** A file name by the database's clock and the county's day: `ducha-20261122-030000.zip`; later ones sort last. */
export async function backupName(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ stamp: string }>(
      `select to_char(now() at time zone $1, 'YYYYMMDD-HH24MISS') as stamp`,
      [COUNTY_ZONE],
    );
    return `ducha-${rows[0]?.stamp ?? ''}.zip`;
  } finally {
    await client.end();
  }
}
