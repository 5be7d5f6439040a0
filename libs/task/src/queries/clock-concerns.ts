import { type Actor, mayEver, scopeSql, type SqlParams, unitRoles } from '@ducha/access';

/** Join of a clock `c` to the conclusion it is about, if it is about one: `ck`, its inspection `ci`, the inspected unit `cu`. */
export const conclusionOfClockJoin =
  'left join conclusion ck on ck.id = c.conclusion_id left join inspection ci on ci.id = ck.inspection_id left join unit cu on cu.id = ck.unit_id';

/** The conclusion of a clock `c` as a `ClockConclusionView`, by `conclusionOfClockJoin`. */
export const conclusionOfClock = `
  case when ck.id is not null then jsonb_build_object('id', ck.id, 'reviewId', case when c.subject_type = 'review' then c.subject_id end,
    'inspection', ci.name, 'unit', jsonb_build_object('id', cu.id, 'shortName', cu.short_name)) end`;

/** Join of a clock `c` to the matter `cm` whose intake or reply it counts, if it does. */
export const matterOfClockJoin = `left join matter cm on cm.id = c.matter_id and c.subject_type = 'matter'`;

/** The matter of a clock `c` as a `ClockMatterView`, by `matterOfClockJoin`. */
export const matterOfClock = `
  case when cm.id is not null then jsonb_build_object('id', cm.id, 'number', coalesce(cm.number, cm.intake_no), 'title', cm.title) end`;

/** A reader’s clocks of one kind of subject as a condition over clock `c`; null where the reader has none of them. */
export type Concern = (by: Actor, params: SqlParams) => string | null;

/**
 * Whose clocks of tasks concern a reader, as a condition over clock `c` and task `t`: a unit’s its sub-tree, an officer’s the tasks that
 * officer follows, a leader’s those led or asked for.
 */
function concernsOfTasks(by: Actor, params: SqlParams): string | null {
  if (!mayEver('task.read', by)) return null;
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
function concernsOfConclusions(by: Actor, params: SqlParams): string | null {
  if (!mayEver('conclusion.read', by)) return null;
  return `c.conclusion_id is not null and ${ofConclusions(by, params)} and ${scopeSql('conclusion.read', by, 'ck', params)}`;
}

function ofConclusions(by: Actor, params: SqlParams): string {
  if (unitRoles.includes(by.role)) return `c.unit_id = any(${params.add(by.unitIds)}::uuid[])`;
  const own = `${params.add(by.servesPersonId ?? by.personId)}::uuid in (ck.drafted_by, ck.sent_by)`;
  return mayEver('review.admit', by) ? `(c.kind = 'review_decide' or ${own})` : own;
}

/** A reviewer’s are the decisions on the reviews that were given to that person. Null for whoever reviews nothing. */
function concernsOfReviewers(by: Actor, params: SqlParams): string | null {
  if (!mayEver('review.propose', by)) return null;
  return `c.kind = 'review_decide' and exists (select 1 from review cr where cr.id = c.subject_id and ${scopeSql('review.read', by, 'cr', params)})`;
}

/**
 * Whose clocks of matters concern a reader, as a condition over clock `c` and matter `cm`: what waits for triage whoever may do it, what
 * waits for the reply to its askers whoever registered it or follows its tasks. Restricted matters stand in nobody’s list: a calendar is shown around.
 */
function concernsOfMatters(by: Actor, params: SqlParams): string | null {
  if (!mayEver('matter.triage', by)) return null;
  const person = `${params.add(by.personId)}::uuid`;
  const follows = `exists (select 1 from task mt where mt.matter_id = cm.id and ${person} in (mt.case_officer_id, mt.cover_officer_id))`;
  return `cm.id is not null and not cm.restricted and (c.kind = 'triage' or cm.registered_by = ${person} or ${follows})
    and ${scopeSql('matter.read', by, 'cm', params)}`;
}

/** Every kind of clock that can stand among one’s own deadlines. */
export const concerns: readonly Concern[] = [
  concernsOfTasks,
  concernsOfConclusions,
  concernsOfReviewers,
  concernsOfMatters,
];
