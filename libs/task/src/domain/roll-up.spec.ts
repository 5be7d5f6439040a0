import fc from 'fast-check';
import { nextState } from '@ducha/kernel';
import { rolledUpState, rollUp, rollUpPath } from './roll-up.js';
import { taskLifecycle, type TaskState, taskStates } from './task-lifecycle.js';

const state = fc.constantFrom(...taskStates);
const closed: TaskState[] = ['closed', 'effective'];

describe('rolledUpState', () => {
  it.each<[TaskState[], TaskState]>([
    [['closed', 'effective', 'cancelled'], 'closed'],
    [['answered', 'closed'], 'answered'],
    [['answered', 'under_way'], 'under_way'],
    [['registered', 'answered'], 'under_way'],
    [['registered', 'dispatched'], 'dispatched'],
    [['draft', 'registered'], 'registered'],
  ])('%j is %s', (children, expected) => {
    expect(rolledUpState(children, false)).toBe(expected);
  });

  it('keeps a principal’s parent open until the result was presented', () => {
    expect(rolledUpState(['closed', 'closed'], true)).toBe('verified');
  });

  it('says nothing when every child is cancelled', () => {
    expect(rolledUpState(['cancelled'], false)).toBeNull();
  });

  it('is closed exactly when every child that counts is', () => {
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: 6 }), (children) => {
        const counted = children.filter((one) => one !== 'cancelled');
        const allClosed = counted.length > 0 && counted.every((one) => closed.includes(one));
        expect(rolledUpState(children, false) === 'closed').toBe(allClosed);
      }),
    );
  });

  it('does not depend on the order of the children', () => {
    fc.assert(
      fc.property(fc.array(state, { maxLength: 6 }), fc.boolean(), (children, asked) => {
        expect(rolledUpState([...children].reverse(), asked)).toBe(rolledUpState(children, asked));
      }),
    );
  });
});

describe('rollUpPath', () => {
  it('walks only moves of the table and arrives', () => {
    fc.assert(
      fc.property(state, state, (from, to) => {
        const path = rollUpPath(from, to);
        if (path)
          expect(path.reduce<TaskState | undefined>((at, on) => at && nextState(taskLifecycle, at, on), from)).toBe(to);
      }),
    );
  });

  it('goes forward step by step and back by redo or reopening', () => {
    expect(rollUpPath('registered', 'answered')).toEqual(['dispatch', 'sign', 'answer']);
    expect(rollUpPath('answered', 'under_way')).toEqual(['redo']);
    expect(rollUpPath('closed', 'dispatched')).toEqual(['reopen', 'dispatch']);
    expect(rollUpPath('cancelled', 'closed')).toBeUndefined();
    expect(rollUpPath('closed', 'closed')).toBeUndefined();
  });
});

describe('rollUp', () => {
  it('leaves a decided parent alone while its children stay closed', () => {
    expect(rollUp('closed', ['closed', 'effective'], true)).toBeUndefined();
    expect(rollUp('presented', ['closed', 'closed'], true)).toBeUndefined();
    expect(rollUp('effective', ['closed'], false)).toBeUndefined();
  });

  it('reopens a closed parent when a child relapses', () => {
    expect(rollUp('closed', ['registered', 'closed'], false)).toEqual({
      to: 'under_way',
      path: ['reopen', 'dispatch', 'sign'],
    });
  });

  it('takes an answered parent to verified or closed', () => {
    expect(rollUp('answered', ['closed'], true)).toEqual({ to: 'verified', path: ['verify'] });
    expect(rollUp('answered', ['closed'], false)).toEqual({ to: 'closed', path: ['verify', 'close'] });
  });
});
