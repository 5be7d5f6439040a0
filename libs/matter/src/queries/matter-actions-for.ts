import { type Actor, mayEver, type PolicyAct } from '@ducha/access';
import { type MatterAction, type MatterStanding, possibleMatterActions } from '../domain/matter-actions.js';

const actOf: Record<MatterAction, PolicyAct> = {
  triage: 'matter.triage',
  propose: 'matter.propose',
  register: 'matter.register',
  reply: 'matter.reply',
  close: 'matter.settle',
  file: 'matter.settle',
  merge: 'matter.settle',
  decline: 'matter.settle',
  hand_over: 'matter.settle',
  pass_on: 'matter.settle',
  receipt: 'matter.settle',
  restrict: 'matter.restrict',
  call_back: 'matter.call_back',
  return: 'matter.settle',
  reopen: 'matter.settle',
  instructions: 'instruction.give',
};

/**
 * What this person may do to a matter they can see, now: policy and rules must both agree. Where a role's grant of an
 * act has a scope at all it is that of reading, so sight is enough. The use cases ask the same again.
 */
export function matterActionsFor(standing: MatterStanding, by: Actor): MatterAction[] {
  return possibleMatterActions(standing).filter((action) => mayEver(actOf[action], by));
}
