import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What became of units, who took over what a person held, delegations and secondments.
 * Old code survives: the new columns may all be empty.
 */
export class People1000000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(peopleSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from session where delegation_id is not null;
      alter table session drop column delegation_id;
      drop table delegation, unit_change;
      drop index post_once;
      alter table post drop column home_unit_id;
      alter table unit drop constraint unit_from_before_to, drop column successor_id;
    `);
  }
}

const peopleSql = `
-- who answers for what an ended unit left; its path then lies under the successor's
alter table unit
  add column successor_id uuid constraint unit_successor references unit (id),
  add constraint unit_from_before_to check (to_at is null or to_at > from_at),
  add constraint unit_successor_of_ended check (successor_id is null or (to_at is not null and successor_id <> id));
create index unit_successor_idx on unit (successor_id) where successor_id is not null;

-- dated facts; a name held until the change that carries it as the former one
create table unit_change (
  id uuid constraint unit_change_pk primary key,
  unit_id uuid not null constraint unit_change_unit references unit (id),
  kind text not null constraint unit_change_kind check (kind in ('founded', 'renamed', 'moved', 'split', 'merged', 'ended')),
  at timestamptz not null,
  former_name text,
  former_short_name text,
  former_parent_id uuid constraint unit_change_former_parent references unit (id),
  other_unit_id uuid constraint unit_change_other references unit (id),
  recorded_by uuid constraint unit_change_recorder references person (id),
  recorded_at timestamptz not null,
  constraint unit_change_whole check ((kind = 'renamed') = (former_name is not null) and (former_name is null) = (former_short_name is null))
);
create index unit_change_unit_idx on unit_change (unit_id, at);
create index unit_change_name_idx on unit_change (unit_id, at) where former_short_name is not null;

-- a secondment is a post with the unit that the person comes from and an end
alter table post add column home_unit_id uuid constraint post_home_unit references unit (id),
  add constraint post_secondment_ends check (home_unit_id is null or (to_at is not null and home_unit_id <> unit_id));

create table delegation (
  id uuid constraint delegation_pk primary key,
  giver_post_id uuid not null constraint delegation_giver references post (id),
  taker_post_id uuid not null constraint delegation_taker references post (id),
  acts text[] not null constraint delegation_acts check (cardinality(acts) > 0),
  from_at timestamptz not null,
  to_at timestamptz not null,
  reason text not null,
  given_at timestamptz not null,
  ended_at timestamptz,
  version int not null,
  constraint delegation_two_posts check (giver_post_id <> taker_post_id),
  constraint delegation_from_before_to check (to_at > from_at)
);
create index delegation_giver_idx on delegation (giver_post_id, given_at);
create index delegation_taker_idx on delegation (taker_post_id) where ended_at is null;
create unique index post_once on post (person_id, unit_id, role) where to_at is null;
alter table session add column delegation_id uuid constraint session_delegation references delegation (id);
`;
