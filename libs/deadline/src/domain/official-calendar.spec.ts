import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { dayOf, type DayTerm, Fault, lastDayOf, numberOf } from '@ducha/kernel';
import { parse } from 'csv-parse/sync';
import { answerBatch } from '../batch/deadline-batch.js';
import { notices, officialCalendar } from './calendars/official-calendar.js';

const shared = new URL('../../../../../shared/data/', `file://${__filename}`);
const given = existsSync(shared) ? describe : describe.skip;

/** Answers CSV and reads the answer. */
async function batch(lines: readonly string[]): Promise<Record<string, string>[]> {
  const pieces: string[] = [];
  const into = new Writable({ write: (piece: Buffer, _, done) => (pieces.push(piece.toString()), done()) });
  await answerBatch(officialCalendar, Readable.from(lines.map((line) => `${line}\n`)), into);
  return parse(pieces.join(''), { columns: true });
}

/** The last day, or the code of the refusal. */
function lastOf(start: string, term: DayTerm): string {
  try {
    return dayOf(lastDayOf(officialCalendar, numberOf(start), term, false));
  } catch (fault) {
    return fault instanceof Fault ? fault.code : String(fault);
  }
}

/** Another way to count: day by day, over sets, with the machine's own dates. */
class Oracle {
  private readonly off = new Set<string>();
  private readonly working = new Set<string>();
  constructor() {
    for (const { days } of notices)
      for (const { day, working } of days) {
        (working ? this.working : this.off).add(day);
        (working ? this.off : this.working).delete(day);
      }
  }
  works(date: Date): boolean {
    const text = date.toISOString().slice(0, 10);
    return this.working.has(text) || (![0, 6].includes(date.getUTCDay()) && !this.off.has(text));
  }
  after(start: string, n: number): string {
    const date = new Date(`${start}T12:00:00Z`);
    for (let left = n; left > 0;) {
      date.setUTCDate(date.getUTCDate() + 1);
      if (this.works(date)) left -= 1;
    }
    return date.toISOString().slice(0, 10);
  }
  monthsAfter(start: string, n: number): string {
    const [year = 0, month = 0, day = 0] = start.split('-').map(Number);
    const last = new Date(Date.UTC(year, month - 1 + n + 1, 0)).getUTCDate();
    return new Date(Date.UTC(year, month - 1 + n, Math.min(day, last))).toISOString().slice(0, 10);
  }
}

describe('the official calendar', () => {
  it('agrees with an oracle that counts day by day, on every day from 2015 to 2026', () => {
    const oracle = new Oracle();
    const wrong: string[] = [];
    const compare = (start: string, term: DayTerm, wanted: string): void => {
      const found = lastOf(start, term);
      if (found !== wanted) wrong.push(`${start} + ${term.n} ${term.unit}: ${found}, not ${wanted}`);
    };
    let days = 0;
    for (let day = numberOf('2015-01-01'); day <= numberOf('2026-12-31'); day += 1) {
      const start = dayOf(day);
      days += 1;
      for (const n of [1, 5, 10, 20]) {
        const wanted = oracle.after(start, n);
        compare(start, { n, unit: 'working_day' }, wanted > '2026-12-31' ? 'calendar.yearNotPublished' : wanted);
      }
      for (const n of [1, 3, 6]) compare(start, { n, unit: 'month' }, oracle.monthsAfter(start, n));
    }
    expect(days).toBe(4_383);
    expect(wrong).toEqual([]);
  });

  it('is not the week alone (control)', () => {
    const week = lastDayOf(officialCalendar.guessing(), numberOf('2027-01-29'), { n: 5, unit: 'working_day' }, false);
    expect(dayOf(week)).toBe('2027-02-05');
    const known = lastDayOf(officialCalendar, numberOf('2026-02-13'), { n: 5, unit: 'working_day' }, false);
    expect(dayOf(known)).toBe('2026-02-27');
  });
});

describe('lines of a batch', () => {
  it('are answered one by one, each refusal by its code', async () => {
    const answers = await batch([
      'start,unit,n',
      '2026-02-13,working_day,5',
      '2026-01-31,month,1',
      '2026-12-30,working_day,5',
      '2026-12-30,natural_day,5',
      '2026-02-30,natural_day,1',
      '2026-02-13,fortnight,1',
      '2026-02-13,working_day,0',
      '2026-02-13,working_day,1000000000',
      '275760-09-13,month,1',
    ]);
    expect(answers.map((line) => Object.values(line).slice(3))).toEqual([
      ['2026-02-27', '2026-02-27', ''],
      ['2026-02-28', '2026-02-28', ''],
      ['', '', 'calendar.yearNotPublished'],
      ['2027-01-04', '', 'calendar.yearNotPublished'],
      ['', '', 'calendar.notADay'],
      ['', '', 'calendar.unknownUnit'],
      ['', '', 'calendar.termOutOfRange'],
      ['', '', 'calendar.termOutOfRange'],
      ['', '', 'calendar.notADay'],
    ]);
  });

  it('need the three columns', async () => {
    await expect(batch(['start,n', '2026-02-13,1'])).rejects.toThrow('missing: unit');
  });
});

given('data of ../shared', () => {
  it('all vectors match', async () => {
    const text = readFileSync(new URL('expected/deadline_vectors_share.csv', shared), 'utf8');
    const wanted = parse<Record<string, string>>(text, { columns: true, bom: true });
    const lines = wanted.map(({ start, unit, n }) => `${start},${unit},${n}`);
    const answers = await batch(['start,unit,n', ...lines]);
    expect(wanted).toHaveLength(312);
    expect(answers).toEqual(wanted.map((line) => ({ ...line, code: '' })));
  });

  it('the notices say what they say there', () => {
    for (const file of readdirSync(new URL('holidays/', shared)).filter((name) => /^\d{4}\.json$/.test(name))) {
      const { year, papers, days } = JSON.parse(readFileSync(new URL(`holidays/${file}`, shared), 'utf8')) as {
        year: number;
        papers: string[];
        days: { name: string; date: string; isOffDay: boolean }[];
      };
      const notice = notices.find((one) => one.year === year);
      if (days.length === 0) {
        expect(notice).toBeUndefined();
        continue;
      }
      const sorted = days.map(({ name, date, isOffDay }) => ({ day: date, name, working: !isOffDay }));
      const byDay = (a: { day: string }, b: { day: string }): number => a.day.localeCompare(b.day);
      expect(notice?.addresses).toEqual(papers);
      expect([...(notice?.days ?? [])].sort(byDay)).toEqual(sorted.sort(byDay));
    }
  });

  it('working days between receipt and reply are those counted there', () => {
    const text = readFileSync(new URL('expected/tipdm_fj4_sample_vectors.csv', shared), 'utf8');
    const rows = parse<Record<string, string>>(text, { columns: true, bom: true });
    const dayIn = (value = ''): number => numberOf(value.slice(0, 10));
    const within = { 5: 0, 7: 0, 10: 0, 15: 0 };
    for (const { received, replied, due15wd, wdays } of rows) {
      const count = officialCalendar.countBetween(dayIn(received), dayIn(replied));
      expect(count).toBe(Number(wdays));
      expect(dayOf(officialCalendar.nthAfter(dayIn(received), 15))).toBe(due15wd);
      for (const n of [5, 7, 10, 15] as const) if (count <= n) within[n] += 1;
    }
    expect(rows).toHaveLength(120);
    expect(within).toEqual({ 5: 45, 7: 63, 10: 83, 15: 95 });
  });
});
