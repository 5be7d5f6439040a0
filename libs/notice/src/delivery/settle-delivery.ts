import { Injectable } from '@nestjs/common';
import { nextState } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { deliveryLifecycle } from '../domain/lifecycles.js';
import { waitAfter } from '../domain/retry.js';
import type { Receipt } from '../sending/messenger.js';
import type { Claimed } from './claim-delivery.js';

const settleSql = `
  update notice_delivery set state = $3, answer_code = $4, leased_until = null, version = version + 1,
    send_at = case when $3 = 'waiting' then now() + make_interval(mins => $5) else send_at end,
    ended_at = case when $3 = 'waiting' then null else now() end
  where id = $1 and version = $2`;

/** Records what became of a try: taken, to be tried again later, or parked for somebody to look at. */
@Injectable()
export class SettleDelivery {
  /** Writes nothing when another process has taken the message over since. */
  async run(tx: EntityManager, { id, version, tries }: Claimed, { verdict, code }: Receipt): Promise<void> {
    const wait = verdict === 'fail' ? waitAfter(tries) : undefined;
    const event = verdict === 'fail' && wait === undefined ? 'park' : verdict;
    const state = nextState(deliveryLifecycle, 'sending', event);
    await tx.query(settleSql, [id, version, state, code, wait ?? 0]);
  }
}
