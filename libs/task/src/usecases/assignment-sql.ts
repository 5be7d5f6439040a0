import { chunkAt, type Share } from '../domain/shares.js';

/** Statement parts that make one dispatch and its assignments; used by every act that sends something out. */
export const dispatchInsert = (dispatch: string, chunks: string, count: string, by: string): string => `
  insert into dispatch (id, chunks, assignments, by_person_id, at)
  select ${dispatch}::uuid, ${chunks}::int, ${count}::int, ${by}::uuid, now() where ${count}::int > 0`;

/** Assignments from a JSON list of shares, queued. In a later round each is linked to the unit's share of the round before. */
export const assignmentInsert = (shares: string, dispatch: string): string => `
  insert into assignment (id, task_id, unit_id, duty, round, state, dispatch_id, chunk, due_at, original_due_at, queued_at, predecessor_id, version)
  select a.id, a.task_id, a.unit_id, a.duty, a.round, 'queued', ${dispatch}::uuid, a.chunk, a.due_at, a.due_at, now(),
    coalesce(a.predecessor_id, case when a.round > 1 then
      (select p.id from assignment p where p.task_id = a.task_id and p.unit_id = a.unit_id and p.round < a.round order by p.round desc, p.id desc limit 1) end), 1
  from jsonb_to_recordset(${shares}::jsonb) as a(id uuid, task_id uuid, unit_id uuid, duty text, round int, chunk int, due_at timestamptz, predecessor_id uuid)`;

/** Shares as the statements take them. */
export function sharesJson(shares: readonly Share[]): string {
  return JSON.stringify(
    shares.map((share, place) => ({
      id: share.id,
      task_id: share.taskId,
      unit_id: share.unitId,
      duty: share.duty,
      round: share.round,
      chunk: chunkAt(place),
      due_at: share.dueAt,
      predecessor_id: share.predecessorId,
    })),
  );
}
