import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A unit's open assignments, newest first: few among all it ever had. Old code survives. */
export class OpenAssignments1000000000240 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index assignment_open_idx on assignment (unit_id, id) where state in ('queued', 'delivered', 'signed', 'submitted', 'disputed')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index assignment_open_idx');
  }
}
