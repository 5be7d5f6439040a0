import { Injectable } from '@nestjs/common';
import { SqlParams } from '@ducha/access';
import { COUNTY_ZONE, type Day, dayOf, Fault, lastDayOf, numberOf, type WorkingCalendar } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { percentOf } from '../domain/percent.js';
import type { TimelinessReportView, TimelinessView, WithinView } from '../http/report.view.js';
import { reportFault } from '../report-faults.js';
import { ReportCalendar } from './calendar.js';
import { type CaseFilter, casesSql, type Ground } from './cases-sql.js';
import { type NamedTerm, readTerms, usualTerms } from './terms.js';

/** What is asked. */
export interface TimelinessQuestion {
  readonly ground: Ground;
  readonly filter?: CaseFilter;
  readonly by?: 'unit' | 'kind' | 'month' | undefined;
  readonly within?: string | undefined;
  /** Null: now by the database's clock. */
  readonly asOf: Date | null;
}

interface Figures {
  readonly all: boolean;
  readonly key: string;
  readonly label: string;
  readonly total: string;
  readonly excluded: string;
  readonly objected: string;
  readonly open: string;
  readonly noLimit: string;
  readonly onTimeOriginal: string;
  readonly onTimeCurrent: string;
}

interface Within {
  readonly all: boolean;
  readonly key: string;
  readonly term: number;
  readonly n: string;
  readonly running: string;
}

/** The last day of each term from one day of receipt. */
interface TermEnds {
  readonly rows: readonly { readonly day: Day; readonly term: number; readonly last: Day }[];
  /** Terms that ran into years without a notice. */
  readonly provisional: ReadonlySet<number>;
}

const mostGroups = 500;

/** How timely answers were, from dated facts only: the same question as of the same instant is answered alike for ever. */
@Injectable()
export class Timeliness {
  constructor(
    private readonly store: Store,
    private readonly calendar: ReportCalendar,
  ) {}

  /** @throws Fault `report.unknownTerm`, `report.tooManyTerms`, `calendar.termOutOfRange`, `report.unknownSource` */
  async report(question: TimelinessQuestion): Promise<TimelinessReportView> {
    const { ground, by = 'unit', within = usualTerms } = question;
    const terms = readTerms(within);
    if (ground.of === 'history') await this.refuseUnknown(ground.source);
    const asOf = question.asOf ?? (await this.now());
    const ends = await this.endsOf(question, asOf, terms);
    const figures = await this.figures(question, asOf, by);
    const counts = await this.within(question, asOf, by, ends);
    const view = (of: Figures): TimelinessView => viewOf(of, withinOf(of, counts, terms, ends));
    const groups = figures.filter(({ all }) => !all);
    return {
      source: ground.of === 'history' ? ground.source : null,
      asOf: asOf.toISOString(),
      by,
      all: view(figures.find(({ all }) => all) ?? nothing),
      groups: groups.slice(0, mostGroups).map(view),
      groupsCut: groups.length > mostGroups,
      exclusions: await this.exclusions(question, asOf),
    };
  }

  private async refuseUnknown(source: string): Promise<void> {
    const known = await this.store.queryOne('select 1 from history_import where source = $1 limit 1', [source]);
    if (!known)
      throw reportFault('unknownSource', { source }, [
        { path: 'source', message: 'was never imported', constraint: 'known' },
      ]);
  }

  private async now(): Promise<Date> {
    const row = await this.store.queryOne<{ now: Date }>(`select date_trunc('milliseconds', now()) as now`);
    return row?.now ?? new Date(0);
  }

  /** Working days are counted once per day of receipt, not once per case. */
  private async endsOf(question: TimelinessQuestion, asOf: Date, terms: readonly NamedTerm[]): Promise<TermEnds> {
    const { sql, params } = casesOf(question, asOf);
    const days = await this.store.query<{ day: Day }>(
      `select distinct received_day::text as day from (${sql}) c`,
      params.values,
    );
    const calendar = await this.calendar.current();
    return endsOf(
      days.map(({ day }) => day),
      terms,
      calendar,
    );
  }

  private figures(question: TimelinessQuestion, asOf: Date, by: string): Promise<Figures[]> {
    const { sql, params, at } = casesOf(question, asOf);
    const onTime = (due: string): string =>
      `count(*) filter (where excluded is null and (${due} is null or coalesce(answered_at, ${at}) <= ${due}))`;
    return this.store.query<Figures>(
      `select grouping(${by}) = 1 as "all", coalesce(${by}, '') as key, coalesce(max(${labelOf(by)}), '') as label, count(*) as total,
         count(excluded) as excluded, count(*) filter (where excluded = 'objection') as objected, count(*) filter (where excluded is null and answered_at is null) as open,
         count(*) filter (where excluded is null and due_at is null) as "noLimit",
         ${onTime('original_due_at')} as "onTimeOriginal", ${onTime('due_at')} as "onTimeCurrent"
       from (${sql}) c group by grouping sets ((), (${by})) order by 1, 2 limit ${mostGroups + 2}`,
      params.values,
    );
  }

  private within(question: TimelinessQuestion, asOf: Date, by: string, ends: TermEnds): Promise<Within[]> {
    const { sql, params, at } = casesOf(question, asOf);
    const table = params.add(JSON.stringify(ends.rows));
    return this.store.query<Within>(
      `select grouping(c.${by}) = 1 as "all", coalesce(c.${by}, '') as key, e.term, count(*) filter (where c.answered_day <= e.last) as n,
         count(*) filter (where c.answered_at is null and (${at}::timestamptz at time zone '${COUNTY_ZONE}')::date <= e.last) as running
       from (${sql}) c join jsonb_to_recordset(${table}::jsonb) as e (day date, term int, last date) on e.day = c.received_day
       where c.excluded is null group by grouping sets ((e.term), (e.term, c.${by}))`,
      params.values,
    );
  }

  private async exclusions(question: TimelinessQuestion, asOf: Date): Promise<{ reason: string; n: number }[]> {
    const { sql, params } = casesOf(question, asOf);
    const rows = await this.store.query<{ reason: string; n: string }>(
      `select excluded as reason, count(*) as n from (${sql}) c where excluded is not null group by 1 order by 1`,
      params.values,
    );
    return rows.map(({ reason, n }) => ({ reason, n: Number(n) }));
  }
}

function casesOf({ ground, filter = {} }: TimelinessQuestion, asOf: Date) {
  const params = new SqlParams();
  const at = `${params.add(asOf)}::timestamptz`;
  return { sql: casesSql(ground, filter, at, params), params, at };
}

const labelOf = (by: string): string => (by === 'unit' ? 'label' : by);

const nothing: Figures = {
  ...{ all: true, key: '', label: '' },
  ...{ total: '0', excluded: '0', objected: '0', open: '0', noLimit: '0', onTimeOriginal: '0', onTimeCurrent: '0' },
};

function endsOf(days: readonly Day[], terms: readonly NamedTerm[], calendar: WorkingCalendar): TermEnds {
  const provisional = new Set<number>();
  const guessing = calendar.guessing();
  const lastOf = (day: Day, { term }: NamedTerm, at: number): Day => {
    try {
      return dayOf(lastDayOf(calendar, numberOf(day), term, false));
    } catch (fault) {
      if (!(fault instanceof Fault) || fault.code !== 'calendar.yearNotPublished') throw fault;
      provisional.add(at);
      return dayOf(lastDayOf(guessing, numberOf(day), term, false));
    }
  };
  const rows = days.flatMap((day) => terms.map((term, at) => ({ day, term: at, last: lastOf(day, term, at) })));
  return { rows, provisional };
}

function withinOf(
  of: Figures,
  counts: readonly Within[],
  terms: readonly NamedTerm[],
  { provisional }: TermEnds,
): WithinView[] {
  const counted = Number(of.total) - Number(of.excluded);
  return terms.map(({ name }, at) => {
    const found = counts.find(({ all, key, term }) => term === at && all === of.all && (all || key === of.key));
    const running = Number(found?.running ?? 0);
    const n = Number(found?.n ?? 0);
    const base = counted - running;
    return { term: name, n, of: base, running, percent: percentOf(n, base), provisional: provisional.has(at) };
  });
}

function viewOf(of: Figures, within: WithinView[]): TimelinessView {
  const counted = Number(of.total) - Number(of.excluded);
  const onTime = (n: string) => {
    const kept = Number(n);
    return { onTime: kept, late: counted - kept, of: counted, percent: percentOf(kept, counted) };
  };
  return {
    key: of.key,
    label: of.label,
    total: Number(of.total),
    excluded: Number(of.excluded),
    objected: Number(of.objected),
    open: Number(of.open),
    noLimit: Number(of.noLimit),
    byOriginalDate: onTime(of.onTimeOriginal),
    byCurrentDate: onTime(of.onTimeCurrent),
    within,
  };
}
