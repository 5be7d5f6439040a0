import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import { doerOf, type SignedIn } from '../actor.js';

/** One open session of a person. */
export interface Device {
  readonly id: string;
  readonly device: string;
  readonly source: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly current: boolean;
}

/**
 * The devices on which a person is signed in: seeing them and signing them out. A device issued for an inspection is none
 * of them: it ends when it is given back, and neither a list nor an act of the record may tell that it was given out.
 */
@Injectable()
export class Devices {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** The person's open sessions, newest first. */
  list(me: SignedIn): Promise<Device[]> {
    return this.store.query(
      `select id, device, source, created_at as "createdAt", seen_at as "seenAt", id = $2 as current from session
       where account_id = $1 and issued_for is null and stage = 'open' and expires_at > now() and seen_at > now() - make_interval(mins => idle_minutes)
       order by created_at desc limit 100`,
      [me.accountId, me.sessionId],
    );
  }

  /** Ends one of the person's own sessions. Ending one that is gone is no error. */
  async close(me: SignedIn, sessionId: string): Promise<void> {
    await this.store.transaction(async (tx) => {
      await tx.query('delete from session where id = $1 and account_id = $2 and issued_for is null', [
        sessionId,
        me.accountId,
      ]);
      await this.audit.record(tx, {
        act: 'session.close',
        subject: { type: 'session', id: sessionId },
        by: doerOf(me),
      });
    });
  }

  /** Ends every session of the person but this one; answers how many. */
  async closeOthers(me: SignedIn): Promise<number> {
    return this.store.transaction(async (tx) => {
      const [gone] = await tx.query<[{ id: string }[], number]>(
        'delete from session where account_id = $1 and id <> $2 and issued_for is null returning id',
        [me.accountId, me.sessionId],
      );
      await this.audit.record(
        tx,
        ...gone.map(({ id }) => ({ act: 'session.close', subject: { type: 'session', id }, by: doerOf(me) })),
      );
      return gone.length;
    });
  }
}
