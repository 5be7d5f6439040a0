import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reading personal data one by one and counted, exports that hold it, and its end: holds, purges and what they leave.
 * Old code survives: the new column has a default.
 */
export class Privacy1000000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(privacySql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table purge_tombstone, purge, matter_hold, unmask_count, unmasking;
      alter table export_request drop column unmasked;
    `);
  }
}

const privacySql = `
-- what somebody was shown on a day; the same thing again is not counted again
create table unmasking (
  person_id uuid not null constraint unmasking_person references person (id),
  day date not null,
  subject_id uuid not null,
  matter_id uuid not null constraint unmasking_matter references matter (id),
  at timestamptz not null,
  constraint unmasking_pk primary key (person_id, day, subject_id)
);
create table unmask_count (
  person_id uuid not null constraint unmask_count_person references person (id),
  day date not null,
  used int not null,
  constraint unmask_count_pk primary key (person_id, day)
);

alter table export_request add column unmasked boolean not null default false;

-- nothing of a held matter is purged
create table matter_hold (
  id uuid constraint matter_hold_pk primary key,
  matter_id uuid not null constraint matter_hold_matter references matter (id),
  basis text not null constraint matter_hold_basis check (basis in ('litigation', 'review', 'audit', 'discipline')),
  reason text not null,
  placed_by uuid not null constraint matter_hold_placer references person (id),
  placed_at timestamptz not null,
  lifted_by uuid constraint matter_hold_lifter references person (id),
  lifted_at timestamptz,
  constraint matter_hold_lifted_whole check ((lifted_by is null) = (lifted_at is null))
);
create unique index matter_hold_one on matter_hold (matter_id) where lifted_at is null;

create table purge (
  id uuid constraint purge_pk primary key,
  state text not null constraint purge_state check (state in ('proposed', 'asked', 'approved', 'done', 'refused')),
  parts jsonb not null,
  proposed_at timestamptz not null,
  asked_by uuid constraint purge_asker references person (id),
  asked_at timestamptz,
  decided_by uuid constraint purge_decider references person (id),
  decided_at timestamptz,
  words text,
  done_at timestamptz,
  version int not null,
  constraint purge_two_people check (decided_by is null or decided_by <> asked_by),
  constraint purge_approved_by_two check (state not in ('approved', 'done') or (asked_by is not null and decided_by is not null))
);
create unique index purge_one_open on purge ((true)) where state in ('proposed', 'asked', 'approved');

-- what stands where something was: which part of which matter, how many values, when, by which decision
create table purge_tombstone (
  matter_id uuid not null constraint purge_tombstone_matter references matter (id),
  part text not null,
  purge_id uuid not null constraint purge_tombstone_purge references purge (id),
  removed int not null,
  purged_at timestamptz not null,
  constraint purge_tombstone_pk primary key (matter_id, part)
);
create index purge_tombstone_purge_idx on purge_tombstone (purge_id, part);
create index matter_closed_idx on matter (closed_at) where closed_at is not null;
`;
