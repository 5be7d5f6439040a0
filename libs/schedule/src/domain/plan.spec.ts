import { officialCalendar } from '@ducha/deadline';
import { dayOf, lastDayOf, numberOf } from '@ducha/kernel';
import fc from 'fast-check';
import { movedSteps } from './moved.js';
import { planOf } from './plan.js';
import type { Plan, PlanAsked, Step } from './step.js';
import { netOf } from './step-order.js';

const step = (key: string, days: number, after: string[] = [], more: Partial<Step> = {}): Step => ({
  ...{ key, title: key, days, unit: 'working_day', after, startsOn: null },
  ...more,
});
const reckon = (asked: PlanAsked, calendar = officialCalendar): Plan => {
  const net = netOf(asked.steps);
  if (!('order' in net)) throw new Error(net.name);
  return planOf(calendar, asked, net);
};
const placed = (plan: Plan, key: string) => plan.steps.find((one) => one.key === key);

describe('a plan from a fixed end', () => {
  // the national day of 2026: 1 to 7 October are off, 20 September and 10 October are worked
  const steps = [
    step('survey', 5),
    step('design', 10, ['survey']),
    step('money', 3, ['survey']),
    step('build', 5, ['design', 'money']),
    step('notice', 7, [], { unit: 'natural_day' }),
  ];
  const asked = { from: '2026-09-01', end: '2026-10-12', steps };

  it('has latest starts, earliest starts, slack and a critical chain', () => {
    const plan = reckon(asked);
    expect(placed(plan, 'build')).toMatchObject({ latestStart: '2026-09-30', latestFinish: '2026-10-12' });
    expect(placed(plan, 'notice')).toMatchObject({ latestStart: '2026-10-06', earliestStart: '2026-09-01', slack: 35 });
    expect(placed(plan, 'design')).toMatchObject({ earliestStart: '2026-09-08', critical: true });
    expect((placed(plan, 'money')?.slack ?? 0) - (placed(plan, 'design')?.slack ?? 0)).toBe(7);
    expect(plan.criticalChain).toEqual(['survey', 'design', 'build']);
    expect(plan.impossible).toEqual([]);
    expect(plan.provisional).toBe(false);
  });

  it('proves by a chain, and by how many days, that an end cannot be met', () => {
    const plan = reckon({ ...asked, from: '2026-09-24' });
    expect(plan.impossible).toEqual([
      {
        reason: 'endMissed',
        chain: ['survey', 'design', 'build'],
        ...{ reached: placed(plan, 'build')?.earliestFinish, wanted: '2026-10-12' },
        ...{ days: expect.any(Number), workingDays: expect.any(Number) },
      },
    ]);
    const [proof] = plan.impossible;
    // the proof holds by itself: 20 working days from its first day end when it says
    expect(dayOf(lastDayOf(officialCalendar, numberOf('2026-09-24'), { n: 20, unit: 'working_day' }, true))).toBe(
      proof?.reached,
    );
    expect(proof?.days).toBe(numberOf(proof?.reached ?? '') - numberOf('2026-10-12'));
    expect(placed(plan, 'survey')?.slack).toBe(-(proof?.workingDays ?? 0));
  });

  it('says what moving a step does, and that a day is out of reach', () => {
    const put = (startsOn: string): Plan =>
      reckon({ ...asked, steps: steps.map((one) => (one.key === 'design' ? { ...one, startsOn } : one)) });
    const earlier = movedSteps(reckon(asked), put('2026-09-10'));
    expect(earlier.map(({ key }) => key).sort()).toEqual(['build', 'design', 'survey']);
    expect(earlier.find(({ key }) => key === 'survey')?.after?.latestFinish).toBe('2026-09-09');
    expect(put('2026-09-03').impossible).toMatchObject([
      { reason: 'dayMissed', chain: ['survey', 'design'], reached: '2026-09-08', wanted: '2026-09-03', days: 5 },
    ]);
    expect(put('2026-09-30').impossible).toMatchObject([{ reason: 'endMissed', chain: ['design', 'build'] }]);
  });

  it('guesses a year that is not published, and says so', () =>
    expect(reckon({ ...asked, end: '2027-03-01' }).provisional).toBe(true));
});

describe('steps that wait for one another', () => {
  it('name the loop', () => {
    const loop = netOf([
      step('a', 1),
      step('b', 1, ['d', 'a']),
      step('c', 1, ['b']),
      step('d', 1, ['c']),
      step('e', 1, ['d']),
    ]);
    expect(loop).toMatchObject({ name: 'loop', loop: expect.arrayContaining(['b', 'c', 'd']) });
    expect('loop' in loop && loop.loop).toHaveLength(4);
    expect('loop' in loop && loop.loop[0]).toBe('loop' in loop && loop.loop[3]);
  });

  it('of itself is a loop too; other wrong steps are named by their place', () => {
    expect(netOf([step('a', 1, ['a'])])).toEqual({ name: 'loop', at: 0, loop: ['a', 'a'] });
    expect(netOf([step('a', 1), step('a', 1)])).toEqual({ name: 'repeatedKey', at: 1 });
    expect(netOf([step('a', 1, ['__proto__'])])).toEqual({ name: 'unknownStep', at: 0, place: 0 });
  });
});

/** Steps that wait only for ones before them in the list. */
const anySteps = fc
  .array(
    fc.record({
      days: fc.integer({ min: 1, max: 20 }),
      unit: fc.constantFrom('working_day' as const, 'natural_day' as const),
      waits: fc.array(fc.nat(), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((list) =>
    list.map(({ days, unit, waits }, at) =>
      step(`s${at}`, days, at === 0 ? [] : [...new Set(waits.map((wait) => `s${wait % at}`))], { unit }),
    ),
  );

describe('any plan', () => {
  it('meets its end from its latest starts, and misses it when one step begins a day later', () => {
    fc.assert(
      fc.property(anySteps, fc.integer({ min: 0, max: 500 }), (steps, shift) => {
        const end = dayOf(numberOf('2025-05-01') + shift);
        const plan = reckon({ from: '2024-01-01', end, steps });
        const finishOf = (one: Step, start: number) =>
          lastDayOf(officialCalendar, start, { n: one.days, unit: one.unit }, true);
        steps.forEach((one, at) => {
          const start = numberOf(plan.steps[at]?.latestStart ?? '');
          const room = Math.min(
            numberOf(end),
            ...steps.flatMap(({ after }, other) =>
              after.includes(one.key) ? [numberOf(plan.steps[other]?.latestStart ?? '') - 1] : [],
            ),
          );
          expect(finishOf(one, start)).toBeLessThanOrEqual(room);
          const later = one.unit === 'working_day' ? officialCalendar.nthAfter(start, 1) : start + 1;
          expect(finishOf(one, later)).toBeGreaterThan(room);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('of 1,000 steps asks the calendar a few times per step, not per pair', () => {
    let asked = 0;
    const counting = new Proxy(officialCalendar, {
      get: (calendar, name) => {
        const member: unknown = Reflect.get(calendar, name);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]): unknown => {
          asked += 1;
          return Reflect.apply(member, calendar, args);
        };
      },
    });
    const steps = Array.from({ length: 1_000 }, (_, at) =>
      step(`s${at}`, 1 + (at % 3), at < 40 ? [] : [`s${at - 40}`, `s${at - 1 - (at % 30)}`]),
    );
    reckon({ from: '2019-01-01', end: '2026-06-30', steps });
    const began = performance.now();
    const plan = reckon({ from: '2019-01-01', end: '2026-06-30', steps }, counting);
    process.stdout.write(
      `1,000 steps reckoned in ${(performance.now() - began).toFixed(1)} ms, calendar asked ${asked} times\n`,
    );
    expect(plan.steps).toHaveLength(1_000);
    expect(asked).toBeLessThan(10 * 1_000);
  });
});
