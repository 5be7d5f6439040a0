import { Injectable } from '@nestjs/common';
import { type Actor, scopeSql, SqlParams } from '@ducha/access';
import { type Page, pageOf, type PageQuery, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { OwnMatterView } from '../http/own-matter.view.js';
import { matterFault } from '../matter-faults.js';
import { idCursor } from './id-cursor.js';
import { type SetAsideFacts, setAsideColumn, setAsideOf } from './set-aside.js';

type OwnFacts = Omit<OwnMatterView, 'setAside'> & { readonly setAside: SetAsideFacts | null };

const columns = (
  me: string,
): string => `m.id, m.kind, m.title, m.intake_no as "intakeNo", m.state, m.received_at as "receivedAt", m.closed_at as "closedAt", ${setAsideColumn},
  (select coalesce(jsonb_agg(distinct u.short_name), '[]') from task t join unit u on u.id = t.lead_unit_id
   where t.matter_id in (m.id, m.merged_into_id) and t.state not in ('draft', 'proposed', 'cancelled')) as "leadUnits",
  (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'round', r.round, 'number', r.number, 'body', r.body, 'repliedAt', r.replied_at,
     'feedback', r.feedback, 'lapsedAt', r.lapsed_at) order by r.round desc), '[]')
   from reply r join signatory g on g.id = r.signatory_id where g.matter_id = m.id and g.person_id = ${me}::uuid) as replies`;

/** What a proponent sees: his own matters, and of them only what he is told. */
@Injectable()
export class OwnMatters {
  constructor(private readonly store: Store) {}

  /** The latest first. */
  async page(query: PageQuery, by: Actor): Promise<Page<OwnMatterView>> {
    const params = new SqlParams();
    const before = idCursor(query.cursor);
    const limit = pageSize(query);
    const me = params.add(by.personId);
    const scope = scopeSql('matter.own', by, 'm', params);
    const rows = await this.store.query<OwnFacts>(
      `select ${columns(me)} from matter m where ${scope} and (${params.add(before)}::uuid is null or m.id < $${params.values.length}::uuid)
       order by m.id desc limit ${params.add(limit + 1)}`,
      params.values,
    );
    return pageOf(rows, limit, viewOf, ({ id }) => [id]);
  }

  /** @throws Fault `matter.notFound` */
  async read(id: string, by: Actor): Promise<OwnMatterView> {
    const params = new SqlParams();
    const me = params.add(by.personId);
    const row = await this.store.queryOne<OwnFacts>(
      `select ${columns(me)} from matter m where m.id = ${params.add(id)}::uuid and ${scopeSql('matter.own', by, 'm', params)}`,
      params.values,
    );
    if (!row) throw matterFault('notFound');
    return viewOf(row);
  }
}

const viewOf = (row: OwnFacts): OwnMatterView => ({ ...row, setAside: setAsideOf(row.setAside) });
