import { createHash } from 'node:crypto';
import { runMigrations } from 'bullmq';
import type { Pool } from 'pg';
import { QUEUE_SCHEMA } from './backends/postgres.js';
import { HASTES } from './declared-jobs.js';

/**
 * Brings BullMQ's own schema up to date and lets the application's role use it. Safe to repeat and to run from several
 * processes (BullMQ takes an advisory lock). BullMQ makes a sequence per queue at its first bulk; they are made here,
 * so that the application's role needs no right to create anything.
 * @param owner    pool of the migrating owner; it must be allowed to create the schema
 * @param appRole  role of the running application, already there
 * @returns        version of BullMQ's schema
 * @throws Error when the role may not make temporary tables, which every bulk needs
 */
export async function migrateQueue(owner: Pool, appRole = 'ducha_app'): Promise<number> {
  const client = await owner.connect();
  try {
    const version = await runMigrations(client, QUEUE_SCHEMA);
    const role = client.escapeIdentifier(appRole);
    const sequences = HASTES.map(
      (queue) =>
        `CREATE SEQUENCE IF NOT EXISTS ${QUEUE_SCHEMA}.bullmq_jid_${createHash('md5').update(queue).digest('hex')};`,
    );
    await client.query(`
      SELECT pg_advisory_xact_lock(hashtext('ducha:queue:grants'));
      ${sequences.join('\n')}
      GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${role};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${role};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO ${role};
    `);
    const { rows } = await client.query<{ may: boolean }>(
      `SELECT has_database_privilege($1, current_database(), 'TEMP') AS may`,
      [appRole],
    );
    if (!rows[0]?.may)
      throw new Error(
        `queue: role ${appRole} may not make temporary tables; GRANT TEMPORARY ON DATABASE … TO ${appRole}`,
      );
    return version;
  } finally {
    client.release();
  }
}
