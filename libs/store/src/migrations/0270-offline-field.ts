import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What devices send late: every answer is kept, and visits and findings know what the device's clock said. Old code survives. */
export class OfflineField1000000000270 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(upSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table visit_answer_sent');
    await runner.query(
      'alter table visit drop column arrived_captured_at, drop column discovered_captured_at, drop column finished_captured_at',
    );
    await runner.query('alter table finding drop column clock_skew_seconds');
  }
}

const upSql = `
-- every answer as a device sent it, once by its id; visit_answer holds the one of them that counts
create table visit_answer_sent (
  id uuid constraint visit_answer_sent_pk primary key,
  visit_id uuid not null constraint visit_answer_sent_visit references visit (id),
  clause_key text not null,
  found jsonb not null,
  person_id uuid not null constraint visit_answer_sent_person references person (id),
  captured_at timestamptz,
  received_at timestamptz not null
);
create index visit_answer_sent_clause on visit_answer_sent (visit_id, clause_key);
insert into visit_answer_sent (id, visit_id, clause_key, found, person_id, captured_at, received_at)
select gen_random_uuid(), visit_id, clause_key, found, answered_by, captured_at, answered_at from visit_answer;

-- when somebody was there by the clock of the device; arrived_at, discovered_at, finished_at are when the county heard of it
alter table visit add column arrived_captured_at timestamptz, add column discovered_captured_at timestamptz, add column finished_captured_at timestamptz;

-- by how much the device's clock was ahead of the county's when it sent the finding
alter table finding add column clock_skew_seconds int;
`;
