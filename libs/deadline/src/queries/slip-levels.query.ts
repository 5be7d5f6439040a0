import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import { type SlipLevel, usualSlipLevels } from '../domain/ladders/slip-level.js';

/** The colours with the version that the next change names. */
export interface KeptSlipLevels {
  readonly version: number;
  readonly levels: readonly SlipLevel[];
}

/** The slips that the county has: names, colours and times of reply. */
@Injectable()
export class SlipLevels {
  constructor(private readonly store: Store) {}

  async read(): Promise<KeptSlipLevels> {
    const row = await this.store.queryOne<{ value: KeptSlipLevels }>(
      `select value from county_setting where name = 'slip_levels'`,
    );
    return row?.value ?? { version: 0, levels: usualSlipLevels };
  }
}
