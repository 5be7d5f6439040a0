import { Injectable } from '@nestjs/common';
import { prepared, Store } from '@ducha/store';
import type { OfficerRule } from '../domain/case-officer.js';
import type { CountyFacts, TaskPlan } from '../domain/task-plan.js';

/** A standing mandate that is approved, not revoked, and in its period now. */
export interface MandateInForce {
  readonly sourceKind: string;
  /** Slash path; empty covers every category. */
  readonly categoryPrefix: string;
}

/** All that opening, registering or dispatching tasks must know of the county: one statement however many tasks. */
export interface OpeningFacts extends CountyFacts {
  /** First part of the registration numbers, e.g. 兰督; a county setting. */
  readonly numberPrefix: string;
  readonly officerRules: ReadonlyMap<string, OfficerRule>;
  readonly mandate: MandateInForce | null;
}

interface FactsRow {
  now: Date;
  prefix: string | null;
  units: { id: string; kind: string }[];
  people: { id: string; roles: string[] }[];
  rules: (OfficerRule & { unitId: string })[];
  mandate: MandateInForce | null;
}

const inForce = (p: string) => `${p}.from_at <= now() and (${p}.to_at is null or ${p}.to_at > now())`;
const away = (person: string) =>
  `exists (select 1 from absence x where x.person_id = ${person} and x.from_at <= now() and x.to_at > now())`;

/** Ids of a parameter, so that PostgreSQL expects as many whether it knows them or not: only then it keeps the plan. */
const given = (place: number) => `array(select unnest($${place}::uuid[]))`;

const factsSql = prepared(`
  select now() as now,
    (select c.value ->> 'taskNumberPrefix' from county_setting c where c.name = 'county') as prefix,
    (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'kind', u.kind)), '[]') from unit u where u.id = any(${given(1)}) and ${inForce('u')}) as units,
    (select coalesce(jsonb_agg(jsonb_build_object('id', h.person_id, 'roles', h.roles)), '[]')
     from (select p.person_id, array_agg(distinct p.role) as roles from post p where p.person_id = any(${given(2)}) and ${inForce('p')} group by p.person_id) as h) as people,
    (select coalesce(jsonb_agg(jsonb_build_object('unitId', u.id, 'officerId', r.officer_id, 'coverId', r.cover_id,
        'officerAway', ${away('r.officer_id')}, 'coverAway', ${away('r.cover_id')})), '[]')
     from unit u cross join lateral (
       select cr.officer_id, cr.cover_id from case_officer_rule cr join unit above on above.id = cr.unit_id
       where starts_with(u.path, above.path) order by length(above.path) desc limit 1) as r
     where u.id = any(${given(3)})) as rules,
    (select jsonb_build_object('sourceKind', m.source_kind, 'categoryPrefix', m.category_prefix) from standing_mandate m
     where m.id = $4 and m.approved_at is not null and m.revoked_at is null and m.from_at <= now() and m.to_at > now()) as mandate`);

/** Reads what the rules compare plans with. */
@Injectable()
export class OpeningFactsQuery {
  constructor(private readonly store: Store) {}

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
    ]);
    if (!row) throw new Error('the county facts are one row, always');
    return {
      now: row.now,
      numberPrefix: row.prefix ?? '督',
      unitKinds: new Map(row.units.map(({ id, kind }) => [id, kind])),
      roles: new Map(row.people.map(({ id, roles }) => [id, roles])),
      officerRules: new Map(row.rules.map(({ unitId, ...rule }) => [unitId, rule])),
      mandate: row.mandate,
    };
  }
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
