import type { Fault, FieldError } from '@ducha/kernel';
import { lacksOrder, missingOfReport, type OrderedReports, type ReportPlan } from './routine-report.js';
import { type ListFacts, offencesAgainstLists } from './township-lists.js';

/** What a task wants of whom by when, before it is checked against the county. */
export interface TaskPlan extends ReportPlan {
  /** The task itself, when it exists already. */
  readonly taskId?: string;
  readonly matterId: string | null;
  readonly parentId: string | null;
  readonly title: string;
  /** Slash path. */
  readonly category: string | null;
  readonly leadUnitId: string | null;
  readonly assistUnitIds: readonly string[];
  readonly dueAt: Date | null;
  readonly leadLeaderId: string | null;
  readonly principalId: string | null;
  readonly caseOfficerId: string | null;
  readonly targetValue: number | null;
  readonly targetUnit: string | null;
}

/** What the county knows about the units and persons that plans name. */
export interface CountyFacts extends ListFacts {
  readonly now: Date;
  readonly orderedReports: OrderedReports;
  /** Kind of every named unit that exists today. */
  readonly unitKinds: ReadonlyMap<string, string>;
  /** Roles of the posts that every named person holds today. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
}

/** How far a plan must be complete. */
export type Completeness = 'draft' | 'registered' | 'dispatched';

/** Names of the refusals a plan can meet. */
export type PlanFaultName =
  | 'incomplete'
  | 'dueInPast'
  | 'unknownUnit'
  | 'duplicateUnit'
  | 'villageNotDirect'
  | 'withdrawnItem'
  | 'assistingItem'
  | 'unknownPerson'
  | 'postNotHeld'
  | 'targetIncomplete'
  | 'reportIncomplete'
  | 'reportTooOften';

/** One thing that is wrong with a plan: the refusal and its field. */
export interface PlanFault {
  readonly name: PlanFaultName;
  readonly error: FieldError;
  /** What the refusal says besides. */
  readonly facts?: Fault['facts'];
}

/**
 * Whether what only a principal may decide binds (the townships' lists, reports more often than monthly): not while he will still
 * decide on the plan, and not when the act is his own.
 */
export type ListRule = 'bind' | 'leave_to_principal';

const fault = (name: PlanFaultName, path: string, constraint: string, message: string): PlanFault => ({
  name,
  error: { path, message, constraint },
});

/** Everything that is wrong with a plan, in the order of its fields; empty when it may go on. */
export function faultsOfPlan(
  plan: TaskPlan,
  facts: CountyFacts,
  completeness: Completeness,
  lists: ListRule = completeness === 'draft' ? 'leave_to_principal' : 'bind',
): PlanFault[] {
  return [
    ...missing(plan, completeness),
    ...(plan.dueAt && plan.dueAt <= facts.now ? [fault('dueInPast', 'dueAt', 'future', 'must lie in the future')] : []),
    ...faultsOfUnits(plan, facts),
    ...(lists === 'bind' ? faultsOfLists(plan, facts) : []),
    ...faultsOfPeople(plan, facts),
    ...faultsOfTarget(plan),
    ...faultsOfReport(plan, facts, lists),
  ];
}

/** Fields that are empty but needed for the step. */
export function missing(
  plan: Pick<TaskPlan, 'title' | 'leadUnitId' | 'dueAt'>,
  completeness: Completeness,
): PlanFault[] {
  const needed: (keyof typeof plan)[] =
    completeness === 'draft' ? [] : completeness === 'registered' ? ['title'] : ['title', 'leadUnitId', 'dueAt'];
  return needed
    .filter((field) => plan[field] === null || plan[field] === '')
    .map((field) => fault('incomplete', field, 'isNotEmpty', 'is required'));
}

function faultsOfUnits({ leadUnitId, assistUnitIds }: TaskPlan, facts: CountyFacts): PlanFault[] {
  const named = [
    ...(leadUnitId === null ? [] : [['leadUnitId', leadUnitId] as const]),
    ...assistUnitIds.map((id, i) => [`assistUnitIds[${i}]`, id] as const),
  ];
  const seen = new Set<string>();
  return named.flatMap(([path, id]) => {
    const kind = facts.unitKinds.get(id);
    if (kind === undefined) return [fault('unknownUnit', path, 'known', 'does not exist')];
    if (kind === 'village') return [fault('villageNotDirect', path, 'notVillage', 'is a village')];
    if (seen.has(id)) return [fault('duplicateUnit', path, 'arrayUnique', 'is named twice')];
    seen.add(id);
    return [];
  });
}

const faultOfList = { withdrawn: 'withdrawnItem', assisting: 'assistingItem' } as const;

function faultsOfLists(plan: TaskPlan, facts: CountyFacts): PlanFault[] {
  return offencesAgainstLists(plan, facts).map(({ path, item, list, unitId, unit, duty }) => ({
    ...fault(faultOfList[list], path, 'townshipList', 'needs a principal’s written decision'),
    facts: { item, list, unitId, unit, duty },
  }));
}

const postsFor = {
  leadLeaderId: ['county_leader', 'principal'],
  principalId: ['principal'],
  caseOfficerId: ['bureau_head', 'bureau_officer'],
} as const;

function faultsOfPeople(plan: TaskPlan, facts: CountyFacts): PlanFault[] {
  return (['leadLeaderId', 'principalId', 'caseOfficerId'] as const).flatMap((path) => {
    const id = plan[path];
    if (id === null) return [];
    const roles = facts.roles.get(id);
    if (!roles) return [fault('unknownPerson', path, 'known', 'does not exist')];
    return postsFor[path].some((role) => roles.includes(role))
      ? []
      : [fault('postNotHeld', path, 'postHeld', 'does not hold the post this needs')];
  });
}

function faultsOfTarget({ targetValue, targetUnit }: TaskPlan): PlanFault[] {
  if ((targetValue === null) === (targetUnit === null)) return [];
  const path = targetValue === null ? 'targetValue' : 'targetUnit';
  return [fault('targetIncomplete', path, 'isNotEmpty', 'is required')];
}

function faultsOfReport(plan: TaskPlan, { orderedReports }: CountyFacts, lists: ListRule): PlanFault[] {
  const path = missingOfReport(plan);
  if (path) return [fault('reportIncomplete', path, 'isNotEmpty', 'is required')];
  if (lists !== 'bind' || !lacksOrder(plan, orderedReports)) return [];
  return [fault('reportTooOften', 'reportEvery', 'principalOrder', 'needs a principal’s order')];
}
