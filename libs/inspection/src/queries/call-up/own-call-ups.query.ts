import { Injectable } from '@nestjs/common';
import { type Actor, Sealer } from '@ducha/access';
import { Store } from '@ducha/store';
import type { CallText } from '../../domain/call-up/call-up.js';
import type { CallUpView } from '../../http/call-up/called.view.js';
import { aboutOrder } from '../../usecases/call-up/call-up-rows.js';

interface Row extends Omit<CallUpView, 'place' | 'lasts' | 'bring' | 'words'> {
  readonly orderId: string;
  readonly box: Buffer;
  readonly keyId: string;
}

// what was taken back is shown until it would have begun, so that nobody comes in vain
const rowsSql = `
  select c.id, o.id as "orderId", o.called_at as "calledAt", o.starts_at as "startsAt", o.ends_at as "endsAt", c.acknowledged_at as "acknowledgedAt",
    c.withdrawn_at is not null as withdrawn, o.box, o.sealed_with as "keyId"
  from call_up c join call_up_order o on o.id = c.order_id
  where c.person_id = $1 and case when c.withdrawn_at is null then o.ends_at else o.starts_at end > now() order by o.starts_at, c.id limit 20`;

/** What a person is called up for: theirs alone, not who else is. */
@Injectable()
export class OwnCallUps {
  constructor(
    private readonly store: Store,
    private readonly sealer: Sealer,
  ) {}

  async of({ personId }: Actor): Promise<CallUpView[]> {
    const rows = await this.store.query<Row>(rowsSql, [personId]);
    return rows.map(({ orderId, box, keyId, ...row }) => ({
      ...row,
      // boundary: the box was written by `CallPeople` alone
      ...(JSON.parse(this.sealer.open({ box, keyId }, aboutOrder(orderId)).toString('utf8')) as CallText),
    }));
  }
}
