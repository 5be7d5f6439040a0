import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Second factors, sessions that end when idle, access tokens, requests of two administrators, sign-in by OIDC.
 * Old code survives: it opens sessions that are open at once, never fresh, and idle out as the default says.
 */
export class SignIn1000000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(signInSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table oidc_attempt, account_subject, access_token, recovery_code, passkey_challenge, passkey, totp_factor;
      alter table post drop constraint post_not_self_given, drop column given_by, drop column request_id;
      drop table privilege_request;
      delete from session where stage <> 'open';
      alter table session drop column stage, drop column proved_at, drop column idle_minutes;
    `);
  }
}

const signInSql = `
-- 'factor' and 'enrol': the password was right, and nothing may be done but present or enrol the second factor
alter table session
  add column stage text not null default 'open' constraint session_stage check (stage in ('open', 'factor', 'enrol')),
  add column proved_at timestamptz,
  add column idle_minutes int not null default 120 constraint session_idle_minutes check (idle_minutes > 0);

create table totp_factor (
  id uuid constraint totp_factor_pk primary key,
  account_id uuid not null constraint totp_factor_account references account (id),
  sealed_secret bytea not null,
  key_id text not null,
  last_step bigint,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_used_at timestamptz
);
create unique index totp_factor_one on totp_factor (account_id) where confirmed_at is not null;
create index totp_factor_account_idx on totp_factor (account_id);

create table passkey (
  id uuid constraint passkey_pk primary key,
  account_id uuid not null constraint passkey_account references account (id),
  credential_id text not null constraint passkey_credential_once unique,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_account_idx on passkey (account_id);
create table passkey_challenge (
  session_id uuid not null constraint passkey_challenge_session references session (id) on delete cascade,
  purpose text not null constraint passkey_challenge_purpose check (purpose in ('enrol', 'prove')),
  challenge text not null,
  expires_at timestamptz not null,
  constraint passkey_challenge_pk primary key (session_id, purpose)
);

create table recovery_code (
  account_id uuid not null constraint recovery_code_account references account (id),
  code_hash bytea not null,
  created_at timestamptz not null,
  used_at timestamptz,
  constraint recovery_code_pk primary key (account_id, code_hash)
);

-- the token itself is kept nowhere; a year is the longest that one lives
create table access_token (
  id uuid constraint access_token_pk primary key,
  account_id uuid not null constraint access_token_account references account (id),
  post_id uuid not null constraint access_token_post references post (id),
  name text not null,
  prefix text not null,
  token_hash bytea not null constraint access_token_once unique,
  acts text[] not null constraint access_token_acts check (cardinality(acts) > 0),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint access_token_year check (expires_at <= created_at + interval '366 days')
);
create index access_token_account_idx on access_token (account_id);

-- what one administrator asks and another person grants
create table privilege_request (
  id uuid constraint privilege_request_pk primary key,
  kind text not null constraint privilege_request_kind check (kind in ('give_post', 'end_post', 'reset_factors')),
  state text not null constraint privilege_request_state check (state in ('requested', 'granted', 'refused', 'withdrawn')),
  person_id uuid not null constraint privilege_request_person references person (id),
  role text,
  unit_id uuid constraint privilege_request_unit references unit (id),
  title text,
  post_id uuid constraint privilege_request_post references post (id),
  serves_person_id uuid constraint privilege_request_serves references person (id),
  reason text not null,
  asked_by uuid not null constraint privilege_request_asker references person (id),
  asked_role text not null,
  asked_at timestamptz not null,
  decided_by uuid constraint privilege_request_decider references person (id),
  decided_role text,
  decided_at timestamptz,
  words text,
  version int not null,
  constraint privilege_request_not_for_self check (asked_by <> person_id),
  constraint privilege_request_two_persons check (
    (state = 'requested' and decided_by is null)
    or (state = 'withdrawn' and decided_by = asked_by)
    or (state in ('granted', 'refused') and decided_by is not null and decided_by <> asked_by and decided_by <> person_id)),
  constraint privilege_request_whole check (
    (kind = 'give_post' and role is not null and unit_id is not null and title is not null)
    or (kind = 'end_post' and post_id is not null) or kind = 'reset_factors')
);
create index privilege_request_open on privilege_request (asked_at, id) where state = 'requested';
create index privilege_request_person_idx on privilege_request (person_id);
create index privilege_request_asked on privilege_request (asked_at, id);

alter table post
  add column given_by uuid constraint post_giver references person (id),
  add column request_id uuid constraint post_request references privilege_request (id),
  add constraint post_not_self_given check (given_by <> person_id);

-- who is who at the identity provider; an administrator says so, nobody is let in by merely existing there
create table account_subject (
  issuer text not null,
  subject text not null,
  account_id uuid not null constraint account_subject_account references account (id),
  created_at timestamptz not null,
  constraint account_subject_pk primary key (issuer, subject)
);
create index account_subject_account_idx on account_subject (account_id);
create table oidc_attempt (
  state_hash bytea constraint oidc_attempt_pk primary key,
  browser_hash bytea not null,
  nonce text not null,
  code_verifier text not null,
  expires_at timestamptz not null
);
`;
