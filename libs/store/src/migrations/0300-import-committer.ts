import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who takes a previewed sheet in, beside who previewed it. Old code survives: it leaves the column empty. */
export class ImportCommitter1000000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table matter_import add column committed_by uuid constraint matter_import_committer references person (id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table matter_import drop column committed_by');
  }
}
