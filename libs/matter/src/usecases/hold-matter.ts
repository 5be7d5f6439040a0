import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { HoldBasis } from '../domain/hold-bases.js';
import { matterFault } from '../matter-faults.js';
import { lockMatter } from './matter-reading.js';

/** Keeps everything of a matter from being purged while somebody needs it, and lets it go again. */
@Injectable()
export class HoldMatter {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `matter.notFound`, `matter.alreadyHeld` */
  hold(matterId: string, basis: HoldBasis, reason: string, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      await lockMatter(tx, matterId);
      await tx.query(
        'insert into matter_hold (id, matter_id, basis, reason, placed_by, placed_at) values ($1, $2, $3, $4, $5, now())',
        [this.ids.next(), matterId, basis, reason, by.personId],
      );
      const facts = { basis };
      await this.audit.record(tx, {
        act: 'matter.hold',
        subject: { type: 'matter', id: matterId },
        by,
        facts,
        words: reason,
      });
    });
  }

  /** @throws Fault `matter.notFound`, `matter.notHeld` */
  release(matterId: string, reason: string, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      await lockMatter(tx, matterId);
      const [, lifted] = await tx.query<[unknown[], number]>(
        'update matter_hold set lifted_by = $2, lifted_at = now() where matter_id = $1 and lifted_at is null',
        [matterId, by.personId],
      );
      if (lifted === 0) throw matterFault('notHeld');
      await this.audit.record(tx, {
        act: 'matter.release',
        subject: { type: 'matter', id: matterId },
        by,
        words: reason,
      });
    });
  }
}
