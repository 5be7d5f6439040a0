import { Injectable } from '@nestjs/common';
import { SqlParams } from '@ducha/access';
import { COUNTY_ZONE } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { HolderDaysReportView, HolderDaysView } from '../http/report.view.js';
import type { CaseFilter } from './cases-sql.js';

/** Whose days are asked for. */
export interface HolderDaysQuestion {
  /** Past instant; now when null. */
  readonly asOf: Date | null;
  readonly filter: CaseFilter;
}

interface Row extends HolderDaysView {
  readonly asOf: Date;
}

/** Clocks beside the way of a task: what they count runs in somebody’s time anyhow. */
const besides = `('report', 'slip_reply', 'objection')`;
/** Words that a unit waits for: theirs is not the unit’s time. */
const awaited = `('extension', 'ruling')`;

/**
 * How long everybody had work in hand as it stood at an instant, from the clocks and what they stood still. Clocks of one holder that
 * run side by side count once a task; suspended times count for nobody, and what others take to decide is not the unit’s.
 */
@Injectable()
export class HolderDays {
  constructor(private readonly store: Store) {}

  async report({ asOf, filter }: HolderDaysQuestion): Promise<HolderDaysReportView> {
    const params = new SqlParams();
    const at = params.add(asOf);
    const rows = await this.store.query<Row>(reportSql(conditionsOf(filter, params), at), params.values);
    const instant = rows[0]?.asOf ?? asOf ?? (await this.now());
    return {
      asOf: instant.toISOString(),
      holders: rows.map(({ holder, cases, days, perCase }) => ({ holder, cases, days, perCase })),
    };
  }

  private async now(): Promise<Date> {
    const row = await this.store.queryOne<{ now: Date }>('select now() as now');
    if (!row) throw new Error('the database tells the time, always');
    return row.now;
  }
}

function conditionsOf({ unit, kind, month }: CaseFilter, params: SqlParams): string {
  const said = [
    ...(unit === undefined ? [] : [`(c.unit_id is null or c.unit_id::text = ${params.add(unit)})`]),
    ...(unit === undefined
      ? []
      : [`exists (select 1 from assignment a where a.task_id = c.task_id and a.unit_id::text = ${params.add(unit)})`]),
    ...(kind === undefined ? [] : [`coalesce(m.kind, t.kind) = ${params.add(kind)}`]),
    ...(month === undefined
      ? []
      : [`to_char(c.started_at at time zone '${COUNTY_ZONE}', 'YYYY-MM') = ${params.add(month)}`]),
  ];
  return said.map((one) => ` and ${one}`).join('');
}

const reportSql = (conditions: string, at: string): string => `
  with asked as materialized (select coalesce(${at}::timestamptz, now()) as at
  ), spans as (
    select c.id, c.subject_id, c.kind, coalesce(c.task_id, c.matter_id) as about,
      case when c.holder in ('unit', 'assisting_unit', 'bureau', 'principal') then c.holder else 'ruler' end as holder,
      tstzmultirange(tstzrange(c.started_at, greatest(c.started_at, least(coalesce(c.ended_at, q.at), q.at)))) as span
    from asked q join clock c on c.started_at <= q.at left join task t on t.id = c.task_id left join matter m on m.id = coalesce(t.matter_id, c.matter_id)
    where c.kind not in ${besides}${conditions}
  ), stood as (
    select s.clock_id as id, range_agg(tstzrange(s.from_at, greatest(s.from_at, coalesce(s.to_at, q.at)))) as gaps
    from asked q, clock_suspension s group by s.clock_id
  ), waits as (
    select c.subject_id, range_agg(tstzrange(c.started_at, greatest(c.started_at, least(coalesce(c.ended_at, q.at), q.at)))) as gaps
    from asked q, clock c where c.kind in ${awaited} and c.started_at <= q.at group by c.subject_id
  ), held as (
    select s.holder, s.about, range_agg(s.span - coalesce(st.gaps, '{}') - case when s.holder in ('unit', 'assisting_unit') then coalesce(w.gaps, '{}') else '{}' end) as spans
    from spans s left join stood st on st.id = s.id left join waits w on w.subject_id = s.subject_id group by s.holder, s.about
  ), summed as (
    select h.holder, h.about, coalesce((select sum(extract(epoch from upper(one) - lower(one))) from unnest(h.spans) as one), 0) as seconds from held h
  )
  select s.holder, count(*)::int as cases, round(sum(s.seconds)::numeric / 86400, 1)::float8 as days,
    round(avg(s.seconds)::numeric / 86400, 1)::float8 as "perCase", (select at from asked) as "asOf"
  from summed s group by s.holder order by array_position(array['unit', 'assisting_unit', 'bureau', 'ruler', 'principal'], s.holder)`;
