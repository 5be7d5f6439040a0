import { Injectable } from '@nestjs/common';
import { type Actor, scopeOf, scopeSql, SqlParams, standing } from '@ducha/access';
import { Store } from '@ducha/store';

/** Records that acts are about; inspections are asked for apart, because what was found by one names it, too. */
export interface AskedRecords {
  readonly ids: readonly string[];
  readonly inspectionIds: readonly string[];
}

/** Somebody who goes along with an inspection. */
export interface GoingAlong {
  readonly inspectionId: string;
  readonly personId: string;
}

/** How an inspection stands among what is readable. */
export const inspectionKey = (id: string): string => `inspection ${id}`;

/** Whether the post of an open page is one in which its person goes along. */
export const goesInRole = ({ role }: Actor): boolean => scopeOf('inspection.read', role) === 'grouped';

/** Finds out which records an actor may be told about, by the same policy rows that filter the lists. */
@Injectable()
export class EventRights {
  constructor(private readonly store: Store) {}

  /** Those that are tasks, shares of tasks, matters or (by `inspectionKey`) inspections which the actor’s role may read. */
  async readable(actor: Actor, { ids, inspectionIds }: AskedRecords): Promise<Set<string>> {
    if (ids.length + inspectionIds.length === 0) return new Set();
    const params = new SqlParams();
    const wanted = params.add(ids);
    // whoever goes along is asked for by name: `goingAlong`
    const scope = scopeOf('inspection.read', actor.role);
    const seesAll = scope === 'all' || scope === 'released';
    const inspections = seesAll
      ? `union all select '${inspectionKey('')}' || i.id from inspection i where i.id = any(${params.add(inspectionIds)}::uuid[]) and ${scopeSql('inspection.read', actor, 'i', params)}`
      : '';
    const rows = await this.store.query<{ id: string }>(
      `select t.id::text from task t where t.id = any(${wanted}::uuid[]) and ${scopeSql('task.read', actor, 't', params)}
       union all select a.id::text from assignment a where a.id = any(${wanted}::uuid[]) and ${scopeSql('assignment.read', actor, 'a', params)}
       union all select m.id::text from matter m where m.id = any(${wanted}::uuid[]) and ${scopeSql('matter.read', actor, 'm', params)} ${inspections}`,
      params.values,
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Who goes along with which of these inspections since its release, in whatever post their page is open. */
  goingAlong(inspectionIds: readonly string[]): Promise<GoingAlong[]> {
    if (inspectionIds.length === 0) return Promise.resolve([]);
    return this.store.query<GoingAlong>(
      `select m.inspection_id as "inspectionId", m.person_id as "personId" from inspection_member m join inspection i on i.id = m.inspection_id
       where i.id = any($1::uuid[]) and i.released_at is not null and (m.to_at is null or m.to_at > now())`,
      [inspectionIds],
    );
  }

  /** Those of `sessionIds` that are still open in the same post, while it is held. */
  async stillOpen(sessionIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.store.query<{ key: string }>(
      `select s.id || ':' || coalesce(s.post_id::text, '') as key from session s join account a on a.id = s.account_id
         join post p on p.id = s.post_id and p.from_at <= now() and (p.to_at is null or p.to_at > now())
       where s.id = any($1::uuid[]) and s.stage = 'open' and ${standing}`,
      [sessionIds],
    );
    return new Set(rows.map(({ key }) => key));
  }
}
