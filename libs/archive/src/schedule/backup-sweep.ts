import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Sweep } from '@ducha/store';
import { ScheduledBackup } from './scheduled-backup.js';

const everyMs = 300_000;
/** Whoever starts the server wants to work first. */
const firstAfterMs = 600_000;

/** Looks in every worker process whether the daily backup is due. */
@Injectable()
export class BackupSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sweep: Sweep;
  private timer: NodeJS.Timeout | undefined;

  constructor(scheduled: ScheduledBackup) {
    this.sweep = new Sweep('daily backup', { everyMs }, async () => {
      await scheduled.turn();
    });
  }

  onApplicationBootstrap(): void {
    this.timer = setTimeout(() => this.sweep.start(), firstAfterMs).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.timer);
    await this.sweep.stop();
  }
}
