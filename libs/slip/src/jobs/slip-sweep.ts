import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Hold, Sweep } from '@ducha/store';
import { LapseSlips } from '../usecases/lapse-slips.js';

/** A slip that nobody answered is looked for this often. */
const everyMs = 30_000;

/** Lets slips lapse, in every worker process; each takes what nobody else holds. */
@Injectable()
export class SlipSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sweep: Sweep;

  constructor(lapse: LapseSlips, hold: Hold) {
    this.sweep = new Sweep('slips', { everyMs }, () => hold.unlessHeld(() => lapse.run()));
  }

  onApplicationBootstrap(): void {
    this.sweep.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.sweep.stop();
  }
}
