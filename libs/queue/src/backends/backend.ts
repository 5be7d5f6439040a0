import type { BackendFactory, IQueueBackend } from 'bullmq';
import type { OutageLog } from '../outage-log.js';

/** BullMQ hands its `connection` option through to the factory; ours hold their connections themselves and ignore it. */
export type HeldConnection = string;

/**
 * Where jobs are kept. Two adapters, PostgreSQL and Redis, behind BullMQ's own backend factory: everything above
 * (queues, flows, workers) is the same code, and one conformance suite runs over both.
 */
export interface QueueBackend {
  readonly kind: 'PostgreSQL' | 'Redis';
  readonly outages: OutageLog;
  /** For queues and flows: a command fails soon while the server is away, its caller still holds the truth and asks again. */
  readonly producing: BackendFactory<IQueueBackend, HeldConnection>;
  /** For workers: waits for the server as long as it takes. */
  readonly consuming: BackendFactory<IQueueBackend, HeldConnection>;
  /** Closes what the factories shared; call it after every queue and worker is closed. Never rejects, ends within about a second. */
  close(): Promise<void>;
}
