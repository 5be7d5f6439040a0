import { Injectable } from '@nestjs/common';
import { type Actor, IssuedSessions } from '@ducha/access';
import { httpFault } from '@ducha/http';
import { Store } from '@ducha/store';
import { callUpFault } from '../../call-up-faults.js';
import { withPhone } from '../../domain/call-up/call-up.js';
import type { CallUpListView } from '../../http/call-up/call-up.view.js';
import { CalledPeople } from '../../queries/call-up/called-people.query.js';
import { type SealedAsk, SealedCustody } from '../sealed/custody/sealed-custody.js';
import { keepNotes, notesIn, openCallUp } from './call-up-rows.js';

/** A telephone changes hands; the owner signs with a finger. */
export interface PhoneCommand {
  readonly step: 'hand_in' | 'return';
  readonly description: string;
  readonly signature: string;
}

/** What happens to called people: taken back, rung up, arrived, telephones in custody; and their own answer. */
@Injectable()
export class KeepCallUps {
  constructor(
    private readonly store: Store,
    private readonly custody: SealedCustody,
    private readonly people: CalledPeople,
    private readonly issued: IssuedSessions,
  ) {}

  /** Takes a call-up back: the called one reads that it is off, their device is worth nothing. */
  withdraw(ask: SealedAsk, callUpId: string): Promise<CallUpListView> {
    return this.custody.open(ask, { act: 'call_up_withdraw' }, async (opened) => {
      const { personId } = await openCallUp(opened, callUpId);
      await opened.tx.query('update call_up set withdrawn_at = now(), link_hash = null where id = $1', [callUpId]);
      await this.issued.end(opened.tx, opened.id, personId);
      await opened.record({ personId });
      return this.people.of(opened);
    });
  }

  /** Notes that somebody who had not acknowledged was rung up. */
  rung(ask: SealedAsk, callUpId: string, words: string): Promise<CallUpListView> {
    return this.custody.open(ask, { act: 'call_up_ring' }, async (opened) => {
      const row = await openCallUp(opened, callUpId);
      const notes = notesIn(opened, row);
      const ring = { at: opened.row.now.toISOString(), byPersonId: opened.by.personId, words };
      await keepNotes(opened, callUpId, { ...notes, rings: [...notes.rings, ring] });
      await opened.record({ personId: row.personId, words });
      return this.people.of(opened);
    });
  }

  /** @throws Fault `call_up.doneAlready` */
  arrive(ask: SealedAsk, callUpId: string): Promise<CallUpListView> {
    return this.custody.open(ask, { act: 'call_up_arrive' }, async (opened) => {
      const { personId, arrivedAt } = await openCallUp(opened, callUpId);
      if (arrivedAt !== null) throw callUpFault('doneAlready');
      await opened.tx.query('update call_up set arrived_at = now() where id = $1', [callUpId]);
      await opened.record({ personId });
      return this.people.of(opened);
    });
  }

  /** @throws Fault `call_up.phoneMoved` */
  phone(ask: SealedAsk, callUpId: string, { step, description, signature }: PhoneCommand): Promise<CallUpListView> {
    return this.custody.open(ask, { act: `call_up_phone_${step}` }, async (opened) => {
      const row = await openCallUp(opened, callUpId);
      const over = { at: opened.row.now.toISOString(), byPersonId: opened.by.personId, signature };
      const notes = withPhone(notesIn(opened, row), step, over, description);
      if (notes === undefined) throw callUpFault('phoneMoved');
      await keepNotes(opened, callUpId, notes);
      await opened.record({ personId: row.personId, description });
      return this.people.of(opened);
    });
  }

  /** The called person has read it. Needs no key, and nobody else can tell. @throws Fault `http.notFound`, `call_up.withdrawn` */
  acknowledge(callUpId: string, { personId }: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const [row] = await tx.query<{ sealedId: string; acknowledged: boolean; withdrawn: boolean }[]>(
        `select sealed_id as "sealedId", acknowledged_at is not null as acknowledged, withdrawn_at is not null as withdrawn
         from call_up where id = $1 and person_id = $2 for update`,
        [callUpId, personId],
      );
      if (!row) throw httpFault('notFound');
      if (row.withdrawn) throw callUpFault('withdrawn');
      if (row.acknowledged) return;
      await tx.query('update call_up set acknowledged_at = now() where id = $1', [callUpId]);
      await this.custody.append(tx, row.sealedId, { act: 'call_up_acknowledge', personId, facts: {} });
    });
  }
}
