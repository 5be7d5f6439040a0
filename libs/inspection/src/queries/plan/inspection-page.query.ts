import { Injectable } from '@nestjs/common';
import { type Actor, mayEver } from '@ducha/access';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { Plan } from '../../domain/plan/plan.js';
import type {
  AmendmentView,
  InspectionDrawView,
  InspectionView,
  InspectorBrief,
} from '../../http/plan/inspection.view.js';
import { planFault } from '../../plan-faults.js';
import { clashesOf } from './clashes.js';
import { InspectionList } from './inspection-list.query.js';
import { planOf } from './plan-rows.js';
import { planViewOf } from './plan-view.js';

type Asked = Pick<EntityManager, 'query'>;

type Story = Pick<
  InspectionView,
  | 'door'
  | 'proposedBy'
  | 'proposedAt'
  | 'openedBy'
  | 'openedAt'
  | 'onSiteAt'
  | 'returnedAt'
  | 'mergedIntoId'
  | 'code'
  | 'token'
>;

const storySql = `
  select i.door, case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name, 'unit', null) end as "proposedBy", i.proposed_at as "proposedAt",
    case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name, 'unit', null) end as "openedBy", i.opened_at as "openedAt",
    i.on_site_at as "onSiteAt", i.returned_at as "returnedAt", i.merged_into_id as "mergedIntoId", c.code, c.token
  from inspection i left join person p on p.id = i.proposed_by left join person o on o.id = i.opened_by
    left join inspection_code c on c.inspection_id = i.id
  where i.id = $1`;

const drawsSql = `
  select d.id, i.kind, i.site_id as "siteId", s.name as "siteName", d.commitment, d.committed_at as "committedAt", d.drawn_at as "drawnAt",
    coalesce((select sum(jsonb_array_length(one -> 'objects')) from jsonb_array_elements(d.record -> 'drawn') one), 0)::int as drawn
  from inspection_draw i join draw d on d.id = i.draw_id left join site s on s.id = i.site_id
  where i.inspection_id = $1 order by d.committed_at, d.id`;

interface AmendmentRow extends Omit<AmendmentView, 'changes' | 'decidable' | 'proposedBy'> {
  readonly plan: Plan;
  readonly proposedById: string;
  readonly proposedByName: string;
}

const amendmentsSql = `
  select a.id, a.version, a.state, a.reason, a.plan, a.proposed_at as "proposedAt", a.decided_at as "decidedAt",
    p.id as "proposedById", p.name as "proposedByName"
  from inspection_amendment a join person p on p.id = a.proposed_by where a.inspection_id = $1 order by a.proposed_at desc limit 50`;

/** An inspection with everything its page shows. */
@Injectable()
export class InspectionPage {
  constructor(
    private readonly store: Store,
    private readonly list: InspectionList,
  ) {}

  /** @throws Fault `inspection.inspectionNotFound` */
  async one(id: string, by: Actor): Promise<InspectionView> {
    const asked = this.store.manager;
    const brief = await this.list.one(asked, id, by);
    const [story] = await asked.query<Story[]>(storySql, [id]);
    if (!brief || !story) throw planFault('inspectionNotFound');
    const plan = await planOf(asked, id);
    const planning = mayEver('inspection.plan', by) || mayEver('inspection.open', by);
    return {
      ...brief,
      ...story,
      plan: await planViewOf(asked, id, plan),
      draws: await asked.query<InspectionDrawView[]>(drawsSql, [id]),
      amendments: planning ? await amendmentsOf(asked, id, plan, by) : [],
      clashes: planning
        ? (await clashesOf(asked, id)).map(({ unitId, unitName, ...clash }) => ({
            ...clash,
            unit: { id: unitId, shortName: unitName },
          }))
        : [],
    };
  }
}

async function amendmentsOf(asked: Asked, id: string, now: Plan, by: Actor): Promise<AmendmentView[]> {
  const rows = await asked.query<AmendmentRow[]>(amendmentsSql, [id]);
  return rows.map(({ plan, proposedById, proposedByName, ...row }) => {
    const proposedBy: InspectorBrief = { id: proposedById, name: proposedByName, unit: null };
    const decidable = row.state === 'proposed' && mayEver('inspection.open', by) && proposedById !== by.personId;
    return { ...row, proposedBy, changes: row.state === 'proposed' ? changedFields(now, plan) : [], decidable };
  });
}

/** The fields in which two plans differ. */
export const changedFields = (now: Plan, then: Plan): string[] => {
  const before = new Map<string, unknown>(Object.entries(now));
  return Object.entries(then).flatMap(([field, value]) =>
    JSON.stringify(sorted(before.get(field))) === JSON.stringify(sorted(value)) ? [] : [field],
  );
};

/** Fields and lists in one order: jsonb keeps its own, rows come by their ids. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => JSON.stringify(sorted(one))).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
