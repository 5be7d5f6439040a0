import { Injectable } from '@nestjs/common';
import { type Actor, scopeOf, SqlParams } from '@ducha/access';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { VisitListQuery } from '../../http/visit/visit.dto.js';
import type { VisitView } from '../../http/visit/visit.view.js';
import { planFault } from '../../plan-faults.js';

interface Row extends Omit<VisitView, 'actions'> {
  readonly mine: boolean;
  readonly taking: boolean;
  readonly isVillage: boolean;
}

const columns = (person: string): string => `
  v.id, v.version, v.state, v.planned_on::text as "plannedOn", v.arrived_at as "arrivedAt", v.finished_at as "finishedAt",
  v.arrived_captured_at as "arrivedCapturedAt", v.finished_captured_at as "finishedCapturedAt",
  v.discovered_captured_at as "discoveredCapturedAt", v.discovered_at as "discoveredAt",
  i.state in ('released', 'on_site') and g.state in ('released', 'on_site') as out, v.outcome, v.replaces_id as "replacesId", v.passed_on_at is not null as "passedOn",
  jsonb_build_object('id', i.id, 'number', i.number, 'name', i.name, 'householdsPerVillage', i.households_per_village) as inspection,
  jsonb_build_object('id', g.id, 'number', g.number, 'name', g.name) as "group",
  case when s.id is not null then jsonb_build_object('id', s.id, 'kind', s.kind, 'code', s.code, 'name', s.name, 'village', p.name) end as site,
  jsonb_build_object('id', u.id, 'shortName', u.short_name) as unit,
  case when s.kind = 'village' then (select count(*)::int from inspection_site h join site hs on hs.id = h.site_id
    where h.inspection_id = v.inspection_id and hs.parent_id = s.id and h.stratum is not null) end as "householdsDrawn",
  coalesce(s.kind = 'village', false) as "isVillage", i.state in ('released', 'on_site') as taking,
  exists (select 1 from inspection_member m where m.group_id = v.group_id and m.person_id = ${person} and m.duty in ('leader', 'member'))
    and not exists (select 1 from visit_recusal r where r.visit_id = v.id and r.person_id = ${person}) as mine`;

const from = `visit v join inspection i on i.id = v.inspection_id join inspection_group g on g.id = v.group_id join unit u on u.id = v.unit_id
  left join site s on s.id = v.site_id left join site p on p.id = s.parent_id`;

/** Visits: everybody of an inspection sees all of it; the bureau and principals see all that are out. */
@Injectable()
export class VisitList {
  constructor(private readonly store: Store) {}

  /** Own open visits first where no inspection is named. */
  async page(query: VisitListQuery, by: Actor): Promise<Page<VisitView>> {
    const params = new SqlParams();
    const person = `${params.add(by.personId)}::uuid`;
    const place = decodeCursor(query.cursor, 'id');
    const wanted = [
      visible(by, person),
      issued(by, params),
      query.inspectionId === undefined
        ? `v.group_id = any (array(${ownGroups(person)}))`
        : `v.inspection_id = ${params.add(query.inspectionId)}::uuid`,
      query.groupId === undefined ? 'true' : `v.group_id = ${params.add(query.groupId)}::uuid`,
      query.state === undefined ? 'true' : `v.state = ${params.add(query.state)}`,
      place ? `v.id > ${params.add(place[0])}::uuid` : 'true',
    ];
    const limit = pageSize(query);
    const rows = await this.store.query<Row>(
      `select ${columns(person)} from ${from} where ${wanted.join(' and ')} order by v.id limit ${limit + 1}`,
      params.values,
    );
    return pageOf(rows, limit, viewOf, ({ id }) => [id]);
  }

  /** @throws Fault `inspection.visitNotFound` */
  async one(id: string, by: Actor): Promise<VisitView> {
    const params = new SqlParams();
    const person = `${params.add(by.personId)}::uuid`;
    const [row] = await this.store.query<Row>(
      `select ${columns(person)} from ${from} where v.id = ${params.add(id)}::uuid and ${visible(by, person)}`,
      params.values,
    );
    if (!row) throw planFault('visitNotFound');
    return viewOf(row);
  }
}

/** SQL: the groups that a person goes with; a roving supervisor goes with every group for as long as they are out. */
const ownGroups = (person: string): string => `
  select m.group_id from inspection_member m where m.person_id = ${person} and m.group_id is not null
  union select g.id from inspection_member m join inspection i on i.id = m.inspection_id join inspection_group g on g.inspection_id = i.id
    where m.person_id = ${person} and m.duty = 'supervisor' and i.state in ('released', 'on_site')`;

/** A device that was issued for one inspection sees that one. */
const issued = ({ issuedFor }: Actor, params: SqlParams): string =>
  issuedFor === undefined ? 'true' : `v.inspection_id = ${params.add(issuedFor)}::uuid`;

const visible = (by: Actor, person: string): string =>
  scopeOf('visit.read', by.role) === 'all'
    ? 'true'
    : `exists (select 1 from inspection_member m where m.inspection_id = v.inspection_id and m.person_id = ${person})`;

function viewOf({ mine, taking, isVillage, ...row }: Row): VisitView {
  return { ...row, actions: mine && taking ? actionsOf(row, isVillage) : [] };
}

function actionsOf(row: Omit<Row, 'mine' | 'taking' | 'isVillage'>, isVillage: boolean): string[] {
  if (row.state === 'assigned') return ['arrive', 'pass_on'];
  if (row.state !== 'arrived') return [];
  const draws = isVillage && row.inspection.householdsPerVillage !== null && row.householdsDrawn === 0;
  return ['end', 'pass_on', ...(row.discoveredAt === null ? ['discovered'] : []), ...(draws ? ['draw'] : [])];
}
