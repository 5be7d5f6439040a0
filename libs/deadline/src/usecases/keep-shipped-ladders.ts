import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { Ladder } from '../domain/ladders/ladder.js';
import { shippedLadders } from '../domain/ladders/ladders.js';
import { digestOf } from './digest.js';
import { addLadderRevision } from './ladder-rows.js';
import { holdRules, renewToken } from './rule-tokens.js';

/** Takes in the ladders that come with the product, when a process starts: what the county edited stays as it is. */
@Injectable()
export class KeepShippedLadders implements OnModuleInit {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.run(shippedLadders);
  }

  /** The same with other ladders, as another version of the product would bring them. */
  async run(ladders: readonly Ladder[]): Promise<void> {
    const digest = digestOf(ladders);
    const known = await this.store.queryOne<{ shipped: string }>(
      `select shipped from time_rules where kind = 'ladder'`,
    );
    if (known?.shipped === digest) return;
    await this.store.transaction(async (tx) => {
      if ((await holdRules(tx, 'ladder')) === digest) return;
      let taken = 0;
      for (const ladder of ladders) if (await this.take(tx, ladder)) taken += 1;
      await tx.query(`update time_rules set shipped = $1 where kind = 'ladder'`, [digest]);
      await renewToken(tx, 'ladder', this.ids);
      const facts = { taken, digest };
      await this.audit.record(tx, { act: 'ladder.ship', subject: { type: 'ladder', id: null }, by: null, facts });
    });
  }

  private async take(tx: EntityManager, ladder: Ladder): Promise<boolean> {
    const digest = digestOf(ladder);
    const [former] = await tx.query<{ digest: string | null }[]>(
      'select shipped_digest as digest from ladder where code = $1',
      [ladder.code],
    );
    if (former?.digest === digest) return false;
    await tx.query(
      `insert into ladder (code, shipped, shipped_digest) values ($1, $2, $3)
       on conflict on constraint ladder_pk do update set shipped = excluded.shipped, shipped_digest = excluded.shipped_digest`,
      [ladder.code, JSON.stringify(ladder), digest],
    );
    const [newest] = await tx.query<{ origin: string }[]>(
      'select origin from ladder_revision where code = $1 order by revision desc limit 1',
      [ladder.code],
    );
    if (newest?.origin === 'edited') return false;
    await addLadderRevision(tx, { ladder, origin: 'shipped', retired: false, effectiveAt: null, personId: null });
    return true;
  }
}
