import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Routine report duties of tasks, and the principal's order that one more often than monthly needs. Requests for files of the
 * people's register go the way of the ledger's. Old code survives: it opens tasks without such a duty, gives orders that say
 * nothing of one, and its requests are the ledger's.
 */
export class ReportDuties1000000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(reportDutiesSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from export_request where register <> 'ledger';
      alter table export_request drop column register;
      drop index instruction_reports_idx;
      drop index task_report_duty_idx;
      alter table instruction drop column report_every;
      alter table task drop column report_every, drop column report_why, drop column report_by, drop column report_since;
    `);
  }
}

const reportDutiesSql = `
alter table task
  add column report_every text,
  add column report_why text,
  add column report_by uuid constraint task_report_by references person (id),
  add column report_since timestamptz,
  add constraint task_report_every check (report_every in ('week', 'half_month', 'month', 'quarter', 'half_year')),
  add constraint task_report_duty check (
    (report_every is null) = (report_why is null) and (report_every is null) = (report_by is null) and (report_every is null) = (report_since is null));
create index task_report_duty_idx on task (id) where report_every is not null;

alter table instruction
  add column report_every text,
  add constraint instruction_report_every check (report_every in ('week', 'half_month', 'month', 'quarter', 'half_year'));
create index instruction_reports_idx on instruction (subject_id) where report_every is not null;

alter table export_request
  add column register text not null default 'ledger',
  add constraint export_request_register check (register in ('ledger', 'people'));
`;
