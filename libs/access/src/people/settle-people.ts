import { Inject, Injectable } from '@nestjs/common';
import { type ActRecord, Audit, type Doer } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { accessFault } from '../access-faults.js';
import { administratorRoles, isPrivileged } from '../roles.js';
import type { NewPerson, NewPost } from './people.js';

/** A person who comes with an account and posts. The account has no password: sign-in by link, or by one set later. */
export interface Newcomer extends NewPerson {
  readonly login: string;
  /** `serves`: place in the list of the leader whose office this is. */
  readonly posts: readonly (Omit<NewPost, 'personId' | 'servesPersonId'> & { readonly serves?: number })[];
}

/** What a newcomer was given, posts in their order. */
export interface SettledNewcomer {
  readonly personId: string;
  readonly accountId: string;
  readonly posts: readonly { readonly id: string; readonly servesPersonId: string | null }[];
}

const settleSql = `
  with persons as (
    insert into person (id, name, phone, created_at, version)
    select id, name, phone, now(), 1 from jsonb_to_recordset($1::jsonb) as p(id uuid, name text, phone text)
  ), accounts as (
    insert into account (id, person_id, login, created_at, version)
    select account, id, login, now(), 1 from jsonb_to_recordset($1::jsonb) as a(id uuid, account uuid, login text)
  )
  insert into post (id, person_id, role, unit_id, title, serves_person_id, from_at, to_at, version)
  select id, person, role, unit, title, serves, "from", "to", 1
  from jsonb_to_recordset($2::jsonb) as o(id uuid, person uuid, role text, unit uuid, title text, serves uuid, "from" timestamptz, "to" timestamptz)`;

/** Enters hundreds of people with their accounts and posts in one act. */
@Injectable()
export class SettlePeople {
  constructor(
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `access.mixedAdministrator`, `access.twoPersonsNeeded`; a login that is taken fails with the database's constraint */
  async run(tx: EntityManager, newcomers: readonly Newcomer[], by: Doer | null): Promise<readonly SettledNewcomer[]> {
    if (newcomers.some(mixesAdministrator)) throw accessFault('mixedAdministrator');
    const isFirstSettling = by === null;
    if (!isFirstSettling && newcomers.some(({ posts }) => posts.some(({ role }) => isPrivileged(role))))
      throw accessFault('twoPersonsNeeded');
    const persons = newcomers.map(({ name, phone, login }) => ({
      id: this.ids.next(),
      account: this.ids.next(),
      name,
      phone: phone ?? null,
      login: login.trim().toLowerCase(),
    }));
    const posts = newcomers.flatMap((newcomer, at) =>
      newcomer.posts.map(({ serves, role, unitId: unit, title, from, to }) => ({
        id: this.ids.next(),
        person: persons[at]?.id ?? '',
        serves: persons[serves ?? -1]?.id ?? null,
        role,
        unit,
        title,
        from,
        to: to ?? null,
      })),
    );
    await tx.query(settleSql, [JSON.stringify(persons), JSON.stringify(posts)]);
    await this.audit.record(
      tx,
      ...persons.flatMap((person) => actsOfPerson(person, by)),
      ...posts.map((post) => actOfPost(post, by)),
    );
    return persons.map(({ id, account }) => ({
      personId: id,
      accountId: account,
      posts: posts.filter(({ person }) => person === id).map((post) => ({ id: post.id, servesPersonId: post.serves })),
    }));
  }
}

function actsOfPerson({ id, account }: { id: string; account: string }, by: Doer | null): ActRecord[] {
  return [
    { act: 'person.enter', subject: { type: 'person', id }, by },
    { act: 'account.open', subject: { type: 'account', id: account }, about: id, by },
  ];
}

function actOfPost(post: { id: string; person: string; role: string; unit: string }, by: Doer | null): ActRecord {
  const facts = { role: post.role, unitId: post.unit };
  return { act: 'post.give', subject: { type: 'post', id: post.id }, about: post.person, by, facts };
}

function mixesAdministrator({ posts }: Newcomer): boolean {
  const current = posts.filter(({ to }) => (to ?? null) === null).map(({ role }) => role);
  return current.some((role) => administratorRoles.includes(role)) && new Set(current).size > 1;
}
