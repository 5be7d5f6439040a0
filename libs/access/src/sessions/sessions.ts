import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { prepared, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { SignedIn } from '../actor.js';
import { accessFault } from '../access-faults.js';
import { isRole } from '../roles.js';

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

interface SessionFacts {
  session_id: string;
  account_id: string;
  person_id: string;
  post_id: string | null;
  role: string | null;
  unit_id: string | null;
  serves_person_id: string | null;
  unit_ids: string[] | null;
}

const sessionHours = 12;

const findSql = prepared(`
  select s.id as session_id, a.id as account_id, a.person_id, p.id as post_id, p.role, p.unit_id, p.serves_person_id,
    case when p.role like 'unit\\_%' then (select array_agg(below.id) from unit u join unit below on below.path like u.path || '%' where u.id = p.unit_id) end as unit_ids
  from session s join account a on a.id = s.account_id
    left join post p on p.id = s.post_id and p.from_at <= now() and (p.to_at is null or p.to_at > now())
  where s.token_hash = $1 and s.expires_at > now() and a.disabled_at is null`);

/** SHA-256 of a token: what the database keeps instead of it. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Opaque sessions in PostgreSQL: revoked at once, everywhere. */
@Injectable()
export class Sessions {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Who is behind a token; undefined when it is unknown, expired, or its account is disabled. */
  async find(token: string): Promise<SignedIn | undefined> {
    const facts = await this.store.queryOne<SessionFacts>(findSql, [tokenHash(token)]);
    return facts && signedInOf(facts);
  }

  /** Opens a session for an account. A person with one post acts in it at once. */
  async open(tx: EntityManager, accountId: string, origin: Origin): Promise<NewSession> {
    const token = this.ids.token();
    const id = this.ids.next();
    const [row] = await tx.query<{ expires_at: Date }[]>(
      `insert into session (id, token_hash, account_id, post_id, created_at, seen_at, expires_at, source, device)
       select $1, $2, a.id, (select case when count(*) = 1 then (array_agg(p.id))[1] end from post p
           where p.person_id = a.person_id and p.from_at <= now() and (p.to_at is null or p.to_at > now())),
         now(), now(), now() + interval '${sessionHours} hours', $4, $5
       from account a where a.id = $3 returning expires_at`,
      [id, tokenHash(token), accountId, origin.source.slice(0, 100), origin.device.slice(0, 300)],
    );
    const [facts] = await tx.query<SessionFacts[]>(findSql, [tokenHash(token)]);
    if (!row || !facts) throw accessFault('badCredentials');
    const signedIn = signedInOf(facts);
    const by = { personId: signedIn.personId, postId: facts.post_id, role: facts.role, unitId: facts.unit_id };
    await this.audit.record(tx, { act: 'session.open', subject: { type: 'session', id }, by });
    return { token, expiresAt: row.expires_at, signedIn };
  }

  /** Chooses the acting post of a session. @throws Fault `access.postNotHeld` */
  async actAs(me: SignedIn, postId: string): Promise<void> {
    await this.store.transaction(async (tx) => {
      const [, changed] = await tx.query<[unknown, number]>(
        `update session s set post_id = p.id from post p where s.id = $1 and p.id = $2 and p.person_id = $3
           and p.from_at <= now() and (p.to_at is null or p.to_at > now())`,
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

  /** Ends one of the person's own sessions. Ending one that is gone is no error. */
  async close(me: SignedIn, sessionId: string): Promise<void> {
    await this.store.transaction(async (tx) => {
      await tx.query('delete from session where id = $1 and account_id = $2', [sessionId, me.accountId]);
      const by = {
        personId: me.personId,
        postId: me.actor?.postId ?? null,
        role: me.actor?.role ?? null,
        unitId: me.actor?.unitId ?? null,
      };
      await this.audit.record(tx, { act: 'session.close', subject: { type: 'session', id: sessionId }, by });
    });
  }

  /** The person's open sessions, newest first. */
  devices(me: SignedIn): Promise<{ id: string; device: string; source: string; createdAt: Date; current: boolean }[]> {
    return this.store.query(
      `select id, device, source, created_at as "createdAt", id = $2 as current from session
       where account_id = $1 and expires_at > now() order by created_at desc limit 100`,
      [me.accountId, me.sessionId],
    );
  }
}

function signedInOf(facts: SessionFacts): SignedIn {
  const base = { personId: facts.person_id, accountId: facts.account_id, sessionId: facts.session_id };
  const { post_id: postId, role, unit_id: unitId } = facts;
  if (postId === null || unitId === null || role === null || !isRole(role)) return { ...base, actor: null };
  return {
    ...base,
    actor: { ...base, postId, role, unitId, unitIds: facts.unit_ids ?? [], servesPersonId: facts.serves_person_id },
  };
}
