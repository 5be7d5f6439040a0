import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { taskFault } from '../task-faults.js';
import { TaskMoves } from './task-moves.js';
import { TaskNotices } from './task-notices.js';
import { readTask, standingOf, taskStateAfter } from './task-reading.js';

/** A verified result for the principal who asked. */
export interface PresentTaskCommand {
  readonly taskId: string;
  readonly version: number;
  readonly summary: string;
  readonly by: Actor;
}

/** Days of silence after which a presented result closes; the county may set its own. */
const silentDays = 7;

const presentSql = `
  insert into presentation (id, task_id, principal_id, summary, presented_by, presented_at, silent_close_at)
  values ($1, $2, $3, $4, $5, now(), now() + make_interval(days => coalesce(
    (select (value ->> 'silentCloseDays')::int from county_setting where name = 'county'), ${silentDays})))`;

/** Verified to presented (呈报). The leader in charge is told before the principal. */
@Injectable()
export class PresentTask {
  constructor(
    private readonly store: Store,
    private readonly moves: TaskMoves,
    private readonly notices: TaskNotices,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async run({ taskId, version, summary, by }: PresentTaskCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      const task = await readTask(tx, taskId);
      refuseStale(task, version);
      taskStateAfter(task, 'present');
      if (task.principalId === null) throw taskFault('nobodyAsked');
      if (!(await standingOf(tx, task)).childrenClosed) throw taskFault('childrenOpen');
      const id = this.ids.next();
      // left over from a round that ended without the principal's word
      await tx.query(
        `update presentation set decision = 'withdrawn', decided_at = now() where task_id = $1 and decision is null`,
        [taskId],
      );
      await tx.query(presentSql, [id, taskId, task.principalId, summary, by.personId]);
      await this.moves.make(tx, task, {
        on: 'present',
        by,
        changes: { presentedAt: () => 'now()' },
        facts: { presentationId: id },
        words: summary,
      });
      await this.notices.tell(tx, task, { kind: 'task.presented', key: id, to: ['leadLeader'], by });
      await this.notices.tell(tx, task, { kind: 'task.presented', key: id, to: ['principal', 'office'], by });
    });
  }
}
