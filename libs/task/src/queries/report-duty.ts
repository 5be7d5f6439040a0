import { COUNTY_ZONE } from '@ducha/kernel';
import { nextReportDay, type ReportEvery, reportIntervals } from '../domain/routine-report.js';
import type { ReportDutyView } from '../http/report-duty.view.js';

const dayOf = (instant: string): string => `(${instant} at time zone '${COUNTY_ZONE}')::date`;

/** The day a unit's next report is counted from: its last one, or the day the duty reached it; `a` an assignment, `t` its task. */
export const reportFrom = dayOf(
  'greatest((select max(x.reported_at) from report x where x.assignment_id = a.id), a.signed_at, t.report_since)',
);

/** The unit works on it and the time runs: only then it owes reports. */
const owesReports = `a.state in ('signed', 'submitted') and t.suspended_at is null and t.state not in ('closed', 'effective', 'cancelled')`;

/** A routine report is overdue: what `nextReportDay` says, for lists; `a` an assignment, `t` its task. */
export const reportOverdue = `(t.report_every is not null and ${owesReports} and ${dayOf('now()')} > ${reportFrom} + case t.report_every
  ${reportIntervals.map(({ every, interval }) => `when '${every}' then interval '${interval}'`).join(' ')} end)`;

/** An overdue routine report of any unit of the task `t`. */
export const taskReportOverdue = `(t.report_every is not null and exists (select 1 from assignment a where a.task_id = t.id and a.round = t.round and ${reportOverdue}))`;

/** The routine report duty of a task as flat columns beside an assignment's. */
export interface ReportDutyFacts {
  reportEvery: ReportEvery | null;
  reportWhy: string | null;
  reportBy: string | null;
  reportByName: string | null;
  /** County days, `YYYY-MM-DD`; null while the unit owes none. */
  reportFrom: string | null;
  today: string;
}

/** Select list of `ReportDutyFacts`; `asker` is the person joined on `t.report_by`. */
export const reportDutyColumns = `t.report_every as "reportEvery", t.report_why as "reportWhy", t.report_by as "reportBy", asker.name as "reportByName",
    case when t.report_every is not null and ${owesReports} then ${reportFrom}::text end as "reportFrom", ${dayOf('now()')}::text as today`;

/** Who asked, why, how often, and when the next report is due; null without such a duty. */
export function reportDutyOf(facts: ReportDutyFacts): ReportDutyView | null {
  const { reportEvery: every, reportWhy, reportBy, reportByName, reportFrom: from, today } = facts;
  if (every === null || reportBy === null) return null;
  const nextDay = from === null ? null : nextReportDay(every, from);
  return {
    every,
    why: reportWhy ?? '',
    askedBy: { id: reportBy, name: reportByName ?? '' },
    nextDay,
    overdue: nextDay !== null && nextDay < today,
  };
}
