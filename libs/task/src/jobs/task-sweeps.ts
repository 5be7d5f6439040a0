import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SpellNames } from '@ducha/org';
import { Hold, Sweep } from '@ducha/store';
import { CloseInSilence } from '../usecases/close-in-silence.js';
import { LapseExports } from '../usecases/lapse-exports.js';
import { Undelivered } from './undelivered.js';

const deliveryMs = 5_000;
const silenceMs = 30_000;
const namesMs = 5_000;
const exportsMs = 60_000;

/** What every worker process looks for in the tables, whatever the queue forgot. */
@Injectable()
export class TaskSweeps implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sweeps: readonly Sweep[];

  constructor(
    undelivered: Undelivered,
    closeInSilence: CloseInSilence,
    spellNames: SpellNames,
    lapseExports: LapseExports,
    hold: Hold,
  ) {
    this.sweeps = [
      new Sweep('undelivered assignments', { everyMs: deliveryMs }, () => hold.unlessHeld(() => undelivered.deliver())),
      new Sweep('silent presentations', { everyMs: silenceMs }, () => hold.unlessHeld(() => closeInSilence.run())),
      new Sweep('names to spell', { everyMs: namesMs }, () => spellNames.run()),
      new Sweep('lapsed export requests', { everyMs: exportsMs }, () => lapseExports.run()),
    ];
  }

  onApplicationBootstrap(): void {
    for (const sweep of this.sweeps) sweep.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.sweeps.map((sweep) => sweep.stop()));
  }
}
