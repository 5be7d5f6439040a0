/** What the queue needs to know of its surroundings. */
export interface QueueSettings {
  /** The application's role on the database that holds schema `bullmq`; a session connection (LISTEN does not pass transaction poolers). */
  readonly databaseUrl: string;
  /** When set, BullMQ keeps its jobs in this Redis or Valkey (>= 6.2, `maxmemory-policy noeviction`) instead of PostgreSQL. */
  readonly redisUrl?: string | undefined;
  /** `api` only adds jobs, `worker` and `both` run them too. */
  readonly role: 'api' | 'worker' | 'both';
  /** Connections to PostgreSQL this process may hold for the queue, at least 2, where jobs run at least 7 (one per queue only listens). */
  readonly poolMax: number;
  /** First part of every Redis key. Default `ducha`; two installations on one Redis need two prefixes. */
  readonly prefix?: string | undefined;
  /** Time given to running jobs at shutdown before they are given up to be run again elsewhere. Default 12,000 ms, so that a whole stop fits into 20 s. */
  readonly stopWithinMs?: number | undefined;
  /** A job whose process went silent for so long counts as lost. Default 15,000 ms; renewed at half of it. */
  readonly lockMs?: number | undefined;
  /** How often lost jobs are looked for; a lost job runs again after at most `lockMs` + 2 × this. Default 5,000 ms. */
  readonly lostJobCheckMs?: number | undefined;
}

/** Nest's name for {@link QueueSettings}. */
export const QUEUE_SETTINGS = Symbol('queue.Settings');

/** Tries before a job is parked: throws and deaths of the process are counted apart, each up to this number. */
export const MAX_TRIES = 5;

/** True when this process runs jobs. */
export function runsJobs(settings: QueueSettings): boolean {
  return settings.role !== 'api';
}
