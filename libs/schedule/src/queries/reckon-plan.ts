import { Injectable } from '@nestjs/common';
import { Calendars } from '@ducha/deadline';
import { COUNTY_ZONE, type WorkingCalendar } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { movedSteps } from '../domain/moved.js';
import { planOf } from '../domain/plan.js';
import type { Plan, Step } from '../domain/step.js';
import { netOf } from '../domain/step-order.js';
import type { PlanBody } from '../http/schedule.dto.js';
import type { PlanView } from '../http/schedule.view.js';
import { scheduleFault } from '../schedule-faults.js';

/** Steps with their fixed end, as asked or as kept. */
export interface PlanDraft {
  readonly endDay: string;
  readonly steps: readonly (Step & { readonly leadUnitId: string | null })[];
}

/** Reckons plans; keeps nothing. */
@Injectable()
export class ReckonPlan {
  constructor(
    private readonly store: Store,
    private readonly calendars: Calendars,
  ) {}

  /** @throws Fault `schedule.repeatedKey`, `schedule.unknownStep`, `schedule.loop` (naming the loop), `calendar.termOutOfRange` */
  async run(draft: PlanDraft, from?: string, before?: PlanDraft): Promise<PlanView> {
    const first = from ?? (await this.today());
    const calendar = await this.calendars.forUnit(null);
    const plan = reckoned(calendar, draft, { from: first, path: '' });
    const moved = before ? movedSteps(reckoned(calendar, before, { from: first, path: 'before.' }), plan) : [];
    return viewOf(plan, draft, first, moved);
  }

  private async today(): Promise<string> {
    const row = await this.store.queryOne<{ day: string }>(
      `select (now() at time zone '${COUNTY_ZONE}')::date::text as day`,
    );
    return row?.day ?? '';
  }
}

function reckoned(
  calendar: WorkingCalendar,
  { endDay, steps }: PlanDraft,
  { from, path }: { readonly from: string; readonly path: string },
): Plan {
  const net = netOf(steps);
  if ('order' in net) return planOf(calendar, { from, end: endDay, steps }, net);
  const at = `${path}steps[${net.at}]`;
  if (net.name === 'repeatedKey')
    throw scheduleFault('repeatedKey', {}, [
      { path: `${at}.key`, message: 'is used twice', constraint: 'arrayUnique' },
    ]);
  if (net.name === 'unknownStep')
    throw scheduleFault('unknownStep', {}, [
      { path: `${at}.after[${net.place}]`, message: 'is no step of the plan', constraint: 'known' },
    ]);
  throw scheduleFault('loop', { loop: net.loop }, [
    { path: `${at}.after`, message: `waits for itself: ${net.loop.join(' → ')}`, constraint: 'noLoop' },
  ]);
}

function viewOf(
  plan: Plan,
  { endDay }: PlanDraft,
  from: string,
  moved: readonly PlanView['moved'][number][],
): PlanView {
  return {
    from,
    endDay,
    steps: [...plan.steps],
    criticalChain: [...plan.criticalChain],
    impossible: plan.impossible.map((one) => ({ ...one, chain: [...one.chain] })),
    provisional: plan.provisional,
    moved: [...moved],
  };
}

/** What a body asks, as a draft. */
export const draftOf = ({ endDay, steps }: PlanBody): PlanDraft => ({
  endDay,
  steps: steps.map(({ startsOn, leadUnitId, ...step }) => ({
    ...step,
    startsOn: startsOn ?? null,
    leadUnitId: leadUnitId ?? null,
  })),
});
