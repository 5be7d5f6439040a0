import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { COUNT_CAP, type CappedCount, cappedCount, decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { LedgerFilter, LedgerQuery } from '../http/ledger.dto.js';
import type { Grouping } from '../domain/ledger-shape.js';
import type { LedgerGroups, LedgerRow } from '../http/ledger.view.js';
import { Doings } from './doings.query.js';
import { dueAfter, ledgerCount, ledgerIds, newestBefore } from './ledger-choice.js';
import { type LedgerFacts, ledgerFactsOf } from './ledger-facts.js';
import { groupsOf } from './ledger-groups.js';
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
    return cappedCount(await this.countUpTo(COUNT_CAP + 1, filter, 'task.read', by));
  }

  /** How many the act reaches; counting stops at `most`. */
  countUpTo(most: number, filter: LedgerFilter, act: 'task.read' | 'task.export', by: Actor): Promise<number> {
    return ledgerCount(this.store, { filter, act, by, place: newestBefore(null) }, most);
  }

  /** In groups, over the newest 10,000 that match. */
  async groups(filter: LedgerFilter, grouping: Grouping, by: Actor): Promise<LedgerGroups> {
    const choice = { filter, act: 'task.read' as const, by, place: newestBefore(null) };
    const ids = await ledgerIds(this.store, choice, COUNT_CAP + 1);
    const counted = ids.slice(0, COUNT_CAP);
    const items = await groupsOf(this.store, counted, grouping);
    return { by: grouping, items, total: counted.length, capped: ids.length > COUNT_CAP };
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
