import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import { mayDecideExport } from '../domain/export-lifecycle.js';
import type { ExportRequestQuery } from '../http/export-request.dto.js';
import type { ExportAction, ExportRequestView } from '../http/export-request.view.js';
import { registersDecidedBy } from '../usecases/export-registers.js';
import { taskFault } from '../task-faults.js';

type Facts = Omit<ExportRequestView, 'actions'>;

const person = (alias: string): string =>
  `case when ${alias}.id is not null then jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name) end`;

const factsSql = `
  select e.id, e.version, e.register, e.format, e.filters, e.rows, e.rows_capped as "rowsCapped", e.unmasked, e.reason, e.asked_at as "askedAt", e.decided_at as "decidedAt",
    e.decided_words as "decidedWords", e.taken_at as "takenAt", e.lapses_at as "lapsesAt", ${person('a')} as "askedBy", ${person('d')} as "decidedBy",
    case when e.state in ('requested', 'approved') and e.lapses_at <= now() then 'lapsed' else e.state end as state
  from export_request e join person a on a.id = e.asked_by left join person d on d.id = e.decided_by
  where (e.register = any($1::text[]) or e.asked_by = $2::uuid)`;

/** Requests for exports: one's own, and all of them to who decides. */
@Injectable()
export class ExportRequests {
  constructor(private readonly store: Store) {}

  /** Newest first. */
  async page(query: ExportRequestQuery, by: Actor): Promise<Page<ExportRequestView>> {
    const before = decodeCursor(query.cursor, 'id');
    const limit = pageSize(query);
    const rows = await this.store.query<Facts>(
      `${factsSql} and ($3::uuid is null or e.id < $3::uuid) and (not $4::boolean or (e.state = 'requested' and e.lapses_at > now())) order by e.id desc limit $5`,
      [registersDecidedBy(by), by.personId, before?.[0] ?? null, query.waiting === 'true', limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => viewOf(row, by),
      ({ id }) => [id],
    );
  }

  /** @throws Fault `task.exportRequestNotFound` */
  async one(id: string, by: Actor): Promise<ExportRequestView> {
    const row = await this.store.queryOne<Facts>(`${factsSql} and e.id = $3`, [
      registersDecidedBy(by),
      by.personId,
      id,
    ]);
    if (!row) throw taskFault('exportRequestNotFound');
    return viewOf(row, by);
  }
}

function viewOf(facts: Facts, by: Actor): ExportRequestView {
  const { state, askedBy, register } = facts;
  const mayDecide =
    state === 'requested' && registersDecidedBy(by).includes(register) && mayDecideExport({ askedBy: askedBy.id }, by);
  const mayTake = state === 'approved' && askedBy.id === by.personId && register !== 'register';
  const actions: ExportAction[] = [
    ...(mayDecide ? (['approve', 'refuse'] as const) : []),
    ...(mayTake ? (['take'] as const) : []),
  ];
  return { ...facts, actions };
}
