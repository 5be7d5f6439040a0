import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Clocks: time limits with a legal basis, what moved them, and what fired on them.
 * Old code survives: it knows none of these tables. What is open already gets a clock until its date.
 */
export class Clocks1000000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(clockSql);
    await runner.query(armOpenSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table clock_firing, clock_suspension, clock_change, clock');
  }
}

const clockSql = `
create table clock (
  id uuid constraint clock_pk primary key,
  kind text not null,
  subject_type text not null,
  subject_id uuid not null,
  task_id uuid constraint clock_task references task (id),
  unit_id uuid constraint clock_unit references unit (id),
  holder text not null,
  profile text,
  rule text,
  article text,
  started_at timestamptz not null,
  term jsonb,
  counting jsonb not null,
  original_due_at timestamptz not null,
  due_at timestamptz not null,
  legal_due_at timestamptz,
  provisional boolean not null,
  ladder text not null,
  state text not null,
  suspended_at timestamptz,
  ended_at timestamptz,
  -- the next rung and when it fires; none while suspended, after the last one and after the end
  next_rung int not null,
  next_rung_at timestamptz,
  armed_at timestamptz not null,
  version int not null,
  constraint clock_state check (state in ('running', 'suspended', 'met', 'cancelled')),
  constraint clock_alarm_runs check (next_rung_at is null or state = 'running')
);
-- one open clock of a kind for a subject, however many processes arm it
create unique index clock_once on clock (subject_id, kind) where state in ('running', 'suspended');
create index clock_alarm on clock (next_rung_at) where next_rung_at is not null;
create index clock_task_idx on clock (task_id);
-- one’s own deadlines, soonest first
create index clock_unit_due on clock (unit_id, due_at) where state in ('running', 'suspended');

create table clock_change (
  id uuid constraint clock_change_pk primary key,
  clock_id uuid not null constraint clock_change_clock references clock (id),
  because text not null,
  due_before timestamptz not null,
  due_after timestamptz not null,
  changed_by uuid constraint clock_change_person references person (id),
  changed_at timestamptz not null
);
create index clock_change_idx on clock_change (clock_id);

create table clock_suspension (
  clock_id uuid not null constraint clock_suspension_clock references clock (id),
  from_at timestamptz not null,
  to_at timestamptz,
  constraint clock_suspension_pk primary key (clock_id, from_at)
);

-- a rung fires once
create table clock_firing (
  clock_id uuid not null constraint clock_firing_clock references clock (id),
  rung int not null,
  fired_at timestamptz not null,
  -- caught up after an outage together with a later rung, which spoke for it
  collapsed boolean not null,
  constraint clock_firing_once primary key (clock_id, rung)
);`;

const armOpenSql = `
insert into clock (id, kind, subject_type, subject_id, task_id, unit_id, holder, started_at, counting, original_due_at, due_at, provisional, ladder,
  state, next_rung, next_rung_at, armed_at, version)
select gen_random_uuid(), 'answer', 'assignment', a.id, a.task_id, a.unit_id, case a.duty when 'lead' then 'unit' else 'assisting_unit' end, a.queued_at,
  '{"countsFirstDay": false, "rolls": false, "dayEndsAt": 1440}', coalesce(a.original_due_at, a.due_at), a.due_at, false, 'answer',
  'running', 0, a.due_at, now(), 1
from assignment a join task t on t.id = a.task_id
where a.due_at is not null and a.state in ('queued', 'delivered', 'signed', 'submitted', 'moving') and a.waived_at is null and t.suspended_at is null
  and t.state in ('dispatched', 'under_way')`;
