import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Duty register, tasks, assignments, evidence, notices: the homework half. Old code survives it: it only adds. */
export class Homework1000000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(homeworkSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table notice, evidence_link, evidence, correction, suspension, instruction, presentation, verification, answer, report,
        assignment, dispatch, task, case_officer_rule, absence, duty cascade;
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
alter table handling_proposal add constraint handling_proposal_instruction foreign key (instruction_id) references instruction (id);

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
