import { Injectable } from '@nestjs/common';
import { type Actor, scopeSql, SqlParams } from '@ducha/access';
import { type CappedCount, COUNT_CAP, cappedCount, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { MatterStanding } from '../domain/matter-actions.js';
import type { MatterFilter, MatterListQuery } from '../http/matter-filter.dto.js';
import type { MatterListRow } from '../http/matter.view.js';
import { idCursor } from './id-cursor.js';
import { matterActionsFor } from './matter-actions-for.js';
import { matterConditions } from './matter-conditions.js';
import { standingColumns } from './matter-standing.js';

// a word in every fortieth matter fills a page of fifty from these
const latestCount = 2_000;

/** Columns of a row in a list, for the alias `m`. */
export const listColumns = `m.id, m.version, m.intake_no as "intakeNo", m.number, m.title, m.category, m.needs_triage as "needsTriage",
  m.occurred_at as "occurredAt", m.received_at as "receivedAt", m.closed_at as "closedAt",
  (select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.id = m.principal_id) as principal,
  (select coalesce(jsonb_agg(distinct jsonb_build_object('id', u.id, 'shortName', u.short_name)), '[]') from task t join unit u on u.id = t.lead_unit_id
   where t.matter_id = m.id and t.state <> 'cancelled') as "leadUnits"`;

/** A list row as the database gives it. */
export type ListFacts = Omit<MatterListRow, 'actions'> & MatterStanding;

/** The list row of what was read. */
export function listRowOf(facts: ListFacts, by: Actor): MatterListRow {
  const {
    id,
    version,
    kind,
    state,
    intakeNo,
    number,
    title,
    category,
    needsTriage,
    occurredAt,
    receivedAt,
    closedAt,
    principal,
    leadUnits,
    restricted,
  } = facts;
  const actions = matterActionsFor(facts, by);
  return {
    id,
    version,
    kind,
    state,
    intakeNo,
    number,
    title,
    category,
    needsTriage,
    occurredAt,
    receivedAt,
    closedAt,
    principal,
    leadUnits,
    restricted,
    actions,
  };
}

/** The list of matters that a person may see. */
@Injectable()
export class MatterList {
  constructor(private readonly store: Store) {}

  /** The latest first. */
  async page(query: MatterListQuery, by: Actor): Promise<Page<MatterListRow>> {
    const params = new SqlParams();
    const before = idCursor(query.cursor);
    const limit = pageSize(query);
    const conditions = this.conditions(query, by, params);
    const later = before === null ? undefined : `m.id < ${params.add(before)}::uuid`;
    const found = foundSql(query, conditions, later, params.add(limit + 1));
    const rows = await this.store.query<ListFacts>(
      `${found} select ${listColumns}, ${standingColumns} from found f join matter m on m.id = f.id order by m.id desc`,
      params.values,
    );
    return pageOf(
      rows,
      limit,
      (row) => listRowOf(row, by),
      ({ id }) => [id],
    );
  }

  /** How many there are, exact up to 10,000. */
  async count(filter: MatterFilter, by: Actor): Promise<CappedCount> {
    const params = new SqlParams();
    const where = this.conditions(filter, by, params).join(' and ');
    const row = await this.store.queryOne<{ n: number }>(
      `select count(*)::int as n from (select 1 from matter m where ${where} limit ${COUNT_CAP + 1}) as c`,
      params.values,
    );
    return cappedCount(row?.n ?? 0);
  }

  private conditions(filter: MatterFilter, by: Actor, params: SqlParams): string[] {
    return [scopeSql('matter.read', by, 'm', params), ...matterConditions(filter, params)];
  }
}

/**
 * The ids of one page, as `found`. What is sought is looked for among the latest first: a common word fills the page
 * there. If it does not, everything that matches is gathered by the index and put in order afterwards; the planner would
 * walk the whole table by id instead, in the hope of meeting a match soon.
 * @param before  the condition that leaves out former pages; undefined: this is the first
 * @param most  place of the parameter with their greatest number
 */
function foundSql(
  { q, fieldValue }: MatterFilter,
  conditions: readonly string[],
  before: string | undefined,
  most: string,
): string {
  const isSought = (q ?? '') !== '' || fieldValue !== undefined;
  const where = [...conditions, ...(before === undefined ? [] : [before])].join(' and ');
  const page = `order by m.id desc limit ${most}`;
  if (!isSought) return `with found as materialized (select m.id from matter m where ${where} ${page})`;
  const latest = `select * from matter m ${before === undefined ? '' : `where ${before}`} order by m.id desc limit ${latestCount}`;
  const isFull = `(select count(*) from near) = ${most}`;
  return `with near as materialized (select m.id from (${latest}) as m where ${where} ${page}),
    matched as materialized (select m.id from matter m where ${where} and not ${isFull}),
    found as materialized ((select m.id from near m where ${isFull}) union all (select m.id from matched m ${page}))`;
}
