import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Hold, Sweep } from '@ducha/store';
import { LapseConclusions } from '../usecases/conclusion/lapse-conclusions.js';

/** A term that is over is looked for this often. */
const everyMs = 30_000;

/** Lets fact checks and the time for review run out, in every worker process; each takes what nobody else holds. */
@Injectable()
export class ConclusionSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sweep: Sweep;

  constructor(lapse: LapseConclusions, hold: Hold) {
    this.sweep = new Sweep('conclusions', { everyMs }, () => hold.unlessHeld(() => lapse.run()));
  }

  onApplicationBootstrap(): void {
    this.sweep.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.sweep.stop();
  }
}
