import { type Actor, scopeSql, SqlParams } from '@ducha/access';
import { type EntityManager, In } from 'typeorm';
import { departedAssignmentStates } from '../domain/assignment-lifecycle.js';
import type { TaskKind } from '../domain/task-kind.js';
import { TaskRow } from '../rows/task.row.js';

/** Which registered tasks to send out; absent fields do not narrow. */
export interface DispatchFilter {
  readonly kind?: TaskKind;
  /** This category and those below it. */
  readonly category?: string;
  readonly caseOfficerId?: string;
  readonly leadUnitId?: string;
}

/** A task that was asked to be sent out, with what bears on it. */
export interface Dispatchable {
  readonly task: TaskRow;
  readonly isParent: boolean;
  /** Units that still have an assignment of this round, e.g. assists whose lead was recalled. */
  readonly heldUnitIds: readonly string[];
}

const dispatchMax = 5_000;

/** Finds and locks tasks in the order of their ids, so that two acts at once cannot block each other for ever. */
export async function lockDispatchable(
  tx: EntityManager,
  wanted: { readonly ids: readonly string[] } | { readonly filter: DispatchFilter },
  by: Actor,
): Promise<Dispatchable[]> {
  const ids = 'ids' in wanted ? wanted.ids : await idsOf(tx, wanted.filter);
  const params = new SqlParams();
  const rows = await tx.query<{ id: string; parent: boolean; held: string[] }[]>(
    `with chosen as materialized (select t.id from task t where t.id = any(${params.add([...ids])}::uuid[]) and ${scopeSql('task.dispatch', by, 't', params)} order by t.id for update)
     select c.id, exists (select 1 from task k where k.parent_id = c.id) as parent,
       (select coalesce(array_agg(a.unit_id), '{}') from assignment a join task t on t.id = a.task_id
        where a.task_id = c.id and a.round = t.round and a.state <> all(${params.add(departedAssignmentStates)})) as held
     from chosen c`,
    params.values,
  );
  const tasks = await tx.findBy(TaskRow, { id: In(rows.map(({ id }) => id)) });
  const byId = new Map(tasks.map((task) => [task.id, task]));
  return rows.flatMap(({ id, parent, held }) => {
    const task = byId.get(id);
    return task ? [{ task, isParent: parent, heldUnitIds: held }] : [];
  });
}

async function idsOf(tx: EntityManager, filter: DispatchFilter): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `select t.id from task t where t.state = 'registered' and ($1::text is null or t.kind = $1)
       and ($2::text is null or t.category = $2 or starts_with(t.category, $2 || '/'))
       and ($3::uuid is null or t.case_officer_id = $3) and ($4::uuid is null or t.lead_unit_id = $4)
       and not exists (select 1 from task k where k.parent_id = t.id)
     order by t.id limit ${dispatchMax}`,
    [filter.kind ?? null, filter.category ?? null, filter.caseOfficerId ?? null, filter.leadUnitId ?? null],
  );
  return rows.map(({ id }) => id);
}
