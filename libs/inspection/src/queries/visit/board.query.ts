import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Store } from '@ducha/store';
import type { BoardGroupView, BoardView } from '../../http/visit/visit.view.js';
import { planFault } from '../../plan-faults.js';

const countsOf = `count(v.id)::int as visits, count(v.id) filter (where v.state = 'done')::int as done, count(v.id) filter (where v.state = 'absent')::int as absent,
  count(v.id) filter (where v.state = 'refused')::int as refused, count(v.id) filter (where v.state = 'replaced')::int as replaced`;

// when it was by the device, where that was not after the county heard of it
const seen = (act: string): string => `least(coalesce(v.${act}_captured_at, v.${act}_at), v.${act}_at)`;

const boardSql = `
  select i.id, i.version, i.number, i.name, i.state, i.released_at as "releasedAt", i.on_site_at as "onSiteAt", i.returned_at as "returnedAt", ${countsOf},
    count(v.id) filter (where v.state in ('assigned', 'arrived'))::int as open,
    floor(extract(epoch from min(${seen('discovered')}) - min(${seen('arrived')})) / 60)::int as "discoveredAfterMinutes"
  from inspection i left join visit v on v.inspection_id = i.id where i.id = $1 group by i.id`;

interface GroupRow extends Omit<BoardGroupView, 'actions'> {
  readonly isLeader: boolean;
}

// where a group was last: a village by its name, a household by its village, never more
const groupsSql = `
  select g.id, g.number, g.name, g.version, g.state, g.arrived_at as "arrivedAt", g.returned_at as "returnedAt", ${countsOf},
    count(v.id) filter (where v.state = 'arrived')::int as arrived,
    (select jsonb_build_object('id', p.id, 'name', p.name, 'unit', null) from inspection_member m join person p on p.id = m.person_id where m.group_id = g.id and m.duty = 'leader') as leader,
    (select count(*)::int from inspection_member m where m.group_id = g.id) as people,
    last.place as "lastSite", last.at as "lastAt",
    exists (select 1 from inspection_member m where m.group_id = g.id and m.duty = 'leader' and m.person_id = $2) as "isLeader"
  from inspection_group g left join visit v on v.group_id = g.id
    left join lateral (select coalesce(parent.name, s.name, u.short_name) as place, coalesce(l.finished_at, l.arrived_at) as at
      from visit l join unit u on u.id = l.unit_id left join site s on s.id = l.site_id left join site parent on parent.id = s.parent_id
      where l.group_id = g.id and l.arrived_at is not null order by coalesce(l.finished_at, l.arrived_at) desc limit 1) last on true
  where g.inspection_id = $1 group by g.id, last.place, last.at order by g.number`;

/** The live board of an inspection. */
@Injectable()
export class Board {
  constructor(private readonly store: Store) {}

  /** @throws Fault `inspection.inspectionNotFound` */
  async of(id: string, by: Actor): Promise<BoardView> {
    const [board] = await this.store.query<Omit<BoardView, 'groups'>>(boardSql, [id]);
    if (!board) throw planFault('inspectionNotFound');
    const groups = await this.store.query<GroupRow>(groupsSql, [id, by.personId]);
    return {
      ...board,
      groups: groups.map(({ isLeader, ...group }) => ({ ...group, actions: actionsOf(group, isLeader) })),
    };
  }
}

const actionsOf = ({ state, arrived }: Pick<GroupRow, 'state' | 'arrived'>, isLeader: boolean): string[] =>
  isLeader && state === 'on_site' && arrived === 0 ? ['finish'] : [];
