import type { Store } from '@ducha/store';
import type { LedgerGroup } from '@ducha/task';
import type { MatterGrouping } from '../domain/matter-shape.js';

/** Groups shown; a county has fewer units. */
const groupsMax = 200;

interface Key {
  readonly key: string;
  readonly name: string;
  readonly join: string;
}

const plain = (key: string): Key => ({ key, name: 'null::text', join: '' });

const keys: Record<MatterGrouping, Key> = {
  state: plain('m.state'),
  kind: plain('m.kind'),
  category: plain(`split_part(m.category, '/', 1)`),
  lead_unit: {
    key: 'named.id::text',
    name: 'named.short_name',
    join: `left join lateral (select distinct t.lead_unit_id as id from task t
        where t.matter_id = m.id and t.state <> 'cancelled' and t.lead_unit_id is not null) as lead on true
      left join unit named on named.id = lead.id`,
  },
  principal: {
    key: 'm.principal_id::text',
    name: 'named.name',
    join: 'left join person named on named.id = m.principal_id',
  },
};

const late = `exists (select 1 from clock c where c.matter_id = m.id and c.state = 'running' and c.due_at < now())`;

/** The matters of the ids in groups, the largest first. `overdue`: the supervisors' own time for them is over. */
export async function matterGroupsOf(
  store: Store,
  ids: readonly string[],
  grouping: MatterGrouping,
): Promise<LedgerGroup[]> {
  if (ids.length === 0) return [];
  const { key, name, join } = keys[grouping];
  return store.query<LedgerGroup>(
    `select ${key} as key, ${name} as name, count(*)::int as count, (count(*) filter (where ${late}))::int as overdue,
       (count(*) filter (where m.state = 'closed'))::int as closed
     from matter m ${join} where m.id = any($1::uuid[]) group by 1, 2 order by 3 desc, 2, 1 limit ${groupsMax}`,
    [ids],
  );
}
