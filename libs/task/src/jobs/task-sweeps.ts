import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Hold, Sweep } from '@ducha/store';
import { CloseInSilence } from '../usecases/close-in-silence.js';
import { Undelivered } from './undelivered.js';

const deliveryMs = 5_000;
const silenceMs = 30_000;

/** What every worker process looks for in the tables, whatever the queue forgot. */
@Injectable()
export class TaskSweeps implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sweeps: readonly Sweep[];

  constructor(undelivered: Undelivered, closeInSilence: CloseInSilence, hold: Hold) {
    this.sweeps = [
      new Sweep('undelivered assignments', { everyMs: deliveryMs }, () => hold.unlessHeld(() => undelivered.deliver())),
      new Sweep('silent presentations', { everyMs: silenceMs }, () => hold.unlessHeld(() => closeInSilence.run())),
    ];
  }

  onApplicationBootstrap(): void {
    for (const sweep of this.sweeps) sweep.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.sweeps.map((sweep) => sweep.stop()));
  }
}
