import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Linker } from '@ducha/audit';
import { forgetOldKeys } from '@ducha/http';
import { Settings, Store, Sweep } from '@ducha/store';

const hourMs = 3_600_000;

/** What a worker process does beside its jobs: chain the audit rows, forget old idempotency keys and sessions. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sweep = new Sweep('housekeeping', { everyMs: hourMs }, () => this.forget());

  constructor(
    private readonly settings: Settings,
    private readonly linker: Linker,
    private readonly store: Store,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.role === 'api') return;
    this.linker.start();
    this.sweep.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.sweep.stop();
    await this.linker.stop();
  }

  private async forget(): Promise<void> {
    await forgetOldKeys(this.store);
    await this.store.query("delete from session where expires_at < now() - interval '1 day'");
    await this.store.query("delete from oidc_attempt where expires_at < now() - interval '1 day'");
    await this.store.query("delete from login_attempt where window_ends_at < now() - interval '1 day'");
  }
}
