import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How the first people come in without a command line: the set-up link of an empty county, entry links of new accounts.
 * Old code survives: it makes no such links and knows no request to reset a password.
 */
export class FirstRun1000000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(firstRunSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table entry_link, setup_link;
      alter table post drop column stands_in;
      delete from privilege_request where kind = 'reset_password';
      alter table privilege_request drop constraint privilege_request_whole, drop constraint privilege_request_kind,
        add constraint privilege_request_kind check (kind in ('give_post', 'end_post', 'reset_factors')),
        add constraint privilege_request_whole check (
          (kind = 'give_post' and role is not null and unit_id is not null and title is not null)
          or (kind = 'end_post' and post_id is not null) or kind = 'reset_factors');
    `);
  }
}

const firstRunSql = `
-- printed at the start while the county has no account; the token itself is kept nowhere
create table setup_link (
  token_hash bytea constraint setup_link_pk primary key,
  created_at timestamptz not null,
  expires_at timestamptz not null
);

-- lets one person choose the first password, or a new one after two administrators agreed on that (request)
create table entry_link (
  token_hash bytea constraint entry_link_pk primary key,
  account_id uuid not null constraint entry_link_account references account (id),
  request_id uuid constraint entry_link_request references privilege_request (id),
  made_by uuid constraint entry_link_maker references person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index entry_link_account_idx on entry_link (account_id);

-- an administrator named for the time being, where a county has one person for it; shown as provisional
alter table post add column stands_in boolean not null default false;

alter table privilege_request drop constraint privilege_request_whole, drop constraint privilege_request_kind,
  add constraint privilege_request_kind check (kind in ('give_post', 'end_post', 'reset_factors', 'reset_password')),
  add constraint privilege_request_whole check (
    (kind = 'give_post' and role is not null and unit_id is not null and title is not null)
    or (kind = 'end_post' and post_id is not null) or kind in ('reset_factors', 'reset_password'));
`;
