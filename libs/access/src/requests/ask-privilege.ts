import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { httpFault } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../actor.js';
import { accessFault } from '../access-faults.js';
import { People } from '../people/people.js';
import { type Asked, type NewOfficeholder, refuseUnaskable, rolesConcerned } from './request-facts.js';
import { mayTakePart, requestLifecycle } from './request-lifecycle.js';

/** What is asked for, about a person of the register or one who is entered with the request. */
export type Asking = Omit<Asked, 'personId'> & ({ readonly personId: string } | { readonly newcomer: NewOfficeholder });

/** An administrator asks another one for a privileged post, its end, or a new beginning after lost secrets. */
@Injectable()
export class AskPrivilege {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly people: People,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `access.ownRequest`, `access.notPrivileged`, `access.loginTaken` */
  async run(by: Actor, asking: Asking, reason: string): Promise<string> {
    const id = this.ids.next();
    await this.store.transaction(async (tx) => {
      const personId = 'newcomer' in asking ? await this.entered(tx, asking, by) : asking.personId;
      const asked = { ...asking, personId };
      if (personId === by.personId) throw accessFault('ownRequest');
      await refuseUnaskable(tx, asked);
      if (!mayTakePart(by.role, await rolesConcerned(tx, asked))) throw httpFault('forbidden');
      await this.write(tx, id, asked, { by, reason });
    });
    return id;
  }

  /** Only who keeps the register enters somebody, and only for a post. */
  private async entered(tx: EntityManager, asking: Asking, by: Actor): Promise<string> {
    if (!('newcomer' in asking)) return asking.personId;
    if (by.role !== 'sysadmin') throw httpFault('forbidden');
    const { name, phone, login } = asking.newcomer;
    const personId = await this.people.enter(tx, { name, phone: phone ?? null }, by);
    await this.people.openAccount(tx, personId, login, null, by);
    return personId;
  }

  private async write(
    tx: EntityManager,
    id: string,
    asked: Asked,
    { by, reason }: { by: Actor; reason: string },
  ): Promise<void> {
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
  }
}
