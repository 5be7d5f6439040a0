import { type Grant, policy, readActOf, type Role, type Scope } from '@ducha/access';
import type { PersonKey } from '#test-kit';
import { givenToReview, reachesOfInspection } from './inspection-oracle.js';
import type { Known, KnownOfDesk, KnownTask } from './planted.js';
import type { Reader } from './reader.js';
import type { Route } from './routes.js';

/** What the policy wants a request to be answered. */
export type Expected = 'allowed' | 401 | 403 | 404;

/** A copy of the policy as it stands in the file, so that a widened policy is seen. */
const policyAsWritten: Readonly<Record<string, Grant>> = structuredClone(policy);

const mine = (task: KnownTask, { units }: Reader): boolean => task.units.some((unit) => units.includes(unit));
const served = ({ principal, leadLeader }: KnownTask, leader: PersonKey | null): boolean =>
  leader !== null && (principal === leader || leadLeader === leader);

type Reach = (known: KnownOfDesk, reader: Reader) => boolean;

const tasksOf = (known: KnownOfDesk): readonly KnownTask[] =>
  known.object === 'task' ? [known.record] : known.object === 'matter' ? known.record.tasks : [known.record.task];
const ownUnit: Reach = (known, reader) =>
  known.object === 'assignment'
    ? reader.units.includes(known.record.unit)
    : tasksOf(known).some((task) => mine(task, reader));
const led: Reach = (known, reader) => {
  const isLed = ({ leadUnit }: KnownTask): boolean => leadUnit !== null && reader.units.includes(leadUnit);
  if (known.object === 'task') return ownUnit(known, reader);
  return known.object === 'matter'
    ? known.record.tasks.some((task) => task.units.length > 0 && isLed(task))
    : isLed(known.record.task);
};

const reaches: Record<Scope, Reach> = {
  all: () => true,
  own_unit: ownUnit,
  led,
  // nobody of the matrix was given anything by name; the errand flow asks that
  own_or_given: ownUnit,
  own_or_led: (known, reader) => ownUnit(known, reader) || led(known, reader),
  leads: (known, { key }) =>
    tasksOf(known).some(({ leadLeader }) => leadLeader === key) ||
    (known.object === 'matter' && known.record.proposedTo.includes(key)),
  serves: (known, { key, serves }) => {
    if (tasksOf(known).some((task) => served(task, serves))) return true;
    if (known.object === 'assignment') return false;
    if (known.record.createdBy === key) return true;
    return (
      known.object === 'matter' &&
      serves !== null &&
      (known.record.principal === serves || known.record.proposedTo.includes(serves))
    );
  },
  // nobody of the test county is a case officer by rule: who entered it, until it has a task
  handles: (known, { key }) =>
    known.object === 'matter' && known.record.tasks.length === 0 && known.record.createdBy === key,
  // nobody of the matrix has a dispute before his unit; the dispute flow asks that
  rules: () => false,
  grouped: () => false,
  released: () => false,
  named: () => false,
  signed: (known, { key }) => known.object === 'matter' && known.record.signedBy.includes(key),
  own: (known, { key }) => known.object !== 'assignment' && known.record.createdBy === key,
};

function grantOf(act: string): Grant {
  const grant = policyAsWritten[act];
  if (grant === undefined) throw new Error(`no policy row ${act}`);
  return grant;
}

const readersOfRestricted: readonly Role[] = ['principal', 'bureau_head', 'auditor'];

/** An accusation reaches its keepers and those who read all; never the accused. */
function unrestricted(scope: Scope, known: KnownOfDesk, { key, role }: Reader): boolean {
  if (known.object !== 'matter' || known.record.restricted === null) return true;
  const { keepers, accused } = known.record.restricted;
  const isNamed = scope === 'signed' || readersOfRestricted.includes(role) || keepers.includes(key);
  return isNamed && !accused.includes(key);
}

const isOfDesk = (known: Known): known is KnownOfDesk =>
  known.object === 'task' || known.object === 'assignment' || known.object === 'matter';

function within(act: string, known: Known, reader: Reader): boolean {
  const grant = grantOf(act);
  if (typeof grant === 'string') return true;
  const scope = grant.roles[reader.role];
  if (scope === undefined) return false;
  if (!isOfDesk(known)) return reachesOfInspection(scope, known, reader);
  return reaches[scope](known, reader) && unrestricted(scope, known, reader);
}

/** Whether the policy lets the reader see the record. */
export const mayRead = (known: Known, reader: Reader): boolean => within(readActOf[known.object], known, reader);

/** Whether the reader may be shown what the record says, be it in another record. */
export const mayHear = (known: Known, reader: Reader): boolean =>
  mayRead(known, reader) || (!isOfDesk(known) && givenToReview(known, reader));

/** What the policy file wants: `reader` null is somebody without a session. */
export function expectedOf({ act: { act, param } }: Route, reader: Reader | null, known: Known | null): Expected {
  const grant = grantOf(act);
  if (grant === 'public') return 'allowed';
  if (reader === null) return 401;
  if (typeof grant === 'string') return 'allowed';
  if (grant.object === undefined || param === undefined || known === null)
    return grant.roles[reader.role] === undefined ? 403 : 'allowed';
  if (within(act, known, reader)) return 'allowed';
  return mayRead(known, reader) ? 403 : 404;
}
