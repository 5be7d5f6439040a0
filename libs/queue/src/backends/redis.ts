import { createRedisBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { OutageLog } from '../outage-log.js';
import { runsJobs, type QueueSettings } from '../queue-settings.js';
import type { QueueBackend } from './backend.js';

/** Default first part of every key. */
export const DEFAULT_PREFIX = 'ducha';

/**
 * BullMQ on Redis or Valkey. Producers and workers hold one connection each (every worker adds one that blocks), because
 * they want opposite things of an outage: a producer a quick error, a worker patience.
 */
export function redisBackend(settings: QueueSettings & { redisUrl: string }): QueueBackend {
  const outages = new OutageLog('Redis');
  const prefix = settings.prefix ?? DEFAULT_PREFIX;
  const producer = watched(new Redis(settings.redisUrl, { maxRetriesPerRequest: 1, commandTimeout: 10_000, connectionName: 'ducha-queue' }), outages);
  const consumer = runsJobs(settings)
    ? watched(new Redis(settings.redisUrl, { maxRetriesPerRequest: null, connectionName: 'ducha-queue' }), outages)
    : undefined;
  const through = (connection: Redis): QueueBackend['producing'] => (name, opts, kind) => {
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
      producer.disconnect();
      consumer?.disconnect();
      return Promise.resolve();
    },
  };
}

function watched(redis: Redis, outages: OutageLog): Redis {
  return redis.setMaxListeners(0).on('error', outages.report).on('ready', outages.connected);
}
