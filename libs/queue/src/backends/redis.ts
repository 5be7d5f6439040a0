import { createRedisBackend } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import { OutageLog } from '../outage-log.js';
import { runsJobs, type QueueSettings } from '../queue-settings.js';
import type { QueueBackend } from './backend.js';

/** Default first part of every key. */
const DEFAULT_PREFIX = 'ducha';

/** A connection that knows the copies BullMQ makes of it, because a copy that is trying to reconnect is closed by nobody else. */
class OwnedRedis extends Redis {
  private readonly copies = new Set<Redis>();

  override duplicate(changes?: Partial<RedisOptions>): Redis {
    const copy = super.duplicate(changes);
    this.copies.add(copy);
    copy.once('end', () => this.copies.delete(copy));
    return copy;
  }

  disconnectAll(): void {
    for (const redis of [...this.copies, this]) redis.disconnect();
  }
}

/**
 * BullMQ on Redis or Valkey. Producers and workers hold one connection each (every worker adds one that blocks), because
 * they want opposite things of an outage: a producer an error at once, a worker patience.
 */
export function redisBackend(settings: QueueSettings & { redisUrl: string }): QueueBackend {
  const outages = new OutageLog('Redis');
  const prefix = settings.prefix ?? DEFAULT_PREFIX;
  const connect = (options: RedisOptions): OwnedRedis => {
    const redis = new OwnedRedis(settings.redisUrl, { connectionName: 'ducha-queue', ...options });
    redis
      .setMaxListeners(0)
      .on('error', outages.report)
      .on('ready', outages.connected)
      .on('close', () => outages.report(new Error('the connection closed')));
    return redis;
  };
  const producer = connect({
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    commandTimeout: 10_000,
  });
  const consumer = runsJobs(settings) ? connect({ maxRetriesPerRequest: null }) : undefined;
  const through =
    (connection: OwnedRedis): QueueBackend['producing'] =>
    (name, opts, kind) => {
      const withPrefix = { ...opts, prefix, connection };
      return createRedisBackend(name, withPrefix, kind);
    };
  return {
    kind: 'Redis',
    outages,
    producing: through(producer),
    consuming: through(consumer ?? producer),
    close() {
      outages.close();
      producer.disconnectAll();
      consumer?.disconnectAll();
      return Promise.resolve();
    },
  };
}
