import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came in: mandates, imports, matters, who asked, replies, handling proposals. Old code survives it: it only adds. */
export class Matter1000000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(matterSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table handling_proposal, reply, signatory, matter_category, matter, matter_import, standing_mandate cascade;
    `);
  }
}

const matterSql = `
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
  instruction_id uuid,
  version int not null
);
create index handling_proposal_matter_idx on handling_proposal (matter_id);
create unique index handling_proposal_one_open on handling_proposal (matter_id) where decision is null;
create index handling_proposal_tray on handling_proposal (for_person_id, id) where decision is null;
`;
