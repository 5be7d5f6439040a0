import { Injectable } from '@nestjs/common';
import { type Actor, mayEver } from '@ducha/access';
import { decodeCursor, type Page, pageOf, type PageQuery, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { PurgeView } from '../http/privacy.view.js';
import { privacyFault } from '../privacy-faults.js';

type Facts = Omit<PurgeView, 'actions'>;

const person = (alias: string): string =>
  `case when ${alias}.id is not null then jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name) end`;

const factsSql = `
  select p.id, p.version, p.state, p.proposed_at as "proposedAt", ${person('a')} as "askedBy", p.asked_at as "askedAt",
    ${person('d')} as "decidedBy", p.decided_at as "decidedAt", p.words, p.done_at as "doneAt",
    (select jsonb_agg(one || (select jsonb_build_object('purged', count(b.matter_id), 'removed', coalesce(sum(b.removed), 0))
       from purge_tombstone b where b.purge_id = p.id and b.part = one ->> 'part')) from jsonb_array_elements(p.parts) as one) as parts
  from purge p left join person a on a.id = p.asked_by left join person d on d.id = p.decided_by`;

/** Purges, newest first. */
@Injectable()
export class PurgeList {
  constructor(private readonly store: Store) {}

  async page(query: PageQuery, by: Actor): Promise<Page<PurgeView>> {
    const before = decodeCursor(query.cursor, 'id')?.[0] ?? null;
    const limit = pageSize(query);
    const rows = await this.store.query<Facts>(
      `${factsSql} where ($1::uuid is null or p.id < $1::uuid) order by p.id desc limit $2`,
      [before, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => viewOf(row, by),
      ({ id }) => [id],
    );
  }

  /** @throws Fault `privacy.purgeNotFound` */
  async one(id: string, by: Actor): Promise<PurgeView> {
    const row = await this.store.queryOne<Facts>(`${factsSql} where p.id = $1`, [id]);
    if (!row) throw privacyFault('purgeNotFound');
    return viewOf(row, by);
  }
}

function viewOf(facts: Facts, by: Actor): PurgeView {
  const mayAsk = facts.state === 'proposed' && mayEver('purge.ask', by);
  const mayDecide = facts.state === 'asked' && mayEver('purge.decide', by) && facts.askedBy?.id !== by.personId;
  return { ...facts, actions: [...(mayAsk ? ['ask'] : []), ...(mayDecide ? ['approve', 'refuse'] : [])] };
}
