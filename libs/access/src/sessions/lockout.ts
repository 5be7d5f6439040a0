import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import { accessFault } from '../access-faults.js';
import { Sealer } from '../factors/sealer.js';

const windowMinutes = 15;
/** Attempts within the window: one source on one account, one account from anywhere, one source (a county may share one address). */
const limits = { pair: 5, account: 20, source: 200 };

/** Counts an attempt before any password is looked at, so that parallel guesses cannot all get in before the count. */
@Injectable()
export class Lockout {
  constructor(
    private readonly store: Store,
    private readonly sealer: Sealer,
  ) {}

  /** @throws Fault `access.lockedOut` with `retryAfterSeconds` */
  async countAttempt(login: string, source: string): Promise<void> {
    const keys: [string, number][] = [
      [this.pairOf(login, source), limits.pair],
      [this.accountOf(login), limits.account],
      [`source:${source}`, limits.source],
    ];
    const rows = await this.store.separately((tx) =>
      tx.query<{ key: string; count: number; wait: number }[]>(
        `insert into login_attempt (key, count, window_ends_at)
         select k, 1, now() + interval '${windowMinutes} minutes' from unnest($1::text[]) as k order by k
         on conflict (key) do update set
           count = case when login_attempt.window_ends_at <= now() then 1 else login_attempt.count + 1 end,
           window_ends_at = case when login_attempt.window_ends_at <= now() then excluded.window_ends_at else login_attempt.window_ends_at end
         returning key, count, ceil(extract(epoch from window_ends_at - now()))::int as wait`,
        [keys.map(([key]) => key)],
      ),
    );
    const limitOf = new Map(keys);
    const full = rows.find(({ key, count }) => count > (limitOf.get(key) ?? 0));
    if (full) throw accessFault('lockedOut', { retryAfterSeconds: full.wait });
  }

  /** After a right password the pair and the account start again. */
  async forgive(login: string, source: string): Promise<void> {
    await this.store.query('delete from login_attempt where key = any($1)', [
      [this.pairOf(login, source), this.accountOf(login)],
    ]);
  }

  // people type passwords where the name belongs: what was typed is kept as a keyed digest only
  private accountOf = (login: string): string => `account:${this.sealer.digest(login)}`;
  private pairOf = (login: string, source: string): string => `pair:${source}:${this.sealer.digest(login)}`;
}
