import { nextState, reachableStates, statesOf, terminalStates } from '@ducha/kernel';
import { areSeparated, isOwnRequest, mayTakePart, requestLifecycle } from './request-lifecycle.js';

const deciding = { askedBy: 'a', askedRole: 'sysadmin', about: 'b', decidedBy: 'c', decidedRole: 'secadmin' };

describe('a request of two administrators', () => {
  it('is decided once and for good', () => {
    expect([...reachableStates(requestLifecycle)].sort()).toEqual(statesOf(requestLifecycle).sort());
    expect(terminalStates(requestLifecycle)).toEqual(['granted', 'refused', 'withdrawn']);
    expect(nextState(requestLifecycle, 'requested', 'grant')).toBe('granted');
    expect(nextState(requestLifecycle, 'refused', 'grant')).toBeUndefined();
  });

  it('needs three persons and two kinds of administrator', () => {
    expect(isOwnRequest(deciding)).toBe(false);
    expect(isOwnRequest({ ...deciding, decidedBy: 'a' })).toBe(true);
    expect(isOwnRequest({ ...deciding, decidedBy: 'b' })).toBe(true);
    expect(areSeparated(deciding)).toBe(true);
    expect(areSeparated({ ...deciding, decidedRole: 'sysadmin' })).toBe(false);
  });

  it('concerns the auditadmin only where it is about an administrator', () => {
    expect(mayTakePart('auditadmin', ['bureau_officer'])).toBe(false);
    expect(mayTakePart('auditadmin', ['bureau_officer', 'secadmin'])).toBe(true);
    expect(mayTakePart('sysadmin', ['principal'])).toBe(true);
  });
});
