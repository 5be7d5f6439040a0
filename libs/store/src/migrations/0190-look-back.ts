import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Draws that strangers can draw again, and the look-backs whose samples they are. Old code survives: it knows neither. */
export class LookBack1000000000190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lookBackSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index task_closed_idx; drop table look_back_check, look_back, draw');
  }
}

const lookBackSql = `
-- the seed is secret until the lots are drawn; no view shows it before
create table draw (
  id uuid constraint draw_pk primary key,
  purpose text not null,
  commitment text not null constraint draw_commitment_once unique,
  seed text not null,
  committed_by uuid not null constraint draw_committer references person (id),
  committed_at timestamptz not null,
  record jsonb,
  drawn_by uuid constraint draw_drawer references person (id),
  drawn_at timestamptz,
  constraint draw_is_hex check (commitment ~ '^[0-9a-f]{64}$' and seed ~ '^[0-9a-f]{64}$'),
  constraint draw_is_whole check ((record is null) = (drawn_at is null) and (record is null) = (drawn_by is null))
);

create table look_back (
  id uuid constraint look_back_pk primary key,
  draw_id uuid not null constraint look_back_draw references draw (id) constraint look_back_draw_once unique,
  from_at timestamptz not null,
  to_at timestamptz not null,
  least_percent int not null,
  most_percent int not null,
  state text not null,
  version int not null,
  constraint look_back_period check (from_at < to_at),
  constraint look_back_bounds check (0 < least_percent and least_percent <= most_percent and most_percent <= 100),
  constraint look_back_state check (state in ('committed', 'drawn', 'finished', 'cancelled'))
);

create table look_back_check (
  id uuid constraint look_back_check_pk primary key,
  look_back_id uuid not null constraint look_back_check_round references look_back (id),
  task_id uuid not null constraint look_back_check_task references task (id),
  round int not null,
  unit_id uuid not null constraint look_back_check_unit references unit (id),
  row_id text not null,
  checker_id uuid not null constraint look_back_check_checker references person (id),
  replaces_id uuid constraint look_back_check_replaces references look_back_check (id) constraint look_back_check_replaced_once unique,
  state text not null,
  reason text,
  words text,
  assigned_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid constraint look_back_check_settler references person (id),
  version int not null,
  constraint look_back_check_once unique (look_back_id, task_id),
  constraint look_back_check_state check (state in ('assigned', 'effective', 'relapsed', 'replaced')),
  constraint look_back_check_settled check ((state = 'assigned') = (settled_at is null) and (state = 'assigned') = (settled_by is null)),
  constraint look_back_check_by_the_drawn check (state not in ('effective', 'relapsed') or settled_by = checker_id),
  constraint look_back_check_reason check ((state = 'replaced') = (reason is not null))
);
-- one claim is under one check at a time
create unique index look_back_check_open on look_back_check (task_id) where state = 'assigned';
create index look_back_check_checker_idx on look_back_check (checker_id, state, id);
create index look_back_check_unit_idx on look_back_check (unit_id, settled_at) where state in ('effective', 'relapsed');
create index look_back_check_round_idx on look_back_check (look_back_id, id);
create index task_closed_idx on task (closed_at, id) where closed_at is not null;
`;
