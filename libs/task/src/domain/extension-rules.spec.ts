import { type ExtensionRoom, refusalOfDate, refusalToAsk } from './extension-rules.js';

const day = (n: number): Date => new Date(Date.UTC(2026, 2, n));
const room = (differs: Partial<ExtensionRoom> = {}): ExtensionRoom => ({
  dueAt: day(13),
  granted: 0,
  most: 1,
  until: day(31),
  now: day(10),
  ...differs,
});

describe('more time', () => {
  it('is asked for before expiry, not at it', () => {
    expect([refusalToAsk(room()), refusalToAsk(room({ now: day(13) })), refusalToAsk(room({ now: day(14) }))]).toEqual([
      undefined,
      'extensionTooLate',
      'extensionTooLate',
    ]);
  });

  it('is given no more often and no longer than the law has it', () => {
    expect(refusalToAsk(room({ granted: 1 }))).toBe('extensionUsedUp');
    expect(refusalToAsk(room({ until: day(13) }))).toBe('extensionUsedUp');
    expect(refusalToAsk(room({ granted: 7, most: null, until: null }))).toBeUndefined();
  });

  it('ends later than before, ahead of us, and within the law’s longest', () => {
    const said = [12, 13, 14, 31, 32].map((n) => refusalOfDate(room(), day(n)));
    expect(said).toEqual(['extensionNotLater', 'extensionNotLater', undefined, undefined, 'extensionTooLong']);
    expect(refusalOfDate(room({ now: day(20) }), day(19))).toBe('extensionNotLater');
    expect(refusalOfDate(room({ until: null }), day(400))).toBeUndefined();
  });
});
