import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { HoursQuery, Notices } from '@ducha/notice';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { isUrgeable } from '../domain/assignment-lifecycle.js';
import type { AssignmentRow } from '../rows/assignment.row.js';
import { taskFault } from '../task-faults.js';
import { AssignmentMoves } from './assignment-moves.js';

/** What somebody says to a unit that is slow; by telephone: to whom. */
export interface Urging {
  readonly words: string;
  /** Set: 电话催办, one line about a call. */
  readonly spokeWith: string | null;
}

interface UrgingRow {
  readonly id: string;
  readonly task_id: string;
  readonly urged_by: string;
  readonly manner: string;
  readonly reply: string | null;
  readonly version: number;
}

const insertSql = `
  insert into urging (id, assignment_id, task_id, manner, spoke_with, words, urged_by, urged_at, version)
  values ($1, $2, $3, $4, $5, $6, $7, now(), 1)`;

const lastSql = `
  select max(urged_at) + make_interval(mins => $2) as "nextAt" from urging
  where assignment_id = $1 and manner = 'notice' having max(urged_at) + make_interval(mins => $2) > now()`;

/** A person urges a unit about its assignment, and the unit answers; both stand on the task's timeline. */
@Injectable()
export class UrgeAssignment {
  constructor(
    private readonly store: Store,
    private readonly moves: AssignmentMoves,
    private readonly hours: HoursQuery,
    private readonly notices: Notices,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `task.urgingRefused` when the unit owes nothing now, `task.urgedLately` within the county's interval */
  run(assignmentId: string, urging: Urging, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      await tx.query('select 1 from assignment where id = $1 for update', [assignmentId]);
      const { assignment, task } = await this.moves.read(tx, assignmentId);
      if (!isUrgeable(assignment.state) || task.suspendedAt !== null)
        throw taskFault('urgingRefused', { state: assignment.state });
      const isCall = urging.spokeWith !== null;
      if (!isCall) await this.refuseLately(tx, assignmentId);
      const id = this.ids.next();
      const row = [assignmentId, task.id, isCall ? 'phone' : 'notice', urging.spokeWith, urging.words, by.personId];
      await tx.query(insertSql, [id, ...row]);
      await this.record(tx, assignment, urging, by);
      if (isCall) return;
      const notice = { kind: 'assignment.urged', unitId: assignment.unitId, assignmentId, taskId: task.id };
      await this.notices.tell(tx, [{ ...notice, dedupeKey: `assignment.urged:${id}` }]);
    });
  }

  /** The unit's word on it, once. @throws Fault `task.urgingNotFound`, `task.urgingAnswered` */
  reply(assignmentId: string, urgingId: string, version: number, words: string, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const [row] = await tx.query<UrgingRow[]>(
        'select * from urging where id = $1 and assignment_id = $2 for update',
        [urgingId, assignmentId],
      );
      if (row?.manner !== 'notice') throw taskFault('urgingNotFound');
      refuseStale(row, version);
      if (row.reply !== null) throw taskFault('urgingAnswered');
      await tx.query(
        'update urging set reply = $2, replied_by = $3, replied_at = now(), version = version + 1 where id = $1',
        [urgingId, words, by.personId],
      );
      const subject = { type: 'assignment', id: assignmentId };
      await this.audit.record(tx, { act: 'assignment.reply_urging', subject, about: row.task_id, by, words });
      const notice = { kind: 'urging.replied', personId: row.urged_by, assignmentId, taskId: row.task_id };
      await this.notices.tell(tx, [{ ...notice, dedupeKey: `urging.replied:${urgingId}` }]);
    });
  }

  private async refuseLately(tx: EntityManager, assignmentId: string): Promise<void> {
    const { urgeEveryMinutes } = await this.hours.read();
    const [lately] = await tx.query<{ nextAt: Date }[]>(lastSql, [assignmentId, urgeEveryMinutes]);
    if (lately) throw taskFault('urgedLately', { nextAt: lately.nextAt });
  }

  private record(tx: EntityManager, assignment: AssignmentRow, { words, spokeWith }: Urging, by: Actor): Promise<void> {
    return this.audit.record(tx, {
      act: spokeWith === null ? 'assignment.urge' : 'assignment.urge_by_phone',
      subject: { type: 'assignment', id: assignment.id },
      about: assignment.taskId,
      by,
      facts: { unitId: assignment.unitId },
      words: spokeWith === null ? words : `${spokeWith}：${words}`,
    });
  }
}
