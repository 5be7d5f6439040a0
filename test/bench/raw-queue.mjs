/**
 * Raw BullMQ on its PostgreSQL backend: `addBulk` of so many jobs and a worker that does nothing.
 * Words: database address, jobs. Prints jobs a second from the first `addBulk` to the last job's end.
 */
import { createPostgresBackend, Queue, setDefaultBackendFactory, Worker } from 'bullmq';
import pg from 'pg';

const BULK = 1_000;
const CONCURRENCY = 16;

const [url, wanted] = process.argv.slice(2);
const count = Number(wanted);
const pool = new pg.Pool({ connectionString: url, max: 12, options: '-c search_path=bullmq' });
pool.setMaxListeners(0);
setDefaultBackendFactory(createPostgresBackend);

const name = `bench-${process.pid}`;
const queue = new Queue(name, { connection: pool });
await queue.waitUntilReady();
let left = count;
let allDone;
const done = new Promise((resolve) => (allDone = resolve));
const worker = new Worker(name, () => Promise.resolve('done'), { connection: pool, concurrency: CONCURRENCY });
worker.on('completed', () => --left === 0 && allDone());
worker.on('error', (error) => process.stderr.write(`${error.message}\n`));
await worker.waitUntilReady();

const startedAt = performance.now();
for (let from = 0; from < count; from += BULK) {
  const jobs = Array.from({ length: Math.min(BULK, count - from) }, (_, at) => ({
    name: 'nothing',
    data: { n: from + at },
    opts: { removeOnComplete: true },
  }));
  await queue.addBulk(jobs);
}
await done;
const seconds = (performance.now() - startedAt) / 1_000;
await worker.close();
await queue.close();
await pool.end();
process.stdout.write(`${count / seconds}\n`);
