import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { AssignmentRow } from '../rows/assignment.row.js';
import { taskFault } from '../task-faults.js';
import { AssignmentMoves } from './assignment-moves.js';
import { TaskClocks } from './task-clocks.js';
import { TaskNotices } from './task-notices.js';

/** What a unit would not take. */
export interface RefusedService {
  readonly assignmentId: string;
  readonly version: number;
  readonly by: Actor;
}

/**
 * A unit would not take what was delivered (拒收): one person records it, another one confirms. Then it counts as received since
 * it was recorded; it stays to be signed for, and refusing gains nothing.
 */
@Injectable()
export class RefuseService {
  constructor(
    private readonly store: Store,
    private readonly moves: AssignmentMoves,
    private readonly clocks: TaskClocks,
    private readonly notices: TaskNotices,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `task.refusalNotNow`, `task.refusalRecorded`, `http.preconditionFailed` */
  record({ assignmentId, version, by }: RefusedService, words: string): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { assignment, task } = await this.delivered(tx, assignmentId, version);
      const [, written] = await tx.query<[unknown[], number]>(
        `with r as (insert into service_refusal (assignment_id, recorded_by, recorded_at) values ($1, $2, now()) on conflict do nothing returning assignment_id)
         update assignment a set version = a.version + 1 from r where a.id = r.assignment_id`,
        [assignmentId, by.personId],
      );
      if (written === 0) throw taskFault('refusalRecorded');
      await this.say(tx, assignment, { act: 'assignment.refuse_service', by, words });
      await this.notices.tell(tx, task, { kind: 'service.refused', key: assignmentId, to: ['officers', 'bureau'], by });
    });
  }

  /** @throws Fault `task.refusalNotNow`, `task.refusalNotFound`, `task.refusalOwn`, `http.preconditionFailed` */
  confirm({ assignmentId, version, by }: RefusedService): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { assignment, task } = await this.delivered(tx, assignmentId, version);
      const [seen] = await tx.query<{ recordedBy: string; confirmedAt: Date | null }[]>(
        'select recorded_by as "recordedBy", confirmed_at as "confirmedAt" from service_refusal where assignment_id = $1',
        [assignmentId],
      );
      if (!seen) throw taskFault('refusalNotFound');
      if (seen.confirmedAt !== null) throw taskFault('refusalRecorded');
      if (seen.recordedBy === by.personId) throw taskFault('refusalOwn');
      await tx.query(
        `with r as (update service_refusal set confirmed_by = $2, confirmed_at = now() where assignment_id = $1 returning assignment_id)
         update assignment a set version = a.version + 1 from r where a.id = r.assignment_id`,
        [assignmentId, by.personId],
      );
      await this.say(tx, assignment, { act: 'assignment.confirm_refusal', by, words: null });
      await this.clocks.follow(tx, [task.id], by);
      await this.notices.tell(tx, task, { kind: 'service.refusal_confirmed', key: assignmentId, to: ['units'], by });
    });
  }

  /** The share, locked, while it lies with the unit unsigned. */
  private async delivered(tx: EntityManager, id: string, version: number) {
    await tx.query('select 1 from assignment where id = $1 for update', [id]);
    const read = await this.moves.read(tx, id, version);
    this.moves.refuseEnded(read.task);
    if (read.assignment.state !== 'delivered') throw taskFault('refusalNotNow', { state: read.assignment.state });
    return read;
  }

  private say(
    tx: EntityManager,
    { id, taskId, unitId }: AssignmentRow,
    { act, by, words }: { readonly act: string; readonly by: Actor; readonly words: string | null },
  ): Promise<void> {
    return this.audit.record(tx, {
      act,
      subject: { type: 'assignment', id },
      about: taskId,
      by,
      facts: { unitId },
      words,
    });
  }
}
