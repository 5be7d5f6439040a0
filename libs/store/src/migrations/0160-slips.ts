import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ladders as the county’s configuration, slips with their replies, and objections.
 * Old code survives: the new column of `task` has a constant default, and it knows none of the tables. Places of rungs that have
 * fired are the ids of the shipped rungs.
 */
export class Slips1000000000160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ladderSql);
    await runner.query(slipSql);
    await runner.query(objectionSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table objection, slip_opening, slip, ladder_revision, ladder;
      delete from clock_change where clock_id in (select id from clock where subject_type in ('slip', 'objection'));
      delete from clock_suspension where clock_id in (select id from clock where subject_type in ('slip', 'objection'));
      delete from clock_firing where clock_id in (select id from clock where subject_type in ('slip', 'objection'));
      delete from clock where subject_type in ('slip', 'objection');
      alter table task drop column importance;
      delete from time_rules where kind = 'ladder';
      alter table time_rules drop constraint time_rules_kind;
      alter table time_rules add constraint time_rules_kind check (kind in ('calendar', 'law_profile'));
    `);
  }
}

const ladderSql = `
alter table task add column importance text not null default 'ordinary'
  constraint task_importance check (importance in ('ordinary', 'urgent', 'important'));

alter table time_rules drop constraint time_rules_kind;
alter table time_rules add constraint time_rules_kind check (kind in ('calendar', 'law_profile', 'ladder'));
insert into time_rules (kind, token, shipped) values ('ladder', gen_random_uuid(), '');

create table ladder (
  code text constraint ladder_pk primary key,
  shipped jsonb,
  shipped_digest text
);

-- every text stays; the highest that was taken up is in force
create table ladder_revision (
  code text not null constraint ladder_revision_ladder references ladder (code),
  revision int not null,
  title text not null,
  title_zh text not null,
  clock text not null constraint ladder_revision_clock check (clock in ('sign', 'answer', 'reply', 'supervisor', 'principal')),
  kinds text[] not null,
  importance text constraint ladder_revision_importance check (importance in ('ordinary', 'urgent', 'important')),
  rungs jsonb not null,
  retired boolean not null,
  origin text not null constraint ladder_revision_origin check (origin in ('shipped', 'edited')),
  digest text not null,
  shipped_digest text,
  effective_at timestamptz not null,
  -- when it came into force, and when every open clock followed it
  taken_at timestamptz,
  followed_at timestamptz,
  made_by uuid constraint ladder_revision_maker references person (id),
  made_at timestamptz not null,
  constraint ladder_revision_pk primary key (code, revision)
);
create index ladder_revision_waiting on ladder_revision (effective_at) where taken_at is null;
`;

const slipSql = `
-- 督办单: served by a rung, once
create table slip (
  id uuid constraint slip_pk primary key,
  number text not null constraint slip_number_once unique,
  level int not null constraint slip_level check (level between 1 and 9),
  name text not null,
  name_zh text not null,
  colour text not null,
  clock_id uuid not null constraint slip_clock references clock (id),
  rung int not null,
  clock_kind text not null,
  assignment_id uuid not null constraint slip_assignment references assignment (id),
  task_id uuid not null constraint slip_task references task (id),
  unit_id uuid not null constraint slip_unit references unit (id),
  profile text,
  rule text,
  due_at timestamptz not null,
  -- on whose behalf it went out
  sender_id uuid constraint slip_sender references person (id),
  cover_id uuid constraint slip_cover references person (id),
  state text not null constraint slip_state check (state in ('served', 'replied', 'withdrawn', 'stands')),
  served_at timestamptz not null,
  reply_due_at timestamptz not null,
  reply text,
  replied_by uuid constraint slip_replier references person (id),
  replied_at timestamptz,
  decision text constraint slip_decision check (decision in ('accept', 'reject')),
  decision_words text,
  decided_by uuid constraint slip_decider references person (id),
  decided_at timestamptz,
  ended_at timestamptz,
  version int not null,
  constraint slip_once unique (clock_id, rung),
  constraint slip_level_once unique (clock_id, level),
  constraint slip_reply_whole check ((reply is null) = (replied_by is null) and (reply is null) = (replied_at is null)),
  constraint slip_decision_whole check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  constraint slip_other_person check (decided_by is null
    or (decided_by is distinct from sender_id and decided_by is distinct from cover_id and decided_by <> replied_by))
);
create index slip_task_idx on slip (task_id);
create index slip_assignment_idx on slip (assignment_id);
create index slip_unit_idx on slip (unit_id, state, id);
create index slip_state_idx on slip (state, id);
create index slip_lapse on slip (reply_due_at) where state = 'served';

-- 送达凭证: who opened it and when
create table slip_opening (
  slip_id uuid not null constraint slip_opening_slip references slip (id),
  person_id uuid not null constraint slip_opening_person references person (id),
  opened_at timestamptz not null,
  constraint slip_opening_pk primary key (slip_id, person_id)
);
`;

const objectionSql = `
-- 申辩, against a slip or against how an answer counts in the figures
create table objection (
  id uuid constraint objection_pk primary key,
  subject_type text not null constraint objection_subject check (subject_type in ('slip', 'figure')),
  subject_id uuid not null,
  assignment_id uuid not null constraint objection_assignment references assignment (id),
  task_id uuid not null constraint objection_task references task (id),
  unit_id uuid not null constraint objection_unit references unit (id),
  maker_id uuid constraint objection_maker references person (id),
  cover_id uuid constraint objection_cover references person (id),
  words text not null,
  raised_by uuid not null constraint objection_raiser references person (id),
  raised_at timestamptz not null,
  state text not null constraint objection_state check (state in ('raised', 'decided')),
  verdict text constraint objection_verdict check (verdict in ('uphold', 'reject')),
  reason text,
  decided_by uuid constraint objection_decider references person (id),
  decided_at timestamptz,
  version int not null,
  constraint objection_decision_whole check ((state = 'decided') = (verdict is not null) and (verdict is null) = (reason is null)
    and (verdict is null) = (decided_by is null) and (verdict is null) = (decided_at is null)),
  constraint objection_other_person check (decided_by is null
    or (decided_by is distinct from maker_id and decided_by is distinct from cover_id and decided_by <> raised_by))
);
-- one objection to a thing, once
create unique index objection_once on objection (subject_type, subject_id);
create index objection_task_idx on objection (task_id);
create index objection_unit_idx on objection (unit_id, state, id);
create index objection_assignment_idx on objection (assignment_id);
create index objection_state_idx on objection (state, id);
`;
