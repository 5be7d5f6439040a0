import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Hold, Sweep } from '@ducha/store';
import { LapseReplies } from '../usecases/lapse-replies.js';

const everyMs = 30_000;

/** Looks in every worker process for replies whose time for feedback is over. */
@Injectable()
export class LapseSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sweep = new Sweep('lapse of replies', { everyMs }, () =>
    this.hold.unlessHeld(() => this.lapseReplies.run()),
  );

  constructor(
    private readonly lapseReplies: LapseReplies,
    private readonly hold: Hold,
  ) {}

  onApplicationBootstrap(): void {
    this.sweep.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.sweep.stop();
  }
}
