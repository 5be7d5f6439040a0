import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import { sealedFault } from '../../../sealed-faults.js';

const windowMinutes = 15;
const limit = 5;

/** Counts a passphrase before it is looked at, so that parallel guesses cannot all get in before the count. */
@Injectable()
export class SealedAttempts {
  constructor(private readonly store: Store) {}

  /** @throws Fault `sealed.tooManyAttempts` with `retryAfterSeconds` */
  async count(sealedId: string, personId: string): Promise<void> {
    const [row] = await this.store.separately((tx) =>
      tx.query<{ count: number; wait: number }[]>(
        `insert into sealed_attempt (sealed_id, person_id, count, window_ends_at) values ($1, $2, 1, now() + interval '${windowMinutes} minutes')
         on conflict on constraint sealed_attempt_pk do update set
           count = case when sealed_attempt.window_ends_at <= now() then 1 else sealed_attempt.count + 1 end,
           window_ends_at = case when sealed_attempt.window_ends_at <= now() then excluded.window_ends_at else sealed_attempt.window_ends_at end
         returning count, ceil(extract(epoch from window_ends_at - now()))::int as wait`,
        [sealedId, personId],
      ),
    );
    if ((row?.count ?? limit) > limit) throw sealedFault('tooManyAttempts', { retryAfterSeconds: row?.wait ?? 60 });
  }

  /** After a right one the count starts again. */
  async forgive(sealedId: string, personId: string): Promise<void> {
    await this.store.query('delete from sealed_attempt where sealed_id = $1 and person_id = $2', [sealedId, personId]);
  }
}
