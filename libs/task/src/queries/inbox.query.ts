import { Injectable } from '@nestjs/common';
import { type Actor, scopeSql, SqlParams } from '@ducha/access';
import { COUNT_CAP, decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { idsAt, prepared, Store } from '@ducha/store';
import { taskFault } from '../task-faults.js';
import { type AssignmentListQuery, type Box, boxes } from '../http/assignment-list.dto.js';
import type { AssignmentCounts, AssignmentView } from '../http/assignment.view.js';
import { type AssignmentFacts, assignmentFactsSql, pastDueAssignment } from './assignment-facts.js';
import { AssignmentViews } from './assignment-views.query.js';
import { type ListWalk, walkedIds } from './list-walk.js';
import { namedIn } from './named.query.js';
import { reportOverdue } from './report-duty.js';
import { isOneOf, lineOf } from './units-line.js';
import { wordsCondition } from './words.js';

const claimed = 'exists (select 1 from answer n where n.assignment_id = a.id)';

/** Which assignments lie in which box of a unit's desk. */
const boxSql: Record<Exclude<Box, 'mine'>, string> = {
  to_sign: `a.state = 'delivered'`,
  to_do: `(a.state = 'disputed' or (a.state = 'signed' and not ${claimed}))`,
  to_sign_off: `a.state = 'submitted'`,
  returned: `a.state = 'signed' and ${claimed}`,
  answered: `a.state = 'answered'`,
  done: `a.state in ('accepted', 'moved', 'recalled')`,
  all: 'true',
};

/** What is given to the reader by name and not finished. */
const mine = (by: Actor, params: SqlParams): string =>
  `a.state in ('signed', 'submitted') and exists (select 1 from errand e where e.assignment_id = a.id and e.person_id = ${params.add(by.personId)}::uuid
    and e.state = 'given')`;
const conditionOf = (box: Box, by: Actor, params: SqlParams): string =>
  box === 'mine' ? mine(by, params) : boxSql[box];

/** Which assignments are on the page depends on the filters; what is read about them does not. */
const pageSql = prepared(`${assignmentFactsSql} where a.id = any(${idsAt('$1')}) order by a.id desc`);

/** Assignments with what their tasks are found by. */
const withWords = `select a.*, t.search, t.lead_unit_id, t.case_officer_id, t.lead_leader_id, t.principal_id
  from assignment a join task t on t.id = a.task_id`;

/** The lists a unit works from; the bureau may look at any unit's. */
@Injectable()
export class UnitInbox {
  constructor(
    private readonly store: Store,
    private readonly views: AssignmentViews,
  ) {}

  /** Newest first. */
  async page(query: AssignmentListQuery, by: Actor): Promise<Page<AssignmentView>> {
    const limit = pageSize(query);
    const chosen = await this.idsOf(query, by, limit + 1);
    const rows = chosen.length === 0 ? [] : await this.store.query<AssignmentFacts>(pageSql, [chosen]);
    const page = pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => [id],
    );
    return { items: await this.views.of(page.items, by), next: page.next };
  }

  private async idsOf(query: AssignmentListQuery, by: Actor, limit: number): Promise<string[]> {
    const { q } = query;
    const words = q === undefined ? undefined : { q, ...(await namedIn(this.store, q)) };
    const line = query.unitId === undefined ? undefined : await lineOf(this.store, query.unitId);
    const where = (params: SqlParams): string => conditionsOf(query, by, line, params).join(' and ');
    if (words || query.overdue === 'true' || query.reportOverdue === 'true' || query.dueTo !== undefined) {
      const wider = { ...query, overdue: undefined, reportOverdue: undefined, dueTo: undefined };
      const rows = words ? withWords : 'select a.* from assignment a';
      const along = (params: SqlParams, first: number): string =>
        `${rows} where ${conditionsOf(wider, by, line, params).join(' and ')} order by a.id desc limit ${first}`;
      const narrowed = (params: SqlParams): string =>
        words ? `${where(params)} and ${wordsCondition(words, params, 'a')}` : where(params);
      const walk: ListWalk = { alias: 'a', all: () => `(${rows})`, along, where: narrowed, order: 'a.id desc' };
      return walkedIds(this.store, walk, limit);
    }
    const params = new SqlParams();
    const sql = `select a.id from assignment a where ${where(params)} order by a.id desc limit ${params.add(limit)}`;
    return (await this.store.query<{ id: string }>(sql, params.values)).map(({ id }) => id);
  }

  /** How many lie in each box, each exact up to 10,000. */
  async counts(by: Actor): Promise<AssignmentCounts> {
    const params = new SqlParams();
    const scope = scopeSql('assignment.list', by, 'a', params);
    const columns = boxes
      .filter((box) => box !== 'all')
      .map(
        (box) =>
          `(select count(*)::int from (select 1 from assignment a where ${scope} and ${conditionOf(box, by, params)} limit ${COUNT_CAP}) as c) as "${box}"`,
      );
    const counts = await this.store.queryOne<AssignmentCounts>(`select ${columns.join(', ')}`, params.values);
    if (!counts) throw new Error('counts are one row, always');
    return counts;
  }

  /** @throws Fault `task.assignmentNotFound` */
  async one(id: string, by: Actor): Promise<AssignmentView> {
    const params = new SqlParams();
    const rows = await this.store.query<AssignmentFacts>(
      prepared(
        `${assignmentFactsSql} where a.id = ${params.add(id)}::uuid and ${scopeSql('assignment.read', by, 'a', params)}`,
      ),
      params.values,
    );
    const [view] = await this.views.of(rows, by);
    if (!view) throw taskFault('assignmentNotFound');
    return view;
  }

  /** All assignments of a task that the reader may see, the present round and the lead first. */
  async ofTask(taskId: string, by: Actor): Promise<AssignmentView[]> {
    const params = new SqlParams();
    const rows = await this.store.query<AssignmentFacts>(
      prepared(`${assignmentFactsSql} where a.task_id = ${params.add(taskId)}::uuid and ${scopeSql('assignment.read', by, 'a', params)}
       order by a.round desc, a.duty desc, u.sort, a.id limit 500`),
      params.values,
    );
    return this.views.of(rows, by);
  }
}

function conditionsOf(
  query: AssignmentListQuery,
  by: Actor,
  line: readonly string[] | undefined,
  params: SqlParams,
): string[] {
  const before = decodeCursor(query.cursor, 'id');
  const conditions = [scopeSql('assignment.list', by, 'a', params), conditionOf(query.box ?? 'all', by, params)];
  if (line) conditions.push(`a.unit_id ${isOneOf(line, params)}`);
  if (query.dueTo !== undefined) conditions.push(`a.due_at <= ${params.add(query.dueTo)}::timestamptz`);
  if (query.overdue === 'true') conditions.push(pastDueAssignment);
  if (query.reportOverdue === 'true')
    conditions.push(`exists (select 1 from task t where t.id = a.task_id and ${reportOverdue})`);
  if (before) conditions.push(`a.id < ${params.add(before[0])}::uuid`);
  return conditions;
}
