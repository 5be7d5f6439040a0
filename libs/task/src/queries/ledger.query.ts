import { Injectable } from '@nestjs/common';
import { type Actor, SqlParams } from '@ducha/access';
import { COUNT_CAP, type CappedCount, cappedCount, decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { LedgerFilter, LedgerQuery } from '../http/ledger.dto.js';
import type { LedgerRow } from '../http/ledger.view.js';
import { Doings } from './doings.query.js';
import { dueAfter, ledgerIds, newestBefore } from './ledger-choice.js';
import { type LedgerFacts, ledgerFactsOf } from './ledger-facts.js';
import { ledgerConditions } from './ledger-filter.js';
import { ledgerRowOf } from './ledger-row.js';

/** The ledger (台账): the filterable list people live in. */
@Injectable()
export class Ledger {
  constructor(
    private readonly store: Store,
    private readonly doings: Doings,
  ) {}

  async page(query: LedgerQuery, by: Actor): Promise<Page<LedgerRow>> {
    const limit = pageSize(query);
    const facts =
      query.sort === 'due' ? await this.byDue(query, by, limit + 1) : await this.recent(query, by, limit + 1);
    const page = pageOf(
      facts,
      limit,
      (row) => row,
      ({ id, dueKey }) => (query.sort === 'due' ? [dueKey, id] : [id]),
    );
    const doing = await this.doings.of(
      page.items.map(({ id }) => id),
      by,
    );
    return { items: page.items.map((row) => ledgerRowOf(row, doing(row.id), by)), next: page.next };
  }

  /** Exact up to 10,000. */
  async count(filter: LedgerFilter, by: Actor): Promise<CappedCount> {
    const params = new SqlParams();
    const where = ledgerConditions(filter, 'task.read', by, params).join(' and ');
    const row = await this.store.queryOne<{ n: number }>(
      `select count(*)::int as n from (select 1 from task t where ${where} limit ${COUNT_CAP + 1}) as c`,
      params.values,
    );
    return cappedCount(row?.n ?? 0);
  }

  /** The newest `limit` tasks before the id; what the export walks along. */
  async before(
    filter: LedgerFilter,
    act: 'task.read' | 'task.export',
    by: Actor,
    id: string | null,
    limit: number,
  ): Promise<LedgerFacts[]> {
    const ids = await ledgerIds(this.store, { filter, act, by, place: newestBefore(id) }, limit);
    return ledgerFactsOf(this.store, ids);
  }

  private recent(query: LedgerQuery, by: Actor, limit: number): Promise<LedgerFacts[]> {
    const before = decodeCursor(query.cursor, 'id');
    return this.before(query, 'task.read', by, before === null ? null : String(before[0]), limit);
  }

  private async byDue(query: LedgerQuery, by: Actor, limit: number): Promise<LedgerFacts[]> {
    const after = decodeCursor(query.cursor, 'instant', 'id');
    const place = dueAfter(after && { dueAt: String(after[0]), id: String(after[1]) });
    const ids = await ledgerIds(this.store, { filter: query, act: 'task.read', by, place }, limit);
    return ledgerFactsOf(this.store, ids);
  }
}
