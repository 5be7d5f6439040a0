import { calendarFault, type DayTerm, type FieldError } from '@ducha/kernel';
import { reportFault } from '../report-faults.js';

/** A term that a report counts by, with the way it was written: `5wd`. */
export interface NamedTerm {
  readonly name: string;
  readonly term: DayTerm;
}

const units = { wd: 'working_day', d: 'natural_day', m: 'month' } as const;
const longest = { wd: 10_000, d: 36_600, m: 1_200 } as const;
const mostTerms = 12;

/** What is counted when nobody says. */
export const usualTerms = '5wd,10wd,15wd,15d,30d,60d';

/**
 * Reads `5wd,15d,2m`.
 * @throws Fault `report.unknownTerm`, `report.tooManyTerms`, `calendar.termOutOfRange` (0, 10^9), all at `within`
 */
export function readTerms(text: string): NamedTerm[] {
  const names = [...new Set(text.split(',').map((name) => name.trim()))];
  if (names.length > mostTerms) throw reportFault('tooManyTerms', {}, wrong('arrayMaxSize'));
  return names.map(readTerm);
}

function readTerm(name: string): NamedTerm {
  const [, count = '', unit = ''] = /^(\d{1,18})(wd|d|m)$/.exec(name) ?? [];
  if (unit !== 'wd' && unit !== 'd' && unit !== 'm')
    throw reportFault('unknownTerm', { term: name.slice(0, 40) }, wrong('term'));
  const n = Number(count);
  if (n < 1 || n > longest[unit])
    throw calendarFault('termOutOfRange', { term: name, longest: longest[unit] }, wrong('range'));
  return { name: `${n}${unit}`, term: { n, unit: units[unit] } };
}

const wrong = (constraint: string): FieldError[] => [
  { path: 'within', message: 'must be terms such as 5wd,15d', constraint },
];
