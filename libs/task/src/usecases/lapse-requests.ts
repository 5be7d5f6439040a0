import type { Audit, Doer } from '@ducha/audit';
import type { EntityManager } from 'typeorm';
import { type ClockedTask, owes } from './clock-facts.js';

const lapseSql = (table: 'extension' | 'dispute', open: string): string => `
  update ${table} set state = 'lapsed', ended_at = now(), version = version + 1
  where assignment_id = any($1) and state = '${open}' returning id, assignment_id as "assignmentId", task_id as "taskId"`;

interface Lapsed {
  readonly id: string;
  readonly assignmentId: string;
  readonly taskId: string;
}

/** A unit that answered, or has its assignment no longer, waits for no word on it. */
export async function lapseRequests(
  tx: EntityManager,
  audit: Audit,
  tasks: readonly Pick<ClockedTask, 'assignments'>[],
  by: Doer | null,
): Promise<void> {
  const all = tasks.flatMap(({ assignments }) => assignments);
  const unasked = all.filter((one) => one.extensionAskedAt !== null && !owes(one));
  const undisputed = all.filter(
    (one) => one.disputedAt !== null && one.disputeRuledAt === null && one.state === 'recalled',
  );
  await lapse('extension', 'asked', unasked);
  await lapse('dispute', 'raised', undisputed);

  async function lapse(
    table: 'extension' | 'dispute',
    open: 'asked' | 'raised',
    over: readonly { readonly id: string }[],
  ): Promise<void> {
    if (over.length === 0) return;
    const [lapsed] = await tx.query<[Lapsed[], number]>(lapseSql(table, open), [over.map(({ id }) => id)]);
    const acts = lapsed.map(({ id, assignmentId, taskId }) => ({
      act: `assignment.lapse_${table}`,
      subject: { type: 'assignment', id: assignmentId },
      about: taskId,
      by,
      from: open,
      to: 'lapsed',
      facts: { [`${table}Id`]: id },
    }));
    await audit.record(tx, ...acts);
  }
}
