import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { Actor } from '@ducha/access';
import type { DeliveryQuery } from '../http/channel.dto.js';
import type { AddressView, ChannelView, DeliveryView } from '../http/channel.view.js';

const channelsSql = `
  select c.id, c.version, c.kind, c.name, case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.short_name) end as unit,
    c.scheme, c.host, c.port, c.settings, c.enabled, c.changed_at as "changedAt",
    exists (select 1 from notice_address a where a.host = c.host and a.port = c.port and a.state = 'allowed') as allowed
  from notice_channel c left join unit u on u.id = c.unit_id`;

interface AddressRow extends Omit<AddressView, 'actions'> {
  readonly askedRole: string;
}

/** What administrators see of the ways out: never a credential. */
@Injectable()
export class ChannelList {
  constructor(private readonly store: Store) {}

  channels(): Promise<ChannelView[]> {
    return this.store.query<ChannelView>(`${channelsSql} order by c.name, c.id limit 200`);
  }

  async one(id: string): Promise<ChannelView | undefined> {
    return this.store.queryOne<ChannelView>(`${channelsSql} where c.id = $1`, [id]);
  }

  /** Addresses, what waits for a decision first. */
  async addresses(by: Actor): Promise<AddressView[]> {
    const rows = await this.store.query<AddressRow>(
      `select a.id, a.version, a.host, a.port, a.inside, a.reason, a.state, a.asked_role as "askedRole",
         jsonb_build_object('id', ab.id, 'name', ab.name) as "askedBy", a.asked_at as "askedAt",
         case when db.id is not null then jsonb_build_object('id', db.id, 'name', db.name) end as "decidedBy", a.decided_at as "decidedAt", a.words
       from notice_address a join person ab on ab.id = a.asked_by left join person db on db.id = a.decided_by
       order by a.state = 'requested' desc, a.asked_at desc, a.id desc limit 200`,
    );
    return rows.map(({ askedRole, ...row }) => ({ ...row, actions: actionsOf(row, askedRole, by) }));
  }

  /** What became of messages, the latest first. */
  async deliveries(query: DeliveryQuery): Promise<Page<DeliveryView>> {
    const before = decodeCursor(query.cursor, 'id');
    const limit = pageSize(query);
    const rows = await this.store.query<DeliveryView>(
      `select d.id, d.version, jsonb_build_object('id', c.id, 'name', c.name, 'kind', c.kind) as channel,
         case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end as person, d.state, d.urgency, d.test,
         d.created_at as "createdAt", d.send_at as "sendAt", d.tries, d.answer_code as "answerCode", d.ended_at as "endedAt",
         (select count(*)::int from notice_item i where i.delivery_id = d.id) as notices
       from notice_delivery d join notice_channel c on c.id = d.channel_id left join person p on p.id = d.person_id
       where ($1::text is null or d.state = $1) and ($2::uuid is null or d.channel_id = $2) and ($3::uuid is null or d.id < $3::uuid)
       order by d.id desc limit $4`,
      [query.state ?? null, query.channelId ?? null, before?.[0] ?? null, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => [id],
    );
  }
}

/** What the reader may do with an address now. */
function actionsOf(row: Omit<AddressRow, 'askedRole'>, askedRole: string, by: Actor): string[] {
  if (row.state === 'allowed') return ['end'];
  if (row.state !== 'requested') return [];
  if (row.askedBy.id === by.personId) return ['withdraw'];
  return askedRole === by.role ? [] : ['allow', 'refuse'];
}
