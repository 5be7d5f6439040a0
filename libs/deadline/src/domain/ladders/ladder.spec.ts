import { instantAt, numberOf, wallClockOf } from '@ducha/kernel';
import { officialCalendar } from '../calendars/official-calendar.js';
import { nextRung, rungInstant } from './ladder.js';
import { ladders } from './ladders.js';

const calendar = officialCalendar.guessing();
/** The last moment of a day. */
const endOf = (day: string): Date => instantAt(numberOf(day), 1_440 - 1 / 60_000);
const shown = (instant: Date): string => {
  const { day, minutes } = wallClockOf(instant);
  return `${new Date(day * 86_400_000).toISOString().slice(0, 10)} ${Math.floor(minutes / 60)}:${String(Math.round(minutes % 60)).padStart(2, '0')}`;
};
const rung = (offset: number, unit: 'working_day' | 'natural_day' = 'working_day') => ({
  ...{ offset, unit, action: 'remind' as const },
  audience: ['liaison' as const],
});

describe('rungs', () => {
  it.each([
    ['2026-03-13', 0, 'working_day', '2026-03-16 8:00'],
    ['2026-03-13', -1, 'working_day', '2026-03-12 8:00'],
    // over on a Sunday: a day before is the last working day before Friday
    ['2026-03-15', -1, 'working_day', '2026-03-12 8:00'],
    ['2026-03-15', -1, 'natural_day', '2026-03-13 8:00'],
    ['2026-03-13', 3, 'working_day', '2026-03-19 8:00'],
    // the spring festival of 2026 is off from 15 to 23 February, with 14 and 28 February worked
    ['2026-02-13', 0, 'working_day', '2026-02-14 8:00'],
    ['2026-02-14', 0, 'working_day', '2026-02-24 8:00'],
    ['2026-02-25', -3, 'working_day', '2026-02-13 8:00'],
    ['2026-02-14', 3, 'natural_day', '2026-02-27 8:00'],
  ] as const)('of what is over on %s, %i %s away: %s', (day, offset, unit, wanted) => {
    expect(shown(rungInstant(calendar, endOf(day), rung(offset, unit)))).toBe(wanted);
  });

  it('at the very instant where that lies in office hours, else at the next opening', () => {
    const over = (text: string): string => shown(rungInstant(calendar, new Date(text), rung(0)));
    expect(over('2026-03-12T15:20:00+08:00')).toBe('2026-03-12 15:20');
    expect(over('2026-03-12T13:00:00+08:00')).toBe('2026-03-12 14:30');
    expect(over('2026-03-12T06:00:00+08:00')).toBe('2026-03-12 8:00');
    expect(over('2026-03-12T19:00:00+08:00')).toBe('2026-03-13 8:00');
  });

  it('never speak at night or on a day off, whatever day of four years a clock is over', () => {
    const rungs = ladders.flatMap((ladder) => ladder.rungs);
    let tried = 0;
    for (let day = numberOf('2023-01-01'); day < numberOf('2026-12-31'); day += 1) {
      for (const one of rungs) {
        const at = wallClockOf(rungInstant(calendar, instantAt(day, 1_440 - 1 / 60_000), one));
        const inOffice = calendar.officeHours.some(({ from, to }) => at.minutes >= from && at.minutes <= to);
        if (!inOffice || !calendar.isWorking(at.day)) throw new Error(`${day} ${one.offset}: ${JSON.stringify(at)}`);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(10_000);
  });

  it('of each ladder come one after the other', () => {
    for (const { rungs } of ladders) {
      const instants = rungs.map((one) => rungInstant(calendar, endOf('2026-05-06'), one).getTime());
      expect(instants).toEqual([...instants].sort((a, b) => a - b));
    }
  });

  it('passed when a clock is armed are not caught up', () => {
    const rungs = [rung(-3), rung(-1), rung(0)];
    const after = new Date('2026-03-12T10:00:00+08:00');
    expect(nextRung(calendar, endOf('2026-03-13'), rungs, { from: 0, after }).rung).toBe(2);
    expect(nextRung(calendar, endOf('2026-03-10'), rungs, { from: 0, after })).toEqual({ rung: 3, at: null });
  });
});
