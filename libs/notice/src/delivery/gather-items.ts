import { Inject, Injectable } from '@nestjs/common';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { deliveryLifecycle } from '../domain/lifecycles.js';
import { HoursQuery } from '../queries/hours.query.js';

const mostItems = 5_000;

interface Item {
  readonly notice_id: string;
  readonly channel_id: string;
  readonly person_id: string | null;
  readonly urgency: string;
}

/** Of orders the message id is known at once; of ordinary items the open message of their recipient is looked up. */
interface Opening {
  readonly id: string;
  readonly channel_id: string;
  readonly person_id: string | null;
  readonly notice_id: string | null;
}

const claimSql = `
  select notice_id, channel_id, person_id, urgency from notice_item where delivery_id is null
  order by notice_id limit ${mostItems} for update skip locked`;

const openSql = `
  insert into notice_delivery (id, channel_id, person_id, state, urgency, test, created_at, send_at, tries, rings, version)
  select o.id, o.channel_id, o.person_id, $2, $3, false, now(), now() + make_interval(mins => $4), 0, 0, 1
  from jsonb_to_recordset($1::jsonb) as o(id uuid, channel_id uuid, person_id uuid) order by o.channel_id, o.person_id
  on conflict do nothing`;

const joinOpenSql = `
  with open as (
    select d.id, d.channel_id, d.person_id from notice_delivery d
    where d.state = 'gathering' and (d.channel_id, coalesce(d.person_id, d.channel_id)) in (
      select o.channel_id, coalesce(o.person_id, o.channel_id) from jsonb_to_recordset($1::jsonb) as o(channel_id uuid, person_id uuid))
    order by d.id for update
  )
  update notice_item i set delivery_id = open.id from open, unnest($2::uuid[]) as taken(id)
  where i.notice_id = taken.id and i.channel_id = open.channel_id and i.person_id is not distinct from open.person_id
    and i.delivery_id is null and i.urgency = 'ordinary'`;

const joinOrdersSql = `
  update notice_item i set delivery_id = o.id
  from jsonb_to_recordset($1::jsonb) as o(id uuid, channel_id uuid, person_id uuid, notice_id uuid)
  where i.notice_id = o.notice_id and i.channel_id = o.channel_id and i.person_id is not distinct from o.person_id`;

/**
 * Makes messages of what there is to say: ordinary notices to one recipient that come within the county's window travel
 * together, an order goes alone and at once.
 */
@Injectable()
export class GatherItems {
  constructor(
    private readonly store: Store,
    private readonly hours: HoursQuery,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** One turn; true when it left work behind. */
  async run(): Promise<boolean> {
    return this.store.separately(async (tx) => {
      const items = await tx.query<Item[]>(claimSql);
      if (items.length === 0) return false;
      await this.openOrders(
        tx,
        items.filter(({ urgency }) => urgency === 'order'),
      );
      await this.openOrdinary(
        tx,
        items.filter(({ urgency }) => urgency !== 'order'),
      );
      return items.length === mostItems;
    });
  }

  private async openOrders(tx: EntityManager, items: readonly Item[]): Promise<void> {
    if (items.length === 0) return;
    const openings = JSON.stringify(items.map((item): Opening => ({ ...item, id: this.ids.next() })));
    await tx.query(openSql, [openings, 'waiting', 'order', 0]);
    await tx.query(joinOrdersSql, [openings]);
  }

  private async openOrdinary(tx: EntityManager, items: readonly Item[]): Promise<void> {
    if (items.length === 0) return;
    const { hours, minutesUntilOpen } = await this.hours.now();
    const wait = Math.max(hours.windowMinutes, minutesUntilOpen);
    const recipients = new Map(items.map((item) => [`${item.channel_id}|${item.person_id ?? ''}`, item]));
    const openings = JSON.stringify(
      [...recipients.values()].map((item): Opening => ({ ...item, notice_id: null, id: this.ids.next() })),
    );
    await tx.query(openSql, [openings, deliveryLifecycle.initial, 'ordinary', wait]);
    await tx.query(joinOpenSql, [openings, [...new Set(items.map(({ notice_id }) => notice_id))]]);
  }
}
