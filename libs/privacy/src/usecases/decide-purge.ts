import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { nextState } from '@ducha/kernel';
import { compareAndSet, Store } from '@ducha/store';
import { purgeLifecycle } from '../domain/purge-lifecycle.js';
import { privacyFault } from '../privacy-faults.js';
import { PurgeRow } from '../rows/purge.row.js';

/** One step of the two persons. */
export interface DecidePurgeCommand {
  readonly purgeId: string;
  readonly version: number;
  readonly on: 'ask' | 'approve' | 'refuse';
  readonly words: string | null;
  readonly by: Actor;
}

/** One person asks for what the sweep proposed, another approves or refuses. Neither is shown whose data it is. */
@Injectable()
export class DecidePurge {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `privacy.purgeNotFound`, `privacy.purgeMoveRefused`, `privacy.purgeOwnRequest`, `http.preconditionFailed` */
  run({ purgeId, version, on, words, by }: DecidePurgeCommand): Promise<void> {
    return this.store.transaction(async (tx) => {
      const seen = await tx.findOneBy(PurgeRow, { id: purgeId });
      if (!seen) throw privacyFault('purgeNotFound');
      refuseStale(seen, version);
      const to = nextState(purgeLifecycle, seen.state, on);
      if (to === undefined) throw privacyFault('purgeMoveRefused', { from: seen.state, on });
      if (on !== 'ask' && seen.askedBy === by.personId) throw privacyFault('purgeOwnRequest');
      const who =
        on === 'ask'
          ? { askedBy: by.personId, askedAt: () => 'now()' }
          : { decidedBy: by.personId, decidedAt: () => 'now()', words };
      await compareAndSet(tx, PurgeRow, seen, { state: to, ...who });
      await this.audit.record(tx, {
        act: `purge.${on}`,
        subject: { type: 'purge', id: purgeId },
        by,
        from: seen.state,
        to,
        ...(words !== null && { words }),
      });
    });
  }
}
