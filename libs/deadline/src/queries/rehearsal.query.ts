import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import type { Laddered } from '../domain/clocks/clock-rules.js';
import { type RehearsedRung, rehearse } from '../domain/ladders/rehearsal.js';
import { Clocks } from '../usecases/clocks.js';
import { type Hearers, hearersOf } from '../usecases/hearers.js';

/** A clock whose rungs are rehearsed. */
export interface RehearsedClock extends Laddered {
  readonly id: string;
  readonly taskId: string | null;
  /** Rungs that have fired. */
  readonly fired?: readonly number[];
}

/** One thing that will be said: by which clock, when, to whom as the posts are held today. */
export interface RehearsedNotice extends RehearsedRung {
  readonly clockId: string;
  readonly hearers: Hearers;
}

/** What will be said to whom and when if nothing is done (预演). */
@Injectable()
export class Rehearsal {
  constructor(
    private readonly store: Store,
    private readonly clocks: Clocks,
  ) {}

  /** @param clocks  running ones */
  async of(clocks: readonly RehearsedClock[], now: Date): Promise<RehearsedNotice[]> {
    if (clocks.length === 0) return [];
    const rules = await this.clocks.rules();
    const hearers = await hearersOf(this.store.manager, clocks);
    return clocks
      .flatMap((clock) =>
        rehearse(rules, clock, now, clock.fired).map((rung) => ({
          ...rung,
          clockId: clock.id,
          hearers: hearers.of(clock, rung.audience),
        })),
      )
      .sort((a, b) => a.at.getTime() - b.at.getTime());
  }
}
