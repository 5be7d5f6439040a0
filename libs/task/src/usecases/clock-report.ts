import { type ClockSubject, type StandingClock } from '@ducha/deadline';
import { COUNTY_ZONE } from '@ducha/kernel';
import { nextReportDay } from '../domain/routine-report.js';
import { dateOf, keepPace } from './clock-dates.js';
import { type ClockedAssignment, type ClockedTask, type ClockTools, type Draft, subjectOf } from './clock-facts.js';

/**
 * The next routine report of a unit: a clock of its own until the end of the day on which it is due, met by the report, followed by
 * the next one. Plain calendar days, as the duty is counted everywhere.
 */
export function followReport(
  steps: Draft,
  task: ClockedTask,
  one: ClockedAssignment,
  own: readonly StandingClock[],
  tools: ClockTools,
): void {
  const clock = own.find(({ kind, state }) => kind === 'report' && (state === 'running' || state === 'suspended'));
  const dueAt = owedAt(task, one);
  const reported = clock && one.reportedAt !== null && one.reportedAt > clock.startedAt ? one.reportedAt : null;
  if (clock && reported) steps.meet.push({ id: clock.id, at: reported });
  else if (clock && dueAt === null) steps.cancel.push(clock.id);
  else if (clock && clock.state === 'running' && task.suspendedAt === null && dueAt && moved(clock, dueAt))
    steps.move.push(dateOf(task, clock, dueAt, 'correction', tools));
  else if (clock) keepPace(steps, task, clock, dueAt ?? clock.dueAt, tools);
  if (dueAt === null || task.suspendedAt !== null || (clock && !reported)) return;
  const subject: ClockSubject = { ...subjectOf(task, one), kind: 'report' };
  const start = { id: tools.newId(), startedAt: one.reportedAt ?? one.signedAt ?? tools.now, now: tools.now };
  steps.arm.push(tools.rules.until(subject, dueAt, undefined, start));
}

const moved = ({ dueAt }: StandingClock, wanted: Date): boolean => dueAt.getTime() !== wanted.getTime();

/** The end of the county’s day on which the next report is due; null while the unit owes none. */
function owedAt({ reportEvery, state }: ClockedTask, one: ClockedAssignment): Date | null {
  const works = ['signed', 'submitted'].includes(one.state) && !['closed', 'effective', 'cancelled'].includes(state);
  if (reportEvery === null || one.reportFrom === null || !works) return null;
  return new Date(`${nextReportDay(reportEvery, one.reportFrom)}T23:59:59.999${zoneOffset}`);
}

/** The county has one zone and no summer time. */
const zoneOffset = COUNTY_ZONE === 'Asia/Shanghai' ? '+08:00' : 'Z';
