import type { QueryDeepPartialEntity } from 'typeorm';
import type { ReportEvery } from '../domain/routine-report.js';
import type { TaskRow } from '../rows/task.row.js';

/**
 * Who wants the routine report and since when, beside its rhythm: a new duty counts from today, another rhythm goes on counting.
 * @param wanted  undefined: the rhythm stays; null: it ends
 */
export function reportColumns(
  { reportEvery: before }: Pick<TaskRow, 'reportEvery'>,
  wanted: ReportEvery | null | undefined,
  askerId: string,
): QueryDeepPartialEntity<TaskRow> {
  if (wanted === undefined) return {};
  if (wanted === null) return { reportBy: null, reportSince: null };
  return { reportBy: askerId, ...(before === null && { reportSince: () => 'now()' }) };
}
