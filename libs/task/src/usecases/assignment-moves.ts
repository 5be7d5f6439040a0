import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { type ActFacts, Audit } from '@ducha/audit';
import type { NewDate } from '@ducha/deadline';
import { refuseStale } from '@ducha/http';
import { nextState } from '@ducha/kernel';
import { compareAndSet } from '@ducha/store';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import { type AssignmentEvent, assignmentLifecycle, type AssignmentState } from '../domain/assignment-lifecycle.js';
import { openTaskStates } from '../domain/task-lifecycle.js';
import { AssignmentRow } from '../rows/assignment.row.js';
import type { TaskRow } from '../rows/task.row.js';
import { taskFault } from '../task-faults.js';
import { TaskClocks } from './task-clocks.js';
import { readTask } from './task-reading.js';

/** One move of one assignment along its table. */
export interface AssignmentMove {
  readonly on: AssignmentEvent;
  readonly by: Actor;
  readonly changes?: QueryDeepPartialEntity<AssignmentRow>;
  readonly facts?: ActFacts;
  readonly words?: string | null;
  /** How the timeline calls it; `assignment.<on>` when absent. */
  readonly act?: string;
  /** Why dates move with it; a correction when absent. */
  readonly because?: NewDate['because'];
}

/** The columns that taking an answer back undoes: it is in the unit's hands again. */
export const handedBack: QueryDeepPartialEntity<AssignmentRow> = {
  submittedAt: null,
  submittedBy: null,
  answeredAt: null,
  answeredBy: null,
  acceptedAt: null,
};

/** Reads an assignment with its task and makes one move of it: table, compare-and-set, audit row. */
@Injectable()
export class AssignmentMoves {
  constructor(
    private readonly audit: Audit,
    private readonly clocks: TaskClocks,
  ) {}

  /**
   * The assignment as it is now, with its task.
   * @param seenVersion what the caller saw
   * @throws Fault `task.assignmentNotFound`, `http.preconditionFailed`
   */
  async read(
    tx: EntityManager,
    id: string,
    seenVersion?: number,
  ): Promise<{ assignment: AssignmentRow; task: TaskRow }> {
    const assignment = await tx.findOneBy(AssignmentRow, { id });
    if (!assignment) throw taskFault('assignmentNotFound');
    if (seenVersion !== undefined) refuseStale(assignment, seenVersion);
    return { assignment, task: await readTask(tx, assignment.taskId) };
  }

  /** @throws Fault `task.assignmentMoveRefused` when the task is closed or cancelled */
  refuseEnded(task: Pick<TaskRow, 'state'>): void {
    if (!openTaskStates.includes(task.state)) throw taskFault('assignmentMoveRefused', { taskState: task.state });
  }

  /** @throws Fault `task.assignmentMoveRefused`, `store.movedOn` */
  async make(tx: EntityManager, assignment: AssignmentRow, move: AssignmentMove): Promise<AssignmentState> {
    const to = nextState(assignmentLifecycle, assignment.state, move.on);
    if (to === undefined) throw taskFault('assignmentMoveRefused', { from: assignment.state, on: move.on });
    await compareAndSet(tx, AssignmentRow, assignment, { ...move.changes, state: to });
    await this.audit.record(tx, {
      act: move.act ?? `assignment.${move.on}`,
      subject: { type: 'assignment', id: assignment.id },
      about: assignment.taskId,
      by: move.by,
      from: assignment.state,
      to,
      facts: { unitId: assignment.unitId, round: assignment.round, ...move.facts },
      words: move.words ?? null,
    });
    await this.clocks.follow(tx, [assignment.taskId], move.by, move.because);
    return to;
  }
}
