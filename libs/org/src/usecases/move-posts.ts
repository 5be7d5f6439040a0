import { Inject, Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';

const endSql = `
  update post p set to_at = now(), version = p.version + 1 where p.unit_id = $1 and p.from_at < now() and (p.to_at is null or p.to_at > now())
  returning p.id`;

/** A head goes on only where the successor has none, nobody gets what they hold there already, and a secondment keeps its end. */
const goOnSql = `
  insert into post (id, person_id, role, unit_id, title, serves_person_id, from_at, to_at, given_by, home_unit_id, version)
  select g.id, p.person_id, p.role, $2, p.title, p.serves_person_id, now(), null, $3, null, 1
  from jsonb_to_recordset($1::jsonb) as g(id uuid, "postId" uuid) join post p on p.id = g."postId"
  where p.home_unit_id is null
    and not exists (select 1 from post h where h.unit_id = $2 and h.role = p.role and (h.to_at is null or h.to_at > now())
      and (h.person_id = p.person_id or p.role = 'unit_head'))
  on conflict do nothing
  returning id`;

/** Moves the people of a unit that ends into its successor, under the same titles. Without one their posts end. */
@Injectable()
export class MovePosts {
  constructor(
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Posts end at the moment at which that is recorded, whatever day the unit's end bears: until then people acted in them. */
  async run(tx: EntityManager, by: Doer, unitId: string, successorId: string | null): Promise<void> {
    const [ended] = await tx.query<[{ id: string }[], number]>(endSql, [unitId]);
    const record = (act: string, unit: string, rows: readonly { id: string }[]): Promise<void> =>
      this.audit.record(
        tx,
        ...rows.map(({ id }) => ({ act, subject: { type: 'post', id }, by, facts: { unitId: unit } })),
      );
    await record('post.end', unitId, ended);
    if (successorId === null) return;
    const wanted = ended.map(({ id }) => ({ id: this.ids.next(), postId: id }));
    const given = await tx.query<{ id: string }[]>(goOnSql, [JSON.stringify(wanted), successorId, by.personId]);
    await record('post.give', successorId, given);
  }
}
