import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { httpFault, refuseStale } from '@ducha/http';
import { nextState } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../actor.js';
import { accessFault } from '../access-faults.js';
import {
  areSeparated,
  type Deciding,
  isOwnRequest,
  mayTakePart,
  type RequestEvent,
  requestLifecycle,
} from './request-lifecycle.js';
import { rolesConcerned } from './request-facts.js';
import { GrantPrivilege, type RequestRow } from './grant-privilege.js';

/** What is decided, with the words said to it. */
export interface Decision {
  readonly on: RequestEvent;
  readonly words: string | null;
}

/** Grants, refuses or withdraws a request of two administrators. */
@Injectable()
export class DecidePrivilege {
  constructor(
    private readonly store: Store,
    private readonly grant: GrantPrivilege,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `access.ownRequest`, `access.samePower`, `access.requestMoveRefused`, `http.preconditionFailed` */
  async run(by: Actor, id: string, version: number, { on, words }: Decision): Promise<void> {
    await this.store.transaction(async (tx) => {
      const [row] = await tx.query<RequestRow[]>('select * from privilege_request where id = $1 for update', [id]);
      if (!row) throw httpFault('notFound');
      await this.refuseUndue(tx, by, row, on);
      refuseStale(row, version);
      const to = nextState(requestLifecycle, row.state, on);
      if (to === undefined) throw accessFault('requestMoveRefused', { from: row.state, on });
      if (on === 'grant') await this.grant.run(tx, row, by);
      await tx.query(
        `update privilege_request set state = $2, decided_by = $3, decided_role = $4, decided_at = now(), words = $5, version = version + 1 where id = $1`,
        [id, to, by.personId, by.role, words],
      );
      await this.audit.record(tx, {
        act: `privilege.${on}`,
        subject: { type: 'privilege_request', id },
        about: row.person_id,
        by,
        from: row.state,
        to,
        facts: { kind: row.kind },
        words,
      });
    });
  }

  private async refuseUndue(tx: EntityManager, by: Actor, row: RequestRow, on: RequestEvent): Promise<void> {
    if (on === 'withdraw') {
      if (row.asked_by !== by.personId) throw httpFault('forbidden');
      return;
    }
    const deciding: Deciding = {
      askedBy: row.asked_by,
      askedRole: row.asked_role,
      about: row.person_id,
      decidedBy: by.personId,
      decidedRole: by.role,
    };
    if (isOwnRequest(deciding)) throw accessFault('ownRequest');
    if (!areSeparated(deciding)) throw accessFault('samePower');
    const concerned = await rolesConcerned(tx, { personId: row.person_id, role: row.role });
    if (!mayTakePart(by.role, concerned)) throw httpFault('forbidden');
  }
}
