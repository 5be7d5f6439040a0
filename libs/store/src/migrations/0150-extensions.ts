import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Requests for more time (延期), and clocks that are held while a word is waited for. Old code survives: it knows no requests, and
 * a held clock rings for it as any other.
 */
export class Extensions1000000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(extensionSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table extension;
      drop index clock_held;
      drop index clock_alarm;
      alter table clock drop column held_at;
      create index clock_alarm on clock (next_rung_at) where next_rung_at is not null;
    `);
  }
}

const extensionSql = `
create table extension (
  id uuid constraint extension_pk primary key,
  assignment_id uuid not null constraint extension_assignment references assignment (id),
  task_id uuid not null constraint extension_task references task (id),
  state text not null,
  reason text not null,
  progress text not null,
  -- the date that ran when it was asked, the one that was wanted, the one that was granted
  due_before timestamptz not null,
  asked_due_at timestamptz not null,
  granted_due_at timestamptz,
  asked_by uuid not null constraint extension_asked_by references person (id),
  asked_at timestamptz not null,
  decided_by uuid constraint extension_decided_by references person (id),
  decided_words text,
  -- decided, withdrawn or lapsed
  ended_at timestamptz,
  version int not null,
  constraint extension_state check (state in ('asked', 'granted', 'refused', 'withdrawn', 'lapsed')),
  constraint extension_two_people check (decided_by is null or decided_by <> asked_by),
  constraint extension_decided check ((decided_by is not null) = (state in ('granted', 'refused'))),
  constraint extension_granted check ((granted_due_at is not null) = (state = 'granted')),
  constraint extension_later check (asked_due_at > due_before and (granted_due_at is null or granted_due_at > due_before)),
  constraint extension_ended check ((ended_at is null) = (state = 'asked'))
);
create unique index extension_asked_once on extension (assignment_id) where state = 'asked';
create index extension_assignment_idx on extension (assignment_id, asked_at);
create index extension_task_idx on extension (task_id, asked_at);
create index extension_waiting_idx on extension (id) where state = 'asked';

alter table clock add column held_at timestamptz;
drop index clock_alarm;
create index clock_alarm on clock (next_rung_at) where next_rung_at is not null and held_at is null;
create index clock_held on clock (subject_id) where held_at is not null;
`;
