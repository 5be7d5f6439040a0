import { Injectable } from '@nestjs/common';
import { countyDay } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { CheckerRecusal, Claim, SampleFacts } from '../domain/look-back/look-back-terms.js';
import type { SampleBounds, Standing } from '../domain/look-back/sample-plan.js';
import { inspectionFault } from '../inspection-faults.js';

/** The claims a round draws from at most. */
const most = 20_000;

/** Whom a round could be checked by. */
export interface Checker {
  readonly id: string;
  readonly name: string;
}

/** What a sample is asked for. */
export interface SampleWanted extends SampleBounds {
  readonly from: Date;
  readonly to: Date;
  /** Who may be drawn as checkers; null: everybody who may check. */
  readonly checkerIds: readonly string[] | null;
  /** Recusals that people declared (home township, kin) beside those the posts tell. */
  readonly declared: readonly CheckerRecusal[];
}

// leaves only: a parent claims nothing itself; an accusation's task is nobody's sample
const claimsSql = `
  select t.id as "taskId", t.round, coalesce(t.number, t.id::text) as "rowId", t.kind, u.id as "unitId", u.name as "unitName",
    exists (select 1 from look_back_check c where c.task_id = t.id and c.state = 'assigned') as "underCheck"
  from task t join unit u on u.id = t.lead_unit_id left join matter m on m.id = t.matter_id
  where t.closed_at >= $1 and t.closed_at < $2 and t.state = 'closed' and not coalesce(m.restricted, false)
    and not exists (select 1 from task below where below.parent_id = t.id)
  order by t.closed_at, t.id limit ${most + 1}`;

const checkersSql = `
  select distinct p.id, p.name from person p join post o on o.person_id = p.id
  where o.role in ('bureau_head', 'bureau_officer') and o.from_at <= now() and (o.to_at is null or o.to_at > now())
  order by p.name, p.id`;

// inside now or within three years; or answering for the unit from above in a unit's role today
const recusalsSql = `
  select distinct on (o.person_id, u.id) o.person_id as inspector, u.id as party, case when mine.path like u.path || '%' then 'own_unit' else 'answers_for' end as reason
  from post o join unit mine on mine.id = o.unit_id join unit u on u.id = any($2)
    and (mine.path like u.path || '%' or (o.role like 'unit\\_%' and (o.to_at is null or o.to_at > now()) and u.path like mine.path || '%'))
  where o.person_id = any($1) and (o.to_at is null or o.to_at > now() - interval '3 years')
  order by o.person_id, u.id, reason desc`;

const verifiersSql = `
  select distinct v.verified_by as inspector, coalesce(t.number, t.id::text) as party, 'verified' as reason
  from verification v join task t on t.id = v.task_id where v.task_id = any($2) and v.verified_by = any($1)`;

/** What a sample is drawn for, as the record of its draw says it: by the county's days, the last one included. */
export const purposeOf = ({ from, to }: Pick<SampleWanted, 'from' | 'to'>): string =>
  `回头看 ${countyDay(from)} 至 ${countyDay(new Date(to.getTime() - 1))} 办结`;

/** Checks of the last two years: what a unit is judged by. */
export const standingsSql = `
  select unit_id as "unitId", count(*)::int as checked, count(*) filter (where state = 'effective')::int as held
  from look_back_check where state in ('effective', 'relapsed') and settled_at > now() - interval '2 years'`;

/** Reads everything that a sample is planned from. */
@Injectable()
export class SampleFactsQuery {
  constructor(private readonly store: Store) {}

  /** Heads and officers of the bureau, by name. */
  checkers(): Promise<Checker[]> {
    return this.store.query<Checker>(checkersSql);
  }

  /** @throws Fault `inspection.frameTooLarge`, `inspection.unknownChecker` */
  async read(wanted: SampleWanted): Promise<SampleFacts> {
    const claims = await this.store.query<Claim>(claimsSql, [wanted.from, wanted.to]);
    if (claims.length > most) throw inspectionFault('frameTooLarge');
    const checkerIds = await this.chosen(wanted.checkerIds);
    const unitIds = [...new Set(claims.map(({ unitId }) => unitId))];
    const people = [checkerIds, unitIds];
    const told = await this.store.query<CheckerRecusal>(recusalsSql, people);
    const tasks = claims.map(({ taskId }) => taskId);
    const verified = await this.store.query<CheckerRecusal>(verifiersSql, [checkerIds, tasks]);
    const standings = await this.store.query<Standing & { unitId: string }>(
      `${standingsSql} and unit_id = any($1) group by unit_id`,
      [unitIds],
    );
    return {
      purpose: purposeOf(wanted),
      claims,
      standings: new Map(standings.map((one) => [one.unitId, one])),
      bounds: wanted,
      checkerIds,
      recusals: withDeclared([...told, ...verified], wanted.declared, new Set(unitIds), new Set(checkerIds)),
    };
  }

  private async chosen(asked: readonly string[] | null): Promise<string[]> {
    const known = (await this.checkers()).map(({ id }) => id);
    if (asked === null) return known;
    const at = asked.findIndex((id) => !known.includes(id));
    if (at === -1) return [...new Set(asked)];
    const error = { path: `checkerIds[${at}]`, message: 'is no officer of the bureau today', constraint: 'known' };
    throw inspectionFault('unknownChecker', {}, [error]);
  }
}

/** What the posts tell wins over what was declared; who is not in this draw is left out of its record. */
function withDeclared(
  told: readonly CheckerRecusal[],
  declared: readonly CheckerRecusal[],
  units: ReadonlySet<string>,
  people: ReadonlySet<string>,
): CheckerRecusal[] {
  const one = new Map([...declared, ...told].map((recusal) => [`${recusal.inspector} ${recusal.party}`, recusal]));
  return [...one.values()].filter(
    (recusal) => !declared.includes(recusal) || (units.has(recusal.party) && people.has(recusal.inspector)),
  );
}
