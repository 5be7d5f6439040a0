import { migrateQueue, type QueueSettings } from '@ducha/queue';
import { startTestServer } from '@ducha/store';
import { Redis } from 'ioredis';
import pg from 'pg';
import { cuttableProxy, type CuttableProxy } from './cuttable-proxy.js';
import { redisOnPath, startPrivateRedis } from '../../kit/private-redis.js';

/** A queue server that runs for one suite. */
export interface QueueServer {
  readonly kind: 'PostgreSQL' | 'Redis';
  /** Settings for one process; `role` both. */
  settings(changes?: Partial<QueueSettings>): QueueSettings;
  /** Address that bypasses the proxy. */
  readonly directUrl: string;
  readonly proxy: CuttableProxy;
  /** Forgets every job, so that tests do not see each other's. */
  wipe(): Promise<void>;
  stop(): Promise<void>;
}

const base = { role: 'both', poolMax: 8, prefix: 'probe', stopWithinMs: 3_000 } as const;

/** For tests that wait for a dead process to be noticed. */
export const soonLost = { lockMs: 1_500, lostJobCheckMs: 200 } as const;

async function postgresServer(): Promise<QueueServer> {
  const server = await startTestServer();
  const { ownerUrl, appUrl } = await server.createDatabase('queue_conformance');
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  await migrateQueue(pool);
  await pool.end();
  // one connection, not a pool: a pool ends before its connections have, and the server's goodbye to them has no hearer
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const proxy = await cuttableProxy(server.port);
  const url = new URL(appUrl);
  url.port = String(proxy.port);
  return {
    kind: 'PostgreSQL',
    directUrl: appUrl,
    proxy,
    settings: (changes = {}) => ({ ...base, databaseUrl: url.toString(), ...changes }),
    wipe: async () => void (await owner.query('delete from bullmq.job')),
    stop: async () => {
      await owner.end();
      await proxy.close();
      await server.destroy();
    },
  };
}

async function redisServer(program: string): Promise<QueueServer> {
  const server = await startPrivateRedis(program);
  const proxy = await cuttableProxy(server.port);
  const client = new Redis(server.port, '127.0.0.1');
  return {
    kind: 'Redis',
    directUrl: `redis://127.0.0.1:${server.port}`,
    proxy,
    settings: (changes = {}) => ({
      ...base,
      databaseUrl: 'postgresql://unused',
      redisUrl: `redis://127.0.0.1:${proxy.port}`,
      ...changes,
    }),
    wipe: async () => void (await client.flushall()),
    stop: async () => {
      client.disconnect();
      await proxy.close();
      await server.stop();
    },
  };
}

/** One of the backends, or why it cannot be tried on this machine. */
export interface Adapter {
  readonly kind: QueueServer['kind'];
  readonly start: (() => Promise<QueueServer>) | undefined;
}

/** PostgreSQL always; Redis where a server program is on the PATH. */
export function adapters(): readonly Adapter[] {
  const program = redisOnPath();
  return [
    { kind: 'PostgreSQL', start: postgresServer },
    { kind: 'Redis', start: program ? () => redisServer(program) : undefined },
  ];
}
