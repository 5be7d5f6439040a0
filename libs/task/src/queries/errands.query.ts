import { Injectable } from '@nestjs/common';
import { type Actor, type PolicyAct, scopeSql, SqlParams, unitRoles } from '@ducha/access';
import { eventsFrom } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { AssignmentState } from '../domain/assignment-lifecycle.js';
import { type ErrandEvent, errandLifecycle, errandsAreOpen, mayGiveErrand } from '../domain/errand-lifecycle.js';
import type { ErrandReportView, ErrandsView, ErrandView, StaffView } from '../http/errand.view.js';
import { taskFault } from '../task-faults.js';
import { AssignmentPapers } from './assignment-papers.query.js';

type Row = Omit<ErrandView, 'person' | 'givenBy' | 'reports' | 'actions'> & {
  personId: string;
  personName: string;
  giverId: string;
  giverName: string;
};

const heldNow = (p: string): string => `${p}.from_at <= now() and (${p}.to_at is null or ${p}.to_at > now())`;

/** The post in which a person stands in the assignment's unit, or above or below it. */
const titleOf = `(select p.title from post p join unit pu on pu.id = p.unit_id where p.person_id = e.person_id and p.role = any($2)
  and ${heldNow('p')} and (pu.path like u.path || '%' or u.path like pu.path || '%') order by p.from_at limit 1)`;

const errandsSql = `
  select e.id, e.version, e.person_id as "personId", pe.name as "personName", ${titleOf} as title, e.note, e.inner_due_at as "innerDueAt",
    e.state = 'given' and coalesce(e.inner_due_at < now(), false) as overdue, e.state, e.given_by as "giverId", g.name as "giverName",
    e.given_at as "givenAt", e.finished_at as "finishedAt", e.recalled_at as "recalledAt"
  from errand e join assignment a on a.id = e.assignment_id join unit u on u.id = a.unit_id join person pe on pe.id = e.person_id
    join person g on g.id = e.given_by
  where e.assignment_id = $1 order by e.state = 'recalled', e.given_at, e.id limit 500`;

const staffSql = `
  select distinct on (pe.id) pe.id, pe.name, p.title, u.short_name as "unitName"
  from post p join person pe on pe.id = p.person_id join unit u on u.id = p.unit_id
  where p.unit_id = any($1::uuid[]) and p.role = any($2) and ${heldNow('p')} and ($3::uuid[] is null or pe.id = any($3::uuid[]))
  order by pe.id, p.role <> 'unit_staff', p.from_at`;

/** Who of the actor's own sub-tree may be given work. @param among  only of these persons; null: of all */
export function staffOf(
  tx: Pick<EntityManager, 'query'>,
  by: Actor,
  among: readonly string[] | null,
): Promise<StaffView[]> {
  return tx.query<StaffView[]>(staffSql, [by.unitIds, unitRoles, among]);
}

const actOf: Record<ErrandEvent | 'report', PolicyAct> = {
  report: 'errand.report',
  finish: 'errand.report',
  return: 'errand.give',
  recall: 'errand.give',
};

/** What a unit gave out of an assignment, for those of the unit and for the bureau. */
@Injectable()
export class Errands {
  constructor(
    private readonly store: Store,
    private readonly papers: AssignmentPapers,
  ) {}

  /** The caller has checked that the reader may see the assignment. @throws Fault `task.assignmentNotFound` */
  async of(assignmentId: string, by: Actor): Promise<ErrandsView> {
    const rows = await this.store.query<Row>(errandsSql, [assignmentId, unitRoles]);
    const reports = await this.reports(rows.map(({ id }) => id));
    const [state, acts] = [await this.stateOf(assignmentId), await this.actsOf(assignmentId, by)];
    const mayGive = mayGiveErrand(state) && acts.has('errand.give');
    const people = mayGive ? await this.store.query<StaffView>(staffSql, [by.unitIds, unitRoles, null]) : [];
    return {
      items: rows.map((row) => viewOf(row, reports.get(row.id) ?? [], actionsOf(row, state, acts, by))),
      mayGive,
      staff: people,
    };
  }

  private async stateOf(assignmentId: string): Promise<AssignmentState> {
    const row = await this.store.queryOne<{ state: AssignmentState }>('select state from assignment where id = $1', [
      assignmentId,
    ]);
    if (!row) throw taskFault('assignmentNotFound');
    return row.state;
  }

  /** Which acts reach this assignment, by the policy's own words. */
  private async actsOf(assignmentId: string, by: Actor): Promise<ReadonlySet<PolicyAct>> {
    const params = new SqlParams();
    const id = params.add(assignmentId);
    const acts = ['errand.give', 'errand.report'] as const;
    const columns = acts.map((act) => `(${scopeSql(act, by, 'a', params)}) as "${act}"`);
    const row = await this.store.queryOne<Record<string, boolean>>(
      `select ${columns.join(', ')} from assignment a where a.id = ${id}::uuid`,
      params.values,
    );
    return new Set(acts.filter((act) => row?.[act] === true));
  }

  private async reports(errandIds: readonly string[]): Promise<Map<string, ErrandReportView[]>> {
    const byErrand = new Map<string, ErrandReportView[]>();
    if (errandIds.length === 0) return byErrand;
    const rows = await this.store.query<{ id: string; errandId: string; words: string; reportedAt: Date }>(
      `select id, errand_id as "errandId", words, reported_at as "reportedAt" from errand_report
       where errand_id = any($1) order by reported_at, id limit 2000`,
      [errandIds],
    );
    const files = await this.papers.evidenceOf(rows.map(({ id }) => id));
    for (const { errandId, ...report } of rows) {
      const before = byErrand.get(errandId) ?? [];
      byErrand.set(errandId, [...before, { ...report, evidence: files.get(report.id) ?? [] }]);
    }
    return byErrand;
  }
}

function viewOf(
  { personId, personName, giverId, giverName, ...row }: Row,
  reports: ErrandReportView[],
  actions: string[],
): ErrandView {
  return {
    ...row,
    person: { id: personId, name: personName },
    givenBy: { id: giverId, name: giverName },
    reports,
    actions,
  };
}

/** Only the member of staff reports; whoever gives work out gives it back and takes it away. */
function actionsOf(row: Row, state: AssignmentState, acts: ReadonlySet<PolicyAct>, by: Actor): string[] {
  if (!errandsAreOpen(state)) return [];
  const events: readonly string[] = eventsFrom(errandLifecycle, row.state);
  const mine = row.personId === by.personId && row.state === 'given';
  return (['report', 'return', 'recall'] as const).filter(
    (action) => acts.has(actOf[action]) && (action === 'report' ? mine : events.includes(action)),
  );
}
