import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The duty register gets dates, grounds and the townships' lists; instructions may name units that take an item
 * nonetheless; units ask above. Old code reads on but would also read ended lines, and its way of writing the register
 * (one line per category for ever) no longer works: only loading a demonstration county did that.
 */
export class Duty1000000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(dutySql);
    await runner.query(needSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table upward_need;
      drop table duty_import;
      alter table instruction drop column unit_ids;
      delete from duty where to_at is not null;
      drop index duty_category_in_force, duty_lead_idx, duty_assist_idx;
      alter table duty drop constraint duty_line_once, drop column from_at, drop column to_at, drop column township_list,
        drop column basis, drop column recorded_by, drop column recorded_at;
      alter table duty add constraint duty_category_once unique (category);
    `);
  }
}

const dutySql = `
-- a line is in force from a day to a day; changing it ends it and begins another one, so that history stays true
alter table duty drop constraint duty_category_once;
alter table duty
  add column from_at timestamptz,
  add column to_at timestamptz,
  add column township_list text constraint duty_township_list check (township_list in ('basic', 'assisting', 'withdrawn')),
  add column basis text,
  add column recorded_by uuid constraint duty_recorder references person (id),
  add column recorded_at timestamptz;
update duty d set from_at = (select u.from_at from unit u where u.id = d.lead_unit_id), recorded_at = now();
alter table duty
  alter column from_at set not null,
  alter column recorded_at set not null,
  add constraint duty_from_before_to check (to_at is null or to_at > from_at),
  add constraint duty_line_once unique (category, from_at);
create unique index duty_category_in_force on duty (category) where to_at is null;
create index duty_lead_idx on duty (lead_unit_id) where to_at is null;
create index duty_assist_idx on duty using gin (assist_unit_ids) where to_at is null;

-- a sheet of lines that was looked at and waits to be taken in
create table duty_import (
  id uuid constraint duty_import_pk primary key,
  file_name text not null,
  state text not null constraint duty_import_state check (state in ('previewed', 'committed')),
  lines jsonb not null,
  counts jsonb not null,
  rejected jsonb not null,
  person_id uuid constraint duty_import_person references person (id),
  created_at timestamptz not null,
  committed_at timestamptz,
  version int not null
);

-- townships that take an item although the duty lists say otherwise: a principal's written decision
alter table instruction add column unit_ids uuid[] not null default '{}';
create index instruction_deciding_idx on instruction (subject_id) where unit_ids <> '{}';
`;

const needSql = `
create table upward_need (
  id uuid constraint upward_need_pk primary key,
  unit_id uuid not null constraint upward_need_unit references unit (id),
  kind text not null constraint upward_need_kind check (kind in ('funds', 'policy', 'approval', 'other')),
  title text not null,
  body text not null,
  wanted_by timestamptz,
  state text not null constraint upward_need_state check (state in ('asked', 'registered', 'declined', 'solved')),
  asked_by uuid not null constraint upward_need_asker references person (id),
  asked_at timestamptz not null,
  task_id uuid constraint upward_need_task references task (id),
  settled_words text,
  settled_by uuid constraint upward_need_settler references person (id),
  settled_at timestamptz,
  version int not null,
  constraint upward_need_settled_whole check ((state in ('declined', 'solved')) = (settled_at is not null)
    and (settled_at is null) = (settled_words is null) and (settled_at is null) = (settled_by is null)),
  constraint upward_need_task_of_registered check (state <> 'registered' or task_id is not null)
);
create unique index upward_need_task_once on upward_need (task_id) where task_id is not null;
create index upward_need_unit_idx on upward_need (unit_id, id);
create index upward_need_state_idx on upward_need (state, id);
`;
