import { clockInsert } from '@ducha/deadline';
import { prepared } from '@ducha/store';
import { NUMBER_PLACE, TASK_NUMBERS } from '../domain/task-number.js';
import { assignmentInsert, dispatchInsert } from './assignment-sql.js';
import type { Opening } from './new-task.js';

/**
 * Tasks, their numbers, their dispatch, its assignments and the clocks of all of them in one statement.
 * $1 tasks, $2 shares, $3 dispatch, $4 chunks, $5 assignments, $6 who, $7 number template, $8 its year, $9 clocks.
 */
export const openSql = prepared(`
  with opened as (
    insert into task (id, matter_id, parent_id, kind, category, number, title, demand, state, round, lead_unit_id, assist_unit_ids, lead_leader_id,
      principal_id, case_officer_id, cover_officer_id, due_at, target_value, target_unit, importance, report_every, report_why, report_by, report_since, registered_at, dispatched_at, created_by, created_at, version)
    select t.id, t.matter_id, t.parent_id, t.kind, t.category,
      case when t.state <> 'draft' then coalesce(t.number, replace($7, '${NUMBER_PLACE}', next_number('${TASK_NUMBERS}', $8::int)::text)) end,
      t.title, t.demand, t.state, 1, t.lead_unit_id, t.assist_unit_ids, t.lead_leader_id, t.principal_id, t.case_officer_id, t.cover_officer_id,
      t.due_at, t.target_value, t.target_unit, t.importance,
      t.report_every, t.report_why, case when t.report_every is not null then coalesce(t.principal_id, $6::uuid) end, case when t.report_every is not null then now() end, case when t.state <> 'draft' then now() end, case when t.state = 'dispatched' then now() end,
      $6::uuid, now(), 1
    from jsonb_to_recordset($1::jsonb) as t(id uuid, matter_id uuid, parent_id uuid, kind text, category text, number text, title text, demand text,
      state text, lead_unit_id uuid, assist_unit_ids uuid[], lead_leader_id uuid, principal_id uuid, case_officer_id uuid, cover_officer_id uuid,
      due_at timestamptz, target_value numeric, target_unit text, importance text, report_every text, report_why text)
    returning id, number
  ), sent as (${dispatchInsert('$3', '$4', '$5', '$6')}
  ), assigned as (${assignmentInsert('$2', '$3')}
  ), armed as (${clockInsert('$9')}
  )
  select id, number from opened`);

/** Tasks as the statement takes them. */
export function tasksJson(openings: readonly Opening[]): string {
  const tasks = openings.map(({ id, state, task, caseOfficerId, coverOfficerId }) => ({
    id,
    state,
    matter_id: task.matterId,
    parent_id: task.parentId,
    kind: task.kind,
    category: task.category,
    number: task.number,
    title: task.title,
    demand: task.demand,
    lead_unit_id: task.leadUnitId,
    assist_unit_ids: task.assistUnitIds,
    lead_leader_id: task.leadLeaderId,
    principal_id: task.principalId,
    case_officer_id: caseOfficerId,
    cover_officer_id: coverOfficerId,
    due_at: task.dueAt,
    target_value: task.targetValue,
    target_unit: task.targetUnit,
    importance: task.importance ?? 'ordinary',
    report_every: task.reportEvery,
    report_why: task.reportWhy,
  }));
  return JSON.stringify(tasks);
}
