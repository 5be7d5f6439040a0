import { type Lifecycle, statesOf } from '@ducha/kernel';

/** Where one unit's share of a task stands. */
export type AssignmentState =
  | 'queued'
  | 'delivered'
  | 'signed'
  | 'submitted'
  | 'answered'
  | 'accepted'
  | 'disputed'
  | 'moving'
  | 'moved'
  | 'recalled';

/** What moves an assignment. */
export type AssignmentEvent =
  | 'deliver'
  | 'sign'
  | 'submit'
  | 'sign_off'
  | 'return'
  | 'withdraw'
  | 'redo'
  | 'accept'
  | 'reassign'
  | 'dispute'
  | 'stand_delivered'
  | 'stand_signed'
  | 'rule_move'
  | 'rule_swap'
  | 'rule_split'
  | 'successor_signed'
  | 'recall';

/**
 * The moves of an assignment (DESIGN 3). A dispute that is withdrawn or ruled to stay leads back to where it was raised
 * (`stand_delivered`, `stand_signed`). `accepted` has a way back because a verifier's redo may name an
 * assisting unit whose answer the lead had accepted already.
 */
export const assignmentLifecycle: Lifecycle<AssignmentState, AssignmentEvent> = {
  initial: 'queued',
  moves: {
    queued: { deliver: 'delivered', recall: 'recalled' },
    delivered: { sign: 'signed', dispute: 'disputed', reassign: 'moving', recall: 'recalled' },
    signed: { submit: 'submitted', dispute: 'disputed', reassign: 'moving', recall: 'recalled' },
    submitted: { sign_off: 'answered', return: 'signed', recall: 'recalled' },
    answered: { accept: 'accepted', withdraw: 'signed', redo: 'signed', recall: 'recalled' },
    accepted: { redo: 'signed' },
    disputed: {
      stand_delivered: 'delivered',
      stand_signed: 'signed',
      rule_move: 'moving',
      rule_swap: 'moving',
      rule_split: 'moving',
      recall: 'recalled',
    },
    moving: { successor_signed: 'moved', recall: 'recalled' },
    moved: {},
    recalled: {},
  },
};

/** All assignment states, in the order of the table. */
export const assignmentStates = statesOf(assignmentLifecycle);

/** States in which the unit no longer has the assignment: it went to another unit or was taken back. */
export const departedAssignmentStates: readonly AssignmentState[] = ['moving', 'moved', 'recalled'];

/** States in which the unit owes nothing more on this assignment. */
export const settledAssignmentStates: readonly AssignmentState[] = ['accepted', 'moved', 'recalled'];

/** The share a unit has in a task: one lead (主办), any number of assists (协办). */
export type Duty = 'lead' | 'assist';

/** States in which the unit has it in hand and owes the next step: only then it is urged. */
export const urgeableStates: readonly AssignmentState[] = ['delivered', 'signed', 'submitted'];

/** Whether the unit owes the next step. */
export const isUrgeable = (state: AssignmentState): boolean => urgeableStates.includes(state);
