import type { ClockView } from '../api/types';
import { daysAfter, daysIn, spanAround, stepped, weekdayOf } from './county-days';
import { verdictOf } from './clock-words';
import { datesOf, drawnClock } from './drawn-clock';
import { daysUsed } from './time-used';

const at = (day: number): string => `2026-03-${String(day).padStart(2, '0')}T00:00:00.000Z`;
const aClock = (of: Partial<ClockView>): ClockView => ({
  id: 'c',
  kind: 'answer',
  taskId: 't',
  taskTitle: '修桥',
  conclusion: null,
  matter: null,
  assignmentId: 'a',
  unit: { id: 'u', shortName: '水利局' },
  holder: 'unit',
  basis: null,
  startedAt: at(1),
  originalDueAt: at(11),
  dueAt: at(11),
  legalDueAt: null,
  provisional: false,
  state: 'running',
  suspendedAt: null,
  heldAt: null,
  endedAt: null,
  breached: false,
  changes: [],
  ...of,
});

describe('a clock as a bar', () => {
  it('reaches from the start to the last date, with a mark for each date that differs', () => {
    const clock = aClock({ dueAt: at(16), legalDueAt: at(21) });
    expect(drawnClock(clock, at(6))).toEqual({
      used: 25,
      lateFrom: null,
      marks: [
        { kind: 'due', at: 75 },
        { kind: 'original', at: 50 },
        { kind: 'legal', at: 100 },
      ],
    });
    expect(datesOf(aClock({ legalDueAt: at(11) }))).toEqual([{ kind: 'due', at: at(11) }]);
  });

  it('runs beyond its date when it is late, and stops where it was stopped', () => {
    const late = drawnClock(aClock({ breached: true, state: 'met', endedAt: at(21) }), at(28));
    expect([late.used, late.lateFrom]).toEqual([100, 50]);
    expect(drawnClock(aClock({ state: 'suspended', suspendedAt: at(3) }), at(10)).used).toBe(20);
  });

  it('is in time, late, overdue or none of them', () => {
    const cases = [
      ['running', false],
      ['running', true],
      ['suspended', false],
      ['suspended', true],
      ['met', false],
      ['met', true],
      ['cancelled', false],
    ] as const;
    expect(cases.map(([state, breached]) => verdictOf({ state, breached }))).toEqual([
      'running',
      'overdue',
      'suspended',
      'overdue',
      'in_time',
      'late',
      'cancelled',
    ]);
  });
});

describe('days used by each holder', () => {
  it('counts clocks side by side once, and leaves suspensions out', () => {
    const clocks = [
      aClock({ kind: 'sign', endedAt: at(3) }),
      aClock({ endedAt: at(11) }),
      aClock({ kind: 'redo', startedAt: at(16), endedAt: at(18) }),
      aClock({ kind: 'verify', holder: 'bureau', startedAt: at(11), endedAt: at(16) }),
      aClock({ kind: 'close', holder: 'bureau', startedAt: at(18) }),
    ];
    const pauses = [{ suspendedAt: at(5), resumedAt: at(8) }];
    expect(daysUsed(clocks, pauses, `2026-03-18T12:00:00.000Z`)).toEqual([
      { holder: 'unit', days: 9 },
      { holder: 'bureau', days: 5.5 },
    ]);
  });
});

describe('days of the county', () => {
  it('knows weeks and months, also at the end of a year', () => {
    expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-22')]).toEqual([0, 6]);
    expect(spanAround('week', '2027-01-01')).toEqual({ from: '2026-12-28', to: '2027-01-04' });
    expect(spanAround('month', '2026-11-22')).toEqual({ from: '2026-10-26', to: '2026-12-07' });
    expect([stepped('month', '2026-12-31', 1), stepped('month', '2026-01-31', -1)]).toEqual([
      '2027-01-01',
      '2025-12-01',
    ]);
    expect(stepped('week', daysAfter('2026-02-28', 1), -1)).toBe('2026-02-22');
    expect(daysIn({ from: '2026-02-27', to: '2026-03-02' })).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  });
});
