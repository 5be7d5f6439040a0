import { Inject, Injectable } from '@nestjs/common';
import { Sealer } from '@ducha/access';
import type { FieldError } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { callUpFault } from '../../call-up-faults.js';
import type { CallText } from '../../domain/call-up/call-up.js';
import type { CallUpListView } from '../../http/call-up/call-up.view.js';
import { CalledPeople } from '../../queries/call-up/called-people.query.js';
import type { OpenedPlan } from '../sealed/custody/opened-plan.js';
import { type SealedAsk, SealedCustody } from '../sealed/custody/sealed-custody.js';
import { SEALED_IDS, type SealedIds } from '../sealed/sealed-ids.js';
import { aboutOrder } from './call-up-rows.js';

/** Whom to call when. Instants are ISO. */
export interface CallCommand {
  readonly personIds: readonly string[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly text: CallText;
}

/**
 * Calls people up without a purpose (召集): they alone are told, on their own pages. No notice, no job, no audit row of the
 * main chain; what they are told lies in a box of the process's secret.
 */
@Injectable()
export class CallPeople {
  constructor(
    private readonly custody: SealedCustody,
    private readonly people: CalledPeople,
    private readonly sealer: Sealer,
    @Inject(SEALED_IDS) private readonly ids: SealedIds,
  ) {}

  /** All of them or none. @throws Fault `call_up.*`: periodReversed, planOver, unfit, calledAlready, each naming its fields */
  run(ask: SealedAsk, { personIds, startsAt, endsAt, text }: CallCommand): Promise<CallUpListView> {
    return this.custody.open(ask, { act: 'call_up' }, async (opened) => {
      if (new Date(endsAt) <= new Date(startsAt))
        throw callUpFault('periodReversed', {}, [
          { path: 'endsAt', message: 'is before startsAt', constraint: 'order' },
        ]);
      if (opened.row.endedAt !== null) throw callUpFault('planOver');
      await refuseUnfit(opened.tx, personIds);
      await refuseCalled(opened, personIds);
      const orderId = this.ids.next();
      const { box, keyId } = this.sealer.seal(Buffer.from(JSON.stringify(text)), aboutOrder(orderId));
      await opened.tx.query(
        `insert into call_up_order (id, sealed_id, called_by, called_at, starts_at, ends_at, box, sealed_with) values ($1, $2, $3, now(), $4, $5, $6, $7)`,
        [orderId, opened.id, opened.by.personId, startsAt, endsAt, box, keyId],
      );
      for (const personId of personIds)
        await opened.tx.query('insert into call_up (id, order_id, sealed_id, person_id) values ($1, $2, $3, $4)', [
          ...[this.ids.next(), orderId, opened.id, personId],
        ]);
      await opened.record({ orderId, startsAt, people: personIds });
      return this.people.of(opened);
    });
  }
}

const named = (personIds: readonly string[], constraint: string, isWrong: (id: string) => boolean): FieldError[] =>
  personIds.flatMap((id, i) => (isWrong(id) ? [{ path: `personIds[${i}]`, message: constraint, constraint }] : []));

/** Administrators inspect nothing, and whoever has no post cannot be told. */
async function refuseUnfit(tx: EntityManager, personIds: readonly string[]): Promise<void> {
  const rows = await tx.query<{ id: string }[]>(
    `select o.person_id as id from post o where o.person_id = any($1) and o.from_at <= now() and (o.to_at is null or o.to_at > now())
     group by o.person_id having bool_and(o.role not in ('sysadmin', 'secadmin', 'auditadmin'))`,
    [personIds],
  );
  const fit = new Set(rows.map(({ id }) => id));
  const errors = named(personIds, 'fit', (id) => !fit.has(id));
  if (errors.length > 0) throw callUpFault('unfit', {}, errors);
}

async function refuseCalled({ tx, id }: OpenedPlan, personIds: readonly string[]): Promise<void> {
  const rows = await tx.query<{ id: string }[]>(
    'select person_id as id from call_up where sealed_id = $1 and person_id = any($2) and withdrawn_at is null',
    [id, personIds],
  );
  const called = new Set(rows.map((row) => row.id));
  const errors = named(personIds, 'called', (personId) => called.has(personId));
  if (errors.length > 0) throw callUpFault('calledAlready', {}, errors);
}
