import { Injectable } from '@nestjs/common';
import { JobQueue } from '@ducha/queue';
import { Store } from '@ducha/store';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** Hours since the last good backup began; null while there is none. */
export const backupAgeSql = `(select extract(epoch from now() - max(started_at))::float8 / 3600 from backup_run where outcome = 'done')`;

/** Numbers for Prometheus. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly jobs = new Gauge({
    name: 'ducha_jobs',
    help: 'Jobs by queue and state',
    labelNames: ['queue', 'state'],
    registers: [this.registry],
  });
  private readonly outbox = new Gauge({
    name: 'ducha_outbox_rows',
    help: 'Outbox rows not yet handed over',
    registers: [this.registry],
  });
  private readonly unlinked = new Gauge({
    name: 'ducha_audit_unlinked_rows',
    help: 'Audit rows not yet chained',
    registers: [this.registry],
  });

  private readonly backupAge = new Gauge({
    name: 'ducha_backup_age_hours',
    help: 'Hours since the last good backup began; absent while there is none',
    registers: [this.registry],
  });

  constructor(
    private readonly queue: JobQueue,
    private readonly store: Store,
  ) {
    // by default it wakes the process a hundred times a second to see whether the loop is late
    collectDefaultMetrics({ register: this.registry, eventLoopMonitoringPrecision: 200 });
  }

  async text(): Promise<string> {
    for (const [queue, states] of Object.entries(await this.queue.counts())) {
      for (const [state, count] of Object.entries<number>({ ...states })) this.jobs.set({ queue, state }, count);
    }
    const waiting = await this.store.queryOne<{ outbox: number; unlinked: number; age: number | null }>(
      `select (select count(*)::int from outbox) as outbox, (select count(*)::int from audit_pending) as unlinked, ${backupAgeSql} as age`,
    );
    this.outbox.set(waiting?.outbox ?? 0);
    this.unlinked.set(waiting?.unlinked ?? 0);
    if (waiting?.age == null) this.backupAge.remove();
    else this.backupAge.set(waiting.age);
    return this.registry.metrics();
  }
}
