import fc from 'fast-check';
import { assignmentStates, type Duty } from './assignment-lifecycle.js';
import { possibleAssignmentActions } from './assignment-actions.js';
import { possibleTaskActions, type TaskStanding } from './task-actions.js';
import { taskStates } from './task-lifecycle.js';

const leaf: TaskStanding = {
  state: 'registered',
  suspended: false,
  isParent: false,
  hasAssignments: false,
  childrenClosed: true,
  principalAsked: false,
};

describe('possibleTaskActions', () => {
  it.each<[string, Partial<TaskStanding>, string[]]>([
    [
      'a draft',
      { state: 'draft' },
      ['propose', 'instruct', 'register', 'correct', 'cancel', 'officer', 'instructions'],
    ],
    ['a registered leaf', {}, ['dispatch', 'split', 'correct', 'suspend', 'cancel', 'officer', 'instructions']],
    [
      'an answered leaf',
      { state: 'answered', hasAssignments: true },
      ['verify', 'correct', 'suspend', 'cancel', 'officer', 'instructions'],
    ],
    [
      'a suspended answered leaf',
      { state: 'answered', suspended: true },
      ['correct', 'resume', 'cancel', 'officer', 'instructions'],
    ],
    [
      'what nobody asked for',
      { state: 'verified' },
      ['close', 'correct', 'suspend', 'cancel', 'officer', 'instructions'],
    ],
    [
      'what a principal asked for',
      { state: 'verified', principalAsked: true },
      ['present', 'correct', 'suspend', 'cancel', 'officer', 'instructions'],
    ],
    [
      'a presented result',
      { state: 'presented', principalAsked: true },
      ['decide', 'correct', 'suspend', 'cancel', 'officer', 'instructions'],
    ],
    ['a closed leaf', { state: 'closed' }, ['confirm', 'relapse', 'reopen', 'instructions']],
    ['a parent', { isParent: true, childrenClosed: false }, ['split', 'correct', 'cancel', 'officer', 'instructions']],
    ['a cancelled task', { state: 'cancelled' }, ['instructions']],
  ])('%s', (_, change, expected) => {
    expect(possibleTaskActions({ ...leaf, ...change })).toEqual(expected);
  });
});

describe('possibleAssignmentActions', () => {
  const lead = {
    state: 'submitted',
    duty: 'lead',
    waived: false,
    taskState: 'under_way',
    suspended: false,
    assistsOpen: false,
    extensible: true,
    disputable: true,
    refusal: 'none',
  } as const;

  it('holds the lead’s sign-off until the assists are done', () => {
    expect(possibleAssignmentActions(lead)).toContain('sign_off');
    expect(possibleAssignmentActions({ ...lead, assistsOpen: true })).not.toContain('sign_off');
  });

  it('blocks sign, submit and sign-off while the task is suspended', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...assignmentStates),
        fc.constantFrom<Duty>('lead', 'assist'),
        fc.constantFrom(...taskStates),
        (state, duty, taskState) => {
          const actions = possibleAssignmentActions({ ...lead, state, duty, taskState, suspended: true });
          expect(actions.filter((action) => ['sign', 'submit', 'sign_off'].includes(action))).toEqual([]);
        },
      ),
    );
  });

  it('offers nothing once the task is closed or cancelled', () => {
    for (const taskState of ['closed', 'effective', 'cancelled'] as const)
      expect(possibleAssignmentActions({ ...lead, taskState })).toEqual([]);
  });

  it('lets a lead withdraw only until verification', () => {
    expect(possibleAssignmentActions({ ...lead, state: 'answered', taskState: 'answered' })).toContain('withdraw');
    expect(possibleAssignmentActions({ ...lead, state: 'answered', taskState: 'verified' })).not.toContain('withdraw');
  });
});
