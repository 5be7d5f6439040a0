import { prepared } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { Audience } from '../domain/ladders/ladder.js';

/** Who hears of a rung. `vacant`: posts that nobody holds; the next holder up the ladder hears in their place. */
export interface Hearers {
  readonly unitIds: readonly string[];
  readonly personIds: readonly string[];
  readonly vacant: readonly Audience[];
}

interface Clock {
  readonly taskId: string | null;
  readonly conclusionId?: string | null;
  readonly unitId: string | null;
}

/** The people of a task or a conclusion, as far as rungs name them. */
export interface TaskPeople {
  readonly id: string;
  readonly officers: (string | null)[];
  readonly leadLeaderId: string | null;
  readonly principalId: string | null;
}

interface PeopleRow {
  readonly heads: { readonly unitId: string; readonly personIds: string[] }[];
  readonly liaisons: { readonly unitId: string }[];
  readonly tasks: TaskPeople[];
  readonly conclusions: TaskPeople[];
  readonly bureauHeads: string[];
}

const inForce = `p.from_at <= now() and (p.to_at is null or p.to_at > now())`;
const held = (role: string): string =>
  `from post p where p.role = '${role}' and p.unit_id = any($1::uuid[]) and ${inForce} group by p.unit_id`;

const peopleSql = prepared(`
  select
    (select coalesce(jsonb_agg(jsonb_build_object('unitId', h.unit_id, 'personIds', h.people)), '[]')
     from (select p.unit_id, array_agg(distinct p.person_id) as people ${held('unit_head')}) as h) as heads,
    (select coalesce(jsonb_agg(jsonb_build_object('unitId', l.unit_id)), '[]') from (select p.unit_id ${held('unit_liaison')}) as l) as liaisons,
    (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'officers', array[t.case_officer_id, t.cover_officer_id],
       'leadLeaderId', t.lead_leader_id, 'principalId', t.principal_id)), '[]') from task t where t.id = any($2::uuid[])) as tasks,
    (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'officers', case when r.id is null then array[c.drafted_by, c.sent_by] else array[r.reviewer_id] end,
       'leadLeaderId', null, 'principalId', null)), '[]') from conclusion c left join review r on r.conclusion_id = c.id and r.state in ('applied', 'admitted')
     where c.id = any($3::uuid[])) as conclusions,
    (select coalesce(jsonb_agg(distinct p.person_id), '[]') from post p where p.role = 'bureau_head' and ${inForce}) as "bureauHeads"`);

/**
 * Looks up, for all clocks of a batch at once, who holds the posts that rungs name now.
 * @param templates  tasks that are only written down
 */
export async function hearersOf(
  tx: EntityManager,
  clocks: readonly Clock[],
  templates: readonly TaskPeople[] = [],
): Promise<{ of: (clock: Clock, audience: readonly Audience[]) => Hearers }> {
  const [row] = await tx.query<PeopleRow[]>(peopleSql, [
    distinct(clocks.map(({ unitId }) => unitId)),
    distinct(clocks.map(({ taskId }) => taskId)),
    distinct(clocks.map(({ conclusionId }) => conclusionId ?? null)),
  ]);
  if (!row) throw new Error('the people of clocks are one row, always');
  return hearersIn({ ...row, tasks: [...row.tasks, ...row.conclusions, ...templates] });
}

function hearersIn({ heads, liaisons, tasks, bureauHeads }: PeopleRow): {
  of: (clock: Clock, audience: readonly Audience[]) => Hearers;
} {
  const headsOf = new Map(heads.map(({ unitId, personIds }) => [unitId, personIds]));
  const withLiaison = new Set(liaisons.map(({ unitId }) => unitId));
  const taskOf = new Map(tasks.map((task) => [task.id, task]));
  const holdersOf = ({ unitId, taskId, conclusionId }: Clock): Holders => {
    const task = taskOf.get(taskId ?? conclusionId ?? '');
    const people = (...ids: (string | null | undefined)[]) => ids.flatMap((id) => (id == null ? [] : { personId: id }));
    return {
      // a liaison hears by the unit's inbox
      liaison: unitId !== null && withLiaison.has(unitId) ? [{ unitId }] : [],
      unit_head: people(...(headsOf.get(unitId ?? '') ?? [])),
      case_officer: people(...(task?.officers ?? [])),
      bureau_head: people(...bureauHeads),
      lead_leader: people(task?.leadLeaderId),
      principal: people(task?.principalId),
    };
  };
  return {
    of: (clock, audience) => {
      const holders = holdersOf(clock);
      const heard = audience.flatMap((post) => nextHeld(holders, post));
      return {
        unitIds: distinct(heard.flatMap((one) => ('unitId' in one ? one.unitId : []))),
        personIds: distinct(heard.flatMap((one) => ('personId' in one ? one.personId : []))),
        vacant: audience.filter((post) => holders[post].length === 0),
      };
    },
  };
}

type Holder = { readonly unitId: string } | { readonly personId: string };
type Holders = Readonly<Record<Audience, readonly Holder[]>>;

const distinct = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];

/** A vacant post is passed over for the next one up, in the end for the heads of the bureau, who are never without one. */
const upwards: Readonly<Record<Audience, Audience | null>> = {
  liaison: 'unit_head',
  unit_head: 'case_officer',
  case_officer: 'bureau_head',
  lead_leader: 'principal',
  principal: 'bureau_head',
  bureau_head: null,
};

function nextHeld(holders: Holders, first: Audience): readonly Holder[] {
  for (let post: Audience | null = first; post !== null; post = upwards[post])
    if (holders[post].length > 0) return holders[post];
  return [];
}
