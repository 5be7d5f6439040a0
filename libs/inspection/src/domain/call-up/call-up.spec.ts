import { noNotes, signaturePattern, withPhone } from './call-up.js';

const over = { at: '2026-11-23T23:00:00.000Z', byPersonId: 'p', signature: 'M1 2L3 4L5 6L7 8' };

describe('telephones in custody', () => {
  it('are handed in before they are given back, each once', () => {
    expect(withPhone(noNotes, 'return', over, '')).toBeUndefined();
    const held = withPhone(noNotes, 'hand_in', over, '黑色手机一部');
    expect(held?.phone).toEqual({ description: '黑色手机一部', handedIn: over, returned: null });
    if (!held) throw new Error('not held');
    expect(withPhone(held, 'hand_in', over, '另一部')).toBeUndefined();
    const back = withPhone(held, 'return', over, '');
    expect(back?.phone?.returned).toEqual(over);
    if (!back) throw new Error('not back');
    expect(withPhone(back, 'return', over, '')).toBeUndefined();
    expect(withPhone(back, 'hand_in', over, '再次')?.phone?.description).toBe('再次');
  });

  it('are signed for by lines and nothing that a browser could run', () => {
    expect(signaturePattern.test(over.signature)).toBe(true);
    for (const wrong of ['', 'M1 2', 'M1 2L3 4"/><script>', 'L1 2L3 4L5 6L7 8', `M${'1 '.repeat(10_001)}`])
      expect([wrong.slice(0, 30), signaturePattern.test(wrong)]).toEqual([wrong.slice(0, 30), false]);
  });
});
