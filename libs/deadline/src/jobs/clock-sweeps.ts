import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Hold, prepared, Store, Sweep } from '@ducha/store';
import { FireRungs } from '../usecases/fire-rungs.js';
import { TakeUpLadders } from '../usecases/take-up-ladders.js';

/** The ceiling of what a lost wake-up costs. */
const everyMs = 30_000;
const soonestSql = prepared(
  `select ceil(extract(epoch from c.next_rung_at - now()) * 1000)::float8 as "inMs" from clock c
   where c.next_rung_at is not null and c.held_at is null order by c.next_rung_at limit 1`,
);

/**
 * Looks for clocks that ring, in every worker process: at an interval, and at the very instant of the next alarm, which the
 * database’s clock measures. Several processes ring at once and safely: each takes what nobody else holds.
 */
@Injectable()
export class ClockSweeps implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sweep: Sweep;
  private alarm: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: Store,
    private readonly fireRungs: FireRungs,
    private readonly ladders: TakeUpLadders,
    private readonly hold: Hold,
  ) {
    this.sweep = new Sweep('clocks', { everyMs }, () => this.hold.unlessHeld(() => this.turn()));
  }

  onApplicationBootstrap(): void {
    this.sweep.start();
  }

  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.alarm);
    await this.sweep.stop();
  }

  private async turn(): Promise<boolean> {
    await this.ladders.run();
    const more = (await this.fireRungs.run()) && (await this.twoTurns());
    if (!more) await this.setAlarm();
    return more;
  }

  /** A crowd rings at once: while the database writes one batch, this process works the next one out. */
  private async twoTurns(): Promise<boolean> {
    return (await Promise.all([this.fireRungs.run(), this.fireRungs.run()])).includes(true);
  }

  /** To the next instant, when it lies before the next turn. */
  private async setAlarm(): Promise<void> {
    clearTimeout(this.alarm);
    const soonest = await this.store.queryOne<{ inMs: number }>(soonestSql);
    if (soonest && soonest.inMs < everyMs) this.alarm = setTimeout(this.sweep.wake, Math.max(1, soonest.inMs)).unref();
  }
}
