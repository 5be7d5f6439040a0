import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import { isOfDomains } from '../domain/channel-plan.js';
import { noticeFault } from '../notice-faults.js';
import { OwnWays } from '../queries/own-ways.query.js';
import type { ChannelSettings } from '../sending/messenger.js';

/** What a person settles for themselves. */
export interface OwnChoice {
  /** Null: no mail. */
  readonly mail: string | null;
  readonly muted: readonly { readonly channelId: string; readonly topic: string }[];
}

/** A person narrows what reaches them outside the house; nobody widens it. */
@Injectable()
export class NarrowWays {
  constructor(
    private readonly store: Store,
    private readonly ways: OwnWays,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `notice.wayForbidden`, `notice.mailNotAllowed` */
  run({ mail, muted }: OwnChoice, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { channels } = await this.ways.of(by);
      for (const [index, { channelId, topic }] of muted.entries()) {
        const open = channels.find(({ id }) => id === channelId.toLowerCase());
        if (!open?.topics.some((one) => one.topic === topic))
          throw noticeFault('wayForbidden', {}, [
            { path: `muted[${index}]`, message: 'is not sent to you', constraint: 'sentToYou' },
          ]);
      }
      if (mail !== null) await this.refuseDomain(mail);
      await tx.query('delete from notice_mute where person_id = $1', [by.personId]);
      await tx.query(
        `insert into notice_mute (person_id, channel_id, topic)
         select distinct $1::uuid, m."channelId", m.topic from jsonb_to_recordset($2::jsonb) as m("channelId" uuid, topic text)`,
        [by.personId, JSON.stringify(muted)],
      );
      await tx.query('delete from notice_contact where person_id = $1', [by.personId]);
      if (mail !== null)
        await tx.query('insert into notice_contact (person_id, mail, set_at) values ($1, $2, now())', [
          by.personId,
          mail,
        ]);
      const facts = { muted: muted.length, mail: mail !== null };
      await this.audit.record(tx, {
        act: 'notice_ways.narrow',
        subject: { type: 'person', id: by.personId },
        by,
        facts,
      });
    });
  }

  private async refuseDomain(mail: string): Promise<void> {
    const channels = await this.store.query<{ settings: ChannelSettings }>(
      `select settings from notice_channel where kind = 'mail'`,
    );
    if (!channels.some(({ settings }) => isOfDomains(mail, settings.recipientDomains ?? [])))
      throw noticeFault('mailNotAllowed', {}, [
        { path: 'mail', message: 'is of a domain that gets no mail', constraint: 'isOfDomains' },
      ]);
  }
}
