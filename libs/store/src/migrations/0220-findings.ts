import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Findings with what becomes of them, conclusions and their reviews. Old code survives: it knows none of it. */
export class Findings1000000000220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(findingSql);
    await runner.query(conclusionSql);
    await runner.query(reviewSql);
    await runner.query(dutiesSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table outcome_proposal, review, conclusion_finding, conclusion');
    await runner.query('drop table finding_hand_over, self_check, finding, common_problem, visit_answer');
    await runner.query('drop function review_by_others(), finding_by_others(), took_part_in_conclusion(uuid, uuid)');
    await runner.query('drop index standard_result_visit');
    await runner.query('alter table standard_result drop column visit_id');
  }
}

const findingSql = `
alter table standard_result add column visit_id uuid constraint standard_result_visit_known references visit (id);
create unique index standard_result_visit on standard_result (visit_id, standard_id) where visit_id is not null;

-- one answer to one clause at one visit; the last one counts
create table visit_answer (
  visit_id uuid not null constraint visit_answer_visit references visit (id),
  clause_key text not null,
  found jsonb not null,
  answered_by uuid not null constraint visit_answer_person references person (id),
  captured_at timestamptz,
  answered_at timestamptz not null,
  constraint visit_answer_pk primary key (visit_id, clause_key)
);

-- findings of a kind that a person has called common, with cause, measure and the document that shall cure it
create table common_problem (
  id uuid constraint common_problem_pk primary key,
  inspection_id uuid not null constraint common_problem_inspection references inspection (id),
  name text not null,
  cause text not null,
  owner_unit_id uuid constraint common_problem_owner references unit (id),
  measure text,
  document text,
  spread jsonb not null,
  suggested text not null,
  decided_by uuid not null constraint common_problem_decider references person (id),
  decided_at timestamptz not null,
  version int not null,
  constraint common_problem_suggested check (suggested in ('common', 'individual'))
);
create index common_problem_inspection_idx on common_problem (inspection_id, id);

create table finding (
  id uuid constraint finding_pk primary key,
  inspection_id uuid not null constraint finding_inspection references inspection (id),
  visit_id uuid not null constraint finding_visit references visit (id),
  group_id uuid,
  unit_id uuid not null constraint finding_unit references unit (id),
  site_id uuid constraint finding_site references site (id),
  standard_id uuid,
  standard_number int,
  clause_key text,
  words text not null,
  severity text not null,
  conduct text,
  result_class text,
  encounter text not null,
  happened_at timestamptz,
  captured_at timestamptz,
  received_at timestamptz not null,
  digest bytea not null,
  author_id uuid not null constraint finding_author references person (id),
  confirmer_id uuid constraint finding_confirmer references person (id),
  confirmed_at timestamptz,
  -- the first of two, where the author stepped back from the visit
  first_confirmer_id uuid constraint finding_first_confirmer references person (id),
  fixed_by uuid constraint finding_fixer references person (id),
  verified_by uuid constraint finding_verifier references person (id),
  state text not null,
  merged_into uuid constraint finding_merged references finding (id),
  task_id uuid constraint finding_task references task (id),
  common_problem_id uuid constraint finding_common references common_problem (id),
  told_at timestamptz,
  restricted boolean not null,
  version int not null,
  constraint finding_standard foreign key (standard_id, standard_number) references standard_version (standard_id, number),
  constraint finding_clause check ((standard_id is null) = (clause_key is null) and (standard_id is null) = (standard_number is null)),
  constraint finding_severity check (severity in ('minor', 'ordinary', 'serious')),
  constraint finding_conduct check (conduct in ('inaction', 'delay', 'misuse', 'pretence')),
  constraint finding_result check (result_class in ('undone', 'partly_done', 'poorly_done', 'falsified')),
  constraint finding_encounter check (encounter in ('found', 'absent', 'refused', 'moved')),
  constraint finding_state check (state in ('recorded', 'confirmed', 'ordered', 'rectified', 'verified', 'merged', 'handed_over', 'dismissed', 'revoked')),
  constraint finding_confirmed check ((confirmer_id is null) = (confirmed_at is null) and (state <> 'confirmed' or confirmer_id is not null)),
  constraint finding_two_persons check (confirmer_id <> author_id and first_confirmer_id <> author_id),
  constraint finding_two_confirmers check (first_confirmer_id <> confirmer_id),
  constraint finding_fixed_verified check (verified_by <> fixed_by and verified_by <> author_id),
  constraint finding_merged_into check ((state = 'merged') = (merged_into is not null) and merged_into <> id),
  constraint finding_ordered check (state <> 'ordered' or task_id is not null),
  constraint finding_restricted check (state <> 'handed_over' or restricted)
);
create index finding_inspection_idx on finding (inspection_id, id);
create index finding_unit_idx on finding (unit_id, id);
create index finding_visit_idx on finding (visit_id);
create index finding_clause_idx on finding (inspection_id, standard_id, clause_key);
create index finding_merged_idx on finding (merged_into) where merged_into is not null;
create unique index finding_task_once on finding (task_id) where task_id is not null;
create index finding_common_idx on finding (common_problem_id) where common_problem_id is not null;

-- units that look for the same problem at home, each by a task
create table self_check (
  common_problem_id uuid not null constraint self_check_problem references common_problem (id),
  unit_id uuid not null constraint self_check_unit references unit (id),
  task_id uuid not null constraint self_check_task references task (id),
  constraint self_check_pk primary key (common_problem_id, unit_id)
);
create unique index self_check_task_once on self_check (task_id);

-- clues of offences: who gave what to which organ, and who took it
create table finding_hand_over (
  finding_id uuid constraint finding_hand_over_pk primary key constraint finding_hand_over_finding references finding (id),
  organ text not null,
  to_organ text not null,
  reason text not null,
  handed_by uuid not null constraint finding_hand_over_giver references person (id),
  handed_at timestamptz not null,
  receipt_no text,
  received_by text,
  received_at timestamptz,
  constraint finding_hand_over_organ check (organ in ('supervisory', 'judicial')),
  constraint finding_hand_over_receipt check ((receipt_no is null) = (received_at is null) and (receipt_no is null) = (received_by is null))
);
`;

const conclusionSql = `
create table conclusion (
  id uuid constraint conclusion_pk primary key,
  inspection_id uuid not null constraint conclusion_inspection references inspection (id),
  unit_id uuid not null constraint conclusion_unit references unit (id),
  number text constraint conclusion_number unique,
  state text not null,
  words text not null,
  cleared boolean not null,
  drafted_by uuid not null constraint conclusion_drafter references person (id),
  drafted_at timestamptz not null,
  sent_by uuid constraint conclusion_sender references person (id),
  sent_at timestamptz,
  check_due_at timestamptz,
  check_basis text,
  check_outcome text,
  checked_by uuid constraint conclusion_checker references person (id),
  checked_at timestamptz,
  check_words text,
  issued_by uuid constraint conclusion_signer references person (id),
  issued_at timestamptz,
  issue int not null,
  served_at timestamptz,
  served_by uuid constraint conclusion_server references person (id),
  receipt text,
  receipt_words text,
  review_until timestamptz,
  review_basis text,
  final_at timestamptz,
  version int not null,
  constraint conclusion_state check (state in ('drafted', 'checking', 'issued', 'served', 'under_review', 'final', 'revoked')),
  constraint conclusion_sent check ((state = 'drafted') = (sent_at is null) and (sent_at is null) = (check_due_at is null)),
  constraint conclusion_check check (check_outcome in ('no_objection', 'objection', 'silence')),
  constraint conclusion_checked check ((check_outcome is null) = (checked_at is null)),
  constraint conclusion_issued check (state in ('drafted', 'checking') or (issued_at is not null and issued_by is not null and number is not null and check_outcome is not null)),
  constraint conclusion_receipt check (receipt in ('signed', 'left')),
  constraint conclusion_served check ((receipt is null) = (served_at is null) and (served_at is null) = (review_until is null) and (state not in ('served', 'under_review', 'final') or served_at is not null))
);
-- one conclusion for one object
create unique index conclusion_once on conclusion (inspection_id, unit_id) where state <> 'revoked';
create index conclusion_unit_idx on conclusion (unit_id, id);
create index conclusion_waiting_idx on conclusion (check_due_at) where state = 'checking' and check_outcome is null;
create index conclusion_lapsing_idx on conclusion (review_until) where state = 'served';

-- what a conclusion is built of; what the object says to a finding in the fact check, and what was made of it
create table conclusion_finding (
  conclusion_id uuid not null constraint conclusion_finding_conclusion references conclusion (id),
  finding_id uuid not null constraint conclusion_finding_finding references finding (id),
  words text not null,
  point text,
  point_outcome text,
  point_reason text,
  decided_by uuid constraint conclusion_finding_decider references person (id),
  decided_at timestamptz,
  constraint conclusion_finding_pk primary key (conclusion_id, finding_id),
  constraint conclusion_finding_outcome check (point_outcome in ('stands', 'amended', 'struck')),
  constraint conclusion_finding_decided check ((point_outcome is null) = (decided_at is null) and (point_outcome is null) = (decided_by is null) and (point_outcome is null or point is not null))
);
create index conclusion_finding_finding_idx on conclusion_finding (finding_id);

-- praise, criticism, accountability: never more than proposals until a principal has approved them
create table outcome_proposal (
  id uuid constraint outcome_proposal_pk primary key,
  inspection_id uuid not null constraint outcome_proposal_inspection references inspection (id),
  conclusion_id uuid constraint outcome_proposal_conclusion references conclusion (id),
  unit_id uuid not null constraint outcome_proposal_unit references unit (id),
  kind text not null,
  words text not null,
  state text not null,
  proposed_by uuid not null constraint outcome_proposal_proposer references person (id),
  proposed_at timestamptz not null,
  decided_by uuid constraint outcome_proposal_decider references person (id),
  decided_at timestamptz,
  decided_words text,
  to_organ text,
  receipt_no text,
  handed_at timestamptz,
  version int not null,
  constraint outcome_proposal_kind check (kind in ('praise', 'criticism', 'accountability')),
  constraint outcome_proposal_state check (state in ('proposed', 'approved', 'refused', 'withdrawn', 'handed_over')),
  constraint outcome_proposal_decided check (state not in ('approved', 'refused', 'handed_over') or decided_by is not null),
  constraint outcome_proposal_two_persons check (decided_by <> proposed_by),
  constraint outcome_proposal_handed check ((state = 'handed_over') = (handed_at is not null) and (handed_at is null or kind = 'accountability'))
);
create index outcome_proposal_inspection_idx on outcome_proposal (inspection_id, id);
`;

const reviewSql = `
create table review (
  id uuid constraint review_pk primary key,
  conclusion_id uuid not null constraint review_conclusion references conclusion (id),
  unit_id uuid not null constraint review_unit references unit (id),
  state text not null,
  grounds text not null,
  applied_by uuid not null constraint review_applicant references person (id),
  applied_at timestamptz not null,
  decide_by timestamptz not null,
  basis text,
  rectification_waits boolean not null,
  admitted_by uuid constraint review_admitter references person (id),
  admitted_at timestamptz,
  reviewer_id uuid constraint review_reviewer references person (id),
  proposal text,
  proposal_words text,
  proposal_changes jsonb,
  proposed_at timestamptz,
  verdict text,
  decided_words text,
  changes jsonb,
  same_signer text,
  decided_by uuid constraint review_decider references person (id),
  decided_at timestamptz,
  version int not null,
  constraint review_state check (state in ('applied', 'admitted', 'decided', 'refused', 'withdrawn')),
  constraint review_proposal check (proposal in ('uphold', 'change', 'revoke')),
  constraint review_proposed check ((proposal is null) = (proposed_at is null)),
  constraint review_verdict check (verdict in ('uphold', 'change', 'revoke')),
  constraint review_admitted check (state <> 'admitted' or (reviewer_id is not null and admitted_by is not null)),
  constraint review_decided check (state <> 'decided' or (verdict is not null and decided_by is not null and proposal is not null)),
  constraint review_two_persons check (decided_by <> reviewer_id)
);
create unique index review_open on review (conclusion_id) where state in ('applied', 'admitted');
create index review_unit_idx on review (unit_id, id);
create index review_reviewer_idx on review (reviewer_id, id);
`;

/** Separation of duty between persons that no single row shows. */
const dutiesSql = `
-- whoever went along, wrote, confirmed, drafted, sent, decided a point of or signed a conclusion took part in it
create function took_part_in_conclusion(conclusion uuid, person uuid) returns boolean language sql stable as $$
  select exists (select 1 from conclusion c where c.id = $1 and $2 in (c.drafted_by, c.sent_by, c.issued_by))
    or exists (select 1 from conclusion c join inspection_member m on m.inspection_id = c.inspection_id where c.id = $1 and m.person_id = $2)
    or exists (select 1 from conclusion_finding b where b.conclusion_id = $1 and b.decided_by = $2)
    or exists (select 1 from conclusion_finding b join finding f on f.id = b.finding_id or f.merged_into = b.finding_id
       where b.conclusion_id = $1 and $2 in (f.author_id, f.confirmer_id, f.verified_by))
$$;

create function review_by_others() returns trigger language plpgsql as $$
begin
  if new.reviewer_id is not null and took_part_in_conclusion(new.conclusion_id, new.reviewer_id) then
    raise exception 'whoever took part in the conclusion does not review it' using errcode = '23514', constraint = 'review_by_others';
  end if;
  if new.admitted_by is not null and took_part_in_conclusion(new.conclusion_id, new.admitted_by) then
    raise exception 'whoever took part in the conclusion does not admit its review' using errcode = '23514', constraint = 'review_by_others';
  end if;
  return new;
end $$;
create trigger review_by_others before insert or update of reviewer_id, admitted_by on review for each row execute function review_by_others();

-- a merged finding has several authors; none of them has confirmed it or will
create function finding_by_others() returns trigger language plpgsql as $$
begin
  if (new.confirmer_id is not null and exists (select 1 from finding f where f.merged_into = new.id and f.author_id = new.confirmer_id))
    or exists (select 1 from finding f where f.id = new.merged_into and f.confirmer_id = new.author_id) then
    raise exception 'an author does not confirm' using errcode = '23514', constraint = 'finding_two_persons';
  end if;
  return new;
end $$;
create trigger finding_by_others before insert or update of confirmer_id, merged_into on finding for each row execute function finding_by_others();
`;
