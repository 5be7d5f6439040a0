import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Clocks } from '@ducha/deadline';
import { refuseStale } from '@ducha/http';
import { nextState } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { objectionLifecycle, type ObjectionState } from '../domain/lifecycles.js';
import { isOtherPerson } from '../domain/other-person.js';
import { lockedSlip, slipStateAfter } from '../queries/slip-row.js';
import { slipFault } from '../slip-faults.js';
import { endClock } from './case-clocks.js';
import { SlipNotices } from './slip-notices.js';

/** A decision on an objection. */
export interface ObjectionDecision {
  readonly assignmentId: string;
  readonly objectionId: string;
  readonly version: number;
  readonly verdict: 'uphold' | 'reject';
  readonly reason: string;
}

interface Row {
  readonly id: string;
  readonly assignmentId: string;
  readonly taskId: string;
  readonly unitId: string;
  readonly subjectType: 'slip' | 'figure';
  readonly subjectId: string;
  readonly makerId: string | null;
  readonly coverId: string | null;
  readonly raisedBy: string;
  readonly state: ObjectionState;
  readonly version: number;
}

const lockSql = `
  select o.id, o.assignment_id as "assignmentId", o.task_id as "taskId", o.unit_id as "unitId", o.subject_type as "subjectType", o.subject_id as "subjectId",
    o.maker_id as "makerId", o.cover_id as "coverId", o.raised_by as "raisedBy", o.state, o.version
  from objection o where o.id = $1 and o.assignment_id = $2 for update`;

/** Somebody else than who made it decides: an objection that is right withdraws the slip, or takes the case out of the figures. */
@Injectable()
export class DecideObjection {
  constructor(
    private readonly store: Store,
    private readonly clocks: Clocks,
    private readonly notices: SlipNotices,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `slip.objectionNotFound`, `slip.objectionDecided`, `slip.makerMayNotDecide`, `http.preconditionFailed` */
  async run({ assignmentId, objectionId, version, verdict, reason }: ObjectionDecision, by: Actor): Promise<void> {
    await this.store.transaction(async (tx) => {
      const [row] = await tx.query<Row[]>(lockSql, [objectionId, assignmentId]);
      if (!row) throw slipFault('objectionNotFound');
      refuseStale(row, version);
      const to = nextState(objectionLifecycle, row.state, verdict);
      if (to === undefined) throw slipFault('objectionDecided');
      if (!isOtherPerson(by.personId, [row.makerId, row.coverId, row.raisedBy])) throw slipFault('makerMayNotDecide');
      await tx.query(
        'update objection set state = $2, verdict = $3, reason = $4, decided_by = $5, decided_at = now(), version = version + 1 where id = $1',
        [row.id, to, verdict, reason, by.personId],
      );
      await endClock(this.clocks, tx, { subjectId: row.id, kind: 'objection', met: true });
      if (verdict === 'uphold' && row.subjectType === 'slip') await this.withdraw(tx, row, by);
      const facts = { against: row.subjectType, subjectId: row.subjectId };
      await this.audit.record(tx, {
        act: `objection.${verdict}`,
        subject: { type: 'objection', id: row.id },
        about: row.taskId,
        by,
        from: row.state,
        to,
        facts,
        words: reason,
      });
      await this.notices.toUnit(tx, row, 'objection.decided');
    });
  }

  private async withdraw(tx: EntityManager, { assignmentId, subjectId, id }: Row, by: Actor): Promise<void> {
    const slip = await lockedSlip(tx, { assignmentId, slipId: subjectId });
    const to = slipStateAfter(slip, 'uphold');
    await tx.query('update slip set state = $2, ended_at = now(), version = version + 1 where id = $1', [slip.id, to]);
    await endClock(this.clocks, tx, { subjectId: slip.id, kind: 'slip_reply', met: false });
    await this.audit.record(tx, {
      act: 'slip.uphold',
      subject: { type: 'slip', id: slip.id },
      about: slip.taskId,
      by,
      from: slip.state,
      to,
      facts: { objectionId: id },
    });
  }
}
