import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Restores that hold an instance until it is released, and the runs of the backup schedule. Old code survives it. */
export class Backup1000000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table restoration (
        backup_id uuid not null,
        product text not null,
        taken_at timestamptz not null,
        restored_at timestamptz not null,
        released_at timestamptz,
        released_by uuid,
        constraint restoration_pk primary key (backup_id, restored_at)
      );
      create index restoration_held_idx on restoration (restored_at) where released_at is null;

      create table backup_run (
        id uuid constraint backup_run_pk primary key,
        started_at timestamptz not null,
        ended_at timestamptz,
        outcome text not null constraint backup_run_outcome check (outcome in ('running', 'done', 'failed')),
        fault text,
        file_name text,
        size_bytes bigint,
        row_count bigint,
        file_count int,
        lost_file_count int,
        trial_at timestamptz,
        trial_outcome text constraint backup_run_trial check (trial_outcome in ('passed', 'failed')),
        trial_fault text
      );
      create index backup_run_age_idx on backup_run (started_at desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table backup_run, restoration');
  }
}
