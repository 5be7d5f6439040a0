import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of the whole register, when sweeps last ran, and failed sign-ins without the names. Old code survives, but forgets its counts of failures. */
export class RoundTrip1000000000180 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table export_request drop constraint export_request_register,
        add constraint export_request_register check (register in ('ledger', 'people', 'register'));

      -- the last turn of each sweep of every process; overwritten by each turn
      create table sweep_turn (
        name text not null,
        process text not null,
        ran_at timestamptz not null,
        failed boolean not null,
        constraint sweep_turn_pk primary key (name, process)
      );

      -- keys were what people typed, and somebody types a password there; from now on they are digests
      delete from login_attempt;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from export_request where register = 'register';
      drop table sweep_turn;
      alter table export_request drop constraint export_request_register,
        add constraint export_request_register check (register in ('ledger', 'people'));
    `);
  }
}
