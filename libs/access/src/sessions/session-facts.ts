import { prepared } from '@ducha/store';
import type { Actor, SignedIn, Stage } from '../actor.js';
import { isLeader, isRole, type Role } from '../roles.js';

/** A session or an access token with the post it acts in, as SQL answers it. */
export interface SessionFacts {
  session_id: string;
  account_id: string;
  person_id: string;
  post_id: string | null;
  role: string | null;
  unit_id: string | null;
  serves_person_id: string | null;
  unit_ids: string[] | null;
  given_ids: string[] | null;
  stage: Stage;
  fresh: boolean;
  seen_lately: boolean;
  token_acts: string[] | null;
  /** Only a session acts under a delegation, a token never. */
  delegation_id?: string | null;
  delegated_acts?: string[] | null;
  giver_id?: string | null;
  /** Only the session of an issued device: for which inspection, and in which part of it. */
  issued_for?: string | null;
  issued_role?: string | null;
}

/** What is asked of a post `p`, for the actor that stands in it. */
export const postColumns = `p.id as post_id, p.role, p.unit_id, p.serves_person_id,
  case when p.role like 'unit\\_%' then (select array_agg(below.id) from unit u join unit below on below.path like u.path || '%' where u.id = p.unit_id) end as unit_ids,
  case when p.role like 'unit\\_%' then (select array_agg(e.assignment_id) from errand e join assignment ea on ea.id = e.assignment_id join unit eu on eu.id = ea.unit_id
    join unit own on own.id = p.unit_id where e.person_id = p.person_id and e.state <> 'recalled' and not starts_with(eu.path, own.path)) end as given_ids`;

/** Whether a post `p` is held now. */
export const heldNow = (p: string): string => `${p}.from_at <= now() and (${p}.to_at is null or ${p}.to_at > now())`;

/**
 * When a session `s` of an account `a` still stands: neither over nor idle for too long, the account not disabled, and
 * its person in some post. So ending the last post ends the sessions, whoever ends it and however.
 */
export const standing = `s.expires_at > now() and s.seen_at > now() - make_interval(mins => s.idle_minutes) and a.disabled_at is null
  and exists (select 1 from post held where held.person_id = a.person_id and ${heldNow('held')})`;

/** A use is written down at most this often. */
export const touchSeconds = 60;

/** Whether a delegation `d` is in force: within its dates, not taken back, taker and giver still in their posts, the giver's account not disabled. */
export const delegationInForce = (
  d: string,
): string => `${d}.ended_at is null and ${d}.from_at <= now() and ${d}.to_at > now()
  and 2 = (select count(*) from post dp where dp.id in (${d}.giver_post_id, ${d}.taker_post_id) and ${heldNow('dp')})
  and not exists (select 1 from post gp join account ga on ga.person_id = gp.person_id where gp.id = ${d}.giver_post_id and ga.disabled_at is not null)`;

/** By the token's hash ($1); a proof within $2 minutes is fresh. */
export const findSql = prepared(`
  select s.id as session_id, a.id as account_id, a.person_id, ${postColumns}, s.stage,
    coalesce(s.proved_at > now() - make_interval(mins => $2), false) as fresh,
    s.seen_at > now() - interval '${touchSeconds} seconds' as seen_lately, null::text[] as token_acts,
    d.id as delegation_id, d.acts as delegated_acts, case when d.id is not null then p.person_id end as giver_id, s.issued_for,
    case im.duty when 'leader' then 'group_leader' when 'invited' then 'invited' else 'group_member' end as issued_role
  from session s join account a on a.id = s.account_id
    left join inspection_member im on im.inspection_id = s.issued_for and im.person_id = a.person_id and im.from_at <= now() and (im.to_at is null or im.to_at > now())
    left join delegation d on d.id = s.delegation_id and ${delegationInForce('d')}
    left join post p on p.id = case when s.issued_for is not null then case when im.person_id is not null then coalesce(im.post_id, s.post_id) end
      when s.delegation_id is null then s.post_id else d.giver_post_id end and ${heldNow('p')}
  where s.token_hash = $1 and ${standing}`);

/** The person behind such a row. */
export function signedInOf(facts: SessionFacts): SignedIn {
  const issued = facts.issued_for ? { issuedFor: facts.issued_for } : {};
  const base = { personId: facts.person_id, accountId: facts.account_id, sessionId: facts.session_id, ...issued };
  const state = { stage: facts.stage, fresh: facts.fresh, seenLately: facts.seen_lately, tokenActs: facts.token_acts };
  const { post_id: postId, unit_id: unitId } = facts;
  // on an issued device even an officer of the bureau is a member of the group and nothing more
  const role = facts.issued_for ? (facts.issued_role ?? null) : facts.role;
  if (postId === null || unitId === null || role === null || !isRole(role)) return { ...base, ...state, actor: null };
  const reach = {
    unitIds: facts.unit_ids ?? [],
    ...(facts.given_ids && { givenIds: facts.given_ids }),
    servesPersonId: facts.serves_person_id,
    ...(facts.token_acts !== null && { viaToken: facts.session_id }),
  };
  return { ...base, ...state, actor: { ...base, postId, role, unitId, ...reach, ...lentBy(facts, role) } };
}

/** What a delegation changes of the actor: the giver is named, and who stands for a leader is the leader's office. */
function lentBy(
  { delegation_id: id, delegated_acts: acts, giver_id: giverId }: SessionFacts,
  role: Role,
): Partial<Actor> {
  if (!id || !acts || !giverId) return {};
  const lent = { inNameOf: giverId, delegation: { id, acts } };
  return isLeader(role) ? { ...lent, role: 'leader_office', servesPersonId: giverId } : lent;
}
