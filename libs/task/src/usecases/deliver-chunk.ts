import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { type NewNotice, Notices } from '@ducha/notice';
import { prepared, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { assignmentLifecycle } from '../domain/assignment-lifecycle.js';
import { nextState, statesThatAllow } from '@ducha/kernel';
import { vacancyNotices } from './vacant-posts.js';

interface Delivered {
  id: string;
  task_id: string;
  unit_id: string;
  duty: string;
  case_officer_id: string | null;
  lead_leader_id: string | null;
  by_person_id: string;
  round: number;
}

const deliverSql = prepared(`
  update assignment a set state = $4, delivered_at = now(), version = a.version + 1
  from (select w.id from assignment w join unnest($1::uuid[], $2::int[]) as wanted(dispatch_id, chunk) using (dispatch_id, chunk)
      where w.state = any($3) for update of w skip locked) as waiting,
    task t, dispatch d
  where a.id = waiting.id and t.id = a.task_id and d.id = a.dispatch_id
  returning a.id, a.task_id, a.unit_id, a.duty, a.round, t.case_officer_id, t.lead_leader_id, d.by_person_id`);

/**
 * Puts one chunk's assignments into the units' inboxes. Reads the rows again, so what was recalled meanwhile stays away;
 * may run twice and at the same time as itself: what another run holds is left to it, what is delivered stays delivered once.
 */
@Injectable()
export class DeliverChunk {
  constructor(
    private readonly store: Store,
    private readonly notices: Notices,
    private readonly audit: Audit,
  ) {}

  /** Answers how many assignments it delivered. */
  run(dispatchId: string, chunk: number): Promise<number> {
    return this.runAll([{ dispatchId, chunk }]);
  }

  /** As `run`, for chunks of several dispatches in one transaction. */
  async runAll(chunks: readonly { readonly dispatchId: string; readonly chunk: number }[]): Promise<number> {
    return this.store.transaction(async (tx) => {
      const queued = statesThatAllow(assignmentLifecycle, 'deliver');
      const to = nextState(assignmentLifecycle, 'queued', 'deliver');
      const places = [chunks.map(({ dispatchId }) => dispatchId), chunks.map(({ chunk }) => chunk)];
      const [rows] = await tx.query<[Delivered[], number]>(deliverSql, [...places, queued, to]);
      await this.notices.tell(tx, [
        ...rows.flatMap(noticesOf),
        ...(await unownedNotices(tx, rows)),
        ...(await vacancyNotices(
          tx,
          rows.map(({ unit_id: unitId }) => unitId),
        )),
      ]);
      await this.audit.record(
        tx,
        ...rows.map((row) => ({
          act: 'assignment.deliver',
          subject: { type: 'assignment', id: row.id },
          about: row.task_id,
          by: null,
          from: 'queued',
          to: 'delivered',
          facts: { unitId: row.unit_id, duty: row.duty },
        })),
      );
      return rows.length;
    });
  }
}

/** The unit; with the lead's assignment also the officer who follows the task and the leader in charge, unless it was they who sent it. */
function noticesOf(row: Delivered): NewNotice[] {
  const unit = {
    kind: 'assignment.delivered',
    dedupeKey: `assignment:${row.id}:delivered`,
    unitId: row.unit_id,
    assignmentId: row.id,
    taskId: row.task_id,
  };
  if (row.duty !== 'lead') return [unit];
  const told = [...new Set([row.case_officer_id, row.lead_leader_id])].filter(
    (id) => id !== null && id !== row.by_person_id,
  );
  return [
    unit,
    ...told.map((personId) => ({
      kind: 'task.dispatched',
      dedupeKey: `task.dispatched:${row.id}:${personId}`,
      personId,
      taskId: row.task_id,
    })),
  ];
}

/** A task that no rule gave to an officer must not lie unseen: the heads of the bureau are told. */
async function unownedNotices(tx: EntityManager, rows: readonly Delivered[]): Promise<NewNotice[]> {
  const unowned = rows.filter(({ duty, case_officer_id: officerId }) => duty === 'lead' && officerId === null);
  if (unowned.length === 0) return [];
  const heads = await tx.query<{ person_id: string }[]>(
    `select distinct person_id from post where role = 'bureau_head' and from_at <= now() and (to_at is null or to_at > now())`,
  );
  return unowned.flatMap(({ id, task_id: taskId }) =>
    heads.map(({ person_id: personId }) => ({
      kind: 'task.without_officer',
      dedupeKey: `task.without_officer:${id}:${personId}`,
      personId,
      taskId,
    })),
  );
}
