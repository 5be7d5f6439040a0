import { actsOf } from '../policy/permission.js';
import { type Act, isSealedAct } from '../policy/policy.js';
import { isLeader, type Role } from '../roles.js';

/** Reading comes with whatever is lent: nobody decides on what they may not see. */
const reading: readonly Act[] = [
  'person.list',
  'unit.list',
  'duty.list',
  'matter.read',
  'mandate.read',
  'task.read',
  'assignment.list',
  'assignment.read',
  'errand.read',
  'tray.read',
  'desk.load',
  'notice.read',
  'need.read',
  'evidence.store',
  'evidence.read',
];

/**
 * What a person does only themselves: lending on, keeping people, machines' tokens, the standing mandate that counts
 * as a principal's word for months, disowning, cancelling, and exports.
 */
const personal: readonly Act[] = [
  'delegation.give',
  'people.read',
  'people.manage',
  'people.export',
  'people.export_full',
  'unit.export',
  'holding.pass',
  'access_token.make',
  'mandate.approve',
  'instruction.disown',
  'task.cancel',
  'task.export',
  'matter.export',
  'matter.unmask',
  'purge.decide',
];

/** In which role somebody acts for the holder of a post: for a leader as the leader's office, shown and open to be disowned. */
const lentRole = (role: Role): Role => (isLeader(role) ? 'leader_office' : role);

/** Acts that the holder of a post may lend: their own, those the lent role knows too, none that is personal. */
export function delegableActs(role: Role): Act[] {
  const lent = new Set<Act>(actsOf(lentRole(role)));
  return actsOf(role).filter(
    (act) => lent.has(act) && !personal.includes(act) && !reading.includes(act) && !isSealedAct(act),
  );
}

/** What a delegation of these acts lends: them, and the reading that they need. */
export function lentActs(role: Role, acts: readonly Act[]): Act[] {
  const own = new Set<Act>(actsOf(role));
  const lent = new Set<Act>(actsOf(lentRole(role)));
  return [...new Set([...acts, ...reading.filter((act) => own.has(act) && lent.has(act))])];
}

/** Whether somebody in the taker's role and unit may act for the giver: from the same house only. */
export function mayTake(
  giver: { role: Role; unitIds: readonly string[] },
  taker: { role: Role; unitId: string },
): boolean {
  if (giver.role === 'unit_head') return taker.role.startsWith('unit_') && giver.unitIds.includes(taker.unitId);
  if (giver.role === 'bureau_head') return taker.role === 'bureau_officer' || taker.role === 'bureau_head';
  return isLeader(taker.role) || taker.role === 'leader_office';
}
