import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { IssuedSessions, type NewSession, type Origin, tokenHash } from '@ducha/access';
import { Store } from '@ducha/store';
import { callUpFault } from '../../call-up-faults.js';
import type { CallUpListView } from '../../http/call-up/call-up.view.js';
import { CalledPeople } from '../../queries/call-up/called-people.query.js';
import { type SealedAsk, SealedCustody } from '../sealed/custody/sealed-custody.js';
import { SEALED_IDS, type SealedIds } from '../sealed/sealed-ids.js';
import { openCallUp } from './call-up-rows.js';

const linkMinutes = 30;

/** Devices issued for one inspection (配发设备): bound to a called person, of use from the release to the return. */
@Injectable()
export class IssueDevices {
  constructor(
    private readonly store: Store,
    private readonly custody: SealedCustody,
    private readonly people: CalledPeople,
    private readonly issued: IssuedSessions,
    @Inject(SEALED_IDS) private readonly ids: SealedIds,
  ) {}

  /** The link that enrols a device, once and within half an hour; one before it is void. @throws Fault `call_up.noAccount` */
  offer(ask: SealedAsk, callUpId: string): Promise<string> {
    return this.custody.open(ask, { act: 'call_up_device' }, async (opened) => {
      const { personId } = await openCallUp(opened, callUpId);
      if ((await this.issued.accountOf(opened.tx, personId)) === undefined) throw callUpFault('noAccount');
      const token = randomBytes(32).toString('base64url');
      await opened.tx.query(
        `update call_up set link_hash = $2, link_until = now() + interval '${linkMinutes} minutes' where id = $1`,
        [callUpId, tokenHash(token)],
      );
      await opened.record({ personId });
      return token;
    });
  }

  /** The device uses the link. What the person had on another issued device is over. @throws Fault `call_up.linkSpent` */
  enrol(token: string, origin: Origin): Promise<NewSession> {
    return this.store.transaction(async (tx) => {
      const [rows] = await tx.query<[{ personId: string; sealedId: string; endsAt: Date }[], number]>(
        `update call_up c set link_hash = null, device_enrolled_at = now(), device_returned_at = null from call_up_order o, sealed_inspection s
         where o.id = c.order_id and s.id = c.sealed_id and s.ended_at is null and c.link_hash = $1 and c.link_until > now() and c.withdrawn_at is null
         returning c.person_id as "personId", c.sealed_id as "sealedId", o.ends_at as "endsAt"`,
        [tokenHash(token)],
      );
      const [link] = rows;
      if (!link) throw callUpFault('linkSpent');
      const { personId, sealedId, endsAt } = link;
      await this.issued.end(tx, sealedId, personId);
      const opened = await this.issued.open(
        tx,
        { id: this.ids.next(), personId, issuedFor: sealedId, until: endsAt },
        origin,
      );
      if (!opened) throw callUpFault('linkSpent');
      const facts = { device: origin.device.slice(0, 200) };
      await this.custody.append(tx, sealedId, { act: 'call_up_device_enrol', personId, facts });
      return opened;
    });
  }

  /** The device was given back: it is signed out at once. @throws Fault `call_up.doneAlready` */
  takeBack(ask: SealedAsk, callUpId: string): Promise<CallUpListView> {
    return this.custody.open(ask, { act: 'call_up_device_return' }, async (opened) => {
      const { personId, deviceEnrolledAt } = await openCallUp(opened, callUpId);
      if (deviceEnrolledAt === null) throw callUpFault('doneAlready');
      await this.issued.end(opened.tx, opened.id, personId);
      await opened.tx.query(
        'update call_up set device_returned_at = now(), device_enrolled_at = null, link_hash = null where id = $1',
        [callUpId],
      );
      await opened.record({ personId });
      return this.people.of(opened);
    });
  }
}
