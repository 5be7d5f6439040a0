import { nextState, reachableStates, terminalStates } from '@ducha/kernel';
import fc from 'fast-check';
import { faultInTerms } from '../draw/terms.js';
import { checkLifecycle, checkStates, lookBackLifecycle } from './look-back-lifecycle.js';
import { type Claim, planSample, type SampleFacts } from './look-back-terms.js';
import { quotaOf, samplePercent } from './sample-plan.js';
import { wilson } from './wilson.js';

const bounds = { leastPercent: 5, mostPercent: 30 };

describe('the interval of what held', () => {
  it.each([
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is %d of %d: %d to %d, as published', (held, checked, low, high) => {
    const found = wilson(held, checked);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('knows nothing of who was never checked', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

describe('the next sample', () => {
  it('is larger where fewer held, and never leaves its bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(299), (checked, failed) => {
        const held = Math.max(0, checked - failed);
        const percent = samplePercent({ checked, held }, bounds);
        expect(percent).toBeGreaterThanOrEqual(5);
        expect(percent).toBeLessThanOrEqual(30);
        if (held > 0) expect(samplePercent({ checked, held: held - 1 }, bounds)).toBeGreaterThanOrEqual(percent);
      }),
    );
    const of = (checked: number, held: number): number => samplePercent({ checked, held }, bounds);
    expect([of(0, 0), of(10, 5), of(10, 10), of(50, 50)]).toEqual([30, 24.1, 11.9, 6.8]);
  });

  it('draws from every stratum at least one, and never more than there are', () => {
    expect([quotaOf(1, 5), quotaOf(20, 5), quotaOf(21, 5), quotaOf(3, 100), quotaOf(0, 30)]).toEqual([1, 1, 2, 3, 0]);
    // 30 % of 10 is 3, whatever binary fractions make of it
    expect(quotaOf(10, 30)).toBe(3);
  });
});

describe('the terms of a sample', () => {
  const claim = (n: number, change: Partial<Claim> = {}): Claim => ({
    taskId: `task-${n}`,
    round: 1,
    rowId: `督${n}`,
    kind: n % 2 ? 'instruction' : 'hotline',
    unitId: 'unit-0000001',
    unitName: '水利局',
    underCheck: false,
    ...change,
  });
  const facts: SampleFacts = {
    purpose: 'look_back',
    claims: [1, 2, 3, 4, 5, 6].map((n) => claim(n)),
    standings: new Map([['unit-0000001', { checked: 50, held: 50 }]]),
    bounds,
    checkerIds: ['gu', 'xia'],
    recusals: [],
  };

  it('have strata by unit and source, with the unit’s own percentage', () => {
    const other = { unitId: 'unit-0000002', unitName: '住建局' };
    const claims = [...facts.claims, ...Array.from({ length: 10 }, (_, i) => claim(100 + 2 * i, other))];
    const { terms, strata } = planSample({ ...facts, claims });
    expect(strata.map(({ stratum, size, quota }) => [stratum, size, quota])).toEqual([
      ['水利局 · instruction', 3, 1],
      ['水利局 · hotline', 3, 1],
      ['住建局 · hotline', 10, 3],
    ]);
    expect(faultInTerms(terms)).toBeNull();
  });

  it('take out what is under check, and what nobody free of recusal could check', () => {
    const claims = [claim(1, { underCheck: true }), claim(2), claim(3)];
    const recusals = [
      { inspector: 'gu', party: 'unit-0000001', reason: 'own_unit' },
      { inspector: 'xia', party: '督2', reason: 'verified' },
    ];
    const { terms, strata } = planSample({ ...facts, claims, recusals });
    expect(terms.excluded).toEqual([
      { id: '督1', reason: 'under_check' },
      { id: '督2', reason: 'nobody_free' },
    ]);
    expect(strata.map(({ size, quota }) => [size, quota])).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });

  it('tell units of one name apart', () => {
    const claims = [claim(1), claim(3, { unitId: 'unit-0000002' })];
    const names = planSample({ ...facts, claims }).strata.map(({ stratum }) => stratum);
    expect(names).toEqual(['水利局（000001） · instruction', '水利局（000002） · instruction']);
  });
});

describe('the lifecycles of a look-back', () => {
  it('reach every state; a drawn round cannot be cancelled, a settled check not be moved', () => {
    expect([...reachableStates(lookBackLifecycle)].sort()).toEqual(['cancelled', 'committed', 'drawn', 'finished']);
    expect(terminalStates(lookBackLifecycle)).toEqual(['finished', 'cancelled']);
    expect(nextState(lookBackLifecycle, 'drawn', 'cancel')).toBeUndefined();
    expect([...reachableStates(checkLifecycle)].sort()).toEqual([...checkStates].sort());
    expect(terminalStates(checkLifecycle)).toEqual(['effective', 'relapsed', 'replaced']);
  });
});
