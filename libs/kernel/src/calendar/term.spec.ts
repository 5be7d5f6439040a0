import { type DayNumber, dayOf, instantAt, numberOf } from './day.js';
import {
  type CountingRules,
  type DayTerm,
  dayNumberOf,
  dueOf,
  lastDayOf,
  latestInstantOf,
  latestStartOf,
} from './term.js';
import { type NoticeYear, WorkingCalendar } from './working-calendar.js';

const week = [true, true, true, true, true, false, false];
const officeHours = [
  { from: 8 * 60, to: 12 * 60 },
  { from: 14 * 60 + 30, to: 18 * 60 },
];
/** Three years in which holidays, make-up days and a notice that speaks of the year before occur. */
const years: NoticeYear[] = [
  {
    year: 2018,
    off: ['2018-01-01', '2018-02-15', '2018-02-16', '2018-02-19', '2018-02-20', '2018-02-21'],
    working: ['2018-02-11', '2018-02-24'],
  },
  {
    year: 2019,
    off: ['2018-12-31', '2019-01-01', '2019-02-04', '2019-02-05', '2019-02-06', '2019-02-07', '2019-02-08'],
    working: ['2018-12-29', '2019-02-02', '2019-02-03'],
  },
  {
    year: 2020,
    off: ['2020-01-01', '2020-01-24', '2020-01-27', '2020-01-28', '2020-01-29'],
    working: ['2020-01-19', '2020-02-01'],
  },
];
const calendar = new WorkingCalendar({ week, years, officeHours });
const rules: CountingRules = { countsFirstDay: false, rolls: false, dayEndsAt: 1_440 };
const last = (start: string, n: number, unit: DayTerm['unit'], countsFirstDay = false): string =>
  dayOf(lastDayOf(calendar, numberOf(start), { n, unit }, countsFirstDay));
const wall = (text: string): Date => new Date(`${text}+08:00`);

describe('the last day of a term', () => {
  it.each<[string, number, DayTerm['unit'], string, string]>([
    ['2018-02-09', 1, 'working_day', '2018-02-11', 'a Sunday that is worked'],
    ['2018-02-14', 1, 'working_day', '2018-02-22', 'the festival is passed over'],
    ['2018-12-28', 1, 'working_day', '2018-12-29', 'set by the notice of the year after'],
    ['2018-12-29', 1, 'working_day', '2019-01-02', 'over the turn of the year'],
    ['2018-02-10', 3, 'natural_day', '2018-02-13', ''],
    ['2018-01-31', 1, 'month', '2018-02-28', 'clamped'],
    ['2020-01-31', 1, 'month', '2020-02-29', 'clamped in a leap year'],
    ['2018-11-30', 3, 'month', '2019-02-28', ''],
  ])('%s + %i %s is %s %s', (start, n, unit, wanted) => expect(last(start, n, unit)).toBe(wanted));

  it.each([
    ['2018-02-09', 1, 'working_day', '2018-02-09'],
    ['2018-02-10', 1, 'working_day', '2018-02-11'],
    ['2018-02-10', 3, 'natural_day', '2018-02-12'],
    ['2018-01-31', 1, 'month', '2018-02-27'],
  ] as const)('%s + %i %s is %s where the first day counts', (start, n, unit, wanted) =>
    expect(last(start, n, unit, true)).toBe(wanted),
  );

  it('never guesses a year that is not published, unless told to', () => {
    expect(() => last('2020-12-30', 5, 'working_day')).toThrow(
      expect.objectContaining({ code: 'calendar.yearNotPublished', facts: { year: 2021 } }),
    );
    expect(last('2020-12-30', 5, 'natural_day')).toBe('2021-01-04');
    const guess = lastDayOf(calendar.guessing(), numberOf('2020-12-30'), { n: 5, unit: 'working_day' }, false);
    expect(dayOf(guess)).toBe('2021-01-06');
  });

  it.each([0, -1, 1.5, 1e9, Number.NaN])('is refused for a term of %d', (n) =>
    expect(() => last('2018-02-10', n, 'working_day')).toThrow(
      expect.objectContaining({ code: 'calendar.termOutOfRange' }),
    ),
  );

  it.each(['2019-02-29', '2019-13-01', '275760-09-13', '1066-10-14', 'tomorrow', ''])(
    'no term starts on “%s”',
    (text) => expect(() => dayNumberOf(text)).toThrow(expect.objectContaining({ code: 'calendar.notADay' })),
  );
});

describe('the instant at which a term is over', () => {
  const due = (
    from: string,
    n: number,
    unit: 'working_day' | 'working_hour' | 'natural_day',
    how: Partial<CountingRules> = {},
  ): string =>
    new Date(dueOf(calendar, wall(from), { n, unit }, { ...rules, ...how }).at.getTime() + 8 * 3_600_000)
      .toISOString()
      .slice(0, 19);

  it('is the end of the day as the rules say, on the county’s clock', () => {
    expect(due('2018-03-01T00:30:00', 1, 'natural_day')).toBe('2018-03-02T23:59:59');
    expect(due('2018-03-01T23:30:00', 1, 'natural_day', { dayEndsAt: 18 * 60 })).toBe('2018-03-02T18:00:00');
  });

  it('rolls only where the rules say so, and tells', () => {
    const from = wall('2018-03-01T09:00:00');
    expect(dueOf(calendar, from, { n: 2, unit: 'natural_day' }, rules)).toMatchObject({
      day: '2018-03-03',
      countedDay: '2018-03-03',
    });
    expect(dueOf(calendar, from, { n: 2, unit: 'natural_day' }, { ...rules, rolls: true })).toMatchObject({
      day: '2018-03-05',
      countedDay: '2018-03-03',
    });
  });

  it.each([
    ['2018-03-01T09:00:00', 2, '2018-03-01T11:00:00', 'within the morning'],
    ['2018-03-01T11:00:00', 1, '2018-03-01T12:00:00', 'ends with the morning'],
    ['2018-03-01T11:00:00', 2, '2018-03-01T15:30:00', 'over lunch'],
    ['2018-03-01T13:00:00', 1, '2018-03-01T15:30:00', 'started at lunch'],
    ['2018-03-02T17:30:00', 1, '2018-03-05T08:30:00', 'over the week’s end'],
    ['2018-02-09T17:00:00', 4, '2018-02-11T11:00:00', 'into a Sunday that is worked'],
  ])('%s + %i working hours is %s (%s)', (from, n, wanted) => expect(due(from, n, 'working_hour')).toBe(wanted));
});

describe('forward and backward', () => {
  const days: DayNumber[] = [];
  for (let day = numberOf('2018-04-01'); day < numberOf('2020-06-01'); day += 1) days.push(day);
  const terms: DayTerm[] = [1, 2, 5, 10, 23].flatMap((n) => [
    { n, unit: 'working_day' },
    { n, unit: 'natural_day' },
    ...(n < 4 ? [{ n, unit: 'month' } as const] : []),
  ]);

  it.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])('agree (first day counts: %s, rolls: %s)', (countsFirstDay, rolls) => {
    const ends = (day: DayNumber, term: DayTerm): DayNumber => {
      const counted = lastDayOf(calendar, day, term, countsFirstDay);
      return rolls ? calendar.onOrAfter(counted) : counted;
    };
    const wrong: unknown[] = [];
    for (const term of terms) {
      for (const day of days) {
        const start = latestStartOf(calendar, day, term, { countsFirstDay, rolls });
        const again = latestStartOf(calendar, ends(day, term), term, { countsFirstDay, rolls });
        const latest = ends(start, term) <= day && ends(start + 1, term) > day;
        if (!latest || again < day || ends(again, term) !== ends(day, term)) wrong.push([dayOf(day), term]);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('agree in working hours to the minute', () => {
    const wrong: Date[] = [];
    for (let hour = 0; hour < 24 * 40; hour += 1) {
      const from = instantAt(numberOf('2019-01-20'), hour * 60 + 7);
      const due = dueOf(calendar, from, { n: 11, unit: 'working_hour' }, rules).at;
      const start = latestInstantOf(calendar, due, 11);
      const again = dueOf(calendar, start, { n: 11, unit: 'working_hour' }, rules).at;
      if (start < from || again.getTime() !== due.getTime()) wrong.push(from);
    }
    expect(wrong).toEqual([]);
  });
});
