import { type Actor, type PolicyAct, scopeOf } from '@ducha/access';
import {
  type AssignmentAction,
  type AssignmentStanding,
  possibleAssignmentActions,
} from '../domain/assignment-actions.js';

/** What ties a person to an assignment. */
export interface AssignmentRelation {
  readonly unitId: string;
  /** The unit that leads the task in this round. */
  readonly leadUnitId: string | null;
  /** Who recorded that the unit refused to take it. */
  readonly refusalBy: string | null;
}

const actOf: Record<AssignmentAction, PolicyAct> = {
  sign: 'assignment.sign',
  report: 'assignment.report',
  submit: 'assignment.submit',
  sign_off: 'assignment.sign_off',
  return: 'assignment.sign_off',
  withdraw: 'assignment.withdraw',
  accept: 'assignment.lead',
  redo: 'assignment.lead',
  waive: 'assignment.lead',
  reassign: 'assignment.manage',
  recall: 'assignment.manage',
  refuse_service: 'assignment.refuse_service',
  confirm_refusal: 'assignment.refuse_service',
  ask_extension: 'extension.ask',
  dispute: 'dispute.raise',
};

/** What this person may do to this assignment now: lifecycle, policy and relation together. Draws buttons; the use cases ask again. */
export function assignmentActionsFor(
  by: Actor,
  assignment: AssignmentStanding,
  relation: AssignmentRelation,
): AssignmentAction[] {
  return possibleAssignmentActions(assignment).filter((action) => {
    if (action === 'confirm_refusal' && relation.refusalBy === by.personId) return false;
    const scope = scopeOf(actOf[action], by.role);
    if (scope !== 'own_unit' && scope !== 'led') return scope === 'all';
    const unitId = scope === 'led' ? relation.leadUnitId : relation.unitId;
    return unitId !== null && by.unitIds.includes(unitId);
  });
}
