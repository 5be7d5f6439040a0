import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { dueOnDay, numberOf, type WorkingCalendar } from '@ducha/kernel';
import { Calendars } from '@ducha/deadline';
import { Store } from '@ducha/store';
import { SplitTask } from '@ducha/task';
import { ReckonPlan } from '../queries/reckon-plan.js';
import { SchedulePage } from '../queries/schedule-page.js';
import { scheduleFault } from '../schedule-faults.js';

/** The steps of a task's schedule become its sub-tasks. */
export interface ApplyScheduleCommand {
  readonly taskId: string;
  readonly version: number;
  readonly taskVersion: number;
  readonly dispatch: boolean;
  readonly by: Actor;
}

/** Each step becomes a sub-task that is due at the end of its latest last day; through the split that officers make by hand too. */
@Injectable()
export class ApplySchedule {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly page: SchedulePage,
    private readonly reckon: ReckonPlan,
    private readonly split: SplitTask,
    private readonly calendars: Calendars,
  ) {}

  /** @throws Fault `schedule.notFound`, `schedule.applied`, `schedule.impossible`; those of the split with `children[n]` */
  async run({ taskId, version, taskVersion, dispatch, by }: ApplyScheduleCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      await tx.query('select 1 from schedule where task_id = $1 for update', [taskId]);
      const kept = await this.page.kept(taskId);
      if (!kept) throw scheduleFault('notFound');
      refuseStale(kept, version);
      if (kept.state === 'applied') throw scheduleFault('applied');
      const plan = await this.reckon.run(kept);
      if (plan.impossible.length > 0) throw scheduleFault('impossible', { impossible: plan.impossible });
      const calendar = await this.calendars.forUnit(null);
      const children = kept.steps.map(({ title, leadUnitId }, at) => ({
        title,
        demand: '',
        leadUnitId,
        assistUnitIds: [],
        dueAt: endOf(calendar, plan.steps[at]?.latestFinish ?? kept.endDay),
      }));
      await this.split.run({ taskId, version: taskVersion, children, dispatch, by });
      await tx.query(`update schedule set state = 'applied' where task_id = $1`, [taskId]);
      await this.audit.record(tx, {
        act: 'schedule.apply',
        subject: { type: 'schedule', id: taskId },
        about: taskId,
        by,
        from: 'draft',
        to: 'applied',
        facts: { version, steps: children.length },
      });
    });
  }
}

const endOf = (calendar: WorkingCalendar, day: string): Date =>
  dueOnDay(calendar, numberOf(day), { countsFirstDay: true, rolls: false, dayEndsAt: 1_440 }).at;
