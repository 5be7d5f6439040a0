import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { type ChannelKind, channelTraits, groupRole } from '../domain/channel-kind.js';
import type { NoticeHours } from '../domain/hours.js';
import { noticeFault } from '../notice-faults.js';

/** One way out: a topic goes to holders of a role (or to the group) by a channel. */
export interface Way {
  readonly topic: string;
  readonly role: string;
  readonly channelId: string;
}

/** Settles when people may be reached, and by which ways. */
@Injectable()
export class SettleRules {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `notice.hoursWrong`, `notice.wayForbidden` */
  run({ hours, ways }: { hours: NoticeHours; ways: readonly Way[] }, by: Actor): Promise<void> {
    if (hours.openMinute >= hours.closeMinute)
      throw noticeFault('hoursWrong', {}, [
        { path: 'hours.closeMinute', message: 'must be later than openMinute', constraint: 'later' },
      ]);
    return this.store.transaction(async (tx) => {
      await tx.query(
        `insert into county_setting (name, value) values ('notice', $1) on conflict (name) do update set value = excluded.value`,
        [JSON.stringify(hours)],
      );
      await refuseUnfit(tx, ways);
      await tx.query('delete from notice_way');
      await tx.query(
        `insert into notice_way (topic, role, channel_id)
         select distinct w.topic, w.role, w."channelId" from jsonb_to_recordset($1::jsonb) as w(topic text, role text, "channelId" uuid)`,
        [JSON.stringify(ways)],
      );
      const facts = { ...hours, ways: ways.length };
      await this.audit.record(tx, { act: 'notice_rule.set', subject: { type: 'county', id: null }, by, facts });
    });
  }
}

/** A group's channel goes to its group, a personal one to roles. */
async function refuseUnfit(tx: EntityManager, ways: readonly Way[]): Promise<void> {
  const channels = await tx.query<{ id: string; kind: ChannelKind }[]>('select id, kind from notice_channel');
  const kinds = new Map(channels.map(({ id, kind }) => [id, kind]));
  for (const [index, { role, channelId }] of ways.entries()) {
    const kind = kinds.get(channelId.toLowerCase());
    if (kind === undefined)
      throw noticeFault('wayForbidden', {}, [
        { path: `ways[${index}].channelId`, message: 'does not exist', constraint: 'known' },
      ]);
    if (channelTraits[kind].personal === (role === groupRole))
      throw noticeFault('wayForbidden', {}, [
        { path: `ways[${index}].role`, message: 'does not fit the channel', constraint: 'fits' },
      ]);
  }
}
