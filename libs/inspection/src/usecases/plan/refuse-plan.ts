import type { FieldError } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { faultOfObject } from '../../domain/plan/jurisdiction.js';
import { contradictionsIn, missingIn, peopleOf, type Plan, type PlanFault } from '../../domain/plan/plan.js';
import { planFault } from '../../plan-faults.js';
import { recusalsOf } from '../../queries/group/recusals.js';

type Code = Parameters<typeof planFault>[0];

const errorsOf = (faults: readonly PlanFault[]): FieldError[] =>
  faults.map(({ path, code }) => ({ path, message: code, constraint: code }));

function refuse(code: Code, errors: readonly FieldError[]): void {
  if (errors.length > 0) throw planFault(code, {}, errors);
}

/** What no plan may be, not even a draft. @throws Fault `inspection.*`, each naming its fields */
export async function refuseFaultyPlan(tx: EntityManager, plan: Plan): Promise<void> {
  refuse('planContradicts', errorsOf(contradictionsIn(plan)));
  await refuseObjects(tx, plan);
  await refuseSites(tx, plan);
  await refuseStandard(tx, plan);
  await refusePeople(tx, plan);
  await refuseRecusedIn(tx, plan);
  refuse('designationOver', designationErrors(plan));
}

/** What a plan must be to go through a door. @throws Fault `inspection.planIncomplete` and as `refuseFaultyPlan` */
export async function refuseUnfinishedPlan(tx: EntityManager, plan: Plan): Promise<void> {
  refuse('planIncomplete', errorsOf(missingIn(plan)));
  await refuseFaultyPlan(tx, plan);
}

async function refuseObjects(tx: EntityManager, { objects, designation }: Plan): Promise<void> {
  const ids = [...objects.map(({ unitId }) => unitId), ...(designation ? [designation.unitId] : [])];
  const units = await tx.query<{ id: string; kind: string; levels: number }[]>(
    `select u.id, u.kind, (select count(*) from unit a where u.path like a.path || '%' and a.id <> u.id and a.kind <> 'county')::int as levels
     from unit u where u.id = any($1) and u.from_at <= now() and (u.to_at is null or u.to_at > now())`,
    [ids],
  );
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const unknown = ids.flatMap((id, i): FieldError[] => {
    const path = i < objects.length ? `objects[${i}].unitId` : 'designation.unitId';
    return known.has(id) ? [] : [{ path, message: 'does not exist today', constraint: 'known' }];
  });
  refuse('unknownInPlan', unknown);
  const faulty = (wanted: 'notAnObject' | 'necessityMissing', field: string): FieldError[] =>
    objects.flatMap(({ unitId, necessity }, i) => {
      const unit = known.get(unitId);
      return unit && faultOfObject(unit, necessity) === wanted
        ? [{ path: `objects[${i}].${field}`, message: wanted, constraint: wanted }]
        : [];
    });
  refuse('notAnObject', faulty('notAnObject', 'unitId'));
  refuse('necessityMissing', faulty('necessityMissing', 'necessity'));
}

async function refuseSites(tx: EntityManager, { sites, objects }: Plan): Promise<void> {
  const rows = await tx.query<{ id: string; unitId: string }[]>(
    'select id, unit_id as "unitId" from site where id = any($1) and (to_at is null or to_at > now())',
    [sites.map(({ siteId }) => siteId)],
  );
  const unitOf = new Map(rows.map(({ id, unitId }) => [id, unitId]));
  const answerable = new Set(objects.map(({ unitId }) => unitId));
  const errors = (constraint: string, isWrong: (siteId: string) => boolean): FieldError[] =>
    sites.flatMap(({ siteId }, i) =>
      isWrong(siteId) ? [{ path: `sites[${i}].siteId`, message: constraint, constraint }] : [],
    );
  refuse(
    'unknownInPlan',
    errors('known', (id) => !unitOf.has(id)),
  );
  refuse(
    'siteOutsideObjects',
    errors('outside', (id) => !answerable.has(unitOf.get(id) ?? '')),
  );
}

async function refuseStandard(tx: EntityManager, { standard }: Plan): Promise<void> {
  if (standard === null) return;
  const rows = await tx.query<unknown[]>(
    `select 1 from standard_version where standard_id = $1 and number = $2 and state = 'published'`,
    [standard.id, standard.number],
  );
  if (rows.length === 0)
    refuse('unknownInPlan', [{ path: 'standard', message: 'is not published', constraint: 'known' }]);
}

async function refusePeople(tx: EntityManager, plan: Plan): Promise<void> {
  const people = peopleOf(plan);
  const rows = await tx.query<{ id: string; fit: boolean }[]>(
    `select p.id, coalesce(bool_and(o.role not in ('sysadmin', 'secadmin', 'auditadmin')), false) as fit
     from person p left join post o on o.person_id = p.id and o.from_at <= now() and (o.to_at is null or o.to_at > now())
     where p.id = any($1) group by p.id`,
    [people.map(({ id }) => id)],
  );
  const fit = new Map(rows.map((row) => [row.id, row.fit]));
  const named = (constraint: string, isWrong: (id: string) => boolean): FieldError[] =>
    people.flatMap(({ id, path }) => (isWrong(id) ? [{ path, message: constraint, constraint }] : []));
  refuse(
    'unknownInPlan',
    named('known', (id) => !fit.has(id)),
  );
  refuse(
    'unfitInspector',
    named('fit', (id) => fit.get(id) === false),
  );
}

/** Leaders and members against what their group goes to, by what was chosen and what was drawn. */
async function refuseRecusedIn(tx: EntityManager, plan: Plan): Promise<void> {
  const sites = await tx.query<{ id: string; unitId: string }[]>(
    'select id, unit_id as "unitId" from site where id = any($1)',
    [plan.sites.map(({ siteId }) => siteId)],
  );
  const unitOf = new Map(sites.map(({ id, unitId }) => [id, unitId]));
  const goesTo = plan.groups.map(({ unitIds }, i) => {
    const own = plan.sites.filter(({ group }) => group === i + 1);
    return new Set([...unitIds, ...own.map(({ siteId }) => unitOf.get(siteId) ?? '')]);
  });
  const going = peopleOf(plan).filter(({ path }) => /leaderId|memberIds/.test(path));
  const units = [...new Set(goesTo.flatMap((one) => [...one]))];
  const recusals = await recusalsOf(
    tx,
    going.map(({ id }) => id),
    units,
  );
  const errors = going.flatMap(({ id, path }): FieldError[] => {
    const group = Number(/\d+/.exec(path)?.[0]);
    const found = recusals.find(({ personId, unitId }) => personId === id && goesTo[group]?.has(unitId));
    return found ? [{ path, message: found.reason, constraint: found.reason }] : [];
  });
  refuse('recusedInspector', errors);
}

function designationErrors({ designation, fromOn, toOn }: Plan): FieldError[] {
  if (designation === null) return [];
  const early = fromOn !== null && fromOn < designation.fromOn;
  const late = toOn !== null && toOn > designation.toOn;
  return [
    ...(early ? [{ path: 'designation.fromOn', message: 'begins after the plan', constraint: 'covers' }] : []),
    ...(late ? [{ path: 'designation.toOn', message: 'ends before the plan', constraint: 'covers' }] : []),
  ];
}
