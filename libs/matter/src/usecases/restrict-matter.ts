import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { compareAndSet, Store } from '@ducha/store';
import { matterFault } from '../matter-faults.js';
import { standingOf } from '../queries/matter-standing.js';
import { MatterRow } from '../rows/matter.row.js';
import { readSeenMatter } from './matter-reading.js';
import { type NewRestriction, Restriction } from './restriction.js';

/** Makes a matter that came in openly an accusation. */
export interface RestrictMatterCommand {
  readonly matterId: string;
  readonly version: number;
  readonly restriction: NewRestriction;
  readonly by: Actor;
}

/** Triage found an accusation (检举控告): from now on it goes the restricted way. A proposal that waits is withdrawn. */
@Injectable()
export class RestrictMatter {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly restriction: Restriction,
  ) {}

  /** @throws Fault `matter.moveRefused` once it is registered or settled, `matter.hasMerged`, and what `Restriction.put` refuses */
  async run({ matterId, version, restriction, by }: RestrictMatterCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      const seen = await readSeenMatter(tx, { id: matterId, version });
      const standing = await standingOf(this.store, matterId);
      if (standing.hasMerged) throw matterFault('hasMerged');
      if (seen.state !== 'received' || seen.restricted)
        throw matterFault('moveRefused', { from: seen.state, on: 'restrict' });
      await compareAndSet(tx, MatterRow, seen, { restricted: true });
      await this.restriction.put(tx, matterId, restriction, by, '');
      await tx.query(
        `update handling_proposal set decision = 'withdrawn', decided_by = $2, decided_at = now(), version = version + 1 where matter_id = $1 and decision is null`,
        [matterId, by.personId],
      );
      await this.audit.record(tx, { act: 'matter.restrict', subject: { type: 'matter', id: matterId }, by });
    });
  }
}
