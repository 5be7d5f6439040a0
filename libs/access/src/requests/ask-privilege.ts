import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { httpFault } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { Actor } from '../actor.js';
import { accessFault } from '../access-faults.js';
import { mayTakePart, requestLifecycle } from './request-lifecycle.js';
import { type Asked, refuseUnaskable, rolesConcerned } from './request-facts.js';

/** An administrator asks another one for a privileged post, its end, or a new beginning after lost factors. */
@Injectable()
export class AskPrivilege {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `access.ownRequest`, `access.notPrivileged` */
  async run(by: Actor, asked: Asked, reason: string): Promise<string> {
    if (asked.personId === by.personId) throw accessFault('ownRequest');
    const id = this.ids.next();
    await this.store.transaction(async (tx) => {
      await refuseUnaskable(tx, asked);
      if (!mayTakePart(by.role, await rolesConcerned(tx, asked))) throw httpFault('forbidden');
      const { kind, personId, role, unitId, title, servesPersonId, postId } = asked;
      const give = kind === 'give_post';
      await tx.query(
        `insert into privilege_request (id, kind, state, person_id, role, unit_id, title, serves_person_id, post_id, reason, asked_by, asked_role, asked_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, now(), 1)`,
        [
          id,
          kind,
          requestLifecycle.initial,
          personId,
          give ? role : null,
          give ? unitId : null,
          give ? title : null,
          (give && servesPersonId) || null,
          kind === 'end_post' ? postId : null,
          reason,
          by.personId,
          by.role,
        ],
      );
      await this.audit.record(tx, {
        act: 'privilege.ask',
        subject: { type: 'privilege_request', id },
        about: personId,
        by,
        to: requestLifecycle.initial,
        facts: { kind, ...(give && role !== undefined && { role }), ...(postId !== undefined && { postId }) },
        words: reason,
      });
    });
    return id;
  }
}
