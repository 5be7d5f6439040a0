import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { Store } from '@ducha/store';
import { type PlanDraft, ReckonPlan } from '../queries/reckon-plan.js';
import { scheduleFault } from '../schedule-faults.js';

/** A plan to be kept for a task. */
export interface SaveScheduleCommand {
  readonly taskId: string;
  /** 0: none was saved yet. */
  readonly version: number;
  readonly draft: PlanDraft;
  readonly by: Actor;
}

/** Keeps a plan as the next state of a task's schedule; what cannot be kept in time may be saved, it is a draft. */
@Injectable()
export class SaveSchedule {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly reckon: ReckonPlan,
  ) {}

  /** @throws Fault `schedule.applied`, `http.preconditionFailed`, and those of reckoning it */
  async run({ taskId, version, draft, by }: SaveScheduleCommand): Promise<void> {
    await this.reckon.run(draft);
    await this.store.transaction(async (tx) => {
      await tx.query(`insert into schedule (task_id, state, version) values ($1, 'draft', 0) on conflict do nothing`, [
        taskId,
      ]);
      const [seen] = await tx.query<{ version: number; state: string }[]>(
        'select version, state from schedule where task_id = $1 for update',
        [taskId],
      );
      if (!seen) throw scheduleFault('notFound');
      refuseStale(seen, version);
      if (seen.state === 'applied') throw scheduleFault('applied');
      await tx.query('update schedule set version = version + 1 where task_id = $1', [taskId]);
      await tx.query(
        `insert into schedule_revision (task_id, version, end_day, steps, saved_by, saved_at) values ($1, $2, $3, $4, $5, now())`,
        [taskId, version + 1, draft.endDay, JSON.stringify(draft.steps), by.personId],
      );
      await this.audit.record(tx, {
        act: 'schedule.save',
        subject: { type: 'schedule', id: taskId },
        about: taskId,
        by,
        facts: { version: version + 1, steps: draft.steps.length, endDay: draft.endDay },
      });
    });
  }
}
