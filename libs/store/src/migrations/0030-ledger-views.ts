import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Initials of units and persons for the search, saved views of the ledger, and exports that a second person allows.
 * Initials are empty until `SpellNames` writes them, also for the rows of before; a new name empties them again.
 * Code of before runs on: it only adds.
 */
export class LedgerViews1000000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table unit add column initials text;
alter table person add column initials text;
create index unit_unspelled on unit (id) where initials is null;
create index person_unspelled on person (id) where initials is null;
create function forget_initials() returns trigger language plpgsql as $$
begin
  new.initials := null;
  return new;
end $$;
create trigger unit_renamed before update of name, short_name on unit for each row
  when (old.name is distinct from new.name or old.short_name is distinct from new.short_name) execute function forget_initials();
create trigger person_renamed before update of name on person for each row
  when (old.name is distinct from new.name) execute function forget_initials();

create table ledger_view (
  id uuid constraint ledger_view_pk primary key,
  owner_id uuid not null constraint ledger_view_owner references person (id),
  unit_id uuid constraint ledger_view_unit references unit (id),
  name text not null,
  settings jsonb not null,
  created_at timestamptz not null,
  version int not null
);
create index ledger_view_owner_idx on ledger_view (owner_id, id);
create index ledger_view_unit_idx on ledger_view (unit_id, id) where unit_id is not null;
create table first_ledger_view (
  person_id uuid constraint first_ledger_view_pk primary key constraint first_ledger_view_person references person (id),
  view_id uuid not null constraint first_ledger_view_view references ledger_view (id) on delete cascade
);
create index first_ledger_view_view_idx on first_ledger_view (view_id);

create table export_request (
  id uuid constraint export_request_pk primary key,
  asked_by uuid not null constraint export_request_asker references person (id),
  format text not null,
  filters jsonb not null,
  rows int not null,
  rows_capped boolean not null,
  reason text not null,
  state text not null,
  asked_at timestamptz not null,
  decided_by uuid constraint export_request_decider references person (id),
  decided_at timestamptz,
  decided_words text,
  taken_at timestamptz,
  lapses_at timestamptz not null,
  version int not null,
  constraint export_request_two_people check (decided_by is null or decided_by <> asked_by)
);
create index export_request_asker_idx on export_request (asked_by, id);
create index export_request_lapsing on export_request (lapses_at) where state in ('requested', 'approved');`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table export_request, first_ledger_view, ledger_view;
drop trigger unit_renamed on unit;
drop trigger person_renamed on person;
drop function forget_initials();
alter table unit drop column initials;
alter table person drop column initials;`);
  }
}
