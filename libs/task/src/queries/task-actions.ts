import { type Actor, type PolicyAct, scopeOf } from '@ducha/access';
import { possibleTaskActions, type TaskAction, type TaskStanding } from '../domain/task-actions.js';
import { roleMayVerify } from '../domain/outsider.js';

/** What ties this person to this task. */
export interface TaskRelation {
  /** Some of the doing is his: see `isOutsider`. Such a person neither verifies, closes nor confirms. */
  readonly isDoer: boolean;
  /** The supervising bureau is itself a doing unit. */
  readonly bureauIsDoing: boolean;
  readonly principalId: string | null;
  readonly leadLeaderId: string | null;
  readonly createdBy: string;
  /** Whom the open presentation lies before. */
  readonly presentedTo: string | null;
}

const actOf: Record<TaskAction, PolicyAct> = {
  propose: 'task.propose',
  approve: 'task.approve',
  instruct: 'task.instruct',
  register: 'task.register',
  dispatch: 'task.dispatch',
  split: 'task.split',
  assists: 'task.dispatch',
  verify: 'task.verify',
  present: 'task.present',
  decide: 'task.decide',
  close: 'task.close',
  confirm: 'task.confirm',
  relapse: 'task.confirm',
  reopen: 'task.reopen',
  correct: 'task.correct',
  suspend: 'task.suspend',
  resume: 'task.suspend',
  cancel: 'task.cancel',
  officer: 'task.officer',
  instructions: 'instruction.give',
};

/** In whose name a leader or a leader's office acts; null for everybody else. */
export function leaderBehind(by: Actor): string | null {
  if (by.role === 'principal') return by.personId;
  return by.role === 'leader_office' ? by.servesPersonId : null;
}

const outsidersOnly: readonly TaskAction[] = ['verify', 'close', 'confirm'];

const relations: Partial<Record<TaskAction, (relation: TaskRelation, by: Actor) => boolean>> = {
  approve: ({ principalId }, by) => principalId !== null && principalId === leaderBehind(by),
  instruct: ({ principalId }, by) => principalId === null || principalId === leaderBehind(by),
  decide: ({ presentedTo }, by) => presentedTo !== null && presentedTo === leaderBehind(by),
  verify: ({ bureauIsDoing }, by) => roleMayVerify(by.role, bureauIsDoing),
  close: ({ bureauIsDoing }, by) => roleMayVerify(by.role, bureauIsDoing),
};

/**
 * What this person may do to this task now: the lifecycle, the policy and the relation must all agree. The use cases ask
 * the same rules again; this list only draws buttons.
 */
export function taskActionsFor(by: Actor, task: TaskStanding, relation: TaskRelation): TaskAction[] {
  return possibleTaskActions(task).filter((action) => {
    if (!reaches(actOf[action], by, relation)) return false;
    if (outsidersOnly.includes(action) && relation.isDoer) return false;
    return relations[action]?.(relation, by) ?? true;
  });
}

/** The policy's scope on one loaded task; the SQL of the same rule is in libs/access. */
function reaches(act: PolicyAct, by: Actor, task: TaskRelation): boolean {
  switch (scopeOf(act, by.role)) {
    case 'all':
      return true;
    case 'own':
      return task.createdBy === by.personId;
    case 'leads':
      return task.leadLeaderId === by.personId;
    case 'serves':
      return (
        task.createdBy === by.personId ||
        (by.servesPersonId !== null && [task.principalId, task.leadLeaderId].includes(by.servesPersonId))
      );
    default:
      return false;
  }
}
