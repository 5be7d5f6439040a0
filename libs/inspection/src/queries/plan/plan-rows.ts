import type { EntityManager } from 'typeorm';
import type { Designation, Plan, PlannedGroup, PlannedObject, PlannedSite } from '../../domain/plan/plan.js';
import { planFault } from '../../plan-faults.js';

type Asked = Pick<EntityManager, 'query'>;

interface Header extends Omit<Plan, 'standard' | 'designation' | 'objects' | 'sites' | 'groups' | 'supervisorIds'> {
  readonly standardId: string | null;
  readonly standardNumber: number | null;
  readonly designation: Designation | null;
}

const headerSql = `
  select name, content_class as "contentClass", type, methods, purpose, scope, frequency_words as "frequencyWords",
    standard_id as "standardId", standard_number as "standardNumber", from_on::text as "fromOn", to_on::text as "toOn",
    villages_per_unit as "villagesPerUnit", households_per_village as "householdsPerVillage",
    case when designated_unit_id is not null then jsonb_build_object('unitId', designated_unit_id, 'matter', designation_matter,
      'scope', designation_scope, 'duty', designation_duty, 'fromOn', designation_from_on, 'toOn', designation_to_on) end as designation
  from inspection where id = $1`;

const objectsSql = `select unit_id as "unitId", necessity from inspection_object where inspection_id = $1 order by unit_id`;

// what was drawn is no part of the document: the quotas are
const sitesSql = `
  select s.site_id as "siteId", g.number as "group" from inspection_site s left join inspection_group g on g.id = s.group_id
  where s.inspection_id = $1 and s.stratum is null order by g.number, s.site_id`;

const groupsSql = `
  select g.name, g.charter, g.unit_ids as "unitIds",
    (select m.person_id from inspection_member m where m.group_id = g.id and m.duty = 'leader') as "leaderId",
    array(select m.person_id from inspection_member m where m.group_id = g.id and m.duty = 'member' order by m.person_id) as "memberIds",
    array(select m.person_id from inspection_member m where m.group_id = g.id and m.duty = 'invited' order by m.person_id) as "invitedIds"
  from inspection_group g where g.inspection_id = $1 order by g.number`;

/** The plan of an inspection as one document. @throws Fault `inspection.inspectionNotFound` */
export async function planOf(asked: Asked, inspectionId: string): Promise<Plan> {
  const [header] = await asked.query<Header[]>(headerSql, [inspectionId]);
  if (!header) throw planFault('inspectionNotFound');
  const objects = await asked.query<PlannedObject[]>(objectsSql, [inspectionId]);
  const sites = await asked.query<PlannedSite[]>(sitesSql, [inspectionId]);
  const groups = await asked.query<PlannedGroup[]>(groupsSql, [inspectionId]);
  const roving = await asked.query<{ personId: string }[]>(
    `select person_id as "personId" from inspection_member where inspection_id = $1 and duty = 'supervisor' order by person_id`,
    [inspectionId],
  );
  const { standardId, standardNumber, ...said } = header;
  const standard = standardId === null || standardNumber === null ? null : { id: standardId, number: standardNumber };
  return { ...said, standard, objects, sites, groups, supervisorIds: roving.map(({ personId }) => personId) };
}
