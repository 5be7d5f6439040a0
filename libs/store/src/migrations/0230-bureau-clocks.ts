import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Refused service, grounds of suspensions, and clocks of matters. Old code survives: the new columns may be null or have a constant
 * default, and it knows none of the tables.
 */
export class BureauClocks1000000000230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(upSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(downSql);
  }
}

const upSql = `
-- a unit would not take what was delivered: one person records it, another one confirms
create table service_refusal (
  assignment_id uuid constraint service_refusal_pk primary key constraint service_refusal_assignment references assignment (id),
  recorded_by uuid not null constraint service_refusal_recorder references person (id),
  recorded_at timestamptz not null,
  confirmed_by uuid constraint service_refusal_confirmer references person (id),
  confirmed_at timestamptz,
  constraint service_refusal_two_people check (confirmed_by <> recorded_by),
  constraint service_refusal_confirmed check ((confirmed_by is null) = (confirmed_at is null))
);

alter table suspension add column ground text not null default 'other' constraint suspension_ground check (ground in ('hearing', 'other'));

alter table ladder_revision drop constraint ladder_revision_clock;
alter table ladder_revision add constraint ladder_revision_clock check (clock in ('sign', 'answer', 'report', 'reply', 'supervisor', 'principal'));

alter table clock add column matter_id uuid constraint clock_matter references matter (id);
create index clock_matter_idx on clock (matter_id) where matter_id is not null;
`;

const downSql = `
delete from clock_change where clock_id in (select id from clock where matter_id is not null or kind = 'report');
delete from clock_suspension where clock_id in (select id from clock where matter_id is not null or kind = 'report');
delete from clock_firing where clock_id in (select id from clock where matter_id is not null or kind = 'report');
delete from clock where matter_id is not null or kind = 'report';
delete from ladder_revision where clock = 'report';
delete from ladder where code = 'report';
alter table ladder_revision drop constraint ladder_revision_clock;
alter table ladder_revision add constraint ladder_revision_clock check (clock in ('sign', 'answer', 'reply', 'supervisor', 'principal'));
alter table clock drop column matter_id;
alter table suspension drop column ground;
drop table service_refusal;
`;
