import { changedFields } from './correction.js';

const now = {
  title: '整治黑臭水体',
  demand: '',
  category: null,
  dueAt: new Date('2026-04-01T00:00:00Z'),
  leadUnitId: 'water',
  assistUnitIds: ['town'],
  leadLeaderId: null,
  targetValue: 10,
  reportEvery: null,
  reportWhy: null,
  importance: 'ordinary',
  targetUnit: '处',
};

describe('changedFields', () => {
  it('keeps only what really changes, before and after', () => {
    const wanted = {
      title: '整治全部黑臭水体',
      dueAt: new Date('2026-04-01T08:00:00+08:00'),
      targetValue: 12,
      assistUnitIds: ['town'],
    };
    expect(changedFields(now, wanted)).toEqual({
      before: { title: '整治黑臭水体', targetValue: 10 },
      after: { title: '整治全部黑臭水体', targetValue: 12 },
    });
  });

  it('sees that a field is emptied', () => {
    expect(changedFields(now, { dueAt: null })).toEqual({ before: { dueAt: now.dueAt }, after: { dueAt: null } });
  });

  it('finds nothing in an empty correction', () => {
    expect(changedFields(now, {})).toEqual({ before: {}, after: {} });
  });
});
