import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { defineFaults } from '@ducha/kernel';
import { JobQueue } from '@ducha/queue';
import { Store } from '@ducha/store';
import { errorCodeOf, idsIn } from './parked-job.js';
import { ParkedJobBody } from './queues.dto.js';
import { SweepTurns } from './sweep-turns.js';
import { QueuesView, type WaitingRowsView } from './queues.view.js';

const queueFault = defineFaults('queue', {
  notParked: { status: 404, title: 'No such job is parked', titleZh: '没有这个已搁置的作业' },
});

const age = (of: string): string => `extract(epoch from now() - ${of})::float8`;
const waitingSql = `
  select (select jsonb_build_object('rows', count(*), 'oldestSeconds', ${age('min(o.created_at)')}) from outbox o) as outbox,
    (select jsonb_build_object('rows', count(*), 'oldestSeconds', ${age('min(r.at)')}) from audit_pending p join audit_row r on r.id = p.row_id) as unlinked,
    current_setting('server_version') as postgres`;

/** What waits in the queues, for the system administrator: numbers, names and ids, no business content. */
@Controller('queues')
export class QueuesController {
  constructor(
    private readonly queue: JobQueue,
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly turns: SweepTurns,
  ) {}

  /** Depths, parked jobs, and what has not reached the queues or the audit chain yet. */
  @Get()
  @Act('queue.manage')
  async read(): Promise<QueuesView> {
    const counts = await this.queue.counts();
    const parked = await this.queue.parked();
    const row = await this.store.queryOne<{ outbox: WaitingRowsView; unlinked: WaitingRowsView; postgres: string }>(
      waitingSql,
    );
    if (!row) throw new Error('what waits is one row, always');
    const queues = (['prompt', 'bulk', 'slow'] as const).map((name) => {
      const { waiting, active, delayed, failed, waitingChildren } = counts[name];
      return { name, waiting, active, delayed, waitingChildren, parked: failed };
    });
    return {
      queues,
      parked: parked.map((job) => ({
        ...{ queue: job.queue, name: job.name, key: job.key, attempts: job.attempts, parkedAt: job.parkedAt },
        ids: idsIn(job.payload),
        error: errorCodeOf(job),
      })),
      outbox: row.outbox,
      unlinked: row.unlinked,
      sweeps: await this.turns.list(),
      versions: { node: process.version, postgres: row.postgres },
    };
  }

  /** Gives a parked job its tries again. */
  @Post('parked/retry')
  @HttpCode(200)
  @Act('queue.manage')
  retry(@Body() body: ParkedJobBody, @By() by: Actor): Promise<QueuesView> {
    return this.settle('retry', body, by);
  }

  /** Throws a parked job away; what the tables still want done is rung for anew. */
  @Post('parked/drop')
  @HttpCode(200)
  @Act('queue.manage')
  drop(@Body() body: ParkedJobBody, @By() by: Actor): Promise<QueuesView> {
    return this.settle('drop', body, by);
  }

  /** The audit row stands before the queue is touched, and falls with it when no such job is parked. */
  private async settle(on: 'retry' | 'drop', { name, key }: ParkedJobBody, by: Actor): Promise<QueuesView> {
    await this.store.transaction(async (tx) => {
      await this.audit.record(tx, { act: `queue.${on}`, subject: { type: 'job', id: null }, by, facts: { name, key } });
      const done = on === 'retry' ? await this.queue.retryParked(name, key) : await this.queue.dropParked(name, key);
      if (!done) throw queueFault('notParked');
    });
    return this.read();
  }
}
