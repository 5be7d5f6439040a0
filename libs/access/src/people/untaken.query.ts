import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import type { UntakenView } from '../http/holding.view.js';
import { heldNow } from '../sessions/session-facts.js';
import { type HoldingKind, holdingKinds, holdings } from './holdings.js';

const most = 500;

/** What somebody who left still holds, of one kind: persons with an ended post that might hold it and none of today. */
const kindSql = (kind: HoldingKind): string => {
  const { table, column, open, roles } = holdings[kind];
  const among = `('${roles.join("', '")}')`;
  return `select gone.person_id, '${kind}' as kind, n.count from (
      select distinct left_post.person_id from post left_post where left_post.role in ${among} and left_post.to_at <= now()
        and not exists (select 1 from post p where p.person_id = left_post.person_id and p.role in ${among} and ${heldNow('p')})) as gone
    cross join lateral (select count(*)::int as count from ${table} o where o.${column} = gone.person_id and ${open}) as n where n.count > 0`;
};

const untakenSql = `
  select pe.id as "personId", pe.name, jsonb_agg(jsonb_build_object('kind', left_over.kind, 'count', left_over.count) order by left_over.kind) as holdings,
    (select p.title from post p where p.person_id = pe.id order by p.to_at desc nulls first limit 1) as "lastTitle",
    (select max(p.to_at) from post p where p.person_id = pe.id) as "leftAt"
  from (${holdingKinds.map(kindSql).join(' union all ')}) as left_over join person pe on pe.id = left_over.person_id
  group by pe.id order by "leftAt", pe.id limit ${most}`;

/** Open business of people who left their posts, until somebody takes it over (未交接). Numbers only, no titles. */
@Injectable()
export class Untaken {
  constructor(private readonly store: Store) {}

  /** Longest vacant first, at most 500 persons. */
  list(): Promise<UntakenView[]> {
    return this.store.query<UntakenView>(untakenSql);
  }
}
