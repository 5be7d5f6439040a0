import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Calendars of the county and of units, and what laws say about time, each change a revision of its own. Old code survives:
 * it reads the tables that come with the product.
 */
export class Calendar1000000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(calendarSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table law_profile_revision, law_profile, calendar_year, calendar_week, work_calendar, time_rules',
    );
  }
}

const calendarSql = `
-- one row per kind of rule: every change gives it another token, by which processes see that what they keep is old
create table time_rules (
  kind text constraint time_rules_pk primary key constraint time_rules_kind check (kind in ('calendar', 'law_profile')),
  token uuid not null,
  -- digest of the shipped text that was taken in last
  shipped text not null
);
insert into time_rules values
  ('calendar', '00000000-0000-0000-0000-000000000000', ''), ('law_profile', '00000000-0000-0000-0000-000000000000', '');

-- the county's calendar (no unit), and those of units that have one of their own
create table work_calendar (
  id uuid constraint work_calendar_pk primary key,
  unit_id uuid constraint work_calendar_unit references unit (id),
  made_at timestamptz not null,
  ended_at timestamptz,
  version int not null,
  constraint work_calendar_of_county_stays check (unit_id is not null or ended_at is null)
);
create unique index work_calendar_one_county on work_calendar ((true)) where unit_id is null;
create unique index work_calendar_one_of_unit on work_calendar (unit_id) where ended_at is null;

-- Monday to Sunday and the office hours in minutes since midnight; null where a unit keeps to the county's
create table calendar_week (
  calendar_id uuid not null constraint calendar_week_calendar references work_calendar (id),
  revision int not null,
  week boolean[] constraint calendar_week_seven_days check (cardinality(week) = 7),
  office_hours jsonb,
  made_by uuid constraint calendar_week_maker references person (id),
  made_at timestamptz not null,
  constraint calendar_week_pk primary key (calendar_id, revision)
);

-- what was published for a year; the highest revision is in force, the others stay readable
create table calendar_year (
  calendar_id uuid not null constraint calendar_year_calendar references work_calendar (id),
  year int not null,
  revision int not null,
  days jsonb not null,
  addresses text[] not null,
  origin text not null constraint calendar_year_origin check (origin in ('shipped', 'form', 'json', 'ical', 'sheet')),
  digest text not null,
  made_by uuid constraint calendar_year_maker references person (id),
  made_at timestamptz not null,
  constraint calendar_year_pk primary key (calendar_id, year, revision)
);

create table law_profile (
  code text constraint law_profile_pk primary key,
  -- the text that comes with the product; null for the county's own
  shipped jsonb,
  shipped_digest text,
  constraint law_profile_shipped_whole check ((shipped is null) = (shipped_digest is null))
);

create table law_profile_revision (
  code text not null constraint law_profile_revision_profile references law_profile (code),
  revision int not null,
  title text not null,
  title_zh text not null,
  source text not null,
  place text not null,
  kinds text[] not null,
  from_day date not null,
  to_day date,
  counts_first_day boolean not null,
  rolls boolean not null,
  day_ends_at int not null,
  receipt_after_hours int,
  clocks jsonb not null,
  origin text not null constraint law_profile_revision_origin check (origin in ('shipped', 'edited')),
  digest text not null,
  -- the shipped text that stood beside it when it was made
  shipped_digest text,
  made_by uuid constraint law_profile_revision_maker references person (id),
  made_at timestamptz not null,
  constraint law_profile_revision_pk primary key (code, revision),
  constraint law_profile_revision_days check (to_day is null or to_day >= from_day)
);
`;
