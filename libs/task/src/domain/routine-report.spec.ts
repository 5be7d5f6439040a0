import fc from 'fast-check';
import {
  isTooOften,
  lacksOrder,
  missingOfReport,
  nextReportDay,
  orderedReport,
  reportEveries,
} from './routine-report.js';

const plan = { reportEvery: 'week', reportWhy: '汛期', taskId: 'task', parentId: null, matterId: 'matter' } as const;

describe('routine reports', () => {
  it('fall due plain days or months after the last one, and never skip a short month', () => {
    expect(nextReportDay('week', '2026-12-28')).toBe('2027-01-04');
    expect(nextReportDay('half_month', '2026-02-20')).toBe('2026-03-07');
    expect(nextReportDay('month', '2027-01-31')).toBe('2027-02-28');
    expect(nextReportDay('month', '2028-01-31')).toBe('2028-02-29');
    expect(nextReportDay('quarter', '2026-11-30')).toBe('2027-02-28');
    expect(nextReportDay('half_year', '2026-08-31')).toBe('2027-02-28');
  });

  it('come later the less often they are wanted, from whatever day', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (at) => {
        const from = at.toISOString().slice(0, 10);
        const days = reportEveries.map((every) => nextReportDay(every, from));
        expect([from, ...days]).toEqual([...new Set([from, ...days])].sort());
      }),
    );
  });

  it('need an order more often than monthly, on the task, its parent or its matter, and one that says as often', () => {
    expect(reportEveries.filter(isTooOften)).toEqual(['week', 'half_month']);
    expect(lacksOrder(plan, new Map())).toBe(true);
    expect(lacksOrder({ ...plan, reportEvery: 'month' }, new Map())).toBe(false);
    expect(lacksOrder(plan, new Map([['matter', ['week']]]))).toBe(false);
    expect(lacksOrder(plan, new Map([['matter', ['half_month']]]))).toBe(true);
    expect(lacksOrder(plan, new Map([['other', ['week']]]))).toBe(true);
    expect(lacksOrder({ ...plan, reportEvery: 'half_month' }, new Map([['task', ['week']]]))).toBe(false);
    expect(orderedReport(plan, new Map())).toBe('week');
    expect(orderedReport(plan, new Map([['task', ['week']]]))).toBeNull();
  });

  it('are a rhythm and its reason, or neither', () => {
    expect(missingOfReport(plan)).toBeUndefined();
    expect(missingOfReport({ ...plan, reportWhy: ' ' })).toBe('reportWhy');
    expect(missingOfReport({ ...plan, reportEvery: null })).toBe('reportEvery');
    expect(missingOfReport({ ...plan, reportEvery: null, reportWhy: null })).toBeUndefined();
  });
});
