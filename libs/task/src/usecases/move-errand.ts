import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { EvidenceLinks } from '@ducha/evidence';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids, nextState } from '@ducha/kernel';
import { Notices } from '@ducha/notice';
import { compareAndSet, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { type ErrandEvent, errandLifecycle, errandsAreOpen } from '../domain/errand-lifecycle.js';
import type { AssignmentRow } from '../rows/assignment.row.js';
import { ErrandRow } from '../rows/errand.row.js';
import { taskFault } from '../task-faults.js';
import { AssignmentMoves } from './assignment-moves.js';

/** Which errand, as its reader saw it. */
export interface ErrandSeen {
  readonly assignmentId: string;
  readonly errandId: string;
  readonly version: number;
  readonly by: Actor;
}

/** What a member of staff tells the liaison. */
export interface ErrandReport {
  readonly words: string;
  readonly finished: boolean;
  readonly evidenceIds: readonly string[];
}

interface Read {
  readonly errand: ErrandRow;
  readonly assignment: AssignmentRow;
}

/** A member of staff reports; head or liaison give it back or take it away. Nothing of it leaves the unit. */
@Injectable()
export class MoveErrand {
  constructor(
    private readonly store: Store,
    private readonly moves: AssignmentMoves,
    private readonly audit: Audit,
    private readonly notices: Notices,
    private readonly evidence: EvidenceLinks,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `task.errandNotYours`, `task.errandRefused`, `http.preconditionFailed`, `evidence.notYours` */
  report(seen: ErrandSeen, { words, finished, evidenceIds }: ErrandReport): Promise<void> {
    const { by } = seen;
    return this.store.transaction(async (tx) => {
      const read = await this.read(tx, seen);
      const { errand, assignment } = read;
      if (errand.personId !== by.personId) throw taskFault('errandNotYours');
      if (errand.state !== 'given') throw taskFault('errandRefused', { state: errand.state });
      const reportId = this.ids.next();
      await tx.query('insert into errand_report (id, errand_id, words, reported_at) values ($1, $2, $3, now())', [
        reportId,
        errand.id,
        words,
      ]);
      // who may read what the unit gave out may read the files: they stand on the assignment, not on the task's page
      await this.evidence.tie(tx, evidenceIds, { type: 'errand_report', id: reportId }, assignment.id, by);
      const changes = finished ? ({ state: 'finished', finishedAt: () => 'now()' } as const) : {};
      await compareAndSet(tx, ErrandRow, errand, changes);
      await this.record(tx, read, by, { act: finished ? 'errand.finish' : 'errand.report', words });
      await this.tell(tx, read, { kind: 'errand.reported', personId: errand.givenBy, key: reportId, by });
    });
  }

  /** @throws Fault `task.errandRefused`, `http.preconditionFailed` */
  move(seen: ErrandSeen, on: Exclude<ErrandEvent, 'finish'>, reason: string): Promise<void> {
    const { by } = seen;
    return this.store.transaction(async (tx) => {
      const read = await this.read(tx, seen);
      const { errand } = read;
      const to = nextState(errandLifecycle, errand.state, on);
      if (to === undefined) throw taskFault('errandRefused', { state: errand.state });
      const changes =
        on === 'return' ? { state: to, finishedAt: null } : { state: to, recalledAt: (): string => 'now()' };
      await compareAndSet(tx, ErrandRow, errand, changes);
      await this.record(tx, read, by, { act: `errand.${on}`, words: reason });
      const kind = on === 'return' ? 'errand.returned' : 'errand.recalled';
      await this.tell(tx, read, { kind, personId: errand.personId, key: `${errand.id}:${errand.version}`, by });
    });
  }

  private async read(tx: EntityManager, { assignmentId, errandId, version }: ErrandSeen): Promise<Read> {
    const errand = await tx.findOneBy(ErrandRow, { id: errandId, assignmentId });
    if (!errand) throw taskFault('errandNotFound');
    refuseStale(errand, version);
    const { assignment, task } = await this.moves.read(tx, assignmentId);
    this.moves.refuseEnded(task);
    if (!errandsAreOpen(assignment.state)) throw taskFault('errandRefused', { state: assignment.state });
    return { errand, assignment };
  }

  private async record(
    tx: EntityManager,
    { errand, assignment }: Read,
    by: Actor,
    { act, words }: { act: string; words: string },
  ): Promise<void> {
    await this.audit.record(tx, {
      act,
      subject: { type: 'assignment', id: assignment.id },
      about: assignment.taskId,
      by,
      facts: { errandId: errand.id, personId: errand.personId, unitId: assignment.unitId },
      words,
    });
  }

  private async tell(
    tx: EntityManager,
    { assignment }: Read,
    { kind, personId, key, by }: { kind: string; personId: string; key: string; by: Actor },
  ): Promise<void> {
    if (personId === by.personId) return;
    const notice = { kind, assignmentId: assignment.id, taskId: assignment.taskId, personId };
    await this.notices.tell(tx, [{ ...notice, dedupeKey: `${kind}:${key}` }]);
  }
}
