import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';

/** What the county has settled about reviews; it is shown to the object. */
export interface ReviewRule {
  /** Rectification stands still while a review lasts. The Regulation is silent; by default it goes on. */
  readonly rectificationWaits: boolean;
}

/** Reads and sets how reviews go in this county. */
@Injectable()
export class ReviewRules {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  async read(): Promise<ReviewRule> {
    const row = await this.store.queryOne<{ waits: boolean | null }>(
      `select (value ->> 'rectificationWaits')::boolean as waits from county_setting where name = 'review'`,
    );
    return { rectificationWaits: row?.waits === true };
  }

  /** Reviews that are under way keep what held when they were applied for. */
  set({ rectificationWaits }: ReviewRule, by: Actor): Promise<ReviewRule> {
    return this.store.transaction(async (tx) => {
      await tx.query(
        `insert into county_setting (name, value) values ('review', jsonb_build_object('rectificationWaits', $1::boolean))
         on conflict (name) do update set value = excluded.value`,
        [rectificationWaits],
      );
      await this.audit.record(tx, {
        act: 'review.rule',
        subject: { type: 'county_setting', id: null },
        by,
        facts: { rectificationWaits },
      });
      return { rectificationWaits };
    });
  }
}
