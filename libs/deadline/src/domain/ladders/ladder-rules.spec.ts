import { ladderFor, rivalOf } from './ladder-choice.js';
import { faultsOfLadder } from './ladder-rules.js';
import type { Ladder, Rung } from './ladder.js';
import { shippedLadders } from './ladders.js';
import { faultsOfLevels, usualSlipLevels } from './slip-level.js';
import { type FormerSlip, slipStep } from './slip-step.js';

const words = { levels: [1, 2, 3], templates: ['deadline', 'slip'], channels: ['mail'] };
const rung = (id: number, offset: number, more: Partial<Rung> = {}): Rung => ({
  ...{ id, offset, unit: 'working_day', action: 'remind', level: null, audience: ['unit_head'], channels: null },
  ...{ template: 'deadline', ...more },
});
const slip = (id: number, offset: number, level: number): Rung => rung(id, offset, { action: 'slip', level });
const ladder = (rungs: Rung[], more: Partial<Ladder> = {}): Ladder => ({
  ...{ code: 'own', title: 'Own', titleZh: '本县', clock: 'answer', kinds: [], importance: null, rungs, ...more },
});
const faults = (one: Ladder): string[] =>
  faultsOfLadder(one, words).map(({ path, constraint }) => `${path} ${constraint}`);

describe('a ladder', () => {
  it('of the product, and one of three slips, can stand', () => {
    expect(shippedLadders.flatMap(faults)).toEqual([]);
    expect(faults(ladder([slip(0, 0, 1), slip(1, 3, 2), slip(2, 6, 3)]))).toEqual([]);
  });

  it.each([
    ['without rungs', ladder([]), ['rungs notEmpty']],
    ['an empty rung', ladder([rung(0, 0, { audience: [] })]), ['rungs[0].audience notEmpty']],
    ['two of one kind at one instant', ladder([rung(0, 1), rung(1, 1)]), ['rungs[1].offset twice']],
    [
      'two at the end, in whatever unit',
      ladder([rung(0, 0), rung(1, 0, { unit: 'clock' })]),
      ['rungs[1].offset twice'],
    ],
    ['one id twice', ladder([rung(0, 0), rung(0, 1)]), ['rungs[1].id once']],
    ['a loop', ladder([slip(0, 0, 1), slip(1, 3, 2), slip(2, 6, 1)]), ['rungs[2].level loop']],
    ['a red without orange', ladder([slip(0, 0, 1), slip(1, 3, 3)]), ['rungs[1].level formerSlip']],
    ['a red at once for ordinary matters', ladder([slip(0, 0, 3)]), ['rungs[0].level formerSlip']],
    ['an unknown wording', ladder([rung(0, 0, { template: 'poem' })]), ['rungs[0].template known']],
    // boundary: what a body may hold
    ['an unknown post', ladder([rung(0, 0, { audience: ['emperor'] as never })]), ['rungs[0].audience[0] known']],
    ['an unknown channel', ladder([rung(0, 0, { channels: ['pigeon'] })]), ['rungs[0].channels[0] known']],
    ['a slip the county has not', ladder([slip(0, 0, 4)]), ['rungs[0].level known']],
    ['a slip without its level', ladder([rung(0, 0, { action: 'slip' })]), ['rungs[0].level known']],
    ['a level of words', ladder([rung(0, 0, { level: 1 })]), ['rungs[0].level belongs']],
    ['a slip to the supervisors', ladder([slip(0, 0, 1)], { clock: 'supervisor' }), ['rungs[0].action unitTime']],
    ['too far away', ladder([rung(0, 9_999)]), ['rungs[0].offset max']],
    ['an unknown kind', ladder([rung(0, 0)], { kinds: ['poem'] }), ['kinds[0] known']],
  ])('with %s is refused at its field', (_what, one, wanted) => expect(faults(one)).toEqual(wanted));

  it('may start higher where the matter weighs more, and then climbs level by level', () => {
    expect(faults(ladder([slip(0, 0, 2), slip(1, 2, 3)], { importance: 'important' }))).toEqual([]);
    expect(faults(ladder([slip(0, 0, 3), slip(1, 2, 2)], { importance: 'important' }))).toEqual([
      'rungs[1].level loop',
    ]);
  });

  it('is chosen most narrowly: kind before degree, degree before none', () => {
    const all = [
      ladder([rung(0, 0)], { code: 'all' }),
      ladder([rung(0, 0)], { code: 'important', importance: 'important' }),
      ladder([rung(0, 0)], { code: 'petition', kinds: ['petition'] }),
    ];
    const of = (sourceKind: string, importance: 'ordinary' | 'important'): string | undefined =>
      ladderFor(all, { ladder: 'answer', sourceKind, importance })?.code;
    expect([of('hotline', 'ordinary'), of('hotline', 'important'), of('petition', 'important')]).toEqual([
      'all',
      'important',
      'petition',
    ]);
    expect(ladderFor(all, { ladder: 'sign', sourceKind: 'petition', importance: 'ordinary' })).toBeUndefined();
    expect(rivalOf(ladder([], { kinds: ['petition', 'hotline'] }), all)?.code).toBe('petition');
    expect(rivalOf(ladder([], { kinds: ['hotline'] }), all)).toBeUndefined();
  });
});

describe('the next slip', () => {
  const now = new Date('2026-03-20T08:00:00Z');
  const former = (level: number, state: FormerSlip['state'], due = '2026-03-19T08:00:00Z'): FormerSlip => ({
    ...{ level, state, replyDueAt: new Date(due) },
  });
  const step = (slips: FormerSlip[], come = 3): unknown => slipStep([1, 2, 3], slips, come, now);

  it('needs the former to have passed without an accepted reason', () => {
    expect(step([])).toEqual({ kind: 'serve', level: 1 });
    expect(step([former(1, 'stands')])).toEqual({ kind: 'serve', level: 2 });
    expect(step([former(1, 'served')])).toEqual({ kind: 'serve', level: 2 });
    expect(step([former(1, 'withdrawn')])).toEqual({ kind: 'none' });
    expect(step([former(1, 'stands'), former(2, 'withdrawn')])).toEqual({ kind: 'none' });
  });

  it('waits while the former may still be answered or its reason is judged', () => {
    const later = '2026-03-23T08:00:00Z';
    expect(step([former(1, 'served', later)])).toEqual({ kind: 'wait', until: new Date(later) });
    expect(step([former(1, 'replied')])).toEqual({ kind: 'wait', until: null });
  });

  it('is none when its own time has not come or all were served', () => {
    expect(step([former(1, 'stands')], 1)).toEqual({ kind: 'none' });
    expect(step([former(1, 'stands'), former(2, 'stands'), former(3, 'stands')])).toEqual({ kind: 'none' });
    expect(slipStep([2, 3], [], 2, now)).toEqual({ kind: 'serve', level: 2 });
  });
});

describe('colours of slips', () => {
  it('can be read and stand in order', () => {
    expect(faultsOfLevels(usualSlipLevels)).toEqual([]);
    const [blue] = usualSlipLevels;
    const wrong = blue ? [{ ...blue, level: 2, colour: '#ffff00' }, blue] : [];
    expect(faultsOfLevels(wrong).map(({ path, constraint }) => `${path} ${constraint}`)).toEqual([
      'levels[0].level inOrder',
      'levels[0].colour contrast',
      'levels[1].level inOrder',
      'levels[1].nameZh once',
    ]);
  });
});
