import { Inject, Injectable } from '@nestjs/common';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { accessFault } from '../access-faults.js';
import { type NewSession, type Origin, Sessions } from './sessions.js';
import { tokenHash } from './token-hash.js';

/** Who a link would sign in; asked before the click, so that a preview of the link cannot burn it. */
export interface LinkPreview {
  readonly person: string;
  readonly title: string;
  readonly unit: string;
}

const linkHours = 24;

/** One-time sign-in links. Only the demonstration county makes them. */
@Injectable()
export class SignInLinks {
  constructor(
    private readonly store: Store,
    private readonly sessions: Sessions,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Makes a link for an account; the token is kept nowhere. */
  async make(accountId: string): Promise<string> {
    const token = this.ids.token();
    await this.store.query(
      `insert into sign_in_link (token_hash, account_id, created_at, expires_at) values ($1, $2, now(), now() + interval '${linkHours} hours')`,
      [tokenHash(token), accountId],
    );
    return token;
  }

  /** @throws Fault `access.linkSpent` */
  async preview(token: string): Promise<LinkPreview> {
    const preview = await this.store.queryOne<LinkPreview>(
      `select pe.name as person, coalesce(p.title, '') as title, coalesce(u.short_name, '') as unit
       from sign_in_link l join account a on a.id = l.account_id join person pe on pe.id = a.person_id
         left join post p on p.person_id = pe.id and p.from_at <= now() and (p.to_at is null or p.to_at > now()) left join unit u on u.id = p.unit_id
       where l.token_hash = $1 and l.used_at is null and l.expires_at > now() and a.disabled_at is null limit 1`,
      [tokenHash(token)],
    );
    if (!preview) throw accessFault('linkSpent');
    return preview;
  }

  /** Burns the link and opens a session; outside the demonstration county no link does. @throws Fault `access.linkSpent` */
  async use(token: string, origin: Origin): Promise<NewSession> {
    return this.store.transaction(async (tx) => {
      const [rows] = await tx.query<[{ account_id: string }[], number]>(
        `update sign_in_link l set used_at = now() from account a where a.id = l.account_id and a.disabled_at is null
           and exists (select 1 from county_setting where name = 'county' and (value ->> 'demo')::boolean)
           and l.token_hash = $1 and l.used_at is null and l.expires_at > now() returning l.account_id`,
        [tokenHash(token)],
      );
      const [link] = rows;
      if (!link) throw accessFault('linkSpent');
      return this.sessions.open(tx, link.account_id, origin, { proof: 'link' });
    });
  }
}
