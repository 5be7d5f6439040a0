import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { prepared, Settings } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { findSql, heldNow, type SessionFacts, signedInOf } from './session-facts.js';
import type { NewSession, Origin } from './sessions.js';
import { tokenHash } from './token-hash.js';

/** For whom a device is issued. */
export interface IssuedDevice {
  /** From a source that moves no shared counter. */
  readonly id: string;
  readonly personId: string;
  /** The sealed plan, whose id becomes the inspection's. */
  readonly issuedFor: string;
  readonly until: Date;
}

const openSql = prepared(`
  insert into session (id, token_hash, account_id, post_id, created_at, seen_at, expires_at, source, device, stage, proved_at, idle_minutes, issued_for)
  select $1, $2, a.id, (select p.id from post p where p.person_id = a.person_id and p.role in ('bureau_head', 'bureau_officer') and ${heldNow('p')} order by p.from_at limit 1),
    now(), now(), $4, $5, $6, 'open', null, 20160, $7
  from account a where a.person_id = $3 and a.disabled_at is null order by a.id limit 1`);

/**
 * Sessions of devices issued for one inspection. Before its release they act in nothing, afterwards in the person's part
 * of that inspection, whoever else the person is; they stand in no audit row, so that nobody can tell of them before.
 */
@Injectable()
export class IssuedSessions {
  constructor(private readonly settings: Settings) {}

  /** The account with which a person would use a device; undefined: they have none. */
  async accountOf(tx: EntityManager, personId: string): Promise<string | undefined> {
    const [account] = await tx.query<{ id: string }[]>(
      'select id from account where person_id = $1 and disabled_at is null order by id limit 1',
      [personId],
    );
    return account?.id;
  }

  /** Undefined where nobody stands behind the person any more. */
  async open(
    tx: EntityManager,
    { id, personId, issuedFor, until }: IssuedDevice,
    origin: Origin,
  ): Promise<NewSession | undefined> {
    const token = randomBytes(32).toString('base64url');
    const from = [origin.source.slice(0, 100), origin.device.slice(0, 300)];
    await tx.query(openSql, [id, tokenHash(token), personId, until, ...from, issuedFor]);
    const [facts] = await tx.query<SessionFacts[]>(findSql, [tokenHash(token), this.settings.freshMinutes]);
    return facts && { token, expiresAt: until, signedIn: signedInOf(facts) };
  }

  /** As `signOutIssued`. */
  end(tx: EntityManager, issuedFor: string, personId: string | null = null): Promise<void> {
    return signOutIssued(tx, issuedFor, personId);
  }
}

/** Signs the devices that were issued for an inspection out, or those of one person. */
export async function signOutIssued(
  tx: EntityManager,
  issuedFor: string,
  personId: string | null = null,
): Promise<void> {
  await tx.query(
    'delete from session s using account a where a.id = s.account_id and s.issued_for = $1 and ($2::uuid is null or a.person_id = $2)',
    [issuedFor, personId],
  );
}
