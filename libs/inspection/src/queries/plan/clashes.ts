import type { EntityManager } from 'typeorm';

/** Another inspection that meets an object in the same week. Days are `YYYY-MM-DD`. */
export interface ClashRow {
  readonly inspectionId: string;
  readonly number: string | null;
  readonly name: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly unitId: string;
  readonly unitName: string;
}

/** What an inspection would meet others with; `id` null where it has no row yet. */
export interface Meeting {
  readonly id: string | null;
  readonly standing: boolean;
  readonly fromOn: string | null;
  readonly toOn: string | null;
  readonly unitIds: readonly string[];
}

type Asked = Pick<EntityManager, 'query'>;

// weeks begin on Monday; a standing patrol is one plan for the whole year and clashes with nobody
const clashSql = `
  select o.id as "inspectionId", o.number, o.name, o.from_on::text as "fromOn", o.to_on::text as "toOn", u.id as "unitId", u.short_name as "unitName"
  from inspection_object other
    join inspection o on o.id = other.inspection_id and o.id is distinct from $1::uuid and o.state in ('planned', 'released', 'on_site') and not o.standing
    join unit u on u.id = other.unit_id
  where other.unit_id = any($2::uuid[])
    and date_trunc('week', o.from_on) <= date_trunc('week', $4::date) and date_trunc('week', $3::date) <= date_trunc('week', o.to_on)
  order by o.from_on, o.id, u.id limit 200`;

/** What it would meet (A14); empty when it meets nobody. */
export function clashesWith(asked: Asked, { id, standing, fromOn, toOn, unitIds }: Meeting): Promise<ClashRow[]> {
  if (standing || fromOn === null || toOn === null || unitIds.length === 0) return Promise.resolve([]);
  return asked.query<ClashRow[]>(clashSql, [id, unitIds, fromOn, toOn]);
}

/** The same of an inspection that stands in the register. */
export async function clashesOf(asked: Asked, inspectionId: string): Promise<ClashRow[]> {
  const [meeting] = await asked.query<Meeting[]>(
    `select i.id, i.standing, i.from_on::text as "fromOn", i.to_on::text as "toOn",
       array(select o.unit_id from inspection_object o where o.inspection_id = i.id) as "unitIds"
     from inspection i where i.id = $1`,
    [inspectionId],
  );
  return meeting ? clashesWith(asked, meeting) : [];
}
