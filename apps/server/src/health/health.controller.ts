import { Controller, Get, Header } from '@nestjs/common';
import { Act } from '@ducha/access';
import { Store } from '@ducha/store';
import { backupAgeSql, Metrics } from './metrics.js';

/** What balancers and monitors ask. The proxy of docker-compose.yml forwards none of it. */
@Controller()
export class HealthController {
  constructor(
    private readonly store: Store,
    private readonly metrics: Metrics,
  ) {}

  /** The process answers; touches nothing else. */
  @Get('livez')
  @Act('public')
  live(): { status: 'alive' } {
    return { status: 'alive' };
  }

  /** The process can work: its database answers. The age of the last backup is told beside it and decides nothing. */
  @Get('readyz')
  @Act('public')
  async ready(): Promise<{ status: 'ready'; backupAgeHours: number | null }> {
    const row = await this.store.queryOne<{ age: number | null }>(`select ${backupAgeSql} as age`);
    return { status: 'ready', backupAgeHours: row?.age == null ? null : Math.round(row.age * 10) / 10 };
  }

  /** Prometheus text: process, event loop, queues, outbox. No ids, no names. */
  @Get('metrics')
  @Act('public')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  read(): Promise<string> {
    return this.metrics.text();
  }
}
