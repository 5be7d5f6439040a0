import { type Actor, mayEver } from '@ducha/access';
import { httpFault } from '@ducha/http';
import type { NewTask } from '../usecases/new-task.js';
import type { ThroughDoor } from '../usecases/open-by-door.js';
import type { DemandBody } from './task.dto.js';

/** The task that a body asks for, without its lead. */
export function demandedTask(body: DemandBody, by: Actor): Omit<NewTask, 'leadUnitId'> {
  const ofLeader = by.role === 'principal' || by.role === 'leader_office';
  return {
    title: body.title?.trim() ?? '',
    demand: body.demand ?? '',
    kind: body.kind ?? (ofLeader ? 'instruction' : 'registration_proposal'),
    category: body.category ?? null,
    matterId: body.matterId ?? null,
    parentId: null,
    number: null,
    assistUnitIds: body.assistUnitIds ?? [],
    leadLeaderId: body.leadLeaderId ?? null,
    principalId: body.principalId ?? null,
    caseOfficerId: body.caseOfficerId ?? null,
    ...(body.importance && { importance: body.importance }),
    dueAt: instantOf(body.dueAt),
    targetValue: body.targetValue ?? null,
    targetUnit: body.targetUnit ?? null,
    reportEvery: body.reportEvery ?? null,
    reportWhy: body.reportWhy ?? null,
  };
}

/** How a body wants its tasks to come in. */
export function doorOf(body: DemandBody, by: Actor): ThroughDoor {
  return {
    door: body.door ?? 'draft',
    mandateId: body.mandateId ?? null,
    instruction: body.instruction ?? null,
    dispatch: body.dispatch ?? false,
    by,
  };
}

/**
 * One route opens tasks in several ways; each asks the policy for the act it stands for.
 * @throws Fault `http.forbidden`
 */
export function refuseForbiddenDoor(body: DemandBody & { readonly parentId?: string | null }, by: Actor): void {
  const allowed = [
    body.door !== 'instruct' || mayEver('task.instruct', by),
    body.door !== 'mandate' || mayEver('task.register', by),
    body.dispatch !== true || mayEver('task.dispatch', by),
    !body.matterId || mayEver('matter.register', by),
    !body.parentId || mayEver('task.split', by),
  ];
  if (allowed.includes(false)) throw httpFault('forbidden');
}

/** The instant of a validated body field; null when it is absent. */
export function instantOf(text: string | null | undefined): Date | null {
  return text === null || text === undefined ? null : new Date(text);
}

/** Fields that were given; what a body leaves out or sends as null is not there. */
export type Given<B> = { [K in keyof B as K extends 'dueAt' ? never : K]?: NonNullable<B[K]> } & { dueAt?: Date };

/** The fields of a body that were given, with `dueAt` as an instant. */
export function given<B extends { dueAt?: string }>(body: B): Given<B> {
  const { dueAt, ...rest } = body;
  const fields = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== null));
  // boundary: Object.fromEntries forgets which fields were there
  return { ...fields, ...(dueAt && { dueAt: new Date(dueAt) }) } as Given<B>;
}
