import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Notices } from '@ducha/notice';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';

/** How often patrols may come to one object in a month before the head of the bureau hears of it. */
export interface PatrolRule {
  readonly perMonth: number;
}

/** Where the county has settled nothing. */
const usual = 4;

const countSql = `
  select i.standing, u.short_name as unit, to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
    coalesce((select (value ->> 'perMonth')::int from county_setting where name = 'patrol'), ${usual}) as "perMonth",
    (select count(distinct (w.inspection_id, (w.arrived_at at time zone 'Asia/Shanghai')::date))::int from visit w join inspection p on p.id = w.inspection_id and p.standing
     where w.unit_id = $2 and w.arrived_at >= date_trunc('month', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai') as days
  from inspection i join unit u on u.id = $2 where i.id = $1`;

interface Count {
  readonly standing: boolean;
  readonly unit: string;
  readonly month: string;
  readonly perMonth: number;
  readonly days: number;
}

/** Patrols clash with nobody, and must not become a burden: above the county’s number of days a month the head hears, once. */
@Injectable()
export class PatrolAlert {
  constructor(
    private readonly store: Store,
    private readonly notices: Notices,
    private readonly audit: Audit,
  ) {}

  async read(): Promise<PatrolRule> {
    const row = await this.store.queryOne<PatrolRule>(
      `select (value ->> 'perMonth')::int as "perMonth" from county_setting where name = 'patrol'`,
    );
    return { perMonth: row?.perMonth ?? usual };
  }

  set({ perMonth }: PatrolRule, by: Actor): Promise<PatrolRule> {
    return this.store.transaction(async (tx) => {
      await tx.query(
        `insert into county_setting (name, value) values ('patrol', jsonb_build_object('perMonth', $1::int))
         on conflict (name) do update set value = excluded.value`,
        [perMonth],
      );
      const subject = { type: 'county_setting', id: null };
      await this.audit.record(tx, { act: 'inspection.patrol_rule', subject, by, facts: { perMonth } });
      return { perMonth };
    });
  }

  /** After an arrival, in its transaction. */
  async after(
    tx: EntityManager,
    { inspectionId, unitId }: { readonly inspectionId: string; readonly unitId: string },
  ): Promise<void> {
    const [count] = await tx.query<Count[]>(countSql, [inspectionId, unitId]);
    if (!count || !count.standing || count.days <= count.perMonth) return;
    const { unit, month, days, perMonth } = count;
    const heads = await tx.query<{ personId: string }[]>(
      `select distinct person_id as "personId" from post where role = 'bureau_head' and from_at <= now() and (to_at is null or to_at > now())`,
    );
    await this.notices.tell(
      tx,
      heads.map(({ personId }) => ({
        kind: 'inspection.patrol_often',
        personId,
        facts: { inspectionId, unitName: unit, count: days, perMonth },
        dedupeKey: `inspection.patrol_often:${unitId}:${month}:${personId}`,
      })),
    );
  }
}
