import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { refuseStale } from '@ducha/http';
import { nextState } from '@ducha/kernel';
import { Notices } from '@ducha/notice';
import { compareAndSet, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { disputeLifecycle, type Ruling, unitsFit } from '../domain/dispute-lifecycle.js';
import { DisputeRow } from '../rows/dispute.row.js';
import { taskFault } from '../task-faults.js';
import { AssignmentMoves } from './assignment-moves.js';
import { HandOver } from './hand-over.js';
import { Judges } from './judges.js';
import { readDispute, standing } from './raise-dispute.js';
import { ShareDates } from './share-dates.js';

/** What is ruled on a dispute. */
export interface RuleDisputeCommand {
  readonly assignmentId: string;
  readonly disputeId: string;
  readonly version: number;
  readonly ruling: Ruling;
  /** Whose it is: the first takes the share over, further ones of a split assist. */
  readonly toUnitIds: readonly string[];
  /** The date of the unit that takes over; null: by law, else what was left. */
  readonly dueAt: Date | null;
  readonly reasons: string;
  readonly by: Actor;
}

/** Who the law names rules on a dispute (确定承办单位), with reasons; the ruling is final. */
@Injectable()
export class RuleDispute {
  constructor(
    private readonly store: Store,
    private readonly moves: AssignmentMoves,
    private readonly judges: Judges,
    private readonly dates: ShareDates,
    private readonly handOver: HandOver,
    private readonly notices: Notices,
  ) {}

  /**
   * @throws Fault `task.disputeNotFound`, `task.disputeMoveRefused`, `task.disputeOwnRuling`, `task.disputeOtherRuler`, `task.rulingUnits`,
   *   `task.rulingSwap`, `task.unitAlreadyDoing`, `http.preconditionFailed`, and those of a unit that cannot take the share
   */
  run(command: RuleDisputeCommand): Promise<void> {
    const { assignmentId, disputeId, ruling, toUnitIds, reasons, by } = command;
    return this.store.transaction(async (tx) => {
      const seen = await readDispute(tx, assignmentId, disputeId);
      const to = await this.judged(tx, seen, command);
      await compareAndSet(tx, DisputeRow, seen, {
        ...{ state: to, ruling, reasons, toUnitIds: [...toUnitIds], ruledBy: by.personId },
        endedAt: () => 'now()',
      });
      const now = await instant(tx);
      const given = await this.dates.giveBack(tx, assignmentId, seen.raisedAt, now);
      const { assignment, task } = await this.moves.read(tx, assignmentId);
      this.moves.refuseEnded(task);
      const move = { by, words: reasons, because: 'waiting' as const, facts: { disputeId, unitIds: [...toUnitIds] } };
      if (ruling === 'stay')
        await this.moves.make(tx, assignment, { ...move, on: standing(seen), act: 'assignment.rule_stay' });
      else await this.handOver.run(tx, { dispute: seen, assignment, task, ruling, given, command, move, now });
      await this.tell(tx, seen, ruling);
    });
  }

  private async judged(tx: EntityManager, seen: DisputeRow, { version, ruling, toUnitIds, by }: RuleDisputeCommand) {
    const isRuler = seen.rulingUnitId === null ? by.role.startsWith('bureau_') : by.unitIds.includes(seen.rulingUnitId);
    if (!isRuler) throw taskFault('disputeOtherRuler', { rulingUnitId: seen.rulingUnitId });
    const concerned = [seen.unitId, seen.responsibleUnitId];
    if (by.personId === seen.raisedBy || !(await this.judges.isOutside(tx, concerned, by)))
      throw taskFault('disputeOwnRuling');
    refuseStale(seen, version);
    const to = nextState(disputeLifecycle, seen.state, 'rule');
    if (to === undefined) throw taskFault('disputeMoveRefused', { from: seen.state, on: 'rule' });
    if (!unitsFit(ruling, toUnitIds, seen.unitId))
      throw taskFault('rulingUnits', { ruling }, [
        { path: 'toUnitIds', message: 'does not fit the ruling', constraint: 'rulingUnits' },
      ]);
    return to;
  }

  private async tell(tx: EntityManager, seen: DisputeRow, ruling: Ruling): Promise<void> {
    const { id, assignmentId, taskId, unitId } = seen;
    const notice = { kind: `dispute.ruled_${ruling}`, taskId, assignmentId, unitId };
    await this.notices.tell(tx, [{ ...notice, dedupeKey: `dispute.ruled:${id}` }]);
  }
}

async function instant(tx: EntityManager): Promise<Date> {
  const [row] = await tx.query<{ now: Date }[]>(`select date_trunc('milliseconds', now()) as now`);
  if (!row) throw new Error('the database tells the time, always');
  return row.now;
}
