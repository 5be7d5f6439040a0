import { Injectable } from '@nestjs/common';
import { httpFault } from '@ducha/http';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../actor.js';
import { accessFault } from '../access-faults.js';
import { administratorRoles, isPrivileged, type Role } from '../roles.js';
import { EntryLinks } from '../sessions/entry-links.js';
import { heldNow } from '../sessions/session-facts.js';
import { refuseForeignPerson } from './own-people.js';

/** A new link: whom it lets in, and the token that is seen this once. */
export interface NewEntry {
  readonly person: string;
  readonly login: string;
  readonly token: string;
}

interface AccountFacts {
  id: string;
  person_id: string;
  person: string;
  login: string;
  opened: boolean;
}

/** Whether somebody can sign in to the account `a` already. */
export const openedSql = (a: string): string =>
  `(${a}.password_hash is not null or exists (select 1 from account_subject os where os.account_id = ${a}.id))`;

/**
 * Makes entry links. Whoever keeps the register does so for an account that nobody has opened yet; where a privileged
 * post or an opened account is concerned, only who decided a request of two administrators, and only for that one person.
 */
@Injectable()
export class LetIn {
  constructor(
    private readonly store: Store,
    private readonly links: EntryLinks,
  ) {}

  /** @throws Fault `access.noAccount`, `access.openedAlready`, `access.twoPersonsNeeded`, `access.notYourPeople` */
  async newcomer(by: Actor, personId: string): Promise<NewEntry> {
    return this.store.transaction(async (tx) => {
      await refuseForeignPerson(tx, by, personId);
      const account = await unopenedAccount(tx, personId);
      await refuseWithoutSecond(tx, personId, by);
      return this.entry(tx, account, by, null);
    });
  }

  /** @throws Fault `http.notFound`, `access.notDecider`, `access.openedAlready` */
  async asDecided(by: Actor, requestId: string): Promise<NewEntry> {
    return this.store.transaction(async (tx) => {
      const [request] = await tx.query<{ person_id: string; decided_by: string }[]>(
        `select person_id, decided_by from privilege_request where id = $1 and state = 'granted' and kind in ('give_post', 'reset_password')`,
        [requestId],
      );
      if (!request) throw httpFault('notFound');
      if (request.decided_by !== by.personId) throw accessFault('notDecider');
      return this.entry(tx, await unopenedAccount(tx, request.person_id), by, requestId);
    });
  }

  private async entry(
    tx: EntityManager,
    { id, person, login }: AccountFacts,
    by: Actor,
    requestId: string | null,
  ): Promise<NewEntry> {
    return { person, login, token: await this.links.make(tx, id, by, requestId) };
  }
}

async function unopenedAccount(tx: EntityManager, personId: string): Promise<AccountFacts> {
  const [account] = await tx.query<AccountFacts[]>(
    `select a.id, a.person_id, pe.name as person, a.login, ${openedSql('a')} as opened
     from account a join person pe on pe.id = a.person_id where a.person_id = $1 and a.disabled_at is null order by a.created_at limit 1 for update of a`,
    [personId],
  );
  if (!account) throw accessFault('noAccount');
  if (account.opened) throw accessFault('openedAlready');
  return account;
}

/**
 * One person is enough for a first password only: not once somebody was in, or two agreed on a new password, and not for
 * a privileged post. The administrators of the set-up are the exception until they come in: the system administrator was
 * given their links once and may be given them again.
 */
async function refuseWithoutSecond(tx: EntityManager, personId: string, by: Actor): Promise<void> {
  const [was] = await tx.query<{ in: boolean }[]>(
    `select exists (select 1 from entry_link l join account a on a.id = l.account_id where a.person_id = $1 and l.used_at is not null)
       or exists (select 1 from privilege_request r where r.person_id = $1 and r.kind = 'reset_password' and r.state = 'granted') as in`,
    [personId],
  );
  const posts = await tx.query<{ role: Role; founding: boolean }[]>(
    `select p.role, p.given_by is null and p.request_id is null as founding from post p where p.person_id = $1 and ${heldNow('p')}`,
    [personId],
  );
  const founder = by.role === 'sysadmin';
  const needed = posts.some(
    ({ role, founding }) => isPrivileged(role) && !(founder && founding && administratorRoles.includes(role)),
  );
  if (was?.in === true || needed) throw accessFault('twoPersonsNeeded');
}
