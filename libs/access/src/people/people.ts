import { Inject, Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { accessFault } from '../access-faults.js';
import { administratorRoles, isPrivileged, type Role } from '../roles.js';
import { heldNow } from '../sessions/session-facts.js';
import { refuseLastAdministrator } from './last-administrator.js';

/** A person to be entered. */
export interface NewPerson {
  readonly name: string;
  readonly phone?: string | null;
}

/** A post to be entered: a role in a unit from an instant to an instant (exclusive). */
export interface NewPost {
  readonly personId: string;
  readonly role: Role;
  readonly unitId: string;
  readonly title: string;
  readonly from: Date | string;
  readonly to?: Date | string | null;
  readonly servesPersonId?: string | null;
  /** For a secondment, which also has an end: where the person comes from. */
  readonly homeUnitId?: string | null;
  /** An administrator named for the time being only. */
  readonly standsIn?: boolean;
}

/** Enters persons, their accounts and their posts. */
@Injectable()
export class People {
  constructor(
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Enters a person and answers the id. */
  async enter(tx: EntityManager, person: NewPerson, by: Doer | null): Promise<string> {
    const id = this.ids.next();
    await tx.query('insert into person (id, name, phone, created_at, version) values ($1, $2, $3, now(), 1)', [
      id,
      person.name,
      person.phone ?? null,
    ]);
    await this.audit.record(tx, { act: 'person.enter', subject: { type: 'person', id }, by });
    return id;
  }

  /** Opens an account. @param passwordHash null: the person signs in by link or later by a password set for them */
  async openAccount(
    tx: EntityManager,
    personId: string,
    login: string,
    passwordHash: string | null,
    by: Doer | null,
  ): Promise<string> {
    const id = this.ids.next();
    const taken = await tx.query<unknown[]>('select 1 from account where login = $1', [login.trim().toLowerCase()]);
    if (taken.length > 0)
      throw accessFault('loginTaken', {}, [{ path: 'login', message: 'is taken', constraint: 'unique' }]);
    await tx.query(
      'insert into account (id, person_id, login, password_hash, created_at, version) values ($1, $2, $3, $4, now(), 1)',
      [id, personId, login.trim().toLowerCase(), passwordHash],
    );
    await this.audit.record(tx, { act: 'account.open', subject: { type: 'account', id }, about: personId, by });
    return id;
  }

  /**
   * Gives a post.
   * @param requestId the request that two administrators agreed on; a person gives a privileged post only with one
   * @throws Fault `access.twoPersonsNeeded`, `access.mixedAdministrator`
   */
  async givePost(tx: EntityManager, post: NewPost, by: Doer | null, requestId: string | null = null): Promise<string> {
    if (by !== null && requestId === null && isPrivileged(post.role)) throw accessFault('twoPersonsNeeded');
    const id = this.ids.next();
    const held = await tx.query<{ role: Role }[]>(
      'select role from post where person_id = $1 and (to_at is null or to_at > now())',
      [post.personId],
    );
    const administrator = administratorRoles.includes(post.role);
    if (held.some(({ role }) => role !== post.role && (administrator || administratorRoles.includes(role))))
      throw accessFault('mixedAdministrator');
    await tx.query(
      `insert into post (id, person_id, role, unit_id, title, serves_person_id, from_at, to_at, given_by, request_id, home_unit_id, stands_in, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)`,
      [
        id,
        post.personId,
        post.role,
        post.unitId,
        post.title,
        post.servesPersonId ?? null,
        post.from,
        post.to ?? null,
        by?.personId ?? null,
        requestId,
        post.homeUnitId ?? null,
        post.standsIn ?? false,
      ],
    );
    await this.audit.record(tx, {
      act: 'post.give',
      subject: { type: 'post', id },
      about: post.personId,
      by,
      facts: { role: post.role, unitId: post.unitId },
    });
    return id;
  }

  /**
   * Ends a post now. With the person's last one their sessions and access tokens end in the same moment.
   * @param requestId as for `givePost`
   * @throws Fault `access.twoPersonsNeeded`, `access.postNotHeld`, `access.lastAdministrator`
   */
  async endPost(tx: EntityManager, postId: string, by: Doer | null, requestId: string | null = null): Promise<void> {
    const [post] = await tx.query<{ person_id: string; role: Role }[]>(
      `select p.person_id, p.role from post p where p.id = $1 and ${heldNow('p')} for update`,
      [postId],
    );
    if (!post) throw accessFault('postNotHeld');
    if (by !== null && requestId === null && isPrivileged(post.role)) throw accessFault('twoPersonsNeeded');
    await refuseLastAdministrator(tx, post.person_id, [post.role]);
    await tx.query('update post set to_at = now(), version = version + 1 where id = $1', [postId]);
    await this.audit.record(tx, {
      act: 'post.end',
      subject: { type: 'post', id: postId },
      about: post.person_id,
      by,
      facts: { role: post.role },
    });
  }
}
