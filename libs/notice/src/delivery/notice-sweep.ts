import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Bell, Hold, Sweep } from '@ducha/store';
import { GatherItems } from './gather-items.js';
import { RingDue } from './ring-due.js';

const pace = { everyMs: 10_000, restMs: 200 };

/** Gathers what was told and rings for what is due, in every worker process, whatever the queue forgot. */
@Injectable()
export class NoticeSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sweep: Sweep;

  constructor(
    private readonly bell: Bell,
    gather: GatherItems,
    ring: RingDue,
    hold: Hold,
  ) {
    const turn = async (): Promise<boolean> => {
      const gathered = await gather.run();
      return (await ring.run()) || gathered;
    };
    this.sweep = new Sweep('notices', pace, () => hold.unlessHeld(turn));
  }

  onApplicationBootstrap(): void {
    this.bell.on('notice', this.sweep.wake);
    this.sweep.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.sweep.stop();
  }
}
