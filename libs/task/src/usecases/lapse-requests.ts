import type { Audit, Doer } from '@ducha/audit';
import type { EntityManager } from 'typeorm';
import { type ClockedTask, owes } from './clock-plan.js';

const lapseSql = `
  update extension set state = 'lapsed', ended_at = now(), version = version + 1
  where assignment_id = any($1) and state = 'asked' returning id, assignment_id as "assignmentId", task_id as "taskId"`;

interface Lapsed {
  readonly id: string;
  readonly assignmentId: string;
  readonly taskId: string;
}

/** A unit that answered, or has its assignment no longer, waits for no more time. */
export async function lapseRequests(
  tx: EntityManager,
  audit: Audit,
  tasks: readonly Pick<ClockedTask, 'assignments'>[],
  by: Doer | null,
): Promise<void> {
  const over = tasks.flatMap(({ assignments }) =>
    assignments.filter((one) => one.extensionAskedAt !== null && !owes(one)),
  );
  if (over.length === 0) return;
  const [lapsed] = await tx.query<[Lapsed[], number]>(lapseSql, [over.map(({ id }) => id)]);
  const acts = lapsed.map(({ id, assignmentId, taskId }) => ({
    act: 'assignment.lapse_extension',
    subject: { type: 'assignment', id: assignmentId },
    about: taskId,
    by,
    from: 'asked',
    to: 'lapsed',
    facts: { extensionId: id },
  }));
  await audit.record(tx, ...acts);
}
