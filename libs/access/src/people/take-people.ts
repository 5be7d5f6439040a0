import { Inject, Injectable } from '@nestjs/common';
import { type ActRecord, Audit, type Doer } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { accessFault } from '../access-faults.js';
import { isPrivileged, type Role } from '../roles.js';

/** People and posts as a sheet brings them; whoever brings them has made the ids and looked at every rule but the two persons'. */
export interface TakenPeople {
  readonly persons: readonly { readonly id: string; readonly name: string; readonly phone: string | null }[];
  /** Without a password: the person signs in by another way, or once one is set for them. */
  readonly accounts: readonly { readonly personId: string; readonly login: string }[];
  readonly phones: readonly { readonly personId: string; readonly phone: string }[];
  readonly posts: readonly {
    readonly personId: string;
    readonly role: Role;
    readonly unitId: string;
    readonly title: string;
    /** Null: from now on. */
    readonly from: Date | null;
    readonly to: Date | null;
    readonly servesPersonId: string | null;
    readonly homeUnitId: string | null;
  }[];
  readonly changes: readonly { readonly postId: string; readonly title: string; readonly to: Date | null }[];
}

const personSql = `insert into person (id, name, phone, created_at, version)
  select id, name, phone, now(), 1 from jsonb_to_recordset($1::jsonb) as p(id uuid, name text, phone text)`;
const accountSql = `insert into account (id, person_id, login, created_at, version)
  select id, "personId", login, now(), 1 from jsonb_to_recordset($1::jsonb) as a(id uuid, "personId" uuid, login text)`;
const phoneSql = `update person pe set phone = p.phone, version = pe.version + 1
  from jsonb_to_recordset($1::jsonb) as p("personId" uuid, phone text) where pe.id = p."personId"`;
const postSql = `insert into post (id, person_id, role, unit_id, title, serves_person_id, from_at, to_at, given_by, home_unit_id, version)
  select id, "personId", role, "unitId", title, "servesPersonId", coalesce("from", now()), "to", $2, "homeUnitId", 1
  from jsonb_to_recordset($1::jsonb) as o(id uuid, "personId" uuid, role text, "unitId" uuid, title text, "servesPersonId" uuid, "from" timestamptz,
    "to" timestamptz, "homeUnitId" uuid)`;
const changeSql = `update post p set title = c.title, to_at = c."to", version = p.version + 1
  from jsonb_to_recordset($1::jsonb) as c("postId" uuid, title text, "to" timestamptz) where p.id = c."postId"`;

/** Enters persons, accounts and posts of a sheet, set-wise, in one transaction. */
@Injectable()
export class TakePeople {
  constructor(
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** One sheet of people at a time: two at once could enter the same person twice. */
  async lock(tx: EntityManager): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('access.people'))`);
  }

  /** @throws Fault `access.twoPersonsNeeded` for a privileged post that a person brings; `access.loginTaken` */
  async run(tx: EntityManager, by: Doer | null, taken: TakenPeople): Promise<void> {
    if (by !== null && taken.posts.some(({ role }) => isPrivileged(role))) throw accessFault('twoPersonsNeeded');
    const accounts = taken.accounts.map((account) => ({ ...account, id: this.ids.next() }));
    const posts = taken.posts.map((post) => ({ ...post, id: this.ids.next() }));
    await tx.query(personSql, [JSON.stringify(taken.persons)]);
    await tx.query(accountSql, [JSON.stringify(accounts)]);
    await tx.query(phoneSql, [JSON.stringify(taken.phones)]);
    await tx.query(postSql, [JSON.stringify(posts), by?.personId ?? null]);
    await tx.query(changeSql, [JSON.stringify(taken.changes)]);
    const acts: ActRecord[] = [
      ...taken.persons.map(({ id }) => ({ act: 'person.enter', subject: { type: 'person', id }, by })),
      ...accounts.map(({ id, personId }) => ({
        act: 'account.open',
        subject: { type: 'account', id },
        about: personId,
        by,
      })),
      ...taken.phones.map(({ personId: id }) => ({
        act: 'person.change',
        subject: { type: 'person', id },
        by,
        facts: { fields: ['phone'] },
      })),
      ...posts.map(({ id, personId, role, unitId }) => ({
        act: 'post.give',
        subject: { type: 'post', id },
        about: personId,
        by,
        facts: { role, unitId },
      })),
      ...taken.changes.map(({ postId: id }) => ({ act: 'post.change', subject: { type: 'post', id }, by })),
    ];
    await this.audit.record(tx, ...acts);
  }
}
