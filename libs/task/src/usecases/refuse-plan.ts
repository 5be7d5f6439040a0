import type { Fault } from '@ducha/kernel';
import type { PlanFault } from '../domain/task-plan.js';
import { taskFault } from '../task-faults.js';

/** The refusal of a plan: named after the first thing that is wrong, with every field of that kind. Undefined when nothing is. */
export function refusalOf(faults: readonly PlanFault[]): Fault | undefined {
  const [first] = faults;
  if (!first) return undefined;
  return taskFault(
    first.name,
    first.facts ?? {},
    faults.filter(({ name }) => name === first.name).map(({ error }) => error),
  );
}

/** @throws Fault when the plan may not go on */
export function refusePlan(faults: readonly PlanFault[]): void {
  const fault = refusalOf(faults);
  if (fault) throw fault;
}
