import type { EntityManager } from 'typeorm';
import type { PostedPerson } from '../../domain/recognition/named-person.js';
import type { Account, RecognitionKind } from '../../domain/recognition/recognition.js';
import { findingFault } from '../../finding-faults.js';

/** A household as far as it is asked about. */
export interface PlaceFacts {
  readonly villageId: string;
}

/** The village of the household that is visited. @throws Fault `finding.notHousehold` */
export async function householdAt(tx: EntityManager, siteId: string | null): Promise<PlaceFacts> {
  const [place] = await tx.query<PlaceFacts[]>(
    `select parent_id as "villageId" from site where id = $1 and kind = 'household'`,
    [siteId],
  );
  if (!place) throw findingFault('notHousehold');
  return place;
}

/** Who is posted to a village today; its own committee is no posted team. */
export const postedTo = (tx: Pick<EntityManager, 'query'>, villageId: string): Promise<PostedPerson[]> =>
  tx.query<PostedPerson[]>(
    `select p.name, o.role from posting o join person p on p.id = o.person_id cross join (select (now() at time zone 'Asia/Shanghai')::date as day) d
     where o.site_id = $1 and o.role <> 'village_committee' and o.from_on <= d.day and (o.to_on is null or o.to_on >= d.day) order by o.from_on, p.name`,
    [villageId],
  );

/** An account that was taken down, and what it has raised. */
export interface TakenAccount extends Account {
  readonly findingId: string | null;
  readonly clause: string | null;
}

/** What was said at a visit, by who was asked. */
export async function accountsOf(
  tx: EntityManager,
  visitId: string,
): Promise<Partial<Record<RecognitionKind, TakenAccount>>> {
  const rows = await tx.query<(TakenAccount & { readonly kind: RecognitionKind })[]>(
    `select kind, knows, named, members, incomes, policies, clause_key as clause, finding_id as "findingId" from recognition where visit_id = $1`,
    [visitId],
  );
  return Object.fromEntries(rows.map((row) => [row.kind, row]));
}
