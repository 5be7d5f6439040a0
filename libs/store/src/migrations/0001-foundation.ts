import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outbox, idempotency, numbers, audit chain, people and sessions. First migration: no old code to survive. */
export class Foundation1000000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(foundationSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table sign_in_link, login_attempt, session, post, account, person, unit,
        audit_anchor, audit_link, audit_pending, audit_words, audit_row, county_setting, idempotency_key, outbox, number_series cascade;
      drop function next_number(text, int); drop function bigram_query(text); drop function bigrams(text);
    `);
  }
}

const foundationSql = `
-- a trusted extension: the owner of the database may create it
create extension if not exists pg_trgm;

-- words of two characters, so that Chinese is found by two characters and not only by three
create function bigrams(input text) returns tsvector language plpgsql immutable parallel safe as $$
-- plpgsql, because a connection plans it once and an SQL function once per statement
declare
  letters text[] := string_to_array(lower(regexp_replace(coalesce(input, ''), '[[:space:][:punct:]〔〕（）《》、，。；：？！“”‘’]+', ' ', 'g')), null);
begin
  return coalesce(array_to_tsvector((
    select array_agg(a || b) from unnest(letters[:cardinality(letters) - 1], letters[2:]) as pair(a, b) where a <> ' ' and b <> ' ')), ''::tsvector);
end $$;

-- what a search box asks of such a vector: all bigrams of the input; less than two characters find nothing
create function bigram_query(input text) returns tsquery language sql immutable parallel safe as $$
  select coalesce(string_agg('''' || replace(replace(pair, '\\', '\\\\'), '''', '''''') || '''', ' & '), '')::tsquery
  from unnest(tsvector_to_array(bigrams(input))) as pair
$$;

create table outbox (
  id bigint generated always as identity constraint outbox_pk primary key,
  job text not null,
  payload jsonb not null,
  key text,
  created_at timestamptz not null
);

create table idempotency_key (
  person_id uuid not null,
  key text not null,
  fingerprint bytea not null,
  status int not null,
  answer jsonb,
  etag text,
  created_at timestamptz not null,
  constraint idempotency_key_pk primary key (person_id, key)
);
create index idempotency_key_age on idempotency_key (created_at);

create table number_series (
  kind text not null,
  year int not null,
  sequence_name text not null,
  constraint number_series_pk primary key (kind, year)
);
-- numbers come from sequences, so that nobody waits for anybody; a number lost by rollback is listed as void
create function next_number(kind text, year int) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare name text;
begin
  select s.sequence_name into name from number_series s where s.kind = next_number.kind and s.year = next_number.year;
  if name is null then
    perform pg_advisory_xact_lock(hashtext('ducha.number'), year);
    name := 'number_' || md5(next_number.kind) || '_' || next_number.year;
    execute format('create sequence if not exists %I', name);
    insert into number_series values (next_number.kind, next_number.year, name) on conflict do nothing;
  end if;
  return nextval(quote_ident(name)::regclass);
end $$;

create table county_setting (
  name text constraint county_setting_pk primary key,
  value jsonb not null
);

-- audit: append-only; ids, codes and salted digests only. Words spoken with an act stand apart, so that they can be purged.
create table audit_row (
  id uuid constraint audit_row_pk primary key,
  chain text not null,
  at timestamptz not null,
  act text not null,
  subject_type text not null,
  subject_id uuid,
  about_id uuid,
  person_id uuid,
  post_id uuid,
  role text,
  unit_id uuid,
  from_state text,
  to_state text,
  facts jsonb not null,
  words_digest bytea
);
create index audit_row_about on audit_row (about_id, at, id) where about_id is not null;
create index audit_row_subject on audit_row (subject_id, at) where subject_id is not null;
create index audit_row_person on audit_row (person_id, at);
create index audit_row_at on audit_row (at, id);
create table audit_words (
  row_id uuid constraint audit_words_pk primary key constraint audit_words_row references audit_row (id),
  salt bytea not null,
  words text not null
);
create table audit_pending (
  row_id uuid constraint audit_pending_pk primary key
);
create table audit_link (
  chain text not null,
  seq bigint not null,
  row_id uuid not null constraint audit_link_row_once unique constraint audit_link_row references audit_row (id),
  prev_hash bytea not null,
  hash bytea not null,
  linked_at timestamptz not null,
  constraint audit_link_pk primary key (chain, seq)
);
create table audit_anchor (
  id uuid constraint audit_anchor_pk primary key,
  chain text not null,
  seq bigint not null,
  hash bytea not null,
  exported_at timestamptz not null
);

create table unit (
  id uuid constraint unit_pk primary key,
  key text constraint unit_key_once unique,
  parent_id uuid constraint unit_parent references unit (id),
  path text not null,
  name text not null,
  short_name text not null,
  kind text not null,
  division_code text,
  sort int not null,
  from_at timestamptz not null,
  to_at timestamptz,
  version int not null
);
create index unit_path on unit (path text_pattern_ops);
create index unit_parent_idx on unit (parent_id);

create table person (
  id uuid constraint person_pk primary key,
  name text not null,
  phone text,
  created_at timestamptz not null,
  version int not null
);

create table account (
  id uuid constraint account_pk primary key,
  person_id uuid not null constraint account_person references person (id),
  login text not null constraint account_login_once unique,
  password_hash text,
  disabled_at timestamptz,
  created_at timestamptz not null,
  version int not null
);
create index account_person_idx on account (person_id);

create table post (
  id uuid constraint post_pk primary key,
  person_id uuid not null constraint post_person references person (id),
  role text not null,
  unit_id uuid not null constraint post_unit references unit (id),
  title text not null,
  serves_person_id uuid constraint post_serves references person (id),
  from_at timestamptz not null,
  to_at timestamptz,
  version int not null,
  constraint post_from_before_to check (to_at is null or to_at > from_at)
);
create index post_person_idx on post (person_id);
create index post_unit_idx on post (unit_id, role);

create table session (
  id uuid constraint session_pk primary key,
  token_hash bytea not null constraint session_token_once unique,
  account_id uuid not null constraint session_account references account (id),
  post_id uuid constraint session_post references post (id),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  source text not null,
  device text not null
);
create index session_account_idx on session (account_id);

create table login_attempt (
  key text constraint login_attempt_pk primary key,
  count int not null,
  window_ends_at timestamptz not null
);

create table sign_in_link (
  token_hash bytea constraint sign_in_link_pk primary key,
  account_id uuid not null constraint sign_in_link_account references account (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
`;
