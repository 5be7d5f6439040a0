import type { Actor } from '../actor.js';
import { ofUnits } from './of-units.js';
import type { SqlParams } from './sql-params.js';

/** A member of the inspection, by person and never by account, until it ends for them. */
const goesAlong = (inspectionId: string, { personId, issuedFor }: Actor, params: SqlParams): string =>
  `${issuedFor === undefined ? '' : `${inspectionId} = ${params.add(issuedFor)}::uuid and `}exists (select 1 from inspection_member sm where sm.inspection_id = ${inspectionId} and sm.person_id = ${params.add(personId)}::uuid
     and sm.from_at <= now() and (sm.to_at is null or sm.to_at > now()))`;

/** Clues of offences are for those who lead and for whoever handed them over. */
const unlessHandedOver = (o: string, { role, personId }: Actor, params: SqlParams): string =>
  role === 'principal' || role === 'bureau_head'
    ? 'true'
    : `(not ${o}.restricted or exists (select 1 from finding_hand_over sh where sh.finding_id = ${o}.id and sh.handed_by = ${params.add(personId)}::uuid))`;

/** Findings: a unit sees what it was told of, and never a clue of an offence. */
export const findingConditions = {
  all: unlessHandedOver,
  grouped: (o: string, actor: Actor, params: SqlParams) =>
    `(not ${o}.restricted and ${goesAlong(`${o}.inspection_id`, actor, params)})`,
  own_unit: (o: string, actor: Actor, params: SqlParams) =>
    `(${o}.told_at is not null and not ${o}.restricted and ${ofUnits(actor, params)(`${o}.unit_id`)})`,
};

/** Conclusions: a unit sees its own from the fact check on. */
export const conclusionConditions = {
  all: () => 'true',
  grouped: (o: string, actor: Actor, params: SqlParams) => goesAlong(`${o}.inspection_id`, actor, params),
  own_unit: (o: string, actor: Actor, params: SqlParams) =>
    `(${o}.sent_at is not null and ${ofUnits(actor, params)(`${o}.unit_id`)})`,
};

/** Reviews: a reviewer sees the case that was given to them. */
export const reviewConditions = {
  all: () => 'true',
  own: (o: string, { personId }: Actor, params: SqlParams) => `${o}.reviewer_id = ${params.add(personId)}::uuid`,
  own_unit: (o: string, actor: Actor, params: SqlParams) => ofUnits(actor, params)(`${o}.unit_id`),
};
