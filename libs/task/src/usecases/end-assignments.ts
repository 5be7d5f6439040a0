import { Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { statesThatAllow } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { assignmentLifecycle } from '../domain/assignment-lifecycle.js';
import { batches } from './batches.js';
import { TaskClocks } from './task-clocks.js';

/** Takes back what still hangs when a task ends: assists that were waived, or everything when it is cancelled. */
@Injectable()
export class EndAssignments {
  constructor(
    private readonly audit: Audit,
    private readonly clocks: TaskClocks,
  ) {}

  async run(
    tx: EntityManager,
    taskIds: readonly string[],
    { by, because }: { by: Doer | null; because: 'closed' | 'cancelled' },
  ): Promise<void> {
    const [ended] = await tx.query<[{ id: string; task_id: string; was: string }[], number]>(
      `update assignment a set state = 'recalled', ended_at = now(), version = a.version + 1
       from (select id, state from assignment where task_id = any($1) and state = any($2) order by id for update) as open
       where a.id = open.id returning a.id, a.task_id, open.state as was`,
      [taskIds, statesThatAllow(assignmentLifecycle, 'recall')],
    );
    const acts = ended.map(({ id, task_id, was }) => ({
      act: 'assignment.recall',
      subject: { type: 'assignment', id },
      about: task_id,
      by,
      from: was,
      to: 'recalled',
      facts: { because },
    }));
    for (const batch of batches(acts)) await this.audit.record(tx, ...batch);
    await this.clocks.follow(tx, taskIds, by);
  }
}
