import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Clocks, sentOutAt } from '@ducha/deadline';
import { IDS, type Ids } from '@ducha/kernel';
import { DutyProposals } from '@ducha/org';
import type { EntityManager } from 'typeorm';
import type { Ruling } from '../domain/dispute-lifecycle.js';
import type { Share } from '../domain/shares.js';
import type { AssignmentRow } from '../rows/assignment.row.js';
import type { DisputeRow } from '../rows/dispute.row.js';
import type { TaskRow } from '../rows/task.row.js';
import { taskFault } from '../task-faults.js';
import { type AssignmentMove, AssignmentMoves } from './assignment-moves.js';
import { SendOut } from './send-out.js';
import type { GivenBack } from './share-dates.js';
import { TaskClocks } from './task-clocks.js';
import { roundAssignments } from './task-reading.js';
import { UnitChecks } from './unit-checks.js';

/** A ruling that gives a share to others. */
export interface RuledShare {
  readonly dispute: DisputeRow;
  readonly assignment: AssignmentRow;
  readonly task: TaskRow;
  readonly ruling: Exclude<Ruling, 'stay'>;
  readonly given: GivenBack | null;
  readonly command: {
    /** Whose it is: the first takes the share over, further ones of a split assist. */
    readonly toUnitIds: readonly string[];
    /** Null: by law, else what was left. */
    readonly dueAt: Date | null;
    readonly by: Actor;
  };
  readonly move: Omit<AssignmentMove, 'on'>;
  readonly now: Date;
}

/**
 * Carries a ruling out: the share moves to another unit, is swapped between lead and assist, or split. Whoever had it stays
 * responsible until the one that takes it over has signed.
 */
@Injectable()
export class HandOver {
  constructor(
    private readonly moves: AssignmentMoves,
    private readonly units: UnitChecks,
    private readonly sendOut: SendOut,
    private readonly taskClocks: TaskClocks,
    private readonly clocks: Clocks,
    private readonly duties: DutyProposals,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async run(tx: EntityManager, ruled: RuledShare): Promise<void> {
    const { assignment, task, ruling, command, move } = ruled;
    const other = ruling === 'swap' ? await this.counterpart(tx, ruled) : null;
    await this.units.refuse(task, assignment.duty, command.toUnitIds, (place) => `toUnitIds[${place}]`);
    // a swap gives something new to both: whoever disputed it may not lead what the townships’ lists bar either
    if (other) await this.units.refuse(task, other.duty, [assignment.unitId], () => 'toUnitIds[0]');
    await this.moves.make(tx, assignment, { ...move, on: `rule_${ruling}` });
    if (other) await this.moves.make(tx, other, { ...move, words: null, on: 'reassign' });
    const dueAt = await this.dueAt(ruled);
    await this.sendOut.run(tx, this.shares(ruled, other, dueAt), command.by);
    await tx.query(
      `update task set assist_unit_ids = $2, due_at = case when $3 then $4 else due_at end, version = version + 1 where id = $1`,
      [task.id, assistsAfter(ruled), assignment.duty === 'lead', dueAt],
    );
    await this.taskClocks.follow(tx, [task.id], command.by);
    const [takesOver] = command.toUnitIds;
    if (other === null && assignment.duty === 'lead' && task.category !== null && takesOver !== undefined)
      await this.duties.propose(tx, {
        disputeId: ruled.dispute.id,
        category: task.category,
        fromUnitId: assignment.unitId,
        toUnitId: takesOver,
      });
  }

  /** The unit with the other part of the task, still in its hands. @throws Fault `task.rulingSwap` */
  private async counterpart(tx: EntityManager, { assignment, task, command }: RuledShare): Promise<AssignmentRow> {
    const [unitId] = command.toUnitIds;
    const other = (await roundAssignments(tx, task)).find(
      (one) => one.unitId === unitId && one.duty !== assignment.duty && ['delivered', 'signed'].includes(one.state),
    );
    if (!other)
      throw taskFault('rulingSwap', {}, [
        { path: 'toUnitIds[0]', message: 'has not the other part of the task in hand', constraint: 'counterpart' },
      ]);
    return other;
  }

  /** The date that was said; else the law’s anew where the law set it; else what was left, the time of the ruling given back. */
  private async dueAt(ruled: RuledShare): Promise<Date | null> {
    const { assignment, task, given, command } = ruled;
    if (command.dueAt || !given) return command.dueAt ?? assignment.dueAt;
    if (!given.byLaw) return given.dueAt;
    const [unitId = null] = command.toUnitIds;
    const legal = (await this.clocks.rules()).legalAnswer(
      task.kind,
      { duty: assignment.duty, unitId },
      sentOutAt(ruled.now),
    );
    return legal?.dueAt ?? given.dueAt;
  }

  private shares({ assignment, command }: RuledShare, other: AssignmentRow | null, dueAt: Date | null): Share[] {
    const { taskId, round, duty } = assignment;
    const [first = '', ...further] = command.toUnitIds;
    const share = (unitId: string, rest: Pick<Share, 'duty' | 'dueAt' | 'predecessorId'>): Share => ({
      id: this.ids.next(),
      ...{ taskId, round, unitId },
      ...rest,
    });
    return [
      share(first, { duty, dueAt, predecessorId: assignment.id }),
      ...(other
        ? [share(assignment.unitId, { duty: other.duty, dueAt: other.dueAt, predecessorId: other.id })]
        : further.map((unitId) => share(unitId, { duty: 'assist', dueAt, predecessorId: null }))),
    ];
  }
}

/** Which units assist once everybody has signed. */
function assistsAfter({ assignment, task, ruling, command: { toUnitIds } }: RuledShare): string[] {
  const { duty, unitId } = assignment;
  const [first = '', ...further] = toUnitIds;
  const others = task.assistUnitIds.filter((id) => id !== unitId && id !== first);
  if (ruling === 'swap') return [...others, duty === 'lead' ? unitId : first];
  return duty === 'lead' ? [...others, ...further] : [...others, ...toUnitIds];
}
