import { nextState, reachableStates, statesOf, terminalStates } from '@ducha/kernel';
import { assignmentLifecycle, departedAssignmentStates } from './assignment-lifecycle.js';
import { exportLifecycle, mayDecideExport } from './export-lifecycle.js';
import { suspensionLifecycle } from './suspension-lifecycle.js';
import { openTaskStates, taskLifecycle } from './task-lifecycle.js';

describe('the task lifecycle', () => {
  it('reaches every state', () => {
    expect([...reachableStates(taskLifecycle)].sort()).toEqual([...statesOf(taskLifecycle)].sort());
  });

  it('ends only in cancelled: what is closed or effective may relapse', () => {
    expect(terminalStates(taskLifecycle)).toEqual(['cancelled']);
  });

  it('never closes a bare claim', () => {
    for (const state of statesOf(taskLifecycle).filter((one) => one !== 'verified' && one !== 'presented'))
      expect(nextState(taskLifecycle, state, 'close')).toBeUndefined();
  });

  it('lets every open task be corrected in place and cancelled', () => {
    expect(openTaskStates).toEqual([
      'draft',
      'proposed',
      'registered',
      'dispatched',
      'under_way',
      'answered',
      'verified',
      'presented',
    ]);
    for (const state of openTaskStates) {
      expect(nextState(taskLifecycle, state, 'correct')).toBe(state);
      expect(nextState(taskLifecycle, state, 'cancel')).toBe('cancelled');
    }
  });
});

describe('the assignment lifecycle', () => {
  it('reaches every state', () => {
    expect([...reachableStates(assignmentLifecycle)].sort()).toEqual([...statesOf(assignmentLifecycle)].sort());
  });

  it('ends where the unit no longer has it', () => {
    expect(terminalStates(assignmentLifecycle)).toEqual(['moved', 'recalled']);
    expect(departedAssignmentStates).toEqual(expect.arrayContaining(terminalStates(assignmentLifecycle)));
  });
});

describe('suspension', () => {
  it('goes back and forth', () => {
    expect(nextState(suspensionLifecycle, 'running', 'suspend')).toBe('suspended');
    expect(nextState(suspensionLifecycle, 'suspended', 'resume')).toBe('running');
    expect(nextState(suspensionLifecycle, 'suspended', 'suspend')).toBeUndefined();
  });
});

describe('an export request', () => {
  it('reaches every state and ends in three', () => {
    expect([...reachableStates(exportLifecycle)].sort()).toEqual([...statesOf(exportLifecycle)].sort());
    expect(terminalStates(exportLifecycle)).toEqual(['refused', 'taken', 'lapsed']);
  });

  it('is taken only after an approval, and only once', () => {
    const takeable = statesOf(exportLifecycle).filter((state) => nextState(exportLifecycle, state, 'take'));
    expect(takeable).toEqual(['approved']);
  });

  it('is never decided by who asked', () => {
    expect(mayDecideExport({ askedBy: 'a' }, { personId: 'a' })).toBe(false);
    expect(mayDecideExport({ askedBy: 'a' }, { personId: 'b' })).toBe(true);
  });
});
