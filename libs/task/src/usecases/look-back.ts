import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { refuseStale } from '@ducha/http';
import { Store } from '@ducha/store';
import { Judges } from './judges.js';
import { nextRound, TaskMoves } from './task-moves.js';
import { TaskNotices } from './task-notices.js';
import { readTask, refuseParent, taskStateAfter } from './task-reading.js';

/** What somebody found, or wants, after closing. */
export interface LookBackCommand {
  readonly taskId: string;
  readonly version: number;
  /** `confirm`: it holds (见效). `relapse`: it came back (反弹). `reopen`: it must be worked again for another reason. */
  readonly on: 'confirm' | 'relapse' | 'reopen';
  readonly words: string;
  readonly by: Actor;
}

/**
 * After closing: effective, or back to registered for another round with new assignments linked to the old ones. Until
 * look-back has its own inspections, confirming and relapse are acts of a person outside all doing units.
 */
@Injectable()
export class LookBack {
  constructor(
    private readonly store: Store,
    private readonly judges: Judges,
    private readonly moves: TaskMoves,
    private readonly notices: TaskNotices,
  ) {}

  async run({ taskId, version, on, words, by }: LookBackCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      const task = await readTask(tx, taskId);
      refuseStale(task, version);
      taskStateAfter(task, on);
      await refuseParent(tx, task);
      if (on !== 'reopen') await this.judges.refuseDoer(tx, taskId, by);
      await this.moves.make(tx, task, {
        on,
        by,
        words,
        changes: on === 'confirm' ? {} : nextRound,
        facts: { round: task.round },
      });
      const kind = { confirm: 'task.confirmed', relapse: 'task.relapsed', reopen: 'task.reopened' }[on];
      await this.notices.tell(tx, task, { kind, key: String(version), to: ['units', 'officers', 'leadLeader'], by });
    });
  }
}
