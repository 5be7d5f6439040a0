import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { refuseStale } from '@ducha/http';
import { Store } from '@ducha/store';
import { taskFault } from '../task-faults.js';
import { orderedReport } from '../domain/routine-report.js';
import { offendedUnits } from '../domain/township-lists.js';
import { Leaders } from './leaders.js';
import { Registering } from './registering.js';
import { TaskMoves } from './task-moves.js';
import { TaskNotices } from './task-notices.js';
import { planOf, readTask } from './task-reading.js';

/** A principal registers a draft by word. */
export interface InstructTaskCommand {
  readonly taskId: string;
  readonly version: number;
  readonly words: string | null;
  readonly by: Actor;
}

/** Draft to registered by a principal's instruction (批办); the result must come back to that principal. */
@Injectable()
export class InstructTask {
  constructor(
    private readonly store: Store,
    private readonly leaders: Leaders,
    private readonly registering: Registering,
    private readonly moves: TaskMoves,
    private readonly notices: TaskNotices,
  ) {}

  async run({ taskId, version, words, by }: InstructTaskCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      const task = await readTask(tx, taskId);
      refuseStale(task, version);
      // the table lets a presented result be instructed too: that is a decision on it, see DecideTask
      if (task.state !== 'draft') throw taskFault('moveRefused', { from: task.state, on: 'instruct' });
      const principalId = this.leaders.actingFor(by, task.principalId);
      const plan = { ...planOf(task), principalId };
      const { changes, facts } = await this.registering.changesFor(plan, by, { lists: 'leave_to_principal' });
      const inNameOf = principalId === by.personId ? null : principalId;
      await this.moves.make(tx, task, {
        on: 'instruct',
        by,
        changes: { ...changes, principalId },
        words,
        inNameOf,
        facts: { door: 'instruction' },
      });
      await this.leaders.sayWith(tx, by, {
        subject: { type: 'task', id: taskId },
        kind: 'order',
        words,
        silentWords: '请办理',
        unitIds: offendedUnits(plan, facts),
        reportEvery: orderedReport(plan, facts.orderedReports),
      });
      await this.notices.tell(tx, task, {
        kind: 'task.registered',
        key: String(version),
        to: ['officers', 'bureau', 'leadLeader'],
        by,
      });
    });
  }
}
