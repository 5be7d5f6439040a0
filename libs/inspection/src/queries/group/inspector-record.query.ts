import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import type {
  CompetenceView,
  DeclarationView,
  InspectorRecordView,
  InspectorView,
} from '../../http/group/inspector.view.js';
import { planFault } from '../../plan-faults.js';
import { inspectorColumns, inspectorSources } from './inspector-rows.js';

const competencesSql = `
  select c.id, c.kind, c.from_on::text as "fromOn", c.to_on::text as "toOn", by.name as "recordedBy", c.recorded_at as "recordedAt", c.ended_at as "endedAt",
    c.ended_at is null and c.from_on <= d.today and c.to_on >= d.today as holds, c.ended_at is null and c.kind <> 'secrecy' and c.to_on >= d.today as endable
  from competence c join person by on by.id = c.recorded_by cross join (select (now() at time zone 'Asia/Shanghai')::date as today) d
  where c.person_id = $1 order by c.recorded_at desc, c.id desc limit 200`;

const declarationsSql = `
  select r.id, r.ground, jsonb_build_object('id', u.id, 'shortName', u.short_name) as unit, by.name as "declaredBy", r.declared_at as "declaredAt",
    r.ended_at as "endedAt", ender.name as "endedBy", r.end_reason as "endReason", r.ended_at is null and r.person_id <> $2 as endable
  from recusal_declaration r join unit u on u.id = r.unit_id join person by on by.id = r.declared_by left join person ender on ender.id = r.ended_by
  where r.person_id = $1 order by r.declared_at desc, r.id desc limit 200`;

/** What one person brings along, with the history of it. */
@Injectable()
export class InspectorRecord {
  constructor(private readonly store: Store) {}

  /**
   * @param readerId who reads: nobody ends their own declaration
   * @throws Fault `inspection.inspectorNotFound`
   */
  async of(personId: string, readerId: string): Promise<InspectorRecordView> {
    const row = await this.store.queryOne<InspectorView>(
      `select ${inspectorColumns} from ${inspectorSources} where p.id = $1`,
      [personId],
    );
    if (!row) throw planFault('inspectorNotFound');
    return {
      ...row,
      competences: await this.store.query<CompetenceView>(competencesSql, [personId]),
      declarations: await this.store.query<DeclarationView>(declarationsSql, [personId, readerId]),
    };
  }
}
