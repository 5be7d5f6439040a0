import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Saved views also of the list of matters, its export by two people, and an index that has the matters of a lead unit in
 * the order of that list. Code of before runs on, and what it writes is a view of the ledger; only to choose the view that opens
 * first fails there, since that choice is now one for each list.
 */
export class MatterViews1000000000330 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table ledger_view add column list text not null default 'ledger' constraint ledger_view_list check (list in ('ledger', 'matters'));
alter table first_ledger_view add column list text not null default 'ledger',
  drop constraint first_ledger_view_pk,
  add constraint first_ledger_view_pk primary key (person_id, list);
alter table export_request drop constraint export_request_register,
  add constraint export_request_register check (register in ('ledger', 'people', 'register', 'matters'));
create index task_unit_matter_idx on task (lead_unit_id, matter_id) where matter_id is not null;`);
  }

  /** Views and requests that the code of before does not know go. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop index task_unit_matter_idx;
delete from export_request where register = 'matters';
alter table export_request drop constraint export_request_register,
  add constraint export_request_register check (register in ('ledger', 'people', 'register'));
delete from ledger_view where list <> 'ledger';
alter table first_ledger_view drop constraint first_ledger_view_pk,
  drop column list,
  add constraint first_ledger_view_pk primary key (person_id);
alter table ledger_view drop column list;`);
  }
}
