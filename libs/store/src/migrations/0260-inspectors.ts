import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Training that is ended before its day, and declarations that somebody ended with a reason. Old code survives: the new
 * columns may be null, though it would still count a training that was ended.
 */
export class Inspectors1000000000260 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(upSql);
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

const downSql = `
alter table recusal_declaration drop column ended_by, drop column end_reason;
delete from competence where ended_at is not null;
alter table competence drop column ended_at, drop column ended_by;
`;
