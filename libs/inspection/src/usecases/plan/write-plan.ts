import { Inject, Injectable } from '@nestjs/common';
import { IDS, type Ids } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import type { Plan, PlannedGroup } from '../../domain/plan/plan.js';

const headerSql = `
  update inspection set name = $2, content_class = $3, type = $4, methods = $5, purpose = $6, scope = $7, frequency_words = $8,
    standard_id = $9, standard_number = $10, from_on = $11, to_on = $12, villages_per_unit = $13, households_per_village = $14,
    designated_unit_id = $15, designation_matter = $16, designation_scope = $17, designation_duty = $18,
    designation_from_on = $19, designation_to_on = $20
  where id = $1`;

/**
 * Writes a whole plan as rows, in the place of the one before; nothing outside the document is needed. What was drawn
 * stays where its object and its group stay. Only before the release: afterwards visits stand on these rows.
 */
@Injectable()
export class WritePlan {
  constructor(@Inject(IDS) private readonly ids: Ids) {}

  async run(tx: EntityManager, inspectionId: string, plan: Plan): Promise<void> {
    await tx.query(headerSql, [inspectionId, ...headerOf(plan)]);
    const objects = JSON.stringify(plan.objects);
    await tx.query(
      `delete from inspection_site where inspection_id = $1 and (stratum is null or unit_id not in
         (select o."unitId" from jsonb_to_recordset($2::jsonb) as o("unitId" uuid)))`,
      [inspectionId, objects],
    );
    await tx.query(
      'delete from inspection_object where inspection_id = $1 and not exists (select 1 from inspection_site s where s.inspection_id = $1 and s.unit_id = inspection_object.unit_id)',
      [inspectionId],
    );
    await tx.query(
      `insert into inspection_object (inspection_id, unit_id, necessity)
       select $1, o."unitId", o.necessity from jsonb_to_recordset($2::jsonb) as o("unitId" uuid, necessity text)
       on conflict (inspection_id, unit_id) do update set necessity = excluded.necessity`,
      [inspectionId, objects],
    );
    await this.writeGroups(tx, inspectionId, plan);
    await tx.query(
      `insert into inspection_site (inspection_id, site_id, unit_id, group_id)
       select $1, s.id, s.unit_id, g.id from jsonb_to_recordset($2::jsonb) as p("siteId" uuid, "group" int)
         join site s on s.id = p."siteId" left join inspection_group g on g.inspection_id = $1 and g.number = p."group"
       on conflict (inspection_id, site_id) do update set group_id = excluded.group_id, stratum = null`,
      [inspectionId, JSON.stringify(plan.sites)],
    );
  }

  private async writeGroups(tx: EntityManager, inspectionId: string, { groups, supervisorIds }: Plan): Promise<void> {
    await tx.query('delete from inspection_member where inspection_id = $1', [inspectionId]);
    await tx.query(
      `update inspection_site set group_id = null where group_id in
         (select id from inspection_group where inspection_id = $1 and number > $2)`,
      [inspectionId, groups.length],
    );
    await tx.query('delete from inspection_group where inspection_id = $1 and number > $2', [
      inspectionId,
      groups.length,
    ]);
    const rows = groups.map(({ name, charter, unitIds }, i) => ({
      id: this.ids.next(),
      number: i + 1,
      name,
      charter,
      unitIds,
    }));
    await tx.query(
      `insert into inspection_group (id, inspection_id, number, name, charter, unit_ids, state, version)
       select g.id, $1, g.number, g.name, g.charter, array(select jsonb_array_elements_text(g."unitIds")::uuid), 'formed', 1
       from jsonb_to_recordset($2::jsonb) as g(id uuid, number int, name text, charter text, "unitIds" jsonb)
       on conflict (inspection_id, number) do update set name = excluded.name, charter = excluded.charter, unit_ids = excluded.unit_ids`,
      [inspectionId, JSON.stringify(rows)],
    );
    await tx.query(
      `insert into inspection_member (inspection_id, group_id, person_id, duty, from_at)
       select $1, g.id, m."personId", m.duty, now() from jsonb_to_recordset($2::jsonb) as m("personId" uuid, duty text, "group" int)
         left join inspection_group g on g.inspection_id = $1 and g.number = m."group"`,
      [inspectionId, JSON.stringify([...groups.flatMap(membersOf), ...supervisorIds.map(supervisor)])],
    );
  }
}

interface Member {
  readonly personId: string;
  readonly duty: 'leader' | 'member' | 'invited' | 'supervisor';
  readonly group: number | null;
}

const supervisor = (personId: string): Member => ({ personId, duty: 'supervisor', group: null });

const membersOf = ({ leaderId, memberIds, invitedIds }: PlannedGroup, i: number): Member[] => [
  ...(leaderId === null ? [] : [{ personId: leaderId, duty: 'leader' as const, group: i + 1 }]),
  ...memberIds.map((personId) => ({ personId, duty: 'member' as const, group: i + 1 })),
  ...invitedIds.map((personId) => ({ personId, duty: 'invited' as const, group: i + 1 })),
];

function headerOf(plan: Plan): unknown[] {
  const { standard, designation } = plan;
  return [
    ...[plan.name, plan.contentClass, plan.type, plan.methods, plan.purpose, plan.scope, plan.frequencyWords],
    ...[standard?.id ?? null, standard?.number ?? null, plan.fromOn, plan.toOn],
    ...[plan.villagesPerUnit, plan.householdsPerVillage],
    ...[
      designation?.unitId ?? null,
      designation?.matter ?? null,
      designation?.scope ?? null,
      designation?.duty ?? null,
    ],
    ...[designation?.fromOn ?? null, designation?.toOn ?? null],
  ];
}
