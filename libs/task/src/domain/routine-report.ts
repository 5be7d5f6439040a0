/** How often a unit reports by itself while it does the work (定期报告), the most often first. */
export const reportEveries = ['week', 'half_month', 'month', 'quarter', 'half_year'] as const;

/** One of `reportEveries`. */
export type ReportEvery = (typeof reportEveries)[number];

/** The spans as they are counted: days, or months that end with the month where it is shorter. */
const spans: Record<ReportEvery, { readonly count: number; readonly unit: 'day' | 'month' }> = {
  week: { count: 7, unit: 'day' },
  half_month: { count: 15, unit: 'day' },
  month: { count: 1, unit: 'month' },
  quarter: { count: 3, unit: 'month' },
  half_year: { count: 6, unit: 'month' },
};

/** The spans for PostgreSQL, whose intervals count months in the same way: `interval` literals by name. */
export const reportIntervals = reportEveries.map((every) => {
  const { count, unit } = spans[every];
  return { every, interval: `${count} ${unit}` };
});

/**
 * The day on which the next report is due: plain calendar days after the last one, without holidays or legal clocks.
 * @param from   the county's day of the last report, `YYYY-MM-DD`, or of the day the duty began
 * @returns      `YYYY-MM-DD`; 31 January and a month give the last day of February
 */
export function nextReportDay(every: ReportEvery, from: string): string {
  const { count, unit } = spans[every];
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  if (unit === 'day') return dayText(new Date(Date.UTC(year, month - 1, day + count)));
  const lastOfMonth = new Date(Date.UTC(year, month + count, 0));
  lastOfMonth.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()));
  return dayText(lastOfMonth);
}

const dayText = (day: Date): string => day.toISOString().slice(0, 10);

/** Whether a rhythm is at least as often as another. */
export const atLeastAsOften = (every: ReportEvery, other: ReportEvery): boolean =>
  reportEveries.indexOf(every) <= reportEveries.indexOf(other);

/** What is looked at: the wanted rhythm, its reason, and the records on which a principal may have decided. */
export interface ReportPlan {
  readonly reportEvery: ReportEvery | null;
  /** Why so: the unit reads it. */
  readonly reportWhy: string | null;
  readonly taskId?: string;
  readonly parentId: string | null;
  readonly matterId: string | null;
}

/** By task or matter: how often principals' orders in force let units be asked. */
export type OrderedReports = ReadonlyMap<string, readonly ReportEvery[]>;

/** More often than every month: only a principal may want that of a unit. */
export const isTooOften = (every: ReportEvery | null): boolean => every !== null && !atLeastAsOften('month', every);

/** Whether a rhythm more often than monthly lacks a principal's order that says at least as often. */
export function lacksOrder(plan: ReportPlan, ordered: OrderedReports): boolean {
  const { reportEvery } = plan;
  if (reportEvery === null || !isTooOften(reportEvery)) return false;
  const orders = [plan.taskId, plan.parentId, plan.matterId].flatMap((id) => (id ? (ordered.get(id) ?? []) : []));
  return !orders.some((order) => atLeastAsOften(order, reportEvery));
}

/** What a principal's word on the plan lets through, to be kept on his instruction; null where no word is needed. */
export const orderedReport = (plan: ReportPlan, ordered: OrderedReports): ReportEvery | null =>
  lacksOrder(plan, ordered) ? plan.reportEvery : null;

/** The field of the pair that is missing. */
export function missingOfReport({ reportEvery, reportWhy }: ReportPlan): 'reportEvery' | 'reportWhy' | undefined {
  const isSaid = reportWhy !== null && reportWhy.trim() !== '';
  if (reportEvery !== null && !isSaid) return 'reportWhy';
  return reportEvery === null && isSaid ? 'reportEvery' : undefined;
}
