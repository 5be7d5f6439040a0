import fc from 'fast-check';
import { dayOf, numberOf } from '@ducha/kernel';
import { mergedPeriod } from './merged-period.js';

const period = (fromOn: string, toOn: string) => ({ fromOn, toOn });

describe('the period of two inspections that become one', () => {
  it('is from the first day of either to the last of either', () => {
    expect(mergedPeriod(period('2026-03-03', '2026-03-05'), period('2026-03-04', '2026-03-10'))).toEqual(
      period('2026-03-03', '2026-03-10'),
    );
    // Monday and Friday of one week: they meet without a day in common
    expect(mergedPeriod(period('2026-03-06', '2026-03-06'), period('2026-03-02', '2026-03-02'))).toEqual(
      period('2026-03-02', '2026-03-06'),
    );
  });

  it('is none where they meet in no week', () => {
    // Sunday and the Monday after it
    expect(mergedPeriod(period('2026-03-08', '2026-03-08'), period('2026-03-09', '2026-03-09'))).toBeNull();
  });

  it('holds both whichever is merged into which', () => {
    const first = numberOf('2026-01-01');
    const spans = fc.tuple(fc.nat(400), fc.nat(20)).map(([at, n]) => period(dayOf(first + at), dayOf(first + at + n)));
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const merged = mergedPeriod(a, b);
        expect(mergedPeriod(b, a)).toEqual(merged);
        if (merged === null) return;
        for (const one of [a, b]) expect(merged.fromOn <= one.fromOn && merged.toOn >= one.toOn).toBe(true);
      }),
    );
  });
});
