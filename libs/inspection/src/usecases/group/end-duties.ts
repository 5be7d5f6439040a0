import { Injectable } from '@nestjs/common';
import { IssuedSessions, People } from '@ducha/access';
import type { Doer } from '@ducha/audit';
import type { EntityManager } from 'typeorm';

// a post that another inspection stands on as well ends with the last of them
const endingSql = `
  select distinct o.id from inspection_member m join post o on o.id = m.post_id
  where m.inspection_id = $1 and o.from_at <= now() and (o.to_at is null or o.to_at > now())
    and not exists (select 1 from inspection_member other where other.post_id = o.id and other.inspection_id <> $1 and other.to_at is null)
  order by o.id`;

/** Ends what an inspection gave: its people are members no longer, the posts of its release end with it, and devices issued for it are signed out. */
@Injectable()
export class EndDuties {
  constructor(
    private readonly people: People,
    private readonly issued: IssuedSessions,
  ) {}

  /** Within the transaction that ends the inspection. `by` null: time ended it. */
  async run(tx: EntityManager, inspectionId: string, by: Doer | null): Promise<void> {
    await tx.query('update inspection_member set to_at = now() where inspection_id = $1 and to_at is null', [
      inspectionId,
    ]);
    await this.issued.end(tx, inspectionId);
    for (const { id } of await tx.query<{ id: string }[]>(endingSql, [inspectionId]))
      await this.people.endPost(tx, id, by);
  }
}
