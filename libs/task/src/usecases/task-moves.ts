import { Injectable } from '@nestjs/common';
import { type ActFacts, Audit, type Doer } from '@ducha/audit';
import { compareAndSet } from '@ducha/store';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { TaskEvent, TaskState } from '../domain/task-lifecycle.js';
import { TaskRow } from '../rows/task.row.js';
import { RollUp } from './roll-up.js';
import { TaskClocks } from './task-clocks.js';
import { taskStateAfter } from './task-reading.js';

/** One move of a task along its table. */
export interface TaskMove {
  readonly on: TaskEvent;
  /** Null: the system itself. */
  readonly by: Doer | null;
  readonly changes?: QueryDeepPartialEntity<TaskRow>;
  readonly facts?: ActFacts;
  /** What the person said with it. */
  readonly words?: string | null;
  /** The leader in whose name an office acts; the audit row shows it. */
  readonly inNameOf?: string | null;
}

/** What coming back to `registered` after an answer undoes: the next round starts from nothing but the demand. */
export const nextRound: QueryDeepPartialEntity<TaskRow> = {
  round: () => 'round + 1',
  dispatchedAt: null,
  answeredAt: null,
  verifiedAt: null,
  presentedAt: null,
  closedAt: null,
  suspendedAt: null,
};

/** Makes one move of one task: table, compare-and-set, audit row, parents. Rules beyond the table are the use case's. */
@Injectable()
export class TaskMoves {
  constructor(
    private readonly audit: Audit,
    private readonly rollUp: RollUp,
    private readonly clocks: TaskClocks,
  ) {}

  /**
   * @param task the row as it was read; afterwards it is out of date
   * @returns the new state
   * @throws Fault `task.moveRefused`, `store.movedOn`
   */
  async make(tx: EntityManager, task: TaskRow, move: TaskMove): Promise<TaskState> {
    const to = taskStateAfter(task, move.on);
    await compareAndSet(tx, TaskRow, task, { ...move.changes, state: to });
    await this.audit.record(tx, {
      act: `task.${move.on}`,
      subject: { type: 'task', id: task.id },
      by: move.by,
      from: task.state,
      to,
      facts: { ...move.facts, ...(move.inNameOf && { inNameOf: move.inNameOf }) },
      words: move.words ?? null,
    });
    await this.clocks.follow(tx, [task.id], move.by);
    if (to !== task.state) await this.rollUp.after(tx, task.parentId, move.by);
    return to;
  }
}
