import { nextState } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { departedAssignmentStates } from '../domain/assignment-lifecycle.js';
import type { TaskStanding } from '../domain/task-actions.js';
import { closedTaskStates, type TaskEvent, taskLifecycle, type TaskState } from '../domain/task-lifecycle.js';
import type { TaskPlan } from '../domain/task-plan.js';
import { AssignmentRow } from '../rows/assignment.row.js';
import { TaskRow } from '../rows/task.row.js';
import { taskFault } from '../task-faults.js';

/** The task, as it is now. @throws Fault `task.notFound` */
export async function readTask(tx: EntityManager, id: string): Promise<TaskRow> {
  const task = await tx.findOneBy(TaskRow, { id });
  if (!task) throw taskFault('notFound');
  return task;
}

/** Where an event leads a task. @throws Fault `task.moveRefused` with `from` and `on` */
export function taskStateAfter(task: Pick<TaskRow, 'state'>, on: TaskEvent): TaskState {
  const to = nextState(taskLifecycle, task.state, on);
  if (to === undefined) throw taskFault('moveRefused', { from: task.state, on });
  return to;
}

/** @throws Fault `task.suspended` */
export function refuseSuspended(task: Pick<TaskRow, 'suspendedAt'>): void {
  if (task.suspendedAt !== null) throw taskFault('suspended');
}

/** The assignments of the task's present round, lead first. */
export function roundAssignments(tx: EntityManager, task: Pick<TaskRow, 'id' | 'round'>): Promise<AssignmentRow[]> {
  return tx.find(AssignmentRow, { where: { taskId: task.id, round: task.round }, order: { duty: 'DESC', id: 'ASC' } });
}

/** What the rules ask about a task beside its row. */
export async function standingOf(tx: EntityManager, task: TaskRow): Promise<TaskStanding> {
  const [row] = await tx.query<{ children: number; open: number; assignments: number }[]>(
    `select (select count(*)::int from task c where c.parent_id = $1) as children,
       (select count(*)::int from task c where c.parent_id = $1 and c.state <> all($2)) as open,
       (select count(*)::int from assignment a where a.task_id = $1 and a.round = $3 and a.state <> all($4)) as assignments`,
    [task.id, [...closedTaskStates, 'cancelled'], task.round, departedAssignmentStates],
  );
  return {
    state: task.state,
    suspended: task.suspendedAt !== null,
    isParent: (row?.children ?? 0) > 0,
    hasAssignments: (row?.assignments ?? 0) > 0,
    childrenClosed: (row?.open ?? 0) === 0,
    principalAsked: task.principalId !== null,
  };
}

/** @throws Fault `task.isParent` when the task was split: its children are worked instead */
export async function refuseParent(tx: EntityManager, task: TaskRow): Promise<void> {
  if ((await standingOf(tx, task)).isParent) throw taskFault('isParent');
}

/** The row as a plan, for the checks that new tasks pass too. */
export function planOf(task: TaskRow): TaskPlan {
  return {
    taskId: task.id,
    matterId: task.matterId,
    parentId: task.parentId,
    category: task.category,
    title: task.title,
    leadUnitId: task.leadUnitId,
    assistUnitIds: task.assistUnitIds,
    dueAt: task.dueAt,
    leadLeaderId: task.leadLeaderId,
    principalId: task.principalId,
    caseOfficerId: task.caseOfficerId,
    targetValue: task.targetValue === null ? null : Number(task.targetValue),
    targetUnit: task.targetUnit,
    reportEvery: task.reportEvery,
    reportWhy: task.reportWhy,
  };
}
