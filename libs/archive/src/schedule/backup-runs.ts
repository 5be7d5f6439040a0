import type pg from 'pg';
import { isSealedTable } from '../backup/catalogue.js';
import type { BackupManifest } from '../backup/manifest.js';

/** The last instant at which the daily backup became due: `$1` the county's zone, `$2` the hour of its day. */
const dueAtSql = `
  (select case when at <= now() then at else at - interval '1 day' end
   from (select (date_trunc('day', now() at time zone $1) + $2 * interval '1 hour') at time zone $1 as at) as today)`;

/**
 * A backup is due once a day from its hour on, also later when the machine was off; one that failed is tried again after
 * an hour. A new instance waits for its first such hour.
 */
export async function isDue(client: pg.ClientBase, zone: string, hour: number): Promise<boolean> {
  const { rows } = await client.query<{ due: boolean }>(
    `select exists (select 1 from audit_row where at < ${dueAtSql}) and not exists (
       select 1 from backup_run where started_at >= ${dueAtSql} and (outcome <> 'failed' or started_at > now() - interval '1 hour')) as due`,
    [zone, hour],
  );
  return rows[0]?.due === true;
}

/** A run that no process works on any more was cut off with its process. */
export async function closeBrokenRuns(client: pg.ClientBase): Promise<void> {
  await client.query(
    `update backup_run set outcome = 'failed', fault = 'interrupted', ended_at = now() where outcome = 'running'`,
  );
}

/** Notes that a run begins. */
export async function beginRun(client: pg.ClientBase, id: string): Promise<void> {
  await client.query(`insert into backup_run (id, started_at, outcome) values ($1, now(), 'running')`, [id]);
}

/** Notes a backup that was written. */
export async function endRun(
  client: pg.ClientBase,
  id: string,
  written: { fileName: string; sizeBytes: number; manifest: BackupManifest },
): Promise<void> {
  const { tables, files, lostFiles } = written.manifest;
  await client.query(
    `update backup_run set outcome = 'done', ended_at = now(), file_name = $2, size_bytes = $3, row_count = $4, file_count = $5,
       lost_file_count = $6 where id = $1`,
    [
      id,
      written.fileName,
      written.sizeBytes,
      tables.filter(({ table }) => !isSealedTable(table)).reduce((sum, { rows }) => sum + rows, 0),
      files.length,
      lostFiles.length,
    ],
  );
}

/** Notes a backup that failed; `fault` is a code, never a text of the system. */
export async function failRun(client: pg.ClientBase, id: string, fault: string): Promise<void> {
  await client.query(`update backup_run set outcome = 'failed', ended_at = now(), fault = $2 where id = $1`, [
    id,
    fault,
  ]);
}

/** Notes what the trial restore of a backup came to; `fault` null: it passed. */
export async function noteTrial(client: pg.ClientBase, id: string, fault: string | null): Promise<void> {
  await client.query(`update backup_run set trial_at = now(), trial_outcome = $2, trial_fault = $3 where id = $1`, [
    id,
    fault === null ? 'passed' : 'failed',
    fault,
  ]);
}
