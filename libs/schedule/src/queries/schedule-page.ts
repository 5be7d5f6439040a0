import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import type { ScheduleView } from '../http/schedule.view.js';
import { scheduleFault } from '../schedule-faults.js';
import { type PlanDraft, ReckonPlan } from './reckon-plan.js';

/** A saved state of a schedule. */
export interface KeptSchedule {
  readonly version: number;
  readonly state: 'draft' | 'applied';
  readonly endDay: string;
  readonly savedAt: string;
  readonly steps: PlanDraft['steps'];
}

/** The schedule of a task, as it is or as it was saved at a version. */
@Injectable()
export class SchedulePage {
  constructor(
    private readonly store: Store,
    private readonly reckon: ReckonPlan,
  ) {}

  /** @throws Fault `schedule.notFound` for a version that was never saved, and for a task that does not exist */
  async of(taskId: string, version?: number): Promise<ScheduleView> {
    const kept = await this.kept(taskId, version);
    if (!kept && (version !== undefined || !(await this.isTask(taskId)))) throw scheduleFault('notFound');
    if (!kept) return { taskId, version: 0, state: 'draft', endDay: null, savedAt: null, steps: [], plan: null };
    return {
      taskId,
      ...kept,
      steps: [...kept.steps].map((step) => ({ ...step, after: [...step.after] })),
      plan: await this.reckon.run(kept),
    };
  }

  private async isTask(id: string): Promise<boolean> {
    return (await this.store.queryOne('select 1 from task where id = $1', [id])) !== undefined;
  }

  kept(taskId: string, version?: number): Promise<KeptSchedule | undefined> {
    return this.store.queryOne<KeptSchedule>(
      `select r.version, s.state, r.end_day::text as "endDay", r.saved_at as "savedAt", r.steps
       from schedule s join schedule_revision r on r.task_id = s.task_id and r.version = coalesce($2, s.version) where s.task_id = $1`,
      [taskId, version ?? null],
    );
  }
}
