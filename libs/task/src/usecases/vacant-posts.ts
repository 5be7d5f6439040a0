import type { NewNotice } from '@ducha/notice';
import { prepared } from '@ducha/store';
import type { EntityManager } from 'typeorm';

interface Vacancy {
  readonly unitId: string;
  readonly role: string;
  readonly name: string;
  readonly day: string;
  readonly personIds: string[];
}

const inForce = `p.from_at <= now() and (p.to_at is null or p.to_at > now())`;

/** Posts that ladders name and nobody holds, in units that were just given something; with who can fill them. */
const vacantSql = prepared(`
  select u.id as "unitId", r.role, u.short_name as name, to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day,
    array(select distinct p.person_id from post p where p.role in ('sysadmin', 'bureau_head') and ${inForce}) as "personIds"
  from unit u cross join (values ('unit_head'), ('unit_liaison')) as r(role)
  where u.id = any($1::uuid[]) and not exists (select 1 from post p where p.unit_id = u.id and p.role = r.role and ${inForce})`);

/**
 * Work went to a unit in which a post is vacant: what its clocks have to say will go to the next one up. Who can fill the post is
 * told, once a day.
 */
export async function vacancyNotices(tx: EntityManager, unitIds: readonly string[]): Promise<NewNotice[]> {
  if (unitIds.length === 0) return [];
  const vacant = await tx.query<Vacancy[]>(vacantSql, [[...new Set(unitIds)]]);
  return vacant.flatMap(({ unitId, role, name, day, personIds }) =>
    personIds.map((personId) => ({
      kind: `post.vacant_${role}`,
      dedupeKey: `post.vacant:${unitId}:${role}:${day}:${personId}`,
      personId,
      facts: { unitName: name },
    })),
  );
}
