import { Injectable } from '@nestjs/common';
import { timeRulesSql } from '@ducha/deadline';
import { prepared, Store } from '@ducha/store';
import type { OfficerRule } from '../domain/case-officer.js';
import type { ReportEvery } from '../domain/routine-report.js';
import type { CountyFacts, TaskPlan } from '../domain/task-plan.js';
import { type ListedItem, type ListFacts, offendedUnits } from '../domain/township-lists.js';

/** A standing mandate that is approved, not revoked, and in its period now. */
export interface MandateInForce {
  readonly sourceKind: string;
  /** Slash path; empty covers every category. */
  readonly categoryPrefix: string;
}

/** All that opening, registering or dispatching tasks must know of the county: one statement however many tasks. */
export interface OpeningFacts extends CountyFacts {
  /** Changes with the calendars and profiles by which clocks are worked out. */
  readonly timeRules: string;
  /** First part of the registration numbers, e.g. 兰督; a county setting. */
  readonly numberPrefix: string;
  readonly officerRules: ReadonlyMap<string, OfficerRule>;
  readonly mandate: MandateInForce | null;
}

interface FactsRow {
  now: Date;
  timeRules: string;
  prefix: string | null;
  units: { id: string; kind: string; name: string; township: boolean }[];
  listed: (ListedItem & { category: string })[];
  decided: { recordId: string; unitIds: string[]; reportEvery: ReportEvery | null }[];
  people: { id: string; roles: string[] }[];
  rules: (OfficerRule & { unitId: string })[];
  mandate: MandateInForce | null;
}

const inForce = (p: string) => `${p}.from_at <= now() and (${p}.to_at is null or ${p}.to_at > now())`;
const away = (person: string) =>
  `exists (select 1 from absence x where x.person_id = ${person} and x.from_at <= now() and x.to_at > now())`;

/** Ids of a parameter, so that PostgreSQL expects as many whether it knows them or not: only then it keeps the plan. */
const given = (place: number) => `array(select unnest($${place}::uuid[]))`;

/** The unit is a township or lies in one. */
const isTownship = `exists (select 1 from unit above where above.id = any(string_to_array(trim(both '/' from u.path), '/')::uuid[])
      and above.kind in ('town', 'township', 'street'))`;

/** A principal's latest word of its lineage, not disowned. */
const decidesNow = `i.kind = 'order' and i.disowned_at is null
       and not exists (select 1 from instruction later where later.lineage_id = i.lineage_id and later.edition > i.edition)
       and exists (select 1 from post p where p.person_id = i.given_by and p.role = 'principal'
         and p.from_at <= i.given_at and (p.to_at is null or p.to_at > i.given_at))`;

const factsSql = prepared(`
  select now() as now, ${timeRulesSql} as "timeRules",
    (select c.value ->> 'taskNumberPrefix' from county_setting c where c.name = 'county') as prefix,
    (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'kind', u.kind, 'name', u.short_name, 'township', ${isTownship})), '[]') from unit u where u.id = any(${given(1)}) and ${inForce('u')}) as units,
    (select coalesce(jsonb_agg(jsonb_build_object('id', h.person_id, 'roles', h.roles)), '[]')
     from (select p.person_id, array_agg(distinct p.role) as roles from post p where p.person_id = any(${given(2)}) and ${inForce('p')} group by p.person_id) as h) as people,
    (select coalesce(jsonb_agg(jsonb_build_object('unitId', u.id, 'officerId', r.officer_id, 'coverId', r.cover_id,
        'officerAway', ${away('r.officer_id')}, 'coverAway', ${away('r.cover_id')})), '[]')
     from unit u cross join lateral (
       select cr.officer_id, cr.cover_id from case_officer_rule cr join unit above on above.id = cr.unit_id
       where starts_with(u.path, above.path) order by length(above.path) desc limit 1) as r
     where u.id = any(${given(3)})) as rules,
    (select jsonb_build_object('sourceKind', m.source_kind, 'categoryPrefix', m.category_prefix) from standing_mandate m
     where m.id = $4 and m.approved_at is not null and m.revoked_at is null and m.from_at <= now() and m.to_at > now()) as mandate,
    (select coalesce(jsonb_agg(jsonb_build_object('category', c.category, 'item', l.category, 'list', l.township_list)), '[]')
     from unnest($5::text[]) as c(category) cross join lateral (
       select d.category, d.township_list from duty d where d.to_at is null and (c.category = d.category or starts_with(c.category, d.category || '/'))
       order by length(d.category) desc limit 1) as l
     where l.township_list in ('assisting', 'withdrawn')) as listed,
    (select coalesce(jsonb_agg(jsonb_build_object('recordId', i.subject_id, 'unitIds', i.unit_ids, 'reportEvery', i.report_every)), '[]') from instruction i
     where i.subject_id = any(${given(6)}) and (i.unit_ids <> '{}' or i.report_every is not null) and ${decidesNow}) as decided`);

/** Reads what the rules compare plans with. */
@Injectable()
export class OpeningFactsQuery {
  constructor(private readonly store: Store) {}

  /** Units of a plan that only a principal's word can let through, against the townships' lists. */
  async offendedBy(plan: TaskPlan): Promise<string[]> {
    return offendedUnits(plan, await this.of([plan]));
  }

  /** @param mandateId  also looks up this standing mandate */
  async of(plans: readonly TaskPlan[], mandateId: string | null = null): Promise<OpeningFacts> {
    const units = plans.flatMap(({ leadUnitId, assistUnitIds }) => [leadUnitId, ...assistUnitIds]);
    const people = plans.flatMap(({ leadLeaderId, principalId, caseOfficerId }) => [
      leadLeaderId,
      principalId,
      caseOfficerId,
    ]);
    const leads = plans.map(({ leadUnitId }) => leadUnitId);
    const row = await this.store.queryOne<FactsRow>(factsSql, [
      distinct(units),
      distinct(people),
      distinct(leads),
      mandateId,
      distinct(plans.map(({ category }) => category)),
      distinct(plans.flatMap(({ taskId, parentId, matterId }) => [taskId ?? null, parentId, matterId])),
    ]);
    if (!row) throw new Error('the county facts are one row, always');
    return {
      now: row.now,
      timeRules: row.timeRules,
      numberPrefix: row.prefix ?? '督',
      unitKinds: new Map(row.units.map(({ id, kind }) => [id, kind])),
      roles: new Map(row.people.map(({ id, roles }) => [id, roles])),
      officerRules: new Map(row.rules.map(({ unitId, ...rule }) => [unitId, rule])),
      mandate: row.mandate,
      orderedReports: orderedReportsOf(row),
      ...listFacts(row),
    };
  }
}

function listFacts({ units, listed, decided }: FactsRow): ListFacts {
  const named = new Map<string, readonly string[]>();
  for (const { recordId, unitIds } of decided) named.set(recordId, [...(named.get(recordId) ?? []), ...unitIds]);
  return {
    townships: new Map(units.filter(({ township }) => township).map(({ id, name }) => [id, name])),
    listed: new Map(listed.map(({ category, item, list }) => [category, { item, list }])),
    decided: named,
  };
}

function orderedReportsOf({ decided }: FactsRow): CountyFacts['orderedReports'] {
  const ordered = new Map<string, ReportEvery[]>();
  for (const { recordId, reportEvery } of decided)
    if (reportEvery !== null) ordered.set(recordId, [...(ordered.get(recordId) ?? []), reportEvery]);
  return ordered;
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
