import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Store } from '@ducha/store';
import { heldSql } from '../tell-sql.js';
import type { OwnWaysView } from '../http/notice.view.js';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly kind: 'mail' | 'sms';
  readonly topic: string;
  readonly muted: boolean;
}

const waysSql = `
  select distinct c.id, c.name, c.kind, w.topic, m.person_id is not null as muted
  from post p join notice_way w on w.role = p.role join notice_channel c on c.id = w.channel_id and c.enabled
    left join notice_mute m on m.person_id = p.person_id and m.channel_id = c.id and m.topic = w.topic
  where p.person_id = $1 and ${heldSql('p')} and c.kind in ('mail', 'sms') order by c.name, c.id, w.topic`;

/** By which ways a person is reached outside the house, in all their posts. */
@Injectable()
export class OwnWays {
  constructor(private readonly store: Store) {}

  async of({ personId }: Pick<Actor, 'personId'>): Promise<OwnWaysView> {
    const rows = await this.store.query<Row>(waysSql, [personId]);
    const own = await this.store.queryOne<{ mail: string | null; phone: string | null }>(
      'select k.mail, p.phone from person p left join notice_contact k on k.person_id = p.id where p.id = $1',
      [personId],
    );
    const domains = await this.store.query<{ domain: string }>(
      `select distinct jsonb_array_elements_text(settings -> 'recipientDomains') as domain from notice_channel where kind = 'mail' order by 1`,
    );
    const channels = new Map<string, OwnWaysView['channels'][number]>();
    for (const { topic, muted, ...channel } of rows) {
      const known = channels.get(channel.id) ?? { ...channel, topics: [] };
      known.topics.push({ topic, muted });
      channels.set(channel.id, known);
    }
    return {
      mail: own?.mail ?? null,
      phone: own?.phone ?? null,
      mailDomains: domains.map(({ domain }) => domain),
      channels: [...channels.values()],
    };
  }
}
