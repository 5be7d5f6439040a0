import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Bell, prepared, Store, Sweep } from '@ducha/store';
import { bullJob, type BullJob } from './bull-job.js';
import { declaredJobs } from './declared-jobs.js';
import { JobQueue } from './job-queue.js';
import { type Load, loadOf, loadsOf, type OutboxRow } from './joined-rows.js';
import { QUEUE_SETTINGS, type QueueSettings, runsJobs } from './queue-settings.js';

const BATCH = 500;
const PACE = { everyMs: 5_000, restMs: 20 };

const claimSql = prepared(`
  select id, job, payload, key from outbox where job = any($1) and id <> all($2::bigint[])
    and not exists (select 1 from restoration where released_at is null)
  order by id limit ${BATCH} for update skip locked`);

/**
 * Hands outbox rows to the queue: claims a batch, adds its jobs, and only then lets the claim commit. A crash in between
 * leaves the rows, they are handed over again under the same keys, and handlers bear a second run. Several processes share
 * the work through SKIP LOCKED. Small works that come in a burst travel together (`join`). Rows of jobs that this version
 * does not know stay for a process that does, and all rows stay while a restored instance is held (`Hold`).
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('OutboxRelay');
  private readonly sweep = new Sweep('outbox relay', PACE, () => this.handOver());
  /** Rows that the queue refuses for what they are (a bug of their writer): left in place as evidence, logged once. */
  private readonly refused = new Set<string>();

  constructor(
    private readonly store: Store,
    private readonly bell: Bell,
    private readonly queue: JobQueue,
    @Inject(QUEUE_SETTINGS) private readonly settings: QueueSettings,
  ) {}

  onApplicationBootstrap(): void {
    if (!runsJobs(this.settings)) return;
    this.bell.on('outbox', this.sweep.wake);
    this.sweep.start();
  }

  /** Runs before the connections close: the current batch is handed over, the rest waits for the next start. */
  async onModuleDestroy(): Promise<void> {
    await this.sweep.stop();
  }

  private async handOver(): Promise<boolean> {
    return this.store.separately(async (tx) => {
      const rows = await tx.query<OutboxRow[]>(claimSql, [declaredJobs().map(({ name }) => name), [...this.refused]]);
      if (rows.length === 0) return false;
      await this.queue.addStored(loadsOf(rows).flatMap((load) => this.jobsOf(load)));
      const handedOver = rows.map(({ id }) => id).filter((id) => !this.refused.has(id));
      await tx.query('delete from outbox where id = any($1::bigint[])', [handedOver]);
      return rows.length === BATCH;
    });
  }

  /** One job; rows that the queue refuses together are tried one by one, so that only the culprit stays. */
  private jobsOf({ rows, job, payload, key }: Load): BullJob[] {
    try {
      return [bullJob({ name: job, payload, key })];
    } catch (error) {
      if (rows.length > 1) return rows.flatMap((row) => this.jobsOf(loadOf(row)));
      for (const { id } of rows) this.refused.add(id);
      this.logger.error(`outbox row ${rows[0]?.id ?? ''} is left where it is: ${String(error)}`);
      return [];
    }
  }
}
