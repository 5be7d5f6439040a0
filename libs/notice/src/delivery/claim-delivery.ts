import { Injectable } from '@nestjs/common';
import { nextState } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { isOfDomains } from '../domain/channel-plan.js';
import { type DeliveryEvent, type DeliveryState, deliveryLifecycle } from '../domain/lifecycles.js';
import { HoursQuery } from '../queries/hours.query.js';
import type { OpenChannel } from '../sending/messenger.js';
import { OpenChannels, type SealedChannel } from './open-channels.js';
import { type Said, SayItems } from './say-items.js';

/** Longer than any try can take. */
const leaseSeconds = 60;

/** A message that this process alone may send now. */
export interface Claimed {
  readonly id: string;
  /** The database's instant of the claim. */
  readonly at: Date;
  /** The lease: the receipt of an older claim is not taken. */
  readonly version: number;
  readonly tries: number;
  /** Null when this installation cannot open what was sealed. */
  readonly channel: OpenChannel | null;
  readonly to: string | null;
  readonly said: Said;
}

interface Row extends SealedChannel {
  readonly id: string;
  readonly channel_id: string;
  readonly state: DeliveryState;
  readonly person_id: string | null;
  readonly urgency: string;
  readonly test: boolean;
  readonly tries: number;
  readonly version: number;
  readonly enabled: boolean;
  readonly unit_name: string | null;
  readonly mail: string | null;
  readonly phone: string | null;
  readonly sent_today: number;
  readonly now: Date;
}

const readSql = `
  select d.id, d.channel_id, d.state, d.person_id, d.urgency, d.test, d.tries, d.version, c.kind, c.scheme, c.host, c.port, c.settings,
    c.secret_box, c.secret_key_id, c.enabled, u.short_name as unit_name, k.mail, who.phone, now() as now,
    (select count(*)::int from notice_delivery s where s.state = 'sent' and not s.test and s.person_id = d.person_id and s.channel_id = d.channel_id
       and s.ended_at >= date_trunc('day', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai') as sent_today
  from notice_delivery d join notice_channel c on c.id = d.channel_id left join unit u on u.id = c.unit_id
    left join notice_contact k on k.person_id = d.person_id left join person who on who.id = d.person_id
  where d.id = $1 and d.send_at <= now() and (d.state in ('gathering', 'waiting') or (d.state = 'sending' and d.leased_until < now()))
  for update of d skip locked`;

/** Takes a message in hand if it is due, allowed at this hour, within the cap, and there is still something to say. */
@Injectable()
export class ClaimDelivery {
  constructor(
    private readonly hours: HoursQuery,
    private readonly channels: OpenChannels,
    private readonly sayItems: SayItems,
  ) {}

  /** Undefined: nothing to send now. */
  async run(tx: EntityManager, id: string): Promise<Claimed | undefined> {
    const [row] = await tx.query<Row[]>(readSql, [id]);
    if (!row) return undefined;
    const wait = await this.waitOf(row);
    if (wait > 0) return postpone(tx, row, wait);
    if (!row.enabled) return drop(tx, row, 'channel_off');
    const to = recipientOf(row);
    if (to === undefined) return drop(tx, row, 'no_contact');
    const said = await this.sayItems.run(tx, row);
    if (said === undefined) return drop(tx, row, 'nothing_left');
    await tx.query(
      `update notice_delivery set state = $2, tries = tries + 1, leased_until = now() + interval '${leaseSeconds} seconds', version = version + 1 where id = $1`,
      [id, row.state === 'sending' ? 'sending' : to_(row.state, 'start')],
    );
    const channel = this.channels.open(row.channel_id, row);
    return { id, at: row.now, version: row.version + 1, tries: row.tries + 1, channel, to, said };
  }

  /** Minutes until this message may go: the hour, then the day's cap. Orders and tests wait for nothing. */
  private async waitOf({ urgency, test, person_id: personId, sent_today: sentToday }: Row): Promise<number> {
    if (urgency === 'order' || test) return 0;
    const { hours, minutesUntilOpen, minutesUntilOpenTomorrow } = await this.hours.now();
    if (minutesUntilOpen > 0) return minutesUntilOpen;
    return personId !== null && sentToday >= hours.dailyCap ? minutesUntilOpenTomorrow : 0;
  }
}

const to_ = (state: DeliveryState, on: DeliveryEvent): DeliveryState =>
  nextState(deliveryLifecycle, state, on) ?? state;

/** Null: the group. Undefined: the person cannot be reached by this channel any more. */
function recipientOf({ kind, settings, person_id: personId, mail, phone }: Row): string | null | undefined {
  if (personId === null) return null;
  if (kind !== 'mail') return phone ?? undefined;
  return mail !== null && isOfDomains(mail, settings.recipientDomains ?? []) ? mail : undefined;
}

async function postpone(tx: EntityManager, { id }: Row, minutes: number): Promise<undefined> {
  await tx.query(
    `update notice_delivery set send_at = now() + make_interval(mins => $2), version = version + 1 where id = $1`,
    [id, minutes],
  );
  return undefined;
}

async function drop(tx: EntityManager, { id, state }: Row, code: string): Promise<undefined> {
  await tx.query(
    `update notice_delivery set state = $2, answer_code = $3, ended_at = now(), version = version + 1 where id = $1`,
    [id, to_(state, 'drop'), code],
  );
  return undefined;
}
