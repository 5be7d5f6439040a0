import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A unit's shares in the order of their tasks, for the ledger narrowed to a unit. One index keeps a unit from having two
 * live shares of one round and holds the shares that are gone as well, each a key of its own. Code of before runs on.
 */
export class TasksOfAUnit1000000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop index assignment_unit_once;
create unique index assignment_unit_once on assignment (unit_id, task_id, round,
  (case when state in ('recalled', 'moved', 'moving') then id else '00000000-0000-0000-0000-000000000000'::uuid end));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop index assignment_unit_once;
create unique index assignment_unit_once on assignment (task_id, round, unit_id) where state not in ('recalled', 'moved', 'moving');`);
  }
}
