import { createPostgresBackend } from 'bullmq';
import { Pool } from 'pg';
import { OutageLog } from '../outage-log.js';
import { HASTES } from '../declared-jobs.js';
import { runsJobs, type QueueSettings } from '../queue-settings.js';
import type { QueueBackend } from './backend.js';

/** Schema of BullMQ's tables. */
export const QUEUE_SCHEMA = 'bullmq';

const QUERIES_AT_ONCE = 4;

/**
 * BullMQ on the application's PostgreSQL, through one pool with `search_path=bullmq` that all queues, flows and workers share.
 * @throws Error when `poolMax` leaves no connection beside those that only listen: everything would wait for ever
 */
export function postgresBackend(settings: QueueSettings): QueueBackend {
  const least = runsJobs(settings) ? HASTES.length + QUERIES_AT_ONCE : 2;
  if (settings.poolMax < least)
    throw new Error(
      `queue: poolMax is ${settings.poolMax}, a process of role ${settings.role} needs at least ${least}`,
    );
  const outages = new OutageLog('PostgreSQL');
  const pool = new Pool({
    connectionString: withSearchPath(settings.databaseUrl),
    max: settings.poolMax,
    application_name: 'ducha-queue',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    query_timeout: 30_000,
  });
  pool.setMaxListeners(0); // every queue, flow and worker adds one
  pool.on('error', outages.report);
  pool.on('connect', outages.connected);
  const factory: QueueBackend['producing'] = (name, opts, kind) =>
    createPostgresBackend(name, { ...opts, connection: pool }, kind);
  return {
    kind: 'PostgreSQL',
    outages,
    producing: factory,
    consuming: factory,
    async close() {
      outages.close();
      await pool.end();
    },
  };
}

/** BullMQ's SQL names its tables without a schema. Options already in the address are kept; ours come last and win. */
function withSearchPath(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const options = [url.searchParams.get('options'), `-c search_path=${QUEUE_SCHEMA}`].filter(Boolean).join(' ');
  url.searchParams.set('options', options);
  return url.toString().replaceAll('+', '%20');
}
