import type { Store } from '@ducha/store';
import { type GroupKey, groupsAmong, type LedgerGroup, plainKey } from '@ducha/task';
import type { MatterGrouping } from '../domain/matter-shape.js';

const keys: Record<MatterGrouping, GroupKey> = {
  state: plainKey('m.state'),
  kind: plainKey('m.kind'),
  category: plainKey(`split_part(m.category, '/', 1)`),
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

/** The matters of the ids in groups. `overdue`: the supervisors' own time for them is over. */
export const matterGroupsOf = (
  store: Store,
  ids: readonly string[],
  grouping: MatterGrouping,
): Promise<LedgerGroup[]> =>
  groupsAmong(store, ids, {
    from: 'matter',
    alias: 'm',
    by: keys[grouping],
    overdue: late,
    closed: `m.state = 'closed'`,
  });
