import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { statesThatAllow } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { matterLifecycle } from '../domain/matter-lifecycle.js';

const batch = 500;

const lapseSql = `
  update reply set lapsed_at = now(), version = version + 1
  where id in (select id from reply where feedback_at is null and lapsed_at is null and token_expires_at <= now() order by token_expires_at limit ${batch} for update skip locked)
  returning matter_id`;

const closeSql = `
  with over as (
    select m.id, m.state from matter m where m.id = any($1::uuid[]) and m.state = any($2)
      and not exists (select 1 from reply r where r.matter_id = m.id and r.round = m.round and r.lapsed_at is null and (r.feedback is null or r.feedback = 'dissatisfied'))
    order by m.id for update)
  update matter m set state = 'closed', closed_at = now(), version = version + 1 from over where m.id = over.id returning m.id, over.state as from`;

/** Ends the waiting for feedback that did not come within the link's time: silence closes the matter. */
@Injectable()
export class LapseReplies {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** One batch. Safe in several processes at once. @returns whether more may be left */
  async run(): Promise<boolean> {
    return this.store.transaction(async (tx) => {
      const lapsed = await this.store.query<{ matter_id: string }>(lapseSql);
      if (lapsed.length === 0) return false;
      const matterIds = [...new Set(lapsed.map(({ matter_id }) => matter_id))];
      const closed = await this.store.query<{ id: string; from: string }>(closeSql, [
        matterIds,
        statesThatAllow(matterLifecycle, 'lapse'),
      ]);
      const acts = closed.map(({ id, from }) => ({
        act: 'matter.lapse',
        subject: { type: 'matter', id },
        by: null,
        from,
        to: 'closed',
      }));
      await this.audit.record(tx, ...acts);
      return lapsed.length === batch;
    });
  }
}
