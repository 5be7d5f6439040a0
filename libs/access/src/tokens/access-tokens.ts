import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { prepared, Store } from '@ducha/store';
import { type Actor, doerOf, type SignedIn } from '../actor.js';
import { grantedScope } from '../policy/permission.js';
import type { Act } from '../policy/policy.js';
import { administratorRoles } from '../roles.js';
import { heldNow, postColumns, type SessionFacts, signedInOf, touchSeconds } from '../sessions/session-facts.js';
import { tokenHash } from '../sessions/token-hash.js';

/** How every token begins, so that people and scanners of leaked secrets know one. */
export const tokenStart = 'ducha_pat_';
/** Letters after the beginning that lists show. */
export const shownLetters = 6;

interface TokenFacts extends SessionFacts {
  used_today: boolean;
}

const findSql = prepared(`
  select t.id as session_id, a.id as account_id, a.person_id, ${postColumns}, 'open' as stage, false as fresh, t.acts as token_acts,
    coalesce(t.last_used_at > now() - interval '${touchSeconds} seconds', false) as seen_lately,
    coalesce(t.last_used_at > now() - interval '1 day', false) as used_today
  from access_token t join account a on a.id = t.account_id join post p on p.id = t.post_id and p.person_id = a.person_id and ${heldNow('p')}
  where t.token_hash = $1 and t.revoked_at is null and t.expires_at > now() and a.disabled_at is null
    and p.role <> all ('{${administratorRoles.join(',')}}')`);

/** Personal access tokens at the door: who is behind one, as long as the account and the post stand. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** Undefined for a token that is unknown, expired or revoked, or whose owner is disabled or left the post. */
  async find(token: string): Promise<SignedIn | undefined> {
    if (!token.startsWith(tokenStart)) return undefined;
    const facts = await this.store.queryOne<TokenFacts>(findSql, [tokenHash(token)]);
    if (!facts) return undefined;
    const me = signedInOf(facts);
    if (!facts.seen_lately) await this.used(me, facts.used_today);
    return me;
  }

  /**
   * Who stands behind a token that may do that one act and nothing else: such a one may stand in an address, where a program
   * can send nothing but the address. Undefined for any other.
   */
  async findSingle(token: string, act: Act): Promise<Actor | undefined> {
    const me = await this.find(token);
    const single = me?.tokenActs?.length === 1 && me.tokenActs[0] === act;
    if (!single || !me.actor || grantedScope(act, me.actor) === undefined) return undefined;
    return me.actor;
  }

  /** The first use of a day stands in the audit chain, every minute of use in the list. */
  private async used(me: SignedIn, today: boolean): Promise<void> {
    await this.store.separately(async (tx) => {
      await tx.query('update access_token set last_used_at = now() where id = $1', [me.sessionId]);
      if (today) return;
      const subject = { type: 'access_token', id: me.sessionId };
      await this.audit.record(tx, { act: 'access_token.use', subject, about: me.personId, by: doerOf(me) });
    });
  }
}
