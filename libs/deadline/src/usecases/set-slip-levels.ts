import { Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { Store } from '@ducha/store';
import { faultsOfLevels, type SlipLevel } from '../domain/ladders/slip-level.js';
import { deadlineFault } from '../deadline-faults.js';
import { Ladders } from '../queries/ladders.query.js';
import { SlipLevels } from '../queries/slip-levels.query.js';
import { holdRules } from './rule-tokens.js';

/** Names and colours of slips. What was served keeps those of its day. */
@Injectable()
export class SetSlipLevels {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly levels: SlipLevels,
    private readonly ladders: Ladders,
  ) {}

  /** @throws Fault `deadline.slipLevelsWrong`; `deadline.slipLevelUsed` when a ladder serves one that would be gone */
  async run(levels: readonly SlipLevel[], seen: number, by: Doer): Promise<void> {
    const errors = faultsOfLevels(levels);
    if (errors.length > 0) throw deadlineFault('slipLevelsWrong', {}, errors);
    await this.store.transaction(async (tx) => {
      await holdRules(tx, 'ladder');
      const { version } = await this.levels.read();
      refuseStale({ version }, seen);
      await this.refuseUsed(levels.length);
      const value = JSON.stringify({ version: version + 1, levels });
      await tx.query(
        `insert into county_setting (name, value) values ('slip_levels', $1)
         on conflict on constraint county_setting_pk do update set value = excluded.value`,
        [value],
      );
      const facts = { version: version + 1, levels: levels.length };
      await this.audit.record(tx, { act: 'slip_level.set', subject: { type: 'slip_level', id: null }, by, facts });
    });
  }

  private async refuseUsed(highest: number): Promise<void> {
    const using = (await this.ladders.all()).find(({ rungs }) => rungs.some(({ level }) => (level ?? 0) > highest));
    if (!using) return;
    throw deadlineFault(
      'slipLevelUsed',
      { ladder: using.code, ladderTitle: using.title, ladderTitleZh: using.titleZh },
      [{ path: 'levels', message: `${using.titleZh} (${using.code})`, constraint: 'used' }],
    );
  }
}
