import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What members of staff are given of their unit's assignments, and what they report on it.
 * Old code survives: it knows neither table.
 */
export class Errands1000000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(errandSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table errand_report, errand');
  }
}

const errandSql = `
create table errand (
  id uuid constraint errand_pk primary key,
  assignment_id uuid not null constraint errand_assignment references assignment (id),
  person_id uuid not null constraint errand_person references person (id),
  note text not null,
  inner_due_at timestamptz,
  state text not null,
  given_by uuid not null constraint errand_giver references person (id),
  given_at timestamptz not null,
  finished_at timestamptz,
  recalled_at timestamptz,
  version int not null
);
create index errand_assignment_idx on errand (assignment_id);
-- what somebody has in hand: asked with every look into an inbox
create index errand_person_idx on errand (person_id, assignment_id) where state <> 'recalled';

create table errand_report (
  id uuid constraint errand_report_pk primary key,
  errand_id uuid not null constraint errand_report_errand references errand (id),
  words text not null,
  reported_at timestamptz not null
);
create index errand_report_errand_idx on errand_report (errand_id);
`;
