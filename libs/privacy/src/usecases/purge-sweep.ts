import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Hold, Sweep } from '@ducha/store';
import { CarryOutPurge } from './carry-out-purge.js';
import { ProposePurge } from './propose-purge.js';

const proposeMs = 600_000;
const carryOutMs = 30_000;

/** Looks for what is due, and for what was decided. */
@Injectable()
export class PurgeSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sweeps: readonly Sweep[];

  constructor(propose: ProposePurge, carryOut: CarryOutPurge, hold: Hold) {
    this.sweeps = [
      new Sweep('personal data past its time', { everyMs: proposeMs }, () => hold.unlessHeld(() => propose.run())),
      new Sweep('approved purges', { everyMs: carryOutMs }, () => hold.unlessHeld(() => carryOut.run())),
    ];
  }

  onApplicationBootstrap(): void {
    for (const sweep of this.sweeps) sweep.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.sweeps.map((sweep) => sweep.stop()));
  }
}
