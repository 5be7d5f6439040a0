import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { type RetentionPart, retentionParts } from '../domain/retention.js';
import { CountyRulesQuery } from '../queries/county-rules.query.js';
import { dueSql } from '../queries/due-matters.js';
import type { PurgePart } from '../rows/purge.row.js';

/** Proposes a purge once a day while something is due and no other purge is open. */
@Injectable()
export class ProposePurge {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly rules: CountyRulesQuery,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Safe in several processes at once: one open purge is a constraint of the database. */
  async run(): Promise<void> {
    const { months } = await this.rules.read();
    await this.store.transaction(async (tx) => {
      const busy = await tx.query<unknown[]>(
        `select 1 from purge where state in ('proposed', 'asked', 'approved') or proposed_at > now() - interval '1 day' limit 1`,
      );
      if (busy.length > 0) return;
      const parts: PurgePart[] = [];
      for (const part of retentionParts) parts.push(await dueOf(tx, part, months[part]));
      const due = parts.filter(({ matters }) => matters > 0);
      if (due.length === 0) return;
      const id = this.ids.next();
      const made = await tx.query<unknown[]>(
        `insert into purge (id, state, parts, proposed_at, version) values ($1, 'proposed', $2, now(), 1) on conflict do nothing returning 1`,
        [id, JSON.stringify(due)],
      );
      if (made.length === 0) return;
      const facts = Object.fromEntries(due.map(({ part, matters }) => [part, matters]));
      await this.audit.record(tx, {
        act: 'purge.propose',
        subject: { type: 'purge', id },
        by: null,
        to: 'proposed',
        facts,
      });
    });
  }
}

async function dueOf(tx: EntityManager, part: RetentionPart, months: number): Promise<PurgePart> {
  const [row] = await tx.query<{ before: Date; matters: number }[]>(
    `with line as (select now() - make_interval(months => $1) as before)
     select line.before, (select count(*)::int from matter m where ${dueSql(part, 'line.before')}) as matters from line`,
    [months],
  );
  return { part, before: row?.before.toISOString() ?? '', matters: row?.matters ?? 0 };
}
