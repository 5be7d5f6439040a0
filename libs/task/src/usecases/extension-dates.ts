import { type ExtensionRoom, refusalOfDate } from '../domain/extension-rules.js';
import { taskFault } from '../task-faults.js';

/** @throws Fault `task.extensionNotLater`, `task.extensionTooLong`, both naming `dueAt` */
export function refuseDate(room: ExtensionRoom, wanted: Date): void {
  const refusal = refusalOfDate(room, wanted);
  if (refusal === undefined) return;
  const facts = refusal === 'extensionTooLong' ? { until: room.until } : { dueAt: room.dueAt };
  const message =
    refusal === 'extensionTooLong' ? 'is later than the law allows' : 'is not later than the date that runs';
  throw taskFault(refusal, facts, [{ path: 'dueAt', message, constraint: 'withinLimit' }]);
}
