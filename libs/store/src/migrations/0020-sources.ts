import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Fields of each kind, number patterns, restricted matters, call-backs, receipts, status links. Old code survives it: it only adds. */
export class Sources1000000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sourcesSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger task_not_of_restricted on task;
      drop function refuse_task_of_restricted();
      drop function last_number(text, int);
      drop table status_link, hand_over, call_back, protected_source, matter_accused, matter_keeper, number_pattern;
      alter table signatory drop column person_id, drop column is_protected;
      alter table matter drop column fields, drop column restricted;
      drop index matter_title_likeness;
    `);
  }
}

const sourcesSql = `
-- what only one kind has, validated by the table of the kind
alter table matter add column fields jsonb not null default '{}', add column restricted boolean not null default false;
create index matter_fields_idx on matter using gin (fields jsonb_path_ops);
create index matter_restricted_idx on matter (id) where restricted;
create index matter_title_likeness on matter using gin (title gin_trgm_ops);

alter table signatory add column person_id uuid constraint signatory_person references person (id),
  add column is_protected boolean not null default false;
create index signatory_person_idx on signatory (person_id) where person_id is not null;

-- how the numbers of a series are written, from a year on
create table number_pattern (
  id uuid constraint number_pattern_pk primary key,
  series text not null,
  from_year int not null,
  pattern text not null,
  set_by uuid not null constraint number_pattern_setter references person (id),
  set_at timestamptz not null,
  version int not null,
  constraint number_pattern_once unique (series, from_year)
);

-- the last number that a series gave, 0 for none: what lies below and stands nowhere is void
create function last_number(kind text, year int) returns bigint language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  name text;
  given bigint;
begin
  select s.sequence_name into name from number_series s where s.kind = last_number.kind and s.year = last_number.year;
  if name is null then return 0; end if;
  execute format('select case when is_called then last_value else 0 end from %I', name) into given;
  return given;
end $$;

-- a restricted matter: who handles it, and whom it must never reach
create table matter_keeper (
  matter_id uuid not null constraint matter_keeper_matter references matter (id),
  person_id uuid not null constraint matter_keeper_person references person (id),
  constraint matter_keeper_pk primary key (matter_id, person_id)
);
create index matter_keeper_person_idx on matter_keeper (person_id);
create table matter_accused (
  id uuid constraint matter_accused_pk primary key,
  matter_id uuid not null constraint matter_accused_matter references matter (id),
  unit_id uuid constraint matter_accused_unit references unit (id),
  person_id uuid constraint matter_accused_person references person (id),
  constraint matter_accused_one check (num_nonnulls(unit_id, person_id) = 1)
);
create index matter_accused_matter_idx on matter_accused (matter_id);

-- who a protected signatory really is; two named officers may read it
create table protected_source (
  signatory_id uuid constraint protected_source_pk primary key constraint protected_source_signatory references signatory (id),
  matter_id uuid not null constraint protected_source_matter references matter (id),
  name text not null,
  contact text,
  first_officer_id uuid not null constraint protected_source_first references person (id),
  second_officer_id uuid not null constraint protected_source_second references person (id),
  constraint protected_source_two_officers check (first_officer_id <> second_officer_id)
);
create index protected_source_matter_idx on protected_source (matter_id);

-- an accusation is handed over; it never becomes homework
create function refuse_task_of_restricted() returns trigger language plpgsql as $$
begin
  if exists (select 1 from matter m where m.id = new.matter_id and m.restricted) then
    raise exception 'a restricted matter opens no task' using errcode = 'check_violation', constraint = 'task_not_of_restricted';
  end if;
  return new;
end $$;
create trigger task_not_of_restricted before insert or update of matter_id on task for each row when (new.matter_id is not null)
  execute function refuse_task_of_restricted();

create table call_back (
  id uuid constraint call_back_pk primary key,
  matter_id uuid not null constraint call_back_matter references matter (id),
  signatory_id uuid not null constraint call_back_signatory references signatory (id),
  round int not null,
  reached boolean not null,
  solved boolean,
  feedback text,
  words text,
  contacted_at timestamptz not null,
  made_by uuid not null constraint call_back_maker references person (id),
  made_at timestamptz not null,
  constraint call_back_feedback check (feedback in ('satisfied', 'basically_satisfied', 'dissatisfied')),
  constraint call_back_reached check (reached or (solved is null and feedback is null))
);
create index call_back_matter_idx on call_back (matter_id, round);

create table hand_over (
  id uuid constraint hand_over_pk primary key,
  matter_id uuid not null constraint hand_over_matter references matter (id),
  manner text not null,
  to_organ text not null,
  reason text not null,
  handed_by uuid not null constraint hand_over_giver references person (id),
  handed_at timestamptz not null,
  received_by text,
  receipt_no text,
  receipt_at timestamptz,
  recorded_by uuid constraint hand_over_recorder references person (id),
  recorded_at timestamptz,
  constraint hand_over_manner check (manner in ('hand_over', 'pass_on')),
  constraint hand_over_receipt_whole check ((receipt_at is null) = (received_by is null))
);
create index hand_over_matter_idx on hand_over (matter_id, handed_at);

create table status_link (
  token_hash bytea constraint status_link_pk primary key,
  signatory_id uuid not null constraint status_link_signatory references signatory (id),
  created_by uuid not null constraint status_link_maker references person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  first_read_at timestamptz
);
create index status_link_signatory_idx on status_link (signatory_id);
`;
