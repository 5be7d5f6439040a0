import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Training that is ended before its day, declarations that somebody ended with a reason, call-ups and devices issued for
 * one inspection. Old code survives: the new columns may be null, though it would still count a training that was ended
 * and would let an issued device choose any post.
 */
export class Inspectors1000000000260 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [upSql, callUpSql]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(downSql);
  }
}

const upSql = `
alter table competence
  add column ended_at timestamptz,
  add column ended_by uuid constraint competence_ender references person (id),
  add constraint competence_ended check ((ended_at is null) = (ended_by is null));

-- whoever declared does not free themselves; without a person it ended before this was kept
alter table recusal_declaration
  add column ended_by uuid constraint recusal_declaration_ender references person (id),
  add column end_reason text,
  add constraint recusal_declaration_ended_by_another check (ended_by <> person_id),
  add constraint recusal_declaration_end_said check (ended_by is null or (ended_at is not null and end_reason is not null));
`;

const callUpSql = `
-- what people are told who are called up without a purpose: place, how long, what to bring, in a box of the process's secret
create table call_up_order (
  id uuid constraint call_up_order_pk primary key,
  sealed_id uuid not null constraint call_up_order_sealed references sealed_inspection (id),
  called_by uuid not null constraint call_up_order_caller references person (id),
  called_at timestamptz not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  box bytea not null,
  sealed_with text not null,
  constraint call_up_order_period check (ends_at > starts_at)
);

-- one person called; telephones handed in and calls made lie in a box under the plan's own key
create table call_up (
  id uuid constraint call_up_pk primary key,
  order_id uuid not null constraint call_up_order_of references call_up_order (id),
  sealed_id uuid not null constraint call_up_sealed references sealed_inspection (id),
  person_id uuid not null constraint call_up_person references person (id),
  acknowledged_at timestamptz,
  arrived_at timestamptz,
  withdrawn_at timestamptz,
  box bytea,
  -- a device for this inspection only: a link that is used once, then a session
  link_hash bytea,
  link_until timestamptz,
  device_enrolled_at timestamptz,
  device_returned_at timestamptz
);
create unique index call_up_once on call_up (sealed_id, person_id) where withdrawn_at is null;
create index call_up_person_idx on call_up (person_id, id);
create unique index call_up_link_once on call_up (link_hash) where link_hash is not null;

-- the id of a sealed plan becomes the inspection's: before the release such a session acts in nothing
alter table session add column issued_for uuid constraint session_issued references sealed_inspection (id);
create index session_issued_idx on session (issued_for) where issued_for is not null;
`;

const downSql = `
delete from session where issued_for is not null;
alter table session drop column issued_for;
drop table call_up, call_up_order;
alter table recusal_declaration drop column ended_by, drop column end_reason;
delete from competence where ended_at is not null;
alter table competence drop column ended_at, drop column ended_by;
`;
