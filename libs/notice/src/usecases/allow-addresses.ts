import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids, nextState } from '@ducha/kernel';
import { Settings, Store } from '@ducha/store';
import { isIP } from 'node:net';
import { type AddressEvent, addressLifecycle, type AddressState } from '../domain/lifecycles.js';
import { noticeFault } from '../notice-faults.js';
import { isPlainHost, mayReach } from '../sending/safe-address.js';

/** An address that messages shall be allowed to go to. */
export interface AddressWish {
  readonly host: string;
  readonly port: number;
  readonly inside: boolean;
  readonly reason: string;
}

interface Row {
  readonly id: string;
  readonly state: AddressState;
  readonly asked_by: string;
  readonly asked_role: string;
  readonly version: number;
}

/** The list of addresses outside: one administrator asks, an administrator of another kind decides, persons never twice. */
@Injectable()
export class AllowAddresses {
  constructor(
    private readonly store: Store,
    private readonly settings: Settings,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `notice.addressForbidden`, `notice.addressKnown` */
  async ask({ host, port, inside, reason }: AddressWish, by: Actor): Promise<string> {
    const allowance = { inside, loopback: this.settings.noticeLoopback };
    const forbidden = isIP(host) !== 0 && !mayReach(host, allowance);
    if (!isPlainHost(host) || forbidden)
      throw noticeFault('addressForbidden', {}, [
        { path: 'host', message: 'is no address for messages', constraint: 'reachable' },
      ]);
    const id = this.ids.next();
    await this.store.transaction(async (tx) => {
      await tx.query(
        `insert into notice_address (id, host, port, inside, reason, state, asked_by, asked_role, asked_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, now(), 1)`,
        [id, host, port, inside, reason, addressLifecycle.initial, by.personId, by.role],
      );
      const subject = { type: 'notice_address', id };
      await this.audit.record(tx, {
        act: 'notice_address.ask',
        subject,
        by,
        to: addressLifecycle.initial,
        facts: { inside },
        words: reason,
      });
    });
    return id;
  }

  /** @throws Fault `notice.addressOwnRequest` for who asked and for administrators of the asker's kind */
  decide(id: string, version: number, on: AddressEvent, words: string | null, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const [row] = await tx.query<Row[]>('select * from notice_address where id = $1 for update', [id]);
      if (!row) throw noticeFault('addressNotFound');
      refuseStale(row, version);
      const to = nextState(addressLifecycle, row.state, on);
      if (to === undefined) throw noticeFault('addressMoveRefused', { from: row.state, on });
      refuseUndue(row, on, by);
      const decides = on === 'allow' || on === 'refuse';
      await tx.query(
        `update notice_address set state = $2, version = version + 1, words = coalesce($3, words),
           decided_by = case when $4 then $5::uuid else decided_by end, decided_at = case when $4 then now() else decided_at end where id = $1`,
        [id, to, words, decides, by.personId],
      );
      const subject = { type: 'notice_address', id };
      await this.audit.record(tx, { act: `notice_address.${on}`, subject, by, from: row.state, to, words });
    });
  }
}

function refuseUndue(row: Row, on: AddressEvent, by: Actor): void {
  const isAsker = row.asked_by === by.personId;
  if (on === 'withdraw' && !isAsker) throw noticeFault('addressOwnRequest');
  if ((on === 'allow' || on === 'refuse') && (isAsker || row.asked_role === by.role))
    throw noticeFault('addressOwnRequest');
}
