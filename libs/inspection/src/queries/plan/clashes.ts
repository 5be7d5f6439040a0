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

// weeks begin on Monday; a standing patrol is one plan for the whole year and clashes with nobody
const clashSql = `
  select o.id as "inspectionId", o.number, o.name, o.from_on::text as "fromOn", o.to_on::text as "toOn", u.id as "unitId", u.short_name as "unitName"
  from inspection i join inspection_object mine on mine.inspection_id = i.id
    join inspection_object other on other.unit_id = mine.unit_id and other.inspection_id <> i.id
    join inspection o on o.id = other.inspection_id and o.state in ('planned', 'released', 'on_site') and not o.standing
    join unit u on u.id = mine.unit_id
  where i.id = $1 and not i.standing
    and date_trunc('week', o.from_on) <= date_trunc('week', i.to_on) and date_trunc('week', i.from_on) <= date_trunc('week', o.to_on)
  order by o.from_on, o.id, u.id limit 200`;

/** What an inspection would meet (A14); empty when it meets nobody. */
export const clashesOf = (asked: Pick<EntityManager, 'query'>, inspectionId: string): Promise<ClashRow[]> =>
  asked.query<ClashRow[]>(clashSql, [inspectionId]);
