import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Closed ledgers from elsewhere, and backward schedules of tasks. Old code survives: it knows neither. */
export class History1000000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(historySql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table schedule_revision, schedule, closed_case, history_import');
  }
}

const historySql = `
create table history_import (
  id uuid constraint history_import_pk primary key,
  source text not null,
  file_name text not null,
  file_sha256 text not null,
  counts jsonb not null,
  imported_at timestamptz not null
);
create index history_import_source on history_import (source, imported_at);

-- one line of a ledger that was closed elsewhere; identity is a digest of what the line says and of its how-manieth repetition,
-- or of the number that the ledger gives it: the same file twice is the same lines
create table closed_case (
  source text not null,
  identity bytea not null,
  received_at timestamptz not null,
  due_at timestamptz,
  answered_at timestamptz,
  unit text,
  answered_before_receipt boolean not null,
  import_id uuid not null constraint closed_case_import references history_import (id),
  constraint closed_case_pk primary key (source, identity),
  constraint closed_case_flagged check (answered_before_receipt = coalesce(answered_at < received_at, false))
);
create index closed_case_import_idx on closed_case (import_id);

create table schedule (
  task_id uuid constraint schedule_pk primary key constraint schedule_task references task (id),
  state text not null constraint schedule_state check (state in ('draft', 'applied')),
  version int not null
);

-- every saved state of a schedule stays readable
create table schedule_revision (
  task_id uuid not null constraint schedule_revision_schedule references schedule (task_id),
  version int not null,
  end_day date not null,
  steps jsonb not null,
  saved_by uuid not null constraint schedule_revision_saver references person (id),
  saved_at timestamptz not null,
  constraint schedule_revision_pk primary key (task_id, version)
);
`;
