import { Injectable } from '@nestjs/common';
import { type Actor, mayEver } from '@ducha/access';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { DutyFilterQuery, DutyListQuery } from '../http/duty.dto.js';
import type { DutyPastView, DutySuggestion, DutyView } from '../http/duty.view.js';
import { orgFault } from '../org-faults.js';

const dutyColumns = `d.id, d.version, d.category, jsonb_build_object('id', lead.id, 'shortName', lead.short_name) as "leadUnit",
  coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'shortName', a.short_name) order by a.sort) from unit a where a.id = any(d.assist_unit_ids)), '[]') as "assistUnits",
  d.township_list as "townshipList", d.basis, d.from_at as "from", d.to_at as "to"`;

/** In force at $1, now when it is null. */
const inForceAt = `d.from_at <= coalesce($1::timestamptz, now()) and (d.to_at is null or d.to_at > coalesce($1::timestamptz, now()))`;

type DutyFacts = Omit<DutyView, 'actions'>;

/** Which unit a category belongs to: the duty register. */
@Injectable()
export class DutyRegister {
  constructor(private readonly store: Store) {}

  /** By category, as it stood on a day. */
  async page(query: DutyListQuery, by: Actor): Promise<Page<DutyView>> {
    const limit = pageSize(query);
    const after = decodeCursor(query.cursor, 'text')?.[0];
    const rows = await this.lines(query, after === undefined ? null : String(after), limit + 1);
    const actions = mayEver('duty.keep', by) ? ['change', 'end'] : [];
    return pageOf(
      rows,
      limit,
      (row): DutyView => ({ ...row, actions: row.to === null ? actions : [] }),
      ({ category }) => [category],
    );
  }

  /** Lines behind a category, in order; for the list and the file. */
  lines(query: DutyFilterQuery, after: string | null, limit: number): Promise<DutyFacts[]> {
    const part = query.q ? `%${query.q.replace(/[\\%_]/g, '\\$&')}%` : null;
    return this.store.query<DutyFacts>(
      `select ${dutyColumns} from duty d join unit lead on lead.id = d.lead_unit_id
       where ${inForceAt} and ($2::text is null or d.category like $2 or d.basis like $2 or lead.name like $2 or lead.short_name like $2)
         and ($3::text is null or coalesce(d.township_list, 'none') = $3)
         and ($4::uuid is null or d.lead_unit_id = $4 or d.assist_unit_ids @> array[$4]::uuid[])
         and ($5::text is null or d.category > $5) order by d.category limit $6`,
      [query.at ?? null, part, query.list ?? null, query.unitId ?? null, after, limit],
    );
  }

  /** Every line that the item of a line ever had, newest first. @throws Fault `org.dutyNotFound` */
  async history(id: string): Promise<DutyPastView[]> {
    const rows = await this.store.query<DutyPastView>(
      `select ${dutyColumns}, p.name as "recordedBy", d.recorded_at as "recordedAt" from duty d join unit lead on lead.id = d.lead_unit_id
       left join person p on p.id = d.recorded_by where d.category = (select category from duty where id = $1) order by d.from_at desc limit 200`,
      [id],
    );
    if (rows.length === 0) throw orgFault('dutyNotFound');
    return rows;
  }

  /** All categories, for pickers. */
  async categories(): Promise<string[]> {
    const rows = await this.store.query<{ category: string }>(
      'select category from duty where to_at is null order by category limit 5000',
    );
    return rows.map(({ category }) => category);
  }

  /**
   * The line of the register that fits a category best: the longest whose path the category begins with.
   * @throws Fault `org.noDuty` when no line fits
   */
  async suggest(category: string): Promise<DutySuggestion> {
    const row = await this.store.queryOne<DutyFacts>(
      `select ${dutyColumns} from duty d join unit lead on lead.id = d.lead_unit_id
       where d.to_at is null and ($1 = d.category or starts_with($1, d.category || '/')) order by length(d.category) desc limit 1`,
      [category],
    );
    if (!row) throw orgFault('noDuty', { category });
    const { category: matchedCategory, leadUnit, assistUnits, townshipList, basis } = row;
    return { matchedCategory, leadUnit, assistUnits, townshipList, basis };
  }
}

/**
 * SQL for the list line that bound the item `category` at the instant `at`, as jsonb `{dutyId, item, list, basis, from}`; null
 * when it stood on no list: the ground that a township can rely on. Later changes of the register do not change the answer.
 */
export const dutyGroundSql = (category: string, at: string): string => `
  (select case when l.township_list is not null then
     jsonb_build_object('dutyId', l.id, 'item', l.category, 'list', l.township_list, 'basis', l.basis, 'from', l.from_at) end
   from duty l where l.from_at <= ${at} and (l.to_at is null or l.to_at > ${at}) and (${category} = l.category or starts_with(${category}, l.category || '/'))
   order by length(l.category) desc limit 1)`;
