import type { QueueBackend } from './backends/backend.js';
import { postgresBackend } from './backends/postgres.js';
import { redisBackend } from './backends/redis.js';
import type { QueueSettings } from './queue-settings.js';

/** Nest's name for the open {@link QueueBackend}. */
export const QUEUE_BACKEND = Symbol('queue.Backend');

/** Redis when its address is given, else PostgreSQL. Opens lazily: nothing is sent before the first queue is used. */
export function openBackend(settings: QueueSettings): QueueBackend {
  const { redisUrl } = settings;
  return redisUrl ? redisBackend({ ...settings, redisUrl }) : postgresBackend(settings);
}
