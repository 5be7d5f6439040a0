import { Injectable } from '@nestjs/common';
import { Outbox, Store } from '@ducha/store';
import { deliveryBell } from '../jobs/jobs.js';

const most = 500;
/** A bell is taken for lost after this long. */
const patienceSeconds = 30;

const dueSql = `
  update notice_delivery d set rung_at = now(), rings = rings + 1
  from (
    select id from notice_delivery
    where send_at <= now() and (state in ('gathering', 'waiting') or (state = 'sending' and leased_until < now()))
      and (rung_at is null or rung_at < now() - interval '${patienceSeconds} seconds' or rung_at < send_at)
    order by send_at limit ${most} for update skip locked
  ) as due
  where d.id = due.id returning d.id, d.rings`;

/** Rings for every message whose time has come, also for those whose bell or worker was lost. */
@Injectable()
export class RingDue {
  constructor(
    private readonly store: Store,
    private readonly outbox: Outbox,
  ) {}

  /** One turn; true when it left work behind. */
  async run(): Promise<boolean> {
    return this.store.separately(async (tx) => {
      const [due] = await tx.query<[{ id: string; rings: number }[], number]>(dueSql);
      if (due.length === 0) return false;
      await this.outbox.add(tx, ...due.map(({ id, rings }) => deliveryBell(id, rings)));
      return due.length === most;
    });
  }
}
