import { nextState, reachableStates, terminalStates } from '@ducha/kernel';
import { mayHold, needLifecycle, needStates } from './need-lifecycle.js';

describe('upward need', () => {
  it('reaches every state and ends declined or solved', () => {
    expect([...reachableStates(needLifecycle)].sort()).toEqual([...needStates].sort());
    expect(terminalStates(needLifecycle)).toEqual(['declined', 'solved']);
  });

  it('may be solved by who asked until it is over, and is registered once', () => {
    expect(nextState(needLifecycle, 'asked', 'solve')).toBe('solved');
    expect(nextState(needLifecycle, 'registered', 'solve')).toBe('solved');
    expect(nextState(needLifecycle, 'registered', 'register')).toBeUndefined();
    expect(nextState(needLifecycle, 'declined', 'solve')).toBeUndefined();
  });

  it('is held above or beside who asked, never at or below', () => {
    const town = { id: 't', path: '/county/t/' };
    const village = { id: 'v', path: '/county/t/v/' };
    const finance = { id: 'f', path: '/county/f/' };
    expect([mayHold(finance, town), mayHold(town, village)]).toEqual([true, true]);
    expect([mayHold(town, town), mayHold(village, town)]).toEqual([false, false]);
  });
});
