import { Inject, Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { accessFault } from '../access-faults.js';
import { Entrance } from './entrance.js';
import { Passwords } from './passwords.js';
import { heldNow } from './session-facts.js';
import type { NewSession, Origin } from './sessions.js';
import { tokenHash } from './token-hash.js';

/** Whom an entry link lets in; asked before the password is chosen. */
export interface EntryPreview {
  readonly person: string;
  readonly login: string;
  readonly title: string;
  readonly unit: string;
}

const linkHours = 72;

/** A link that still counts: unused, in time, its account not disabled. */
const counts = `l.token_hash = $1 and l.used_at is null and l.expires_at > now() and a.disabled_at is null`;

/** One-time links with which a person chooses the password of their account. The token is kept nowhere. */
@Injectable()
export class EntryLinks {
  constructor(
    private readonly store: Store,
    private readonly entrance: Entrance,
    private readonly passwords: Passwords,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /**
   * Makes a link; older ones of the account are worth nothing any more. Whether it may be made is the caller's finding.
   * @param requestId what two administrators agreed on; null for a first password
   */
  async make(tx: EntityManager, accountId: string, by: Doer | null, requestId: string | null): Promise<string> {
    const token = this.ids.token();
    await tx.query('update entry_link set expires_at = now() where account_id = $1 and used_at is null', [accountId]);
    await tx.query(
      `insert into entry_link (token_hash, account_id, request_id, made_by, created_at, expires_at)
       values ($1, $2, $3, $4, now(), now() + interval '${linkHours} hours')`,
      [tokenHash(token), accountId, requestId, by?.personId ?? null],
    );
    const subject = { type: 'account', id: accountId };
    await this.audit.record(tx, { act: 'entry_link.make', subject, by, facts: { requestId } });
    return token;
  }

  /** Does not use the link up. @throws Fault `access.entrySpent` */
  async preview(token: string): Promise<EntryPreview> {
    const preview = await this.store.queryOne<EntryPreview>(
      `select pe.name as person, a.login, coalesce(p.title, '') as title, coalesce(u.short_name, '') as unit
       from entry_link l join account a on a.id = l.account_id join person pe on pe.id = a.person_id
         left join post p on p.person_id = pe.id and ${heldNow('p')} left join unit u on u.id = p.unit_id
       where ${counts} order by p.from_at desc limit 1`,
      [tokenHash(token)],
    );
    if (!preview) throw accessFault('entrySpent');
    return preview;
  }

  /**
   * Sets the password and uses the link up. The second factor is still asked for, or enrolled where the post demands one.
   * @throws Fault `access.entrySpent`, `access.weakPassword`, `access.noPostToday`
   */
  async use(token: string, password: string, origin: Origin): Promise<NewSession> {
    await this.preview(token);
    const hash = await this.passwords.hash(password);
    return this.store.transaction(async (tx) => {
      const [rows] = await tx.query<[{ account_id: string; person_id: string }[], number]>(
        `update entry_link l set used_at = now() from account a where a.id = l.account_id and ${counts} returning l.account_id, a.person_id`,
        [tokenHash(token)],
      );
      const [link] = rows;
      if (!link) throw accessFault('entrySpent');
      await tx.query('update account set password_hash = $2, version = version + 1 where id = $1', [
        link.account_id,
        hash,
      ]);
      await tx.query('delete from session where account_id = $1', [link.account_id]);
      await this.audit.record(tx, {
        act: 'password.set',
        subject: { type: 'account', id: link.account_id },
        about: link.person_id,
        by: { personId: link.person_id, postId: null, role: null, unitId: null },
        facts: { way: 'entry_link' },
      });
      return this.entrance.admit(tx, link.account_id, origin, 'link');
    });
  }
}
