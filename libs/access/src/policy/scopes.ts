import type { Actor } from '../actor.js';
import { conclusionConditions, findingConditions, reviewConditions } from './inspection-scopes.js';
import { ofUnits } from './of-units.js';
import { unlessRestricted } from './restricted-matters.js';
import type { SqlParams } from './sql-params.js';

/** Records that a scope can be asked about. */
export type ScopedObject =
  | 'matter'
  | 'task'
  | 'assignment'
  | 'inspection'
  | 'sealed_inspection'
  | 'finding'
  | 'conclusion'
  | 'review';

/**
 * How far a grant reaches. `own_unit`: what was assigned to the actor's sub-tree; `leads`: tasks the county leader is
 * in charge of; `led`: shares of tasks that the actor's sub-tree leads; `own_or_led`: both; `own_or_given`: what was assigned to the
 * sub-tree or given to the person by name by a unit above; `serves`: what concerns the leader whose office this is; `own`: what the actor entered;
 * `rules`: disputed shares on which the actor’s units rule or of which they are named as responsible; `handles`: the case officer's or cover's, and before there is a task whoever entered it; `signed`: matters that the actor has put forward as a person;
 * `grouped`: released inspections that the actor takes part in, as a person, and what belongs to them; `released`: inspections that are no longer anybody's secret;
 * `named`: sealed plans in which the person was named.
 */
export type Scope =
  | 'all'
  | 'own_unit'
  | 'led'
  | 'own_or_led'
  | 'own_or_given'
  | 'leads'
  | 'serves'
  | 'own'
  | 'handles'
  | 'signed'
  | 'rules'
  | 'grouped'
  | 'released'
  | 'named';

type Condition = (o: string, actor: Actor, params: SqlParams) => string;

const assignedTask = (taskId: string, isOwn: (column: string) => string): string =>
  `exists (select 1 from assignment sa where sa.task_id = ${taskId} and ${isOwn('sa.unit_id')} and sa.state <> 'queued')`;
const taskOf = (matterId: string, condition: string): string =>
  `exists (select 1 from task st where st.matter_id = ${matterId} and ${condition})`;
const proposedTo = (matterId: string, person: string): string =>
  `exists (select 1 from handling_proposal sp where sp.matter_id = ${matterId} and sp.for_person_id = ${person}::uuid)`;

const ledShare = (o: string, isOwn: (column: string) => string): string =>
  `exists (select 1 from assignment sl where sl.task_id = ${o}.task_id and sl.round = ${o}.round and sl.duty = 'lead'
     and sl.state not in ('queued', 'moved', 'recalled') and ${isOwn('sl.unit_id')})`;
const receivedShare = (o: string, isOwn: (column: string) => string): string =>
  `(${isOwn(`${o}.unit_id`)} and ${o}.state <> 'queued')`;

/** Whether a column names an assignment that a unit above gave to the person by name. Mostly nothing was, and nothing is asked. */
const givenByName = (column: string, { givenIds = [] }: Actor, params: SqlParams): string =>
  givenIds.length === 0 ? '' : ` or ${column} = any(${params.add(givenIds)}::uuid[])`;

const ownTask: Condition = (o, actor, params) => {
  const given = givenByName('sg.id', actor, params);
  const own = assignedTask(`${o}.id`, ofUnits(actor, params));
  return given === ''
    ? own
    : `(${own} or exists (select 1 from assignment sg where sg.task_id = ${o}.id and (false${given})))`;
};
const ownMatter: Condition = (o, actor, params) => taskOf(`${o}.id`, assignedTask('st.id', ofUnits(actor, params)));

/** A round that the actor's sub-tree leads, beyond being queued. */
const ledTask = (taskId: string, isOwn: (column: string) => string): string =>
  `exists (select 1 from assignment sl where sl.task_id = ${taskId} and sl.duty = 'lead' and sl.state not in ('queued', 'moved', 'recalled') and ${isOwn('sl.unit_id')})`;
const officerOf = (task: string, person: string): string =>
  `(${task}.case_officer_id = ${person}::uuid or ${task}.cover_officer_id = ${person}::uuid)`;

const no: Condition = () => 'false';
const nowhere: Record<Scope, Condition> = {
  all: no,
  own_unit: no,
  led: no,
  own_or_led: no,
  own_or_given: no,
  leads: no,
  serves: no,
  own: no,
  handles: no,
  signed: no,
  rules: no,
  grouped: no,
  released: no,
  named: no,
};

const conditions: Record<ScopedObject, Record<Scope, Condition>> = {
  task: {
    all: () => 'true',
    own_unit: ownTask,
    led: ownTask,
    own_or_led: ownTask,
    own_or_given: ownTask,
    leads: (o, actor, params) => `${o}.lead_leader_id = ${params.add(actor.personId)}::uuid`,
    serves: (o, actor, params) => {
      const leader = params.add(actor.servesPersonId);
      return `(${o}.principal_id = ${leader}::uuid or ${o}.lead_leader_id = ${leader}::uuid or ${o}.created_by = ${params.add(actor.personId)}::uuid)`;
    },
    own: (o, actor, params) => `${o}.created_by = ${params.add(actor.personId)}::uuid`,
    handles: (o, actor, params) => officerOf(o, params.add(actor.personId)),
    signed: () => 'false',
    rules: () => 'false',
    grouped: () => 'false',
    released: () => 'false',
    named: () => 'false',
  },
  matter: {
    all: () => 'true',
    own_unit: ownMatter,
    led: (o, actor, params) => taskOf(`${o}.id`, ledTask('st.id', ofUnits(actor, params))),
    own_or_led: ownMatter,
    own_or_given: ownMatter,
    leads: (o, actor, params) => {
      const leader = params.add(actor.personId);
      return `(${taskOf(`${o}.id`, `st.lead_leader_id = ${leader}::uuid`)} or ${proposedTo(`${o}.id`, leader)})`;
    },
    serves: (o, actor, params) => {
      const leader = params.add(actor.servesPersonId);
      const own = params.add(actor.personId);
      return `(${o}.principal_id = ${leader}::uuid or ${o}.created_by = ${own}::uuid or ${proposedTo(`${o}.id`, leader)}
        or ${taskOf(`${o}.id`, `(st.principal_id = ${leader}::uuid or st.lead_leader_id = ${leader}::uuid)`)})`;
    },
    own: (o, actor, params) => `${o}.created_by = ${params.add(actor.personId)}::uuid`,
    handles: (o, actor, params) => {
      const person = params.add(actor.personId);
      return `(${taskOf(`${o}.id`, officerOf('st', person))} or (${o}.created_by = ${person}::uuid and not ${taskOf(`${o}.id`, 'true')}))`;
    },
    signed: (o, actor, params) =>
      `exists (select 1 from signatory sg where sg.matter_id = ${o}.id and sg.person_id = ${params.add(actor.personId)}::uuid)`,
    rules: () => 'false',
    grouped: () => 'false',
    released: () => 'false',
    named: () => 'false',
  },
  assignment: {
    all: () => 'true',
    own_unit: (o, actor, params) => receivedShare(o, ofUnits(actor, params)),
    led: (o, actor, params) => ledShare(o, ofUnits(actor, params)),
    own_or_led: (o, actor, params) => {
      const isOwn = ofUnits(actor, params);
      return `(${receivedShare(o, isOwn)} or ${ledShare(o, isOwn)}${givenByName(`${o}.id`, actor, params)})`;
    },
    own_or_given: (o, actor, params) => {
      const given = givenByName(`${o}.id`, actor, params);
      const own = receivedShare(o, ofUnits(actor, params));
      return given === '' ? own : `(${own}${given})`;
    },
    leads: (o, actor, params) =>
      `exists (select 1 from task st where st.id = ${o}.task_id and st.lead_leader_id = ${params.add(actor.personId)}::uuid)`,
    serves: (o, actor, params) => {
      const leader = params.add(actor.servesPersonId);
      return `exists (select 1 from task st where st.id = ${o}.task_id and (st.principal_id = ${leader}::uuid or st.lead_leader_id = ${leader}::uuid))`;
    },
    own: () => 'false',
    handles: (o, actor, params) =>
      `exists (select 1 from task st where st.id = ${o}.task_id and ${officerOf('st', params.add(actor.personId))})`,
    signed: () => 'false',
    rules: (o, actor, params) => {
      const isOwn = ofUnits(actor, params);
      return `exists (select 1 from dispute sd where sd.assignment_id = ${o}.id and (${isOwn('sd.ruling_unit_id')} or ${isOwn('sd.responsible_unit_id')}))`;
    },
    grouped: () => 'false',
    released: () => 'false',
    named: () => 'false',
  },
  inspection: {
    ...nowhere,
    all: () => 'true',
    // of its object: from release on; what of it is served decides each act
    own_unit: (o, actor, params) =>
      `(${o}.released_at is not null and exists (select 1 from inspection_object so where so.inspection_id = ${o}.id and ${ofUnits(actor, params)('so.unit_id')}))`,
    grouped: (o, actor, params) =>
      `(${o}.released_at is not null ${actor.issuedFor === undefined ? '' : `and ${o}.id = ${params.add(actor.issuedFor)}::uuid `}and exists (select 1 from inspection_member sm where sm.inspection_id = ${o}.id and sm.person_id = ${params.add(actor.personId)}::uuid and (sm.to_at is null or sm.to_at > now())))`,
    released: (o) => `${o}.released_at is not null`,
  },
  sealed_inspection: {
    ...nowhere,
    named: (o, actor, params) =>
      `exists (select 1 from sealed_keeper sk where sk.sealed_id = ${o}.id and sk.person_id = ${params.add(actor.personId)}::uuid)`,
  },
  finding: { ...nowhere, ...findingConditions },
  conclusion: { ...nowhere, ...conclusionConditions },
  review: { ...nowhere, ...reviewConditions },
};

/** The SQL condition of one scope on the row alias `o`. Restricted matters ask for more than any scope. */
export function scopeCondition(object: ScopedObject, scope: Scope, o: string, actor: Actor, params: SqlParams): string {
  const condition = conditions[object][scope](o, actor, params);
  return object === 'matter'
    ? `(${condition} and ${unlessRestricted(o, actor, params, scope === 'signed')})`
    : condition;
}
