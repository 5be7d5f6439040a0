import { isDay } from '@ducha/kernel';
import { mostSetDays } from '../domain/calendars/year-rules.js';
import { fileOf, type ReadDay, webAddresses, type YearFile } from './year-file.js';

/**
 * The list as holiday-cn publishes it: `{year, papers, days: [{name, date, isOffDay}]}`.
 * @returns undefined when the value has another shape
 */
export function readJsonYear(text: string): YearFile | undefined {
  const whole = parsed(text);
  if (!isRecord(whole) || !Array.isArray(whole.days)) return undefined;
  const days: unknown[] = whole.days;
  const year = typeof whole.year === 'number' && Number.isInteger(whole.year) ? whole.year : null;
  const papers: unknown[] = Array.isArray(whole.papers) ? whole.papers : [];
  return fileOf('json', days.slice(0, mostSetDays + 1).map(dayOf), {
    year,
    addresses: webAddresses(papers).slice(0, 10),
  });
}

function dayOf(entry: unknown, at: number): ReadDay {
  const row = at + 1;
  if (at >= mostSetDays) return { row, field: 'days', code: 'tooMany' };
  if (!isRecord(entry)) return { row, field: 'date', code: 'required' };
  const { name, date, isOffDay } = entry;
  if (typeof date !== 'string') return { row, field: 'date', code: 'required' };
  if (!isDay(date)) return { row, field: 'date', code: 'invalidDate' };
  if (typeof isOffDay !== 'boolean') return { row, field: 'isOffDay', code: 'unknownSign' };
  if (typeof name !== 'string' || name.trim() === '') return { row, field: 'name', code: 'required' };
  if (/\p{Cc}|\p{Surrogate}/u.test(name)) return { row, field: 'name', code: 'unstorable' };
  if (name.length > 40) return { row, field: 'name', code: 'tooLong' };
  return { row, day: { day: date, name: name.trim(), working: !isOffDay } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
