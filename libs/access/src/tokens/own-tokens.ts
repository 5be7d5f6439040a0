import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { httpFault } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { Actor } from '../actor.js';
import { accessFault } from '../access-faults.js';
import { Routes } from '../guard/routes.js';
import { actsOf } from '../policy/permission.js';
import { isSealedAct } from '../policy/policy.js';
import { administratorRoles } from '../roles.js';
import { tokenHash } from '../sessions/token-hash.js';
import { shownLetters, tokenStart } from './access-tokens.js';

/** What a token is made of. */
export interface NewToken {
  readonly name: string;
  readonly acts: readonly string[];
  readonly expiresAt: string;
}

/** A token as its owner's list shows it. */
export interface OwnToken {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly acts: string[];
  readonly post: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly state: 'valid' | 'expired' | 'revoked';
}

/** Making, listing and revoking one's own access tokens. */
@Injectable()
export class OwnTokens {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly routes: Routes,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** What a token of this post may be given: what the post may do, but not make tokens, lend acts, keep people, open what is sealed, nor what wants a proof of who one is. */
  mayBeGiven({ role }: Pick<Actor, 'role'>): string[] {
    const isForMachines = (act: string): boolean => !notForMachines.includes(act) && !this.routes.wantsProof(act);
    return actsOf(role).filter((act) => isForMachines(act) && !isSealedAct(act));
  }

  /**
   * Makes a token for the acting post; the answer is the only time it is seen.
   * @throws Fault `access.administratorToken`, `access.tokenScope`, `access.tokenTerm`
   */
  async make(by: Actor, { name, acts, expiresAt }: NewToken): Promise<{ id: string; token: string }> {
    if (administratorRoles.includes(by.role)) throw accessFault('administratorToken');
    const foreign = acts.filter((act) => !this.mayBeGiven(by).includes(act));
    if (foreign.length > 0)
      throw accessFault('tokenScope', { acts: foreign }, [
        { path: 'acts', message: 'are not acts of this post', constraint: 'ownActs' },
      ]);
    const id = this.ids.next();
    const token = `${tokenStart}${this.ids.token()}`;
    await this.store.transaction(async (tx) => {
      const made = await tx.query<unknown[]>(
        `insert into access_token (id, account_id, post_id, name, prefix, token_hash, acts, created_at, expires_at)
         select $1, $2, $3, $4, $5, $6, $7, now(), $8::timestamptz where $8::timestamptz > now() and $8::timestamptz <= now() + interval '1 year'
         returning id`,
        [
          id,
          by.accountId,
          by.postId,
          name,
          token.slice(0, tokenStart.length + shownLetters),
          tokenHash(token),
          [...new Set(acts)],
          expiresAt,
        ],
      );
      if (made.length === 0)
        throw accessFault('tokenTerm', {}, [
          { path: 'expiresAt', message: 'must lie ahead, within a year', constraint: 'withinYear' },
        ]);
      const subject = { type: 'access_token', id };
      await this.audit.record(tx, { act: 'access_token.make', subject, about: by.personId, by, facts: { acts } });
    });
    return { id, token };
  }

  /** The person's tokens, newest first; ended ones stay in sight for a while. */
  list(by: Actor): Promise<OwnToken[]> {
    return this.store.query<OwnToken>(
      `select t.id, t.name, t.prefix, t.acts, p.title as post, t.created_at as "createdAt", t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt",
         case when t.revoked_at is not null then 'revoked' when t.expires_at <= now() then 'expired' else 'valid' end as state
       from access_token t join post p on p.id = t.post_id
       where t.account_id = $1 and coalesce(t.revoked_at, t.expires_at) > now() - interval '90 days'
       order by t.created_at desc, t.id desc limit 200`,
      [by.accountId],
    );
  }

  /** Revokes a token: it opens nothing from now on. @throws Fault `http.notFound` */
  async revoke(by: Actor, id: string): Promise<void> {
    await this.store.transaction(async (tx) => {
      const [, revoked] = await tx.query<[unknown, number]>(
        'update access_token set revoked_at = now() where id = $1 and account_id = $2 and revoked_at is null',
        [id, by.accountId],
      );
      if (revoked !== 1) throw httpFault('notFound');
      const subject = { type: 'access_token', id };
      await this.audit.record(tx, { act: 'access_token.revoke', subject, about: by.personId, by });
    });
  }
}

/** A person does these only themselves, whatever they hand to a machine. */
const notForMachines: readonly string[] = [
  'access_token.make',
  'people.read',
  'people.manage',
  'people.export_full',
  'holding.pass',
  'delegation.give',
];
