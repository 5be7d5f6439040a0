import type { Checklist } from '../domain/standard/clause.js';
import { faultInSuccession } from '../domain/standard/succession.js';
import { inspectionFault } from '../inspection-faults.js';
import type { VersionRow } from '../queries/standard-rows.js';

/**
 * Refuses a version that may not follow those published: too early a day, a relaxed red line, an answer that changes its meaning.
 * @throws Fault `inspection.notLater`, `inspection.redLineRelaxed`, `inspection.ruleChanged`
 */
export function refuseSuccession(
  versions: readonly VersionRow[],
  next: Checklist & { readonly effectiveFrom: string },
  day: string,
): void {
  const published = versions.filter(({ state }) => state === 'published');
  const isEarly = next.effectiveFrom < day || published.some((old) => old.effectiveFrom >= next.effectiveFrom);
  if (isEarly)
    throw inspectionFault('notLater', {}, [{ path: 'effectiveFrom', message: 'is too early', constraint: 'later' }]);
  const [former] = published;
  const wrong = former && faultInSuccession(former, next);
  if (wrong === undefined || wrong === null) return;
  const name = wrong.code === 'ruleChanged' ? 'ruleChanged' : 'redLineRelaxed';
  const error = { path: wrong.path, message: wrong.code, constraint: wrong.code };
  throw inspectionFault(name, { clause: wrong.key }, [error]);
}
