import { Injectable } from '@nestjs/common';
import type { Doer } from '@ducha/audit';
import { type NewNotice, Notices } from '@ducha/notice';
import type { EntityManager } from 'typeorm';
import { departedAssignmentStates } from '../domain/assignment-lifecycle.js';
import type { TaskRow } from '../rows/task.row.js';

/** Who is concerned by what happened to a task. `officers`: case officer and cover. `bureau`: its heads, when nobody owns it yet. */
export type Concerned = 'units' | 'officers' | 'leadLeader' | 'principal' | 'office' | 'bureau';

/** The upward need that the task is the duty of, and the unit that waits for it. */
const askerSql = 'select id as "needId", unit_id as "unitId" from upward_need where task_id = $1';

/** What to say. */
export interface TaskNotice {
  readonly kind: string;
  /** Makes the notice unique together with its kind, task and reader; e.g. the id of the row that caused it. */
  readonly key: string;
  readonly to: readonly Concerned[];
  readonly facts?: NewNotice['facts'];
  /** Nobody is told of what they did themselves. */
  readonly by: Doer | null;
}

type Subject = Pick<TaskRow, 'id' | 'round' | 'caseOfficerId' | 'coverOfficerId' | 'leadLeaderId' | 'principalId'>;

/** Tells those concerned by an act on a task, in its transaction. */
@Injectable()
export class TaskNotices {
  constructor(private readonly notices: Notices) {}

  async tell(tx: EntityManager, task: Subject, notice: TaskNotice): Promise<void> {
    const unitIds = notice.to.includes('units') ? await doingUnits(tx, task) : [];
    const personIds = new Set(await this.persons(tx, task, notice.to));
    if (notice.by) personIds.delete(notice.by.personId);
    const base = { kind: notice.kind, taskId: task.id, facts: notice.facts ?? {} };
    const dedupe = (reader: string) => `${notice.kind}:${task.id}:${notice.key}:${reader}`;
    await this.notices.tell(tx, [
      ...unitIds.map((unitId) => ({ ...base, unitId, dedupeKey: dedupe(unitId) })),
      ...[...personIds].map((personId) => ({ ...base, personId, dedupeKey: dedupe(personId) })),
    ]);
  }

  /** Tells the unit whose need from below the task is, where it is one, that its holder answered. */
  async tellAsker(tx: EntityManager, { id, kind }: Pick<TaskRow, 'id' | 'kind'>, key: string): Promise<void> {
    if (kind !== 'upward_need') return;
    const askers = await tx.query<{ needId: string; unitId: string }[]>(askerSql, [id]);
    await this.notices.tell(
      tx,
      askers.map(({ needId, unitId }) => ({
        ...{ kind: 'need.answered', unitId, facts: { needId } },
        dedupeKey: `need.answered:${needId}:${key}`,
      })),
    );
  }

  private async persons(tx: EntityManager, task: Subject, to: readonly Concerned[]): Promise<string[]> {
    const named = [
      to.includes('leadLeader') ? task.leadLeaderId : null,
      to.includes('principal') ? task.principalId : null,
      to.includes('officers') ? task.caseOfficerId : null,
      to.includes('officers') ? task.coverOfficerId : null,
    ];
    const office =
      to.includes('office') && task.principalId !== null ? await holders(tx, 'leader_office', task.principalId) : [];
    const heads = to.includes('bureau') && task.caseOfficerId === null ? await holders(tx, 'bureau_head', null) : [];
    return [...named.filter((id) => id !== null), ...office, ...heads];
  }
}

async function doingUnits(tx: EntityManager, task: Subject): Promise<string[]> {
  const rows = await tx.query<{ unit_id: string }[]>(
    `select distinct unit_id from assignment where task_id = $1 and round = $2 and state <> all($3)`,
    [task.id, task.round, [...departedAssignmentStates, 'queued']],
  );
  return rows.map(({ unit_id }) => unit_id);
}

async function holders(tx: EntityManager, role: string, servesPersonId: string | null): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }[]>(
    `select distinct person_id from post where role = $1 and ($2::uuid is null or serves_person_id = $2)
       and from_at <= now() and (to_at is null or to_at > now())`,
    [role, servesPersonId],
  );
  return rows.map(({ person_id }) => person_id);
}
