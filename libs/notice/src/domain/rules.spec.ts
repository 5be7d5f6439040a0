import { WorkingCalendar } from '@ducha/kernel';
import { minutesUntilOpen, minutesUntilOpenTomorrow, usualHours } from './hours.js';
import { verdictOfStatus, waitAfter } from './retry.js';

const calendar = new WorkingCalendar({
  week: [true, true, true, true, true, false, false],
  years: [{ year: 2026, off: ['2026-10-01', '2026-10-02'], working: ['2026-10-10'] }],
  officeHours: [],
});
const until = (day: string, hour: number, hours = usualHours): number =>
  minutesUntilOpen(hours, calendar, { day, minute: hour * 60 }) / 60;

describe('quiet hours', () => {
  it.each([
    ['2026-11-23', 9, 0, 'a working morning'],
    ['2026-11-23', 20.5, 0, 'a working evening'],
    ['2026-11-23', 21, 11, 'at night until the morning'],
    ['2026-11-23', 3, 5, 'before the day begins'],
    ['2026-11-20', 22, 58, 'Friday night until Monday'],
    ['2026-11-21', 12, 44, 'Saturday noon'],
    ['2026-10-10', 9, 0, 'a Saturday that is worked'],
    ['2026-09-30', 22, 106, 'over a festival'],
    ['2027-03-06', 12, 44, 'a year without a notice goes by the week'],
  ])('%s %i h: open in %i h (%s)', (day, hour, wanted) => expect(until(day, hour)).toBe(wanted));

  it('leave days off open where the county says so', () =>
    expect(until('2026-11-21', 12, { ...usualHours, daysOffQuiet: false })).toBe(0));

  it('send what is over the cap to the next open day', () =>
    expect(minutesUntilOpenTomorrow(usualHours, calendar, { day: '2026-11-20', minute: 600 }) / 60).toBe(70));
});

describe('what an answer means', () => {
  it.each([
    [200, 'take'],
    [204, 'take'],
    [301, 'park'],
    [400, 'park'],
    [401, 'park'],
    [408, 'fail'],
    [429, 'fail'],
    [500, 'fail'],
    [503, 'fail'],
  ])('%i: %s', (status, verdict) => expect(verdictOfStatus(status)).toBe(verdict));

  it('five repetitions, ever slower, then it is parked', () =>
    expect([1, 2, 3, 4, 5, 6].map(waitAfter)).toEqual([1, 5, 15, 60, 240, undefined]));
});
