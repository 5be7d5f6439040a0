import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Duty register, matters, tasks, assignments, evidence, notices: the homework half. Old code survives it: it only adds. */
export class Homework1000000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(homeworkSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table notice, evidence_link, evidence, correction, suspension, instruction, presentation, verification, answer, report,
        assignment, dispatch, task, case_officer_rule, absence, handling_proposal, reply, signatory, matter_category, matter_import, matter,
        standing_mandate, duty cascade;
      drop function refuse_doing_verifier();
    `);
  }
}

const homeworkSql = `
create table duty (
  id uuid constraint duty_pk primary key,
  category text not null constraint duty_category_once unique,
  lead_unit_id uuid not null constraint duty_lead references unit (id),
  assist_unit_ids uuid[] not null,
  version int not null
);

create table absence (
  person_id uuid not null constraint absence_person references person (id),
  from_at timestamptz not null,
  to_at timestamptz not null,
  constraint absence_pk primary key (person_id, from_at)
);
create table case_officer_rule (
  unit_id uuid constraint case_officer_rule_pk primary key constraint case_officer_rule_unit references unit (id),
  officer_id uuid not null constraint case_officer_rule_officer references person (id),
  cover_id uuid constraint case_officer_rule_cover references person (id)
);

create table standing_mandate (
  id uuid constraint standing_mandate_pk primary key,
  source_kind text not null,
  category_prefix text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  reason text not null,
  proposed_by uuid not null constraint standing_mandate_proposer references person (id),
  proposed_at timestamptz not null,
  approved_by uuid constraint standing_mandate_approver references person (id),
  approved_at timestamptz,
  revoked_at timestamptz,
  version int not null,
  constraint standing_mandate_two_people check (approved_by is null or approved_by <> proposed_by)
);

create table matter_import (
  id uuid constraint matter_import_pk primary key,
  source_kind text not null,
  file_name text not null,
  file_sha256 bytea not null,
  state text not null,
  counts jsonb not null,
  rejected jsonb not null,
  columns jsonb not null,
  sample jsonb not null,
  mode text,
  rows_done int not null,
  by_person_id uuid,
  created_at timestamptz not null,
  committed_at timestamptz,
  version int not null
);

create index matter_import_age_idx on matter_import (created_at, id);

create table matter (
  id uuid constraint matter_pk primary key,
  kind text not null,
  state text not null,
  intake_no text not null constraint matter_intake_no_once unique,
  number text constraint matter_number_once unique,
  title text not null,
  body text not null,
  category text,
  needs_triage boolean not null,
  foreign_id text,
  content_sha256 bytea not null,
  occurred_at timestamptz,
  received_at timestamptz not null,
  principal_id uuid constraint matter_principal references person (id),
  meeting text,
  import_id uuid constraint matter_import_ref references matter_import (id),
  merged_into_id uuid constraint matter_merged_into references matter (id),
  mandate_id uuid constraint matter_mandate references standing_mandate (id),
  registered_at timestamptz,
  registered_by uuid,
  closed_at timestamptz,
  round int not null,
  created_by uuid,
  created_at timestamptz not null,
  version int not null,
  search tsvector generated always as (bigrams(intake_no || ' ' || coalesce(number, '') || ' ' || title || ' ' || left(body, 1000))) stored
);
create unique index matter_foreign_once on matter (kind, foreign_id, content_sha256) where foreign_id is not null;
create index matter_state_idx on matter (state, id);
create index matter_kind_idx on matter (kind, state, id);
create index matter_category_idx on matter (category text_pattern_ops, id);
create index matter_triage_idx on matter (id) where needs_triage;
create index matter_search_idx on matter using gin (search);
create index matter_received_idx on matter (received_at, id);
create index matter_identity_idx on matter (content_sha256) where foreign_id is null;
create index matter_import_idx on matter (import_id, id) where import_id is not null;
create index matter_merged_idx on matter (merged_into_id) where merged_into_id is not null;
create index matter_principal_idx on matter (principal_id) where principal_id is not null;
create index matter_creator_idx on matter (created_by);

create table matter_category (
  matter_id uuid not null constraint matter_category_matter references matter (id),
  category text not null,
  constraint matter_category_pk primary key (matter_id, category)
);
create index matter_category_branch_idx on matter_category (category text_pattern_ops, matter_id);

create table signatory (
  id uuid constraint signatory_pk primary key,
  matter_id uuid not null constraint signatory_matter references matter (id),
  name text not null,
  contact text,
  sort int not null
);
create index signatory_matter_idx on signatory (matter_id, sort);

create table reply (
  id uuid constraint reply_pk primary key,
  matter_id uuid not null constraint reply_matter references matter (id),
  signatory_id uuid not null constraint reply_signatory references signatory (id),
  round int not null,
  number text not null constraint reply_number_once unique,
  body text not null,
  signed_off_by uuid,
  replied_at timestamptz not null,
  token_hash bytea constraint reply_token_once unique,
  token_expires_at timestamptz,
  token_used_at timestamptz,
  feedback text,
  feedback_words text,
  feedback_at timestamptz,
  lapsed_at timestamptz,
  version int not null,
  constraint reply_feedback check (feedback in ('satisfied', 'basically_satisfied', 'dissatisfied')),
  constraint reply_once unique (signatory_id, round)
);
create index reply_matter_idx on reply (matter_id);
create index reply_waiting_idx on reply (token_expires_at) where feedback_at is null and lapsed_at is null;

create table handling_proposal (
  id uuid constraint handling_proposal_pk primary key,
  matter_id uuid not null constraint handling_proposal_matter references matter (id),
  wording text not null,
  lead_unit_id uuid constraint handling_proposal_lead references unit (id),
  assist_unit_ids uuid[] not null,
  due_at timestamptz,
  for_person_id uuid not null constraint handling_proposal_for references person (id),
  proposed_by uuid not null constraint handling_proposal_by references person (id),
  proposed_at timestamptz not null,
  decision text,
  decided_words text,
  decided_by uuid,
  decided_at timestamptz,
  version int not null
);
create index handling_proposal_matter_idx on handling_proposal (matter_id);
create unique index handling_proposal_one_open on handling_proposal (matter_id) where decision is null;
create index handling_proposal_tray on handling_proposal (for_person_id, id) where decision is null;

create table task (
  id uuid constraint task_pk primary key,
  matter_id uuid constraint task_matter references matter (id),
  parent_id uuid constraint task_parent references task (id),
  kind text not null,
  category text,
  number text constraint task_number_once unique,
  title text not null,
  demand text not null,
  state text not null,
  round int not null,
  lead_unit_id uuid constraint task_lead_unit references unit (id),
  assist_unit_ids uuid[] not null,
  lead_leader_id uuid constraint task_lead_leader references person (id),
  principal_id uuid constraint task_principal references person (id),
  case_officer_id uuid constraint task_case_officer references person (id),
  cover_officer_id uuid constraint task_cover_officer references person (id),
  due_at timestamptz,
  target_value numeric,
  target_unit text,
  current_value numeric,
  suspended_at timestamptz,
  proposed_by uuid,
  registered_at timestamptz,
  dispatched_at timestamptz,
  answered_at timestamptz,
  verified_at timestamptz,
  presented_at timestamptz,
  closed_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null,
  version int not null,
  search tsvector generated always as (bigrams(coalesce(number, '') || ' ' || title)) stored,
  constraint task_target_has_unit check ((target_value is null) = (target_unit is null))
);
create index task_state_idx on task (state, id);
create index task_officer_idx on task (case_officer_id, state, id);
create index task_cover_idx on task (cover_officer_id) where cover_officer_id is not null;
create index task_lead_unit_idx on task (lead_unit_id, state, id);
create index task_leader_idx on task (lead_leader_id, state, id);
create index task_principal_idx on task (principal_id, state, id);
create index task_due_idx on task (due_at, id) where closed_at is null;
create index task_matter_idx on task (matter_id);
create index task_parent_idx on task (parent_id) where parent_id is not null;
create index task_search_idx on task using gin (search);
create index task_kind_idx on task (kind, state, id);

create table dispatch (
  id uuid constraint dispatch_pk primary key,
  chunks int not null,
  assignments int not null,
  by_person_id uuid not null,
  at timestamptz not null
);

create table assignment (
  id uuid constraint assignment_pk primary key,
  task_id uuid not null constraint assignment_task references task (id),
  unit_id uuid not null constraint assignment_unit references unit (id),
  duty text not null,
  round int not null,
  state text not null,
  dispatch_id uuid not null constraint assignment_dispatch references dispatch (id),
  chunk int not null,
  due_at timestamptz,
  original_due_at timestamptz,
  waived_at timestamptz,
  queued_at timestamptz not null,
  delivered_at timestamptz,
  signed_at timestamptz,
  signed_by uuid,
  submitted_at timestamptz,
  submitted_by uuid,
  answered_at timestamptz,
  answered_by uuid,
  accepted_at timestamptz,
  ended_at timestamptz,
  predecessor_id uuid constraint assignment_predecessor references assignment (id),
  version int not null,
  constraint assignment_duty check (duty in ('lead', 'assist')),
  constraint assignment_submitter_named check ((submitted_at is null) = (submitted_by is null))
);
create unique index assignment_one_lead on assignment (task_id, round) where duty = 'lead' and state not in ('recalled', 'moved', 'moving');
create unique index assignment_unit_once on assignment (task_id, round, unit_id) where state not in ('recalled', 'moved', 'moving');
create index assignment_task_idx on assignment (task_id, round);
create index assignment_inbox_idx on assignment (unit_id, state, id);
create index assignment_unit_idx on assignment (unit_id, id) include (task_id, state);
create index assignment_dispatch_idx on assignment (dispatch_id, chunk);
create index assignment_queued_idx on assignment (queued_at) where state = 'queued';

create table report (
  id uuid constraint report_pk primary key,
  task_id uuid not null constraint report_task references task (id),
  assignment_id uuid not null constraint report_assignment references assignment (id),
  progress text not null,
  problem text not null,
  next_step text not null,
  value numeric,
  reported_by uuid not null,
  reported_at timestamptz not null
);
create index report_assignment_idx on report (assignment_id, reported_at);
create index report_task_idx on report (task_id, reported_at);

create table answer (
  id uuid constraint answer_pk primary key,
  task_id uuid not null constraint answer_task references task (id),
  assignment_id uuid not null constraint answer_assignment references assignment (id),
  round int not null,
  attempt int not null,
  result_class text not null,
  body text not null,
  follow_up_at timestamptz,
  submitted_by uuid not null,
  submitted_at timestamptz not null,
  signed_off_by uuid,
  signed_off_at timestamptz,
  constraint answer_attempt_once unique (assignment_id, attempt)
);
create index answer_task_idx on answer (task_id);

create table verification (
  id uuid constraint verification_pk primary key,
  task_id uuid not null constraint verification_task references task (id),
  round int not null,
  attempt int not null,
  manner text not null,
  verdict text not null,
  words text not null,
  redo_assignment_ids uuid[] not null,
  verified_by uuid not null,
  verified_at timestamptz not null,
  constraint verification_verdict check (verdict in ('pass', 'redo')),
  constraint verification_manner check (manner in ('desk', 'on_site'))
);
create index verification_task_idx on verification (task_id);
-- who verifies is of neither the lead nor an assisting unit, and did none of the work
create function refuse_doing_verifier() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from assignment a join unit u on u.id = a.unit_id
    where a.task_id = new.task_id and (
      new.verified_by in (a.signed_by, a.submitted_by, a.answered_by)
      or exists (select 1 from post p join unit pu on pu.id = p.unit_id
                 where p.person_id = new.verified_by and p.from_at <= new.verified_at and (p.to_at is null or p.to_at > new.verified_at)
                   and p.role in ('unit_head', 'unit_liaison', 'unit_staff')
                   and (pu.id = u.id or pu.path like u.path || '%' or u.path like pu.path || '%'))))
  then
    raise exception 'the verifier belongs to a doing unit' using errcode = 'check_violation', constraint = 'verification_by_outsider';
  end if;
  return new;
end $$;
create trigger verification_by_outsider before insert on verification for each row execute function refuse_doing_verifier();

create table presentation (
  id uuid constraint presentation_pk primary key,
  task_id uuid not null constraint presentation_task references task (id),
  principal_id uuid not null constraint presentation_principal references person (id),
  summary text not null,
  presented_by uuid not null,
  presented_at timestamptz not null,
  silent_close_at timestamptz not null,
  decision text,
  decided_words text,
  decided_by uuid,
  decided_at timestamptz
);
create index presentation_tray on presentation (principal_id, id) where decision is null;
create index presentation_task_idx on presentation (task_id);

create table instruction (
  id uuid constraint instruction_pk primary key,
  subject_type text not null,
  subject_id uuid not null,
  lineage_id uuid not null,
  edition int not null,
  kind text not null,
  words text not null,
  given_by uuid not null,
  entered_by uuid not null,
  disowned_at timestamptz,
  given_at timestamptz not null,
  constraint instruction_edition_once unique (lineage_id, edition),
  constraint instruction_kind check (kind in ('order', 'guidance', 'reference'))
);
create index instruction_subject_idx on instruction (subject_id, given_at);

create table suspension (
  id uuid constraint suspension_pk primary key,
  task_id uuid not null constraint suspension_task references task (id),
  reason text not null,
  suspended_by uuid not null,
  suspended_at timestamptz not null,
  resumed_by uuid,
  resumed_at timestamptz
);
create index suspension_task_idx on suspension (task_id);

create table correction (
  id uuid constraint correction_pk primary key,
  task_id uuid not null constraint correction_task references task (id),
  reason text not null,
  before jsonb not null,
  after jsonb not null,
  corrected_by uuid not null,
  corrected_at timestamptz not null
);
create index correction_task_idx on correction (task_id);

create table evidence (
  id uuid constraint evidence_pk primary key,
  sha256 bytea not null,
  size_bytes bigint not null,
  media_type text not null,
  file_name text not null,
  uploaded_by uuid not null,
  unit_id uuid not null,
  happened_at timestamptz,
  captured_at timestamptz,
  received_at timestamptz not null
);
create index evidence_uploader_idx on evidence (uploaded_by, id);
create table evidence_link (
  evidence_id uuid not null constraint evidence_link_evidence references evidence (id),
  subject_type text not null,
  subject_id uuid not null,
  about_id uuid not null,
  linked_at timestamptz not null,
  constraint evidence_link_pk primary key (evidence_id, subject_id)
);
create index evidence_link_subject_idx on evidence_link (subject_id);
create index evidence_link_about_idx on evidence_link (about_id);

create table notice (
  id uuid constraint notice_pk primary key,
  kind text not null,
  dedupe_key text not null constraint notice_once unique,
  unit_id uuid,
  person_id uuid,
  assignment_id uuid,
  task_id uuid,
  matter_id uuid,
  facts jsonb not null,
  created_at timestamptz not null,
  read_at timestamptz,
  read_by uuid,
  constraint notice_has_reader check (unit_id is not null or person_id is not null)
);
create index notice_unit_idx on notice (unit_id, id) where unit_id is not null;
create index notice_person_idx on notice (person_id, id) where person_id is not null;
create index notice_unread_unit on notice (unit_id) where read_at is null and unit_id is not null;
create index notice_unread_person on notice (person_id) where read_at is null and person_id is not null;
`;
