import { Controller, Get, Header } from '@nestjs/common';
import { Act } from '@ducha/access';
import { Store } from '@ducha/store';
import { Metrics } from './metrics.js';

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

  /** The process can work: its database answers. */
  @Get('readyz')
  @Act('public')
  async ready(): Promise<{ status: 'ready' }> {
    await this.store.query('select 1');
    return { status: 'ready' };
  }

  /** Prometheus text: process, event loop, queues, outbox. No ids, no names. */
  @Get('metrics')
  @Act('public')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  read(): Promise<string> {
    return this.metrics.text();
  }
}
