import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import { overdueTask } from '@ducha/task';
import type { OfficerLoad } from '../http/desk.view.js';

/** What each case officer carries today; the head moves tasks by it. */
@Injectable()
export class OfficerLoads {
  constructor(private readonly store: Store) {}

  perOfficer(): Promise<OfficerLoad[]> {
    return this.store.query<OfficerLoad>(
      `select pe.id as "officerId", pe.name as officer,
         count(t.id) filter (where t.state in ('registered', 'dispatched', 'under_way'))::int as "underWay",
         count(t.id) filter (where t.state = 'answered')::int as "toVerify",
         count(t.id) filter (where ${overdueTask})::int as overdue
       from post p join person pe on pe.id = p.person_id
         left join task t on t.case_officer_id = pe.id and t.state in ('registered', 'dispatched', 'under_way', 'answered')
       where p.role in ('bureau_officer', 'bureau_head') and p.from_at <= now() and (p.to_at is null or p.to_at > now())
       group by pe.id, pe.name order by count(t.id) desc, pe.name limit 200`,
    );
  }
}
