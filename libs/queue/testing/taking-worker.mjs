// A worker process of the conformance suite: takes one job, says so on stdout, and never finishes it. Made to be killed.
// Argument: {"kind":"PostgreSQL"|"Redis","url":…,"prefix":…,"queue":…,"lockMs":…,"lostJobCheckMs":…}
import { createPostgresBackend, createRedisBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

const { kind, url, prefix, queue, lockMs, lostJobCheckMs } = JSON.parse(process.argv[2]);
const isRedis = kind === 'Redis';
const connection = isRedis
  ? new Redis(url, { maxRetriesPerRequest: null })
  : new pg.Pool({ connectionString: url, options: '-c search_path=bullmq', max: 5 });
const { Worker } = withBackend(isRedis ? createRedisBackend : createPostgresBackend);

new Worker(
  queue,
  (job) => {
    process.stdout.write(`taken ${job.id}\n`);
    return new Promise(() => undefined);
  },
  { connection, prefix, lockDuration: lockMs, stalledInterval: lostJobCheckMs, maxStalledCount: 4 },
);
