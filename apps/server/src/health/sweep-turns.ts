import { hostname } from 'node:os';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Store, Sweep, sweepTurns } from '@ducha/store';
import type { SweepView } from './queues.view.js';

const everyMs = 10_000;
const thisProcess = `${hostname()}:${process.pid}`;

const writeSql = `
  insert into sweep_turn (name, process, ran_at, failed)
  select t.name, $1, now() - t.ago * interval '1 millisecond', t.failed from jsonb_to_recordset($2::jsonb) as t(name text, ago float8, failed boolean)
  on conflict (name, process) do update set ran_at = excluded.ran_at, failed = excluded.failed`;

const readSql = `
  select name, max(ran_at) as "ranAt", extract(epoch from now() - max(ran_at))::float8 as "agoSeconds",
    bool_or(failed) filter (where ran_at > now() - interval '1 hour') is true as failed,
    count(*) filter (where ran_at > now() - interval '1 hour')::int as processes
  from sweep_turn group by name order by name`;

/** When the sweeps of every process last ran, written down by each and read by anybody. */
@Injectable()
export class SweepTurns implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sweep = new Sweep('turns of sweeps', { everyMs }, () => this.write());

  constructor(private readonly store: Store) {}

  onApplicationBootstrap(): void {
    this.sweep.start();
  }

  /** What a process wrote stays for a day after it has gone: that nothing sweeps any more is what one wants to see. */
  async onModuleDestroy(): Promise<void> {
    await this.sweep.stop();
  }

  list(): Promise<SweepView[]> {
    return this.store.query<SweepView>(readSql);
  }

  private async write(): Promise<void> {
    const now = performance.now();
    const turns = [...sweepTurns()].map(([name, { atMs, failed }]) => ({ name, ago: now - atMs, failed }));
    await this.store.query(writeSql, [thisProcess, JSON.stringify(turns)]);
    await this.store.query(`delete from sweep_turn where ran_at < now() - interval '1 day'`);
  }
}
