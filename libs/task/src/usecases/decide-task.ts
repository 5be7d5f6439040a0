import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { refuseStale } from '@ducha/http';
import { Store } from '@ducha/store';
import { IsNull } from 'typeorm';
import { PresentationRow } from '../rows/presentation.row.js';
import { taskFault } from '../task-faults.js';
import { Closing } from './closing.js';
import { Leaders } from './leaders.js';
import { nextRound, TaskMoves } from './task-moves.js';
import { TaskNotices } from './task-notices.js';
import { readTask, taskStateAfter } from './task-reading.js';

/** The principal's word on a presented result. */
export interface DecideTaskCommand {
  readonly taskId: string;
  readonly version: number;
  readonly decision: 'close' | 'instruct';
  /** Needed for a new instruction. */
  readonly words: string | null;
  readonly by: Actor;
}

/** 圈阅 closes a presented result; a new instruction sends the task into its next round. By the principal, or his office in his name. */
@Injectable()
export class DecideTask {
  constructor(
    private readonly store: Store,
    private readonly leaders: Leaders,
    private readonly moves: TaskMoves,
    private readonly closing: Closing,
    private readonly notices: TaskNotices,
  ) {}

  async run({ taskId, version, decision, words, by }: DecideTaskCommand): Promise<void> {
    if (decision === 'instruct' && words === null)
      throw taskFault('wordsNeeded', {}, [{ path: 'words', message: 'is required', constraint: 'isNotEmpty' }]);
    await this.store.transaction(async (tx) => {
      const task = await readTask(tx, taskId);
      refuseStale(task, version);
      const presentation =
        task.state === 'presented' ? await tx.findOneBy(PresentationRow, { taskId, decision: IsNull() }) : null;
      if (!presentation) throw taskFault('moveRefused', { from: task.state, on: 'decide' });
      taskStateAfter(task, decision);
      const principalId = this.leaders.actingFor(by, presentation.principalId);
      const inNameOf = principalId === by.personId ? null : principalId;
      await tx.query(
        'update presentation set decision = $2, decided_words = $3, decided_by = $4, decided_at = now() where id = $1',
        [presentation.id, decision, words, by.personId],
      );
      const said = { subject: { type: 'task', id: taskId } as const, words };
      const facts = { presentationId: presentation.id };
      if (decision === 'close') {
        await this.closing.run(tx, task, { by, facts, words, inNameOf });
        await this.leaders.sayWith(tx, by, { ...said, kind: 'reference', silentWords: '圈阅' });
      } else {
        await this.moves.make(tx, task, { on: 'instruct', by, changes: nextRound, facts, words, inNameOf });
        await this.leaders.sayWith(tx, by, { ...said, kind: 'order', silentWords: '' });
        await this.notices.tell(tx, task, {
          kind: 'task.instructed',
          key: presentation.id,
          to: ['units', 'officers', 'leadLeader'],
          by,
        });
      }
    });
  }
}
