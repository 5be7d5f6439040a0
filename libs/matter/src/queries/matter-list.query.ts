import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { type CappedCount, COUNT_CAP, cappedCount, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { MatterStanding } from '../domain/matter-actions.js';
import type { MatterGrouping } from '../domain/matter-shape.js';
import type { MatterFilter, MatterListQuery } from '../http/matter-filter.dto.js';
import type { MatterGroups } from '../http/matter-groups.view.js';
import type { MatterListRow } from '../http/matter.view.js';
import { idCursor } from './id-cursor.js';
import { matterActionsFor } from './matter-actions-for.js';
import { countMatters, foundMatters, type MatterChoice } from './matter-choice.js';
import { matterGroupsOf } from './matter-groups.js';
import { standingColumns } from './matter-standing.js';

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
    const limit = pageSize(query);
    const choice = { filter: query, act: 'matter.read', by, before: idCursor(query.cursor) } as const;
    return pageOf(
      await this.facts(choice, limit + 1),
      limit,
      (row) => listRowOf(row, by),
      ({ id }) => [id],
    );
  }

  /** How many there are, exact up to 10,000. */
  async count(filter: MatterFilter, by: Actor): Promise<CappedCount> {
    return cappedCount(await countMatters(this.store, { filter, act: 'matter.read', by }, COUNT_CAP + 1));
  }

  /** The latest 10,000 in groups. */
  async groups(filter: MatterFilter, grouping: MatterGrouping, by: Actor): Promise<MatterGroups> {
    const choice = { filter, act: 'matter.read', by, before: null } as const;
    const found = await foundMatters(this.store, choice, COUNT_CAP + 1);
    const ids = await this.store.query<{ id: string }>(
      `${found.sql} select f.id from found f order by f.id desc`,
      found.params.values,
    );
    const counted = ids.slice(0, COUNT_CAP).map(({ id }) => id);
    const items = await matterGroupsOf(this.store, counted, grouping);
    return { by: grouping, items, total: counted.length, capped: ids.length > COUNT_CAP };
  }

  /** What the list and the export have of each matter of a page. */
  async facts(choice: MatterChoice, limit: number): Promise<ListFacts[]> {
    const { sql, params } = await foundMatters(this.store, choice, limit);
    return this.store.query<ListFacts>(
      `${sql} select ${listColumns}, ${standingColumns} from found f join matter m on m.id = f.id order by m.id desc`,
      params.values,
    );
  }
}
