import type { Store } from '@ducha/store';
import type { Grouping } from '../domain/ledger-shape.js';
import type { LedgerGroup } from '../http/ledger.view.js';
import { overdueTask } from './ledger-facts.js';

/** Groups shown; a county has fewer units. */
const groupsMax = 200;

interface Key {
  key: string;
  name: string;
  join: string;
}

const plain = (key: string): Key => ({ key, name: 'null::text', join: '' });

const keys: Record<Grouping, Key> = {
  state: plain('t.state'),
  kind: plain('t.kind'),
  category: plain(`split_part(t.category, '/', 1)`),
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

/** The tasks of the ids in groups, the largest first. */
export async function groupsOf(store: Store, ids: readonly string[], grouping: Grouping): Promise<LedgerGroup[]> {
  if (ids.length === 0) return [];
  const { key, name, join } = keys[grouping];
  return store.query<LedgerGroup>(
    `select ${key} as key, ${name} as name, count(*)::int as count, (count(*) filter (where ${overdueTask}))::int as overdue,
       (count(*) filter (where t.state in ('closed', 'effective')))::int as closed
     from task t ${join} where t.id = any($1::uuid[]) group by 1, 2 order by 3 desc, 2, 1 limit ${groupsMax}`,
    [ids],
  );
}
