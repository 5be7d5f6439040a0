import type { ClockRules } from '@ducha/deadline';
import { wallClockOf } from '@ducha/kernel';
import { reportFault } from '../report-faults.js';

/** When a case that was received at an instant was due. */
export type DueOf = (received: Date) => Date;

/**
 * Due dates by one time limit of a law profile, for ledgers that do not say them. Years without published holidays count by the week.
 * @param code  `henan.deputy_suggestion/answer`
 * @throws Fault `report.unknownProfile`
 */
export function dueByProfile(rules: ClockRules, code: string): DueOf {
  const [profile = '', rule = ''] = code.split('/');
  const dueOf = (startedAt: Date) => rules.anew({ profile, rule, startedAt, unitId: null });
  const trial = dueOf(new Date('2020-01-01T00:00:00Z'));
  if (!trial) throw reportFault('unknownProfile', { profile: code });
  if (trial.term?.unit === 'working_hour') return (received) => dueOf(received)?.dueAt ?? received;
  // what counts in days hangs on the day alone: 900,000 lines have a few thousand of them
  const byDay = new Map<number, Date>();
  return (received) => {
    const { day } = wallClockOf(received);
    const known = byDay.get(day) ?? dueOf(received)?.dueAt ?? received;
    byDay.set(day, known);
    return known;
  };
}
