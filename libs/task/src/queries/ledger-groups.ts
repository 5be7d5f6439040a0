import type { Store } from '@ducha/store';
import type { Grouping } from '../domain/ledger-shape.js';
import type { LedgerGroup } from '../http/ledger.view.js';
import { overdueTask } from './ledger-facts.js';

/** Groups shown; a county has fewer units. */
const groupsMax = 200;

/** What rows are grouped by, in SQL. */
export interface GroupKey {
  readonly key: string;
  readonly name: string;
  readonly join: string;
}

/** What groups are counted of. */
export interface Grouped {
  /** The table. */
  readonly from: string;
  readonly alias: string;
  readonly by: GroupKey;
  /** Conditions on a row. */
  readonly overdue: string;
  readonly closed: string;
}

/** A key that names itself. */
export const plainKey = (key: string): GroupKey => ({ key, name: 'null::text', join: '' });

const keys: Record<Grouping, GroupKey> = {
  state: plainKey('t.state'),
  kind: plainKey('t.kind'),
  category: plainKey(`split_part(t.category, '/', 1)`),
  lead_unit: {
    key: 't.lead_unit_id::text',
    name: 'named.short_name',
    join: 'left join unit named on named.id = t.lead_unit_id',
  },
  officer: {
    key: 't.case_officer_id::text',
    name: 'named.name',
    join: 'left join person named on named.id = t.case_officer_id',
  },
  lead_leader: {
    key: 't.lead_leader_id::text',
    name: 'named.name',
    join: 'left join person named on named.id = t.lead_leader_id',
  },
};

/** The rows of the ids in groups, the largest first. */
export async function groupsAmong(
  store: Store,
  ids: readonly string[],
  { from, alias, by, overdue, closed }: Grouped,
): Promise<LedgerGroup[]> {
  if (ids.length === 0) return [];
  return store.query<LedgerGroup>(
    `select ${by.key} as key, ${by.name} as name, count(*)::int as count, (count(*) filter (where ${overdue}))::int as overdue,
       (count(*) filter (where ${closed}))::int as closed
     from ${from} ${alias} ${by.join} where ${alias}.id = any($1::uuid[]) group by 1, 2 order by 3 desc, 2, 1 limit ${groupsMax}`,
    [ids],
  );
}

/** The tasks of the ids in groups. */
export const groupsOf = (store: Store, ids: readonly string[], grouping: Grouping): Promise<LedgerGroup[]> =>
  groupsAmong(store, ids, {
    from: 'task',
    alias: 't',
    by: keys[grouping],
    overdue: overdueTask,
    closed: `t.state in ('closed', 'effective')`,
  });
