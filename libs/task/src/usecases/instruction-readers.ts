import type { Doer } from '@ducha/audit';
import type { NewNotice } from '@ducha/notice';
import { prepared } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { departedAssignmentStates } from '../domain/assignment-lifecycle.js';
import type { InstructionRow } from '../rows/instruction.row.js';

/** What readers are told. */
export interface InstructionNotice {
  readonly id: string;
  readonly noticeKind: string;
  readonly by: Doer;
}

/** The doing units and officers of the record's tasks; without any task, the heads of the bureau. */
const readersSql = prepared(`
  with tasks as (select id, round, case_officer_id, cover_officer_id, lead_leader_id from task where case when $1 = 'task' then id = $2 else matter_id = $2 end)
  select 'unit' as reader, a.unit_id as id from tasks t join assignment a on a.task_id = t.id and a.round = t.round where a.state <> all($3)
  union select 'person', unnest(array[t.case_officer_id, t.cover_officer_id, t.lead_leader_id]) from tasks t
  union select 'person', p.person_id from post p where p.role = 'bureau_head' and p.from_at <= now() and (p.to_at is null or p.to_at > now())
    and not exists (select 1 from tasks t where t.case_officer_id is not null)`);

/** Notices for everybody who works on the record. */
export async function readersOf(
  tx: EntityManager,
  subject: { readonly type: InstructionRow['subjectType']; readonly id: string },
  { id: instructionId, noticeKind, by }: InstructionNotice,
): Promise<NewNotice[]> {
  const readers = await tx.query<{ reader: 'unit' | 'person'; id: string | null }[]>(readersSql, [
    subject.type,
    subject.id,
    [...departedAssignmentStates, 'queued'],
  ]);
  const about = subject.type === 'task' ? { taskId: subject.id } : { matterId: subject.id };
  return readers
    .filter(({ id }) => id !== null && id !== by.personId)
    .map(({ reader, id }) => ({
      kind: noticeKind,
      dedupeKey: `${noticeKind}:${instructionId}:${id}`,
      ...(reader === 'unit' ? { unitId: id } : { personId: id }),
      facts: { instructionId },
      ...about,
    }));
}
