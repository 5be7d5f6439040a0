import { Injectable } from '@nestjs/common';
import { type Actor, scopeSql, SqlParams } from '@ducha/access';
import { COUNTY_ZONE } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { departedAssignmentStates } from '../domain/assignment-lifecycle.js';
import type { AskedLineView, AskedView } from '../http/asked.view.js';
import type { UnitBrief } from '../http/brief.view.js';
import { reportDutyColumns, type ReportDutyFacts, reportDutyOf } from './report-duty.js';

/** What units were asked for in a month, and by whom. */
@Injectable()
export class Asked {
  constructor(private readonly store: Store) {}

  /**
   * @param month   `2026-11`; the county's present month when absent
   * @param unitId  one unit; else the reader's own sub-tree
   */
  async of(month: string | undefined, unitId: string | undefined, by: Actor): Promise<AskedView> {
    const params = new SqlParams();
    const given = params.add(month ?? null);
    const units = params.add(unitId === undefined ? by.unitIds : [unitId]);
    const departed = params.add(departedAssignmentStates);
    const lines = await this.store.query<AskedLineView & { month: string }>(
      `with month as (
         select coalesce(${given}::text, to_char(now() at time zone '${COUNTY_ZONE}', 'YYYY-MM')) as name),
       span as (select m.name, (m.name || '-01')::timestamp at time zone '${COUNTY_ZONE}' as from_at,
         ((m.name || '-01')::timestamp + interval '1 month') at time zone '${COUNTY_ZONE}' as to_at from month m)
       select s.name as month, jsonb_build_object('id', u.id, 'shortName', u.short_name) as unit,
         case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end as asker, t.kind,
         count(*) filter (where a.queued_at >= s.from_at and a.queued_at < s.to_at)::int as received,
         count(*) filter (where a.due_at >= s.from_at and a.due_at < s.to_at and a.state <> all(${departed}))::int as due
       from span s join assignment a on (a.queued_at >= s.from_at and a.queued_at < s.to_at) or (a.due_at >= s.from_at and a.due_at < s.to_at)
         join task t on t.id = a.task_id join unit u on u.id = a.unit_id left join person p on p.id = t.principal_id
       where a.unit_id = any(${units}::uuid[]) and ${scopeSql('assignment.list', by, 'a', params)}
       group by s.name, u.id, p.id, t.kind order by received desc, due desc, u.sort, t.kind limit 500`,
      params.values,
    );
    const sum = (field: 'received' | 'due') => lines.reduce((total, line) => total + line[field], 0);
    return {
      month: lines[0]?.month ?? month ?? null,
      received: sum('received'),
      due: sum('due'),
      lines: lines.map(({ unit, asker, kind, received, due }) => ({ unit, asker, kind, received, due })),
      reports: await this.reports(month, unitId, by),
    };
  }

  /** What units owe by routine. It is told of the present month only: what a past month owed was counted from reports since. */
  private async reports(
    month: string | undefined,
    unitId: string | undefined,
    by: Actor,
  ): Promise<AskedView['reports']> {
    const params = new SqlParams();
    const given = params.add(month ?? null);
    const units = params.add(unitId === undefined ? by.unitIds : [unitId]);
    const rows = await this.store.query<ReportDutyFacts & { taskId: string; title: string; unit: UnitBrief }>(
      `select t.id as "taskId", t.title, jsonb_build_object('id', u.id, 'shortName', u.short_name) as unit, ${reportDutyColumns}
       from assignment a join task t on t.id = a.task_id join unit u on u.id = a.unit_id left join person asker on asker.id = t.report_by
       where t.report_every is not null and a.state in ('delivered', 'signed', 'submitted') and t.state not in ('closed', 'effective', 'cancelled')
         and coalesce(${given}::text, to_char(now() at time zone '${COUNTY_ZONE}', 'YYYY-MM')) = to_char(now() at time zone '${COUNTY_ZONE}', 'YYYY-MM')
         and a.unit_id = any(${units}::uuid[]) and ${scopeSql('assignment.list', by, 'a', params)}
       order by t.id desc limit 200`,
      params.values,
    );
    const duties = rows.flatMap((row) => {
      const duty = reportDutyOf(row);
      return duty === null ? [] : [{ ...duty, taskId: row.taskId, title: row.title, unit: row.unit }];
    });
    return duties.sort((a, b) => (a.nextDay ?? '9').localeCompare(b.nextDay ?? '9'));
  }
}
