import { type Day, dayOf, isDay, numberOf } from '@ducha/kernel';
import ICAL from 'ical.js';
import { mostSetDays } from '../domain/calendars/year-rules.js';
import { fileOf, type ReadDay, signOf, webAddresses, type YearFile } from './year-file.js';

/**
 * A calendar of all-day events, one for a day or a stretch of days: 休 or 班 in the summary tells which it is, or the mark
 * that Apple’s holiday calendars bear.
 * @returns undefined when the text is no iCalendar
 */
export function readIcalYear(text: string): YearFile | undefined {
  const events = eventsOf(text);
  if (!events) return undefined;
  const read = events.slice(0, mostSetDays).flatMap(daysOf);
  const addresses = webAddresses(events.map((event) => event.getFirstPropertyValue('url')));
  const kept = read.slice(0, mostSetDays);
  if (read.length > kept.length) kept.push({ row: mostSetDays + 1, field: 'DTSTART', code: 'tooMany' });
  return fileOf('ical', kept, { addresses: [...new Set(addresses)].slice(0, 10) });
}

function eventsOf(text: string): ICAL.Component[] | undefined {
  try {
    // boundary: the library leaves open whether it read one component or several; several are no calendar and throw here
    const whole = new ICAL.Component(ICAL.parse(text) as string);
    return whole.name === 'vcalendar' ? whole.getAllSubcomponents('vevent') : undefined;
  } catch {
    return undefined;
  }
}

function daysOf(event: ICAL.Component, at: number): ReadDay[] {
  const row = at + 1;
  const first = dayIn(event, 'dtstart');
  if (first === undefined) return [{ row, field: 'DTSTART', code: 'invalidDate' }];
  const summary = event.getFirstPropertyValue('summary');
  const words = typeof summary === 'string' ? summary.trim() : '';
  if (/\p{Cc}|\p{Surrogate}/u.test(words)) return [{ row, field: 'SUMMARY', code: 'unstorable' }];
  const working = markOf(event) ?? signOf(words);
  if (working === undefined) return [{ row, field: 'SUMMARY', code: 'unknownSign' }];
  const name = nameOf(words);
  if (name.length > 40) return [{ row, field: 'SUMMARY', code: 'tooLong' }];
  // the end of an all-day event is the day after its last one
  const end = dayIn(event, 'dtend');
  const last = end === undefined ? numberOf(first) : Math.max(numberOf(first), numberOf(end) - 1);
  if (last - numberOf(first) > 31) return [{ row, field: 'DTEND', code: 'invalidDate' }];
  return Array.from({ length: last - numberOf(first) + 1 }, (_, next) => ({
    row,
    day: { day: dayOf(numberOf(first) + next), name, working },
  }));
}

/** The day as it is written, whatever zone the file names; the library would make 2 March of a 30 February. */
function dayIn(event: ICAL.Component, property: string): Day | undefined {
  const raw: unknown = event.getFirstProperty(property)?.toJSON();
  const value: unknown = Array.isArray(raw) ? raw[3] : undefined;
  const written = typeof value === 'string' ? value.slice(0, 10) : '';
  return isDay(written) ? written : undefined;
}

/** Apple's own word for the day. */
function markOf(event: ICAL.Component): boolean | undefined {
  const mark = event.getFirstPropertyValue('x-apple-special-day');
  if (mark === 'ALTERNATE-WORKDAY') return true;
  return mark === 'WORK-HOLIDAY' ? false : undefined;
}

/** The festival alone, without the word that tells off from working; the words themselves where nothing else is left. */
function nameOf(words: string): string {
  const name = words
    .replace(/[（(][休班][）)]/gu, '')
    .replace(/^上班[（(]补(.+)班[）)]$/u, '$1')
    .replace(/(调休上班|补班|上班|放假|假期|休|班)$/u, '')
    .trim();
  return name === '' ? words : name;
}
