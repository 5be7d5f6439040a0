import { Injectable } from '@nestjs/common';
import { type Actor, mayEver, scopeSql, SqlParams } from '@ducha/access';
import { decodeCursor, type Page, pageOf, type PageQuery, pageSize } from '@ducha/http';
import { eventsFrom } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import {
  type InspectionEvent,
  inspectionLifecycle,
  type InspectionState,
} from '../../domain/plan/inspection-lifecycle.js';
import type { InspectionType } from '../../domain/plan/plan.js';
import type { InspectionListQuery } from '../../http/plan/inspection.dto.js';
import type { InspectionBrief } from '../../http/plan/inspection.view.js';

interface BriefRow extends Omit<InspectionBrief, 'actions'> {
  readonly state: InspectionState;
  readonly type: InspectionType | null;
  readonly proposedBy: string | null;
  readonly key: string;
}

/** Columns of an inspection in a list, of alias `i`. */
const briefColumns = `i.id, i.version, i.number, i.name, i.state, i.type, i.standing, i.from_on::text as "fromOn", i.to_on::text as "toOn",
  i.released_at as "releasedAt", i.proposed_by as "proposedBy", i.created_at::text as key,
  (select count(*)::int from inspection_object o where o.inspection_id = i.id) as objects,
  (select count(*)::int from inspection_group g where g.inspection_id = i.id) as groups,
  (select count(*)::int from visit v where v.inspection_id = i.id) as visits,
  (select count(*)::int from visit v where v.inspection_id = i.id and v.state not in ('assigned', 'arrived', 'replaced')) as "visitsDone"`;

/** Inspections that somebody may read, newest first. */
@Injectable()
export class InspectionList {
  constructor(private readonly store: Store) {}

  async page(query: PageQuery & InspectionListQuery, by: Actor): Promise<Page<InspectionBrief>> {
    const params = new SqlParams();
    const scope = scopeSql('inspection.read', by, 'i', params);
    const state = query.state === undefined ? 'true' : `i.state = ${params.add(query.state)}`;
    const from = decodeCursor(query.cursor, 'instant', 'id');
    const after = from
      ? `(i.created_at, i.id) < (${params.add(from[0])}::timestamptz, ${params.add(from[1])}::uuid)`
      : 'true';
    const limit = pageSize(query);
    const rows = await this.store.query<BriefRow>(
      `select ${briefColumns} from inspection i where ${scope} and ${state} and ${after} order by i.created_at desc, i.id desc limit ${limit + 1}`,
      params.values,
    );
    return pageOf(
      rows,
      limit,
      (row) => briefOf(row, by),
      ({ key, id }) => [key, id],
    );
  }

  /** One of them, whoever asks. */
  async one(asked: Pick<EntityManager, 'query'>, id: string, by: Actor): Promise<InspectionBrief | undefined> {
    const [row] = await asked.query<BriefRow[]>(`select ${briefColumns} from inspection i where i.id = $1`, [id]);
    return row && briefOf(row, by);
  }
}

const briefOf = ({ key: _, ...row }: BriefRow, by: Actor): InspectionBrief => {
  const { proposedBy, ...brief } = row;
  return { ...brief, actions: actionsOf(brief.state, proposedBy, by) };
};

const actOf: Partial<Record<InspectionEvent, 'inspection.plan' | 'inspection.open' | 'inspection.release'>> = {
  propose: 'inspection.plan',
  approve: 'inspection.open',
  instruct: 'inspection.open',
  amend: 'inspection.plan',
  release: 'inspection.release',
  abort: 'inspection.release',
  cancel: 'inspection.plan',
};

/** What this person may do with it now; `arrive`, `return` and the like follow from other acts. */
function actionsOf(state: InspectionState, proposedBy: string | null, by: Actor): string[] {
  const possible = eventsFrom(inspectionLifecycle, state).filter((event) => {
    const act = actOf[event];
    return act !== undefined && mayEver(act, by) && !(event === 'approve' && proposedBy === by.personId);
  });
  const planning = mayEver('inspection.plan', by);
  return [
    ...(state === 'draft' && planning ? ['plan'] : []),
    ...(state === 'planned' && planning ? ['draw'] : []),
    ...((state === 'draft' || state === 'proposed') && planning ? ['merge'] : []),
    ...possible,
  ];
}
