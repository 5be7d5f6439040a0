import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  calendarFault,
  dayNumberOf,
  dayOf,
  type DayTerm,
  Fault,
  lastDayOf,
  termUnits,
  type WorkingCalendar,
} from '@ducha/kernel';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify';

/** One line that is asked: a day, a unit, a number. */
interface Asked {
  readonly start: string;
  readonly unit: string;
  readonly n: string;
}

/** What a line is answered with; dates are empty where they cannot be known, and `code` says why. */
interface Answered extends Asked {
  readonly due: string;
  readonly due_if_rolled_to_next_working_day: string;
  readonly code: string;
}

/**
 * Answers lines of CSV `start,unit,n` with `start,unit,n,due,due_if_rolled_to_next_working_day,code`, line by line, whatever
 * their number. Days count from the day after `start`. A line that cannot be answered carries the code of its refusal.
 * @throws Error when the input is no CSV or lacks a column
 */
export async function answerBatch(calendar: WorkingCalendar, from: Readable, into: Writable): Promise<void> {
  const columns = ['start', 'unit', 'n', 'due', 'due_if_rolled_to_next_working_day', 'code'];
  await pipeline(
    from,
    parse({ bom: true, trim: true, skip_empty_lines: true, columns: checkedHeader }),
    async function* (lines: AsyncIterable<Asked>) {
      for await (const line of lines) yield answerOf(calendar, line);
    },
    stringify({ header: true, columns }),
    into,
    { end: false },
  );
}

function checkedHeader(header: string[]): string[] {
  const missing = ['start', 'unit', 'n'].filter((name) => !header.includes(name));
  if (missing.length > 0)
    throw new Error(`the first line must name the columns start,unit,n; missing: ${missing.join(', ')}`);
  return header;
}

function answerOf(calendar: WorkingCalendar, { start, unit, n }: Asked): Answered {
  const answer = { start, unit, n, due: '', due_if_rolled_to_next_working_day: '', code: '' };
  try {
    answer.due = dayOf(lastDayOf(calendar, dayNumberOf(start), termOf(unit, n), false));
    answer.due_if_rolled_to_next_working_day = dayOf(calendar.onOrAfter(dayNumberOf(answer.due)));
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    answer.code = fault.code;
  }
  return answer;
}

/** @throws Fault `calendar.unknownUnit`, `calendar.termOutOfRange` */
function termOf(unit: string, n: string): DayTerm {
  const known = termUnits.find((one) => one === unit);
  if (known === undefined || known === 'working_hour') throw calendarFault('unknownUnit');
  if (!/^\d+$/.test(n)) throw calendarFault('termOutOfRange');
  return { n: Number(n), unit: known };
}
