import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { prepared, Settings, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { doerOf, type SignedIn, type Stage } from '../actor.js';
import { accessFault } from '../access-faults.js';
import { SignInRulesQuery } from '../factors/sign-in-rules.query.js';
import { delegationInForce, findSql, heldNow, type SessionFacts, signedInOf, touchSeconds } from './session-facts.js';
import { tokenHash } from './token-hash.js';

/** Where a session comes from, as its owner's device list shows it. */
export interface Origin {
  readonly source: string;
  readonly device: string;
}

/** A new session: the token goes to the browser and is kept nowhere. */
export interface NewSession {
  readonly token: string;
  readonly expiresAt: Date;
  readonly signedIn: SignedIn;
}

/** How somebody proved who they are. */
export type Proof = 'password' | 'totp' | 'passkey' | 'recovery' | 'link' | 'oidc';

/** Minutes in which a half-open session must come to its end. */
const enteringMinutes = 15;

const touchSql = prepared(
  `update session set seen_at = now() where id = $1 and seen_at < now() - interval '${touchSeconds} seconds'`,
);

const openSql = `
  with held as (
    select array_agg(p.id) as ids, bool_or(p.role = any($11::text[])) as strict
    from account a join post p on p.person_id = a.person_id and ${heldNow('p')} where a.id = $3 and a.disabled_at is null
  )
  insert into session (id, token_hash, account_id, post_id, created_at, seen_at, expires_at, source, device, stage, proved_at, idle_minutes)
  select $1, $2, $3, case when cardinality(ids) = 1 then ids[1] end, now(), now(),
    now() + case when $6 = 'open' then make_interval(hours => case when strict then $8::int else $7::int end) else interval '${enteringMinutes} minutes' end,
    $4, $5, $6, now(), case when strict then $10::int else $9::int end
  from held where cardinality(ids) > 0 returning expires_at`;

/** Opaque sessions in PostgreSQL: revoked at once, everywhere. */
@Injectable()
export class Sessions {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly settings: Settings,
    private readonly rules: SignInRulesQuery,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Who is behind the token of an open session; undefined when it is unknown, over or half open, or nobody stands behind it. */
  async find(token: string): Promise<SignedIn | undefined> {
    const found = await this.findEntering(token);
    return found?.stage === 'open' ? found : undefined;
  }

  /** The same, also for sessions that still wait for their second factor. */
  async findEntering(token: string): Promise<SignedIn | undefined> {
    const facts = await this.store.queryOne<SessionFacts>(findSql, [tokenHash(token), this.settings.freshMinutes]);
    return facts && signedInOf(facts);
  }

  /** Writes down that the session was used, which keeps it from idling out. */
  async touch(sessionId: string): Promise<void> {
    await this.store.query(touchSql, [sessionId]);
  }

  /**
   * Opens a session for an account that proved itself. Which stage it comes to is the caller's finding (`Entrance`).
   * A person with one post acts in it at once.
   * @throws Fault `access.noPostToday`
   */
  async open(
    tx: EntityManager,
    accountId: string,
    origin: Origin,
    { stage = 'open', proof = 'link' }: { stage?: Stage; proof?: Proof } = {},
  ): Promise<NewSession> {
    const token = this.ids.token();
    const id = this.ids.next();
    const { sessionHours, strictSessionHours, sessionIdleMinutes, strictSessionIdleMinutes } = this.settings;
    const { factorRoles } = await this.rules.read();
    const [row] = await tx.query<{ expires_at: Date }[]>(openSql, [
      id,
      tokenHash(token),
      accountId,
      origin.source.slice(0, 100),
      origin.device.slice(0, 300),
      stage,
      sessionHours,
      strictSessionHours,
      sessionIdleMinutes,
      strictSessionIdleMinutes,
      factorRoles,
    ]);
    if (!row) throw accessFault('noPostToday');
    const [facts] = await tx.query<SessionFacts[]>(findSql, [tokenHash(token), this.settings.freshMinutes]);
    if (!facts) throw accessFault('badCredentials');
    const signedIn = signedInOf(facts);
    await this.audit.record(tx, {
      act: 'session.open',
      subject: { type: 'session', id },
      by: doerOf(signedIn),
      facts: { stage, proof },
    });
    return { token, expiresAt: row.expires_at, signedIn };
  }

  /**
   * A new session in place of one that proved more: a token that somebody knew before is worth nothing afterwards.
   * The chosen post stays.
   */
  async elevate(tx: EntityManager, me: SignedIn, origin: Origin, proof: Proof): Promise<NewSession> {
    const opened = await this.open(tx, me.accountId, origin, { proof });
    const [gone] = await tx.query<[{ post_id: string | null; delegation_id: string | null }[], number]>(
      'delete from session where id = $1 returning post_id, delegation_id',
      [me.sessionId],
    );
    const { post_id: postId = null, delegation_id: delegationId = null } = gone[0] ?? {};
    if (gone.length === 0) throw accessFault('badCredentials');
    if (postId === null || (delegationId === null && postId === opened.signedIn.actor?.postId)) return opened;
    const chosen = [opened.signedIn.sessionId, postId, delegationId];
    await tx.query('update session set post_id = $2, delegation_id = $3 where id = $1', chosen);
    const facts = await tx.query<SessionFacts[]>(findSql, [tokenHash(opened.token), this.settings.freshMinutes]);
    return { ...opened, signedIn: facts[0] ? signedInOf(facts[0]) : opened.signedIn };
  }

  /** Chooses the acting post of a session: one's own, or a delegation by its id. @throws Fault `access.postNotHeld` */
  async actAs(me: SignedIn, postId: string): Promise<void> {
    await this.store.transaction(async (tx) => {
      const [, changed] = await tx.query<[unknown, number]>(
        `update session s set post_id = p.id, delegation_id = chosen.delegation_id
         from (select own.id as post_id, null::uuid as delegation_id from post own where own.id = $2
               union all select d.taker_post_id, d.id from delegation d where d.id = $2 and ${delegationInForce('d')}) as chosen
           join post p on p.id = chosen.post_id
         where s.id = $1 and p.person_id = $3 and ${heldNow('p')}`,
        [me.sessionId, postId, me.personId],
      );
      if (changed !== 1)
        throw accessFault('postNotHeld', {}, [
          { path: 'postId', message: 'is not held today', constraint: 'postHeld' },
        ]);
      const by = { personId: me.personId, postId, role: null, unitId: null };
      await this.audit.record(tx, { act: 'session.act_as', subject: { type: 'session', id: me.sessionId }, by });
    });
  }
}
