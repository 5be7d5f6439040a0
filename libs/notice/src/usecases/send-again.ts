import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids, nextState } from '@ducha/kernel';
import { Bell, Store } from '@ducha/store';
import { type ChannelKind, channelTraits } from '../domain/channel-kind.js';
import { deliveryLifecycle, type DeliveryState } from '../domain/lifecycles.js';
import { noticeFault } from '../notice-faults.js';

/** Messages that an administrator sends by hand: a trial, and a parked one once more. */
@Injectable()
export class SendAgain {
  constructor(
    private readonly store: Store,
    private readonly bell: Bell,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** A trial goes the way of every message: to the group, or to the own address of who asks. @throws Fault `notice.noContact` */
  trial(channelId: string, by: Actor): Promise<string> {
    return this.store.transaction(async (tx) => {
      const [channel] = await tx.query<
        { kind: ChannelKind; enabled: boolean; mail: string | null; phone: string | null }[]
      >(
        `select c.kind, c.enabled, k.mail, p.phone from notice_channel c join person p on p.id = $2 left join notice_contact k on k.person_id = p.id
         where c.id = $1`,
        [channelId, by.personId],
      );
      if (!channel) throw noticeFault('channelNotFound');
      const { personal } = channelTraits[channel.kind];
      if (personal && (channel.kind === 'mail' ? channel.mail : channel.phone) === null) throw noticeFault('noContact');
      const id = this.ids.next();
      await tx.query(
        `insert into notice_delivery (id, channel_id, person_id, state, urgency, test, created_at, send_at, tries, rings, version)
         values ($1, $2, $3, 'waiting', 'ordinary', true, now(), now(), 0, 0, 1)`,
        [id, channelId, personal ? by.personId : null],
      );
      await this.audit.record(tx, {
        act: 'notice_channel.trial',
        subject: { type: 'notice_channel', id: channelId },
        by,
      });
      this.store.afterCommit(this.bell.ringer('notice'));
      return id;
    });
  }

  /** All tries anew, under the same key. @throws Fault `notice.deliveryMoveRefused` */
  retry(id: string, version: number, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const [row] = await tx.query<{ version: number; state: DeliveryState }[]>(
        'select version, state from notice_delivery where id = $1 for update',
        [id],
      );
      if (!row) throw noticeFault('deliveryNotFound');
      refuseStale(row, version);
      const to = nextState(deliveryLifecycle, row.state, 'retry');
      if (to === undefined) throw noticeFault('deliveryMoveRefused', { from: row.state });
      await tx.query(
        'update notice_delivery set state = $2, tries = 0, send_at = now(), ended_at = null, version = version + 1 where id = $1',
        [id, to],
      );
      const subject = { type: 'notice_delivery', id };
      await this.audit.record(tx, { act: 'notice_delivery.retry', subject, by, from: row.state, to });
      this.store.afterCommit(this.bell.ringer('notice'));
    });
  }
}
