import { nextState, reachableStates, terminalStates, toMermaid } from '@ducha/kernel';
import { matterLifecycle, matterStates, mergeTargetStates } from './matter-lifecycle.js';

describe('matter lifecycle', () => {
  it('reaches every state', () => {
    expect([...reachableStates(matterLifecycle)].sort()).toEqual([...matterStates].sort());
  });

  it('ends only where a matter is put away for good', () => {
    expect(terminalStates(matterLifecycle)).toEqual(['filed']);
  });

  it.each([
    ['received', 'register', 'registered'],
    ['registered', 'reply', 'replied'],
    ['replied', 'feedback', 'closed'],
    ['replied', 'lapse', 'closed'],
    ['registered', 'close', 'closed'],
    ['replied', 'dissatisfied', 'registered'],
    ['received', 'reply', 'replied'],
    ['received', 'file', 'filed'],
    ['received', 'merge', 'merged'],
    ['merged', 'reply', 'replied'],
    ['received', 'decline', 'declined'],
    ['received', 'hand_over', 'handed_over'],
    ['received', 'pass_on', 'handed_over'],
    ['declined', 'return', 'received'],
    ['handed_over', 'return', 'received'],
    ['closed', 'reopen', 'registered'],
    ['registered', 'disown', 'received'],
  ] as const)('%s -%s-> %s', (from, on, to) => {
    expect(nextState(matterLifecycle, from, on)).toBe(to);
  });

  it('has no other move than those of the design', () => {
    expect(toMermaid(matterLifecycle).match(/-->.*: /g)).toHaveLength(17);
  });

  it('takes no merged matter into one whose work is over', () => {
    expect(mergeTargetStates).toEqual(['received', 'registered']);
  });
});
