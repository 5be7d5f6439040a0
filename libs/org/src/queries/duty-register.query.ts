import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { DutyListQuery } from '../http/org.dto.js';
import type { DutySuggestion, DutyView } from '../http/unit.view.js';
import { orgFault } from '../org-faults.js';

const dutyColumns = `d.id, d.category, jsonb_build_object('id', lead.id, 'shortName', lead.short_name) as "leadUnit",
  coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'shortName', a.short_name) order by a.sort) from unit a where a.id = any(d.assist_unit_ids)), '[]') as "assistUnits"`;

/** Which unit a category belongs to: the duty register. */
@Injectable()
export class DutyRegister {
  constructor(private readonly store: Store) {}

  /** By category. */
  page(query: DutyListQuery): Promise<Page<DutyView>> {
    const after = decodeCursor(query.cursor, 'text');
    const limit = pageSize(query);
    const part = query.q ? query.q.replace(/[\\%_]/g, '\\$&') : null;
    return this.store
      .query<DutyView>(
        `select ${dutyColumns} from duty d join unit lead on lead.id = d.lead_unit_id
         where ($1::text is null or d.category like '%' || $1 || '%' or lead.name like '%' || $1 || '%') and ($2::text is null or d.category > $2)
         order by d.category limit $3`,
        [part, after?.[0] ?? null, limit + 1],
      )
      .then((rows) =>
        pageOf(
          rows,
          limit,
          (row) => row,
          ({ category }) => [category],
        ),
      );
  }

  /** All categories, for pickers. */
  async categories(): Promise<string[]> {
    const rows = await this.store.query<{ category: string }>('select category from duty order by category limit 5000');
    return rows.map(({ category }) => category);
  }

  /**
   * The line of the register that fits a category best: the longest whose path the category begins with.
   * @throws Fault `org.noDuty` when no line fits
   */
  async suggest(category: string): Promise<DutySuggestion> {
    const row = await this.store.queryOne<DutyView>(
      `select ${dutyColumns} from duty d join unit lead on lead.id = d.lead_unit_id
       where $1 = d.category or starts_with($1, d.category || '/') order by length(d.category) desc limit 1`,
      [category],
    );
    if (!row) throw orgFault('noDuty', { category });
    return { matchedCategory: row.category, leadUnit: row.leadUnit, assistUnits: row.assistUnits };
  }
}
