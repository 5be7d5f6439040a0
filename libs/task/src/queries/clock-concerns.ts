import { type Actor, mayEver, scopeSql, type SqlParams, unitRoles } from '@ducha/access';

/** Join of a clock `c` to the conclusion it is about, if it is about one: `ck`, its inspection `ci`, the inspected unit `cu`. */
export const conclusionOfClockJoin =
  'left join conclusion ck on ck.id = c.conclusion_id left join inspection ci on ci.id = ck.inspection_id left join unit cu on cu.id = ck.unit_id';

/** The conclusion of a clock `c` as a `ClockConclusionView`, by `conclusionOfClockJoin`. */
export const conclusionOfClock = `
  case when ck.id is not null then jsonb_build_object('id', ck.id, 'reviewId', case when c.subject_type = 'review' then c.subject_id end,
    'inspection', ci.name, 'unit', jsonb_build_object('id', cu.id, 'shortName', cu.short_name)) end`;

/**
 * Whose clocks of tasks concern a reader, as a condition over clock `c` and task `t`: a unit’s its sub-tree, an officer’s the tasks that
 * officer follows, a leader’s those led or asked for.
 */
export function concernsOfTasks(by: Actor, params: SqlParams): string {
  return `c.task_id is not null and ${ofTasks(by, params)} and ${scopeSql('task.read', by, 't', params)}`;
}

function ofTasks(by: Actor, params: SqlParams): string {
  if (unitRoles.includes(by.role)) return `c.unit_id = any(${params.add(by.unitIds)}::uuid[])`;
  const person = params.add(by.servesPersonId ?? by.personId);
  return `${person}::uuid in (t.case_officer_id, t.cover_officer_id, t.lead_leader_id, t.principal_id)`;
}

/**
 * Whose clocks of conclusions concern a reader, as a condition over clock `c` and conclusion `ck`: the object’s its own, an officer’s
 * those of conclusions which that officer drafted or sent, and a decision on a review whoever admits or decides. Null for whom none does.
 */
export function concernsOfConclusions(by: Actor, params: SqlParams): string | null {
  if (!mayEver('conclusion.read', by)) return null;
  return `c.conclusion_id is not null and ${ofConclusions(by, params)} and ${scopeSql('conclusion.read', by, 'ck', params)}`;
}

function ofConclusions(by: Actor, params: SqlParams): string {
  if (unitRoles.includes(by.role)) return `c.unit_id = any(${params.add(by.unitIds)}::uuid[])`;
  const own = `${params.add(by.servesPersonId ?? by.personId)}::uuid in (ck.drafted_by, ck.sent_by)`;
  return mayEver('review.admit', by) ? `(c.kind = 'review_decide' or ${own})` : own;
}
