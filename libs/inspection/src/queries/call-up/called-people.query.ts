import { Injectable } from '@nestjs/common';
import { Sealer } from '@ducha/access';
import type { HandOver, CallText } from '../../domain/call-up/call-up.js';
import type {
  CalledPersonView,
  CallUpListView,
  CallUpOrderView,
  PhoneHandOverView,
} from '../../http/call-up/call-up.view.js';
import { aboutOrder, notesIn } from '../../usecases/call-up/call-up-rows.js';
import type { OpenedPlan } from '../../usecases/sealed/custody/opened-plan.js';
import { type SealedAsk, SealedCustody } from '../../usecases/sealed/custody/sealed-custody.js';

interface OrderRow extends Omit<CallUpOrderView, 'place' | 'lasts' | 'bring' | 'words'> {
  readonly box: Buffer;
  readonly keyId: string;
}

interface PersonRow extends Omit<CalledPersonView, 'rings' | 'phone'> {
  readonly box: Buffer | null;
}

const ordersSql = `
  select o.id, p.name as "calledBy", o.called_at as "calledAt", o.starts_at as "startsAt", o.ends_at as "endsAt", o.box, o.sealed_with as "keyId"
  from call_up_order o join person p on p.id = o.called_by where o.sealed_id = $1 order by o.called_at, o.id`;

const peopleSql = `
  select c.id, c.order_id as "orderId", p.id as "personId", p.name, p.phone as telephone, h.unit, h.title, c.acknowledged_at as "acknowledgedAt",
    c.arrived_at as "arrivedAt", c.withdrawn_at as "withdrawnAt", c.link_until as "linkUntil", c.device_enrolled_at as "deviceEnrolledAt",
    c.device_returned_at as "deviceReturnedAt", exists (select 1 from account a where a.person_id = p.id and a.disabled_at is null) as "hasAccount", c.box
  from call_up c join person p on p.id = c.person_id left join lateral (select u.short_name as unit, o.title from post o join unit u on u.id = o.unit_id
    where o.person_id = p.id and o.from_at <= now() and (o.to_at is null or o.to_at > now())
    order by o.role in ('group_leader', 'group_member', 'invited'), o.from_at limit 1) h on true
  where c.sealed_id = $1 order by c.acknowledged_at is not null, h.unit, p.name, c.id`;

/** Everybody called up for a sealed plan, for its named persons: who has not acknowledged comes first, with the telephone to ring. */
@Injectable()
export class CalledPeople {
  constructor(
    private readonly custody: SealedCustody,
    private readonly sealer: Sealer,
  ) {}

  /** For a named person who asks for nothing else. */
  read(ask: SealedAsk): Promise<CallUpListView> {
    return this.custody.open(ask, { act: 'call_up_read' }, (opened) => this.of(opened));
  }

  /** As it stands in a plan that a named person holds open. */
  async of(opened: OpenedPlan): Promise<CallUpListView> {
    const orders = await opened.tx.query<OrderRow[]>(ordersSql, [opened.id]);
    const people = await opened.tx.query<PersonRow[]>(peopleSql, [opened.id]);
    const names = await namesOf(opened, people);
    return {
      name: opened.document.plan.name,
      orders: orders.map(({ box, keyId, ...order }) => ({
        ...order,
        // boundary: the box was written by `CallPeople` alone
        ...(JSON.parse(this.sealer.open({ box, keyId }, aboutOrder(order.id)).toString('utf8')) as CallText),
      })),
      people: people.map((row) => personOf(opened, row, names)),
    };
  }
}

function personOf(opened: OpenedPlan, { box, ...row }: PersonRow, names: Map<string, string>): CalledPersonView {
  const { rings, phone } = notesIn(opened, { id: row.id, box });
  const over = ({ at, byPersonId, signature }: HandOver): PhoneHandOverView => ({
    at: new Date(at),
    by: names.get(byPersonId) ?? '',
    signature,
  });
  return {
    ...row,
    rings: rings.map(({ at, byPersonId, words }) => ({ at: new Date(at), by: names.get(byPersonId) ?? '', words })),
    phone: phone && {
      description: phone.description,
      handedIn: over(phone.handedIn),
      returned: phone.returned && over(phone.returned),
    },
  };
}

/** Names of those who rang and kept telephones. */
async function namesOf(opened: OpenedPlan, people: readonly PersonRow[]): Promise<Map<string, string>> {
  const ids = people.flatMap((row) => {
    const { rings, phone } = notesIn(opened, row);
    return [...rings, ...(phone ? [phone.handedIn, ...(phone.returned ? [phone.returned] : [])] : [])].map(
      ({ byPersonId }) => byPersonId,
    );
  });
  const rows = await opened.tx.query<{ id: string; name: string }[]>('select id, name from person where id = any($1)', [
    [...new Set(ids)],
  ]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
