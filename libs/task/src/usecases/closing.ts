import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TaskRow } from '../rows/task.row.js';
import { EndAssignments } from './end-assignments.js';
import { type TaskMove, TaskMoves } from './task-moves.js';
import { type Concerned, TaskNotices } from './task-notices.js';

/** What every way of closing has in common (办结): the move, the assists that were waived and hang on, and who is told. */
@Injectable()
export class Closing {
  constructor(
    private readonly moves: TaskMoves,
    private readonly endAssignments: EndAssignments,
    private readonly notices: TaskNotices,
  ) {}

  /** The caller has checked that this may be closed and by whom. */
  async run(tx: EntityManager, task: TaskRow, move: Omit<TaskMove, 'on' | 'changes'>): Promise<void> {
    const bySilence = move.facts?.['bySilence'] === true;
    const to: Concerned[] = ['units', 'officers', 'leadLeader', ...(bySilence ? (['principal'] as const) : [])];
    await this.notices.tell(tx, task, {
      kind: 'task.closed',
      key: String(task.version),
      to,
      by: move.by,
      facts: { bySilence },
    });
    await this.endAssignments.run(tx, [task.id], { by: move.by, because: 'closed' });
    await this.moves.make(tx, task, { ...move, on: 'close', changes: { closedAt: () => 'now()' } });
  }
}
