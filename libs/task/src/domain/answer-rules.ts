import { type AssignmentState, type Duty, settledAssignmentStates } from './assignment-lifecycle.js';

/** One assignment of a round, as the rules see it. */
export interface RoundAssignment {
  readonly id: string;
  readonly duty: Duty;
  readonly state: AssignmentState;
  readonly waived: boolean;
}

/** Assists that still hold up the lead's answer: neither accepted, moved or taken back, nor waived with a reason. */
export function openAssists(assignments: readonly RoundAssignment[]): RoundAssignment[] {
  return assignments.filter(
    ({ duty, state, waived }) => duty === 'assist' && !waived && !settledAssignmentStates.includes(state),
  );
}

/** The lead's answer may be signed off: nobody it must gather from is open any more. */
export function answerIsAllowed(assignments: readonly RoundAssignment[]): boolean {
  return openAssists(assignments).length === 0;
}

/** The assignment that answers for the task in this round, if it has not moved away or been taken back. */
export function leadOf<A extends RoundAssignment>(assignments: readonly A[]): A | undefined {
  return assignments.find(({ duty, state }) => duty === 'lead' && !['moving', 'moved', 'recalled'].includes(state));
}
