import { instantAt, numberOf, wallClockOf } from '@ducha/kernel';
import { officialCalendar } from '../calendars/official-calendar.js';
import { datedRungs, type Ending, nextRung, type RungUnit, rungInstant } from './ladder.js';
import { shippedLadders } from './ladders.js';

const calendar = officialCalendar.guessing();
/** The last moment of a day. */
const endOf = (day: string): Date => instantAt(numberOf(day), 1_440 - 1 / 60_000);
const shown = (instant: Date): string => {
  const { day, minutes } = wallClockOf(instant);
  return `${new Date(day * 86_400_000).toISOString().slice(0, 10)} ${Math.floor(minutes / 60)}:${String(Math.round(minutes % 60)).padStart(2, '0')}`;
};
const ending = (dueAt: Date, termUnit: Ending['termUnit'] = null): Ending => ({ dueAt, termUnit });
const rung = (offset: number, unit: RungUnit = 'working_day', id = 0) => ({
  ...{ id, offset, unit, action: 'remind' as const, level: null, channels: null, template: 'deadline' },
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
    expect(shown(rungInstant(calendar, ending(endOf(day)), rung(offset, unit)))).toBe(wanted);
  });

  it('at the very instant where that lies in office hours, else at the next opening', () => {
    const over = (text: string): string => shown(rungInstant(calendar, ending(new Date(text)), rung(0)));
    expect(over('2026-03-12T15:20:00+08:00')).toBe('2026-03-12 15:20');
    expect(over('2026-03-12T13:00:00+08:00')).toBe('2026-03-12 14:30');
    expect(over('2026-03-12T06:00:00+08:00')).toBe('2026-03-12 8:00');
    expect(over('2026-03-12T19:00:00+08:00')).toBe('2026-03-13 8:00');
  });

  it('never speak at night or on a day off, whatever day of four years a clock is over', () => {
    const units = ['clock', 'working_hour', 'natural_day'] as const;
    const rungs = [
      ...shippedLadders.flatMap((ladder) => ladder.rungs),
      ...units.flatMap((unit) => [rung(-5, unit), rung(5, unit)]),
    ];
    let tried = 0;
    for (let day = numberOf('2023-01-01'); day < numberOf('2026-12-31'); day += 1) {
      for (const one of rungs) {
        const at = wallClockOf(rungInstant(calendar, ending(instantAt(day, 1_440 - 1 / 60_000), 'month'), one));
        const inOffice = calendar.officeHours.some(({ from, to }) => at.minutes >= from && at.minutes <= to);
        if (!inOffice || !calendar.isWorking(at.day)) throw new Error(`${day} ${one.offset}: ${JSON.stringify(at)}`);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(10_000);
  });

  it('of each ladder come one after the other', () => {
    for (const { rungs } of shippedLadders) {
      const instants = rungs.map((one) => rungInstant(calendar, ending(endOf('2026-05-06')), one).getTime());
      expect(instants).toEqual([...instants].sort((a, b) => a - b));
    }
  });

  it.each([
    ['2026-03-13', -2, 'working_hour', '2026-03-13 16:00'],
    ['2026-03-13', 3, 'working_hour', '2026-03-16 11:00'],
    ['2026-03-31', -1, 'clock', '2026-02-28 8:00'],
    ['2026-03-31', 1, 'clock', '2026-05-06 8:00'],
  ] as const)('of what is over on %s, %i %s away, of a clock that counts months: %s', (day, offset, unit, wanted) => {
    expect(shown(rungInstant(calendar, ending(endOf(day), 'month'), rung(offset, unit)))).toBe(wanted);
  });

  it('passed when a clock is armed are not caught up, and what has fired is left out', () => {
    const rungs = [rung(-3, 'working_day', 7), rung(-1, 'working_day', 4), rung(0, 'working_day', 9)];
    const after = new Date('2026-03-12T10:00:00+08:00');
    const of = (day: string, fired: number[] = []): unknown =>
      nextRung(datedRungs(calendar, ending(endOf(day)), rungs), after, fired).rung;
    expect([of('2026-03-13'), of('2026-03-10'), of('2026-03-18'), of('2026-03-18', [7, 4])]).toEqual([9, -1, 7, 9]);
  });
});
