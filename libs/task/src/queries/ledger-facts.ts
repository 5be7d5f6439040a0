import type { ImportanceDegree } from '@ducha/deadline';
import { unitNameAt } from '@ducha/access';
import { idsAt, prepared, type Store } from '@ducha/store';
import type { TaskState } from '../domain/task-lifecycle.js';

/** One task as the ledger shows it, flat. */
export interface LedgerFacts {
  id: string;
  version: number;
  number: string | null;
  title: string;
  kind: string;
  category: string | null;
  state: TaskState;
  round: number;
  demand: string;
  dispatchedAt: Date | null;
  registeredAt: Date | null;
  importance: ImportanceDegree;
  createdAt: Date;
  matterId: string | null;
  matterTitle: string | null;
  matterKind: string | null;
  intakeNo: string | null;
  parentId: string | null;
  principalId: string | null;
  principalName: string | null;
  leadLeaderId: string | null;
  leadLeaderName: string | null;
  leadUnitId: string | null;
  leadUnitName: string | null;
  assistUnits: { id: string; shortName: string }[];
  officerId: string | null;
  officerName: string | null;
  coverId: string | null;
  coverName: string | null;
  createdBy: string;
  createdByName: string | null;
  responsibleId: string | null;
  responsibleName: string | null;
  dueAt: Date | null;
  dueKey: string | null;
  overdue: boolean;
  suspendedAt: Date | null;
  reportEvery: string | null;
  reportWhy: string | null;
  reportBy: string | null;
  reportByName: string | null;
  progress: string | null;
  problem: string | null;
  nextStep: string | null;
  resultClass: string | null;
  answeredAt: Date | null;
  verifiedAt: Date | null;
  closedAt: Date | null;
  targetValue: number | null;
  targetUnit: string | null;
  currentValue: number | null;
  children: number;
  openChildren: number;
  hasAssignments: boolean;
  presentedTo: string | null;
}

/** Past its date while units still owe something, the clock is not stopped and no word on the lead’s time is waited for; `t` is a task. Unknown without a date: for `where`. */
export const pastDueTask = `(t.due_at < now() and t.suspended_at is null and t.state in ('registered', 'dispatched', 'under_way')
  and not exists (select 1 from assignment hl join clock held on held.subject_id = hl.id and held.held_at is not null
    where hl.task_id = t.id and hl.round = t.round and hl.duty = 'lead'))`;
/** The same as a yes or no, to be read. */
export const overdueTask = `coalesce(${pastDueTask}, false)`;

const factsSql = prepared(`
  select t.id, t.version, t.number, t.title, t.kind, t.category, t.state, t.round, t.importance, t.demand, t.dispatched_at as "dispatchedAt", t.registered_at as "registeredAt",
    t.created_at as "createdAt", t.matter_id as "matterId", m.title as "matterTitle", m.kind as "matterKind", m.intake_no as "intakeNo", t.parent_id as "parentId",
    t.principal_id as "principalId", pr.name as "principalName", t.lead_leader_id as "leadLeaderId", ll.name as "leadLeaderName",
    t.lead_unit_id as "leadUnitId", ${unitNameAt('lu', 't.dispatched_at')} as "leadUnitName",
    coalesce((select jsonb_agg(jsonb_build_object('id', au.id, 'shortName', ${unitNameAt('au', 't.dispatched_at')}) order by au.sort) from unit au where au.id = any(t.assist_unit_ids)), '[]') as "assistUnits",
    t.case_officer_id as "officerId", co.name as "officerName", t.cover_officer_id as "coverId", cv.name as "coverName",
    t.created_by as "createdBy", cb.name as "createdByName", lead.signed_by as "responsibleId", rs.name as "responsibleName",
    t.due_at as "dueAt", t.due_at::text as "dueKey", ${overdueTask} as overdue, t.suspended_at as "suspendedAt",
    t.report_every as "reportEvery", t.report_why as "reportWhy", t.report_by as "reportBy", rb.name as "reportByName",
    r.progress, r.problem, r.next_step as "nextStep", n.result_class as "resultClass",
    t.answered_at as "answeredAt", t.verified_at as "verifiedAt", t.closed_at as "closedAt",
    t.target_value::float8 as "targetValue", t.target_unit as "targetUnit", t.current_value::float8 as "currentValue",
    (select count(*)::int from task k where k.parent_id = t.id and k.state <> 'cancelled') as children,
    (select count(*)::int from task k where k.parent_id = t.id and k.state not in ('closed', 'effective', 'cancelled')) as "openChildren",
    exists (select 1 from assignment ha where ha.task_id = t.id and ha.round = t.round and ha.state not in ('moving', 'moved', 'recalled')) as "hasAssignments",
    (select p.principal_id from presentation p where p.task_id = t.id and p.decision is null and t.state = 'presented' order by p.presented_at desc limit 1) as "presentedTo"
  from unnest(${idsAt('$1')}) with ordinality as chosen(id, place) join task t on t.id = chosen.id
    left join matter m on m.id = t.matter_id left join unit lu on lu.id = t.lead_unit_id
    left join person pr on pr.id = t.principal_id left join person ll on ll.id = t.lead_leader_id
    left join person co on co.id = t.case_officer_id left join person cv on cv.id = t.cover_officer_id left join person cb on cb.id = t.created_by left join person rb on rb.id = t.report_by
    left join lateral (select a.id, a.signed_by from assignment a where a.task_id = t.id and a.round = t.round and a.duty = 'lead'
      and a.state not in ('moving', 'moved', 'recalled') limit 1) as lead on true
    left join person rs on rs.id = lead.signed_by
    left join lateral (select x.progress, x.problem, x.next_step from report x where x.assignment_id = lead.id order by x.reported_at desc, x.id desc limit 1) as r on true
    left join lateral (select x.result_class from answer x where x.assignment_id = lead.id and x.signed_off_at is not null order by x.attempt desc limit 1) as n on true
  order by chosen.place`);

/**
 * The tasks of the ids, in their order. Which ids is a question of its own: the best plan for it depends on the filters,
 * while this one is always the same and planned once (measured: planning it took twice as long as running it).
 */
export async function ledgerFactsOf(store: Store, ids: readonly string[]): Promise<LedgerFacts[]> {
  return ids.length === 0 ? [] : store.query<LedgerFacts>(factsSql, [ids]);
}
