import type { ScheduleStep } from '../api/types';
import { freeKey, moved, planBody, stretched, withoutStep, withStep } from './draft';

const step = (key: string, after: string[] = [], more: Partial<ScheduleStep> = {}): ScheduleStep => ({
  ...{ key, title: key, days: 3, unit: 'working_day', after, startsOn: null, leadUnitId: null },
  ...more,
});
const draft = { endDay: '2026-12-31', steps: [step('s1'), step('s2', ['s1']), step('s3', ['s2'])] };

describe('a plan on the screen', () => {
  it('takes steps in and changes them in their place', () => {
    expect(freeKey({ ...draft, steps: [step('s2')] })).toBe('s3');
    expect(withStep(draft, step('s4')).steps.map(({ key }) => key)).toEqual(['s1', 's2', 's3', 's4']);
    expect(withStep(draft, step('s2', [], { days: 9 })).steps[1]).toMatchObject({ key: 's2', days: 9 });
  });

  it('closes the gap where a step is taken out', () => {
    expect(withoutStep(draft, step('s2', ['s1'])).steps).toMatchObject([{ key: 's1' }, { key: 's3', after: ['s1'] }]);
  });

  it('moves a step from where it lies, and keeps it at least a day long', () => {
    const placed = { latestStart: '2026-12-30' };
    // boundary: the other days of the place are not read
    const at = placed as Parameters<typeof moved>[1];
    expect(moved(step('s1'), at, 3).startsOn).toBe('2027-01-02');
    expect(moved(step('s1', [], { startsOn: '2026-12-01' }), at, -1).startsOn).toBe('2026-11-30');
    expect(stretched(step('s1'), -5).days).toBe(1);
  });

  it('asks the server for what was set only', () => {
    expect(planBody({ endDay: '2026-12-31', steps: [step('s1', [], { startsOn: '2026-12-01' })] }).steps).toEqual([
      { key: 's1', title: 's1', days: 3, unit: 'working_day', after: [], startsOn: '2026-12-01' },
    ]);
  });
});
