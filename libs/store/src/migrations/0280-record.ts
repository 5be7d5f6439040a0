import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The time limits of conclusions and reviews become clocks; what households and teams know of each other;
 * rosters and logs of standing patrols; material that is asked of units. Old code does not survive: it reads their ends from columns that are gone.
 * Ends that were kept become clocks that run to them.
 */
export class Record1000000000280 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [clocksUp, keptEnds, columnsDown, recognitionUp, patrolUp, materialUp]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of [
      'drop table material_request, retaliation_report',
      patrolDown,
      recognitionDown,
      columnsUp,
      clocksDown,
    ])
      await runner.query(sql);
  }
}

const clocksUp = `
alter table clock add column conclusion_id uuid constraint clock_conclusion references conclusion (id);
create index clock_conclusion_idx on clock (conclusion_id, kind) where conclusion_id is not null;
create index clock_conclusion_over on clock (kind, due_at) where conclusion_id is not null and state = 'running';
`;

/** One kept end as a clock without budget: an end that was set does not move with a rule. */
const kept = (facts: {
  kind: string;
  type: string;
  id: string;
  unit: string;
  holder: string;
  basis: string;
  from: string;
  due: string;
  state: string;
  ended: string;
  ladder: string;
  source: string;
}): string => `
insert into clock (id, kind, subject_type, subject_id, conclusion_id, unit_id, holder, profile, rule, article, started_at, counting, original_due_at, due_at, provisional,
  ladder, state, ended_at, next_rung, next_rung_at, armed_at, version)
select gen_random_uuid(), '${facts.kind}', '${facts.type}', ${facts.id}, c.id, ${facts.unit}, '${facts.holder}', nullif(split_part(${facts.basis}, '/', 1), ''),
  nullif(split_part(${facts.basis}, '/', 2), ''), '—', ${facts.from}, '{"countsFirstDay": false, "rolls": false, "dayEndsAt": 1440}', ${facts.due}, ${facts.due}, false,
  '${facts.ladder}', ${facts.state}, ${facts.ended}, -1, null, ${facts.from}, 1 from ${facts.source};`;

const keptEnds = [
  kept({
    ...{ kind: 'fact_check', type: 'conclusion', id: 'c.id', unit: 'c.unit_id', holder: 'object', ladder: 'reply' },
    ...{ basis: 'c.check_basis', from: 'c.sent_at', due: 'c.check_due_at', ended: 'c.checked_at' },
    state: `case when c.check_outcome is null then 'running' when c.check_outcome = 'silence' then 'cancelled' else 'met' end`,
    source: 'conclusion c where c.sent_at is not null',
  }),
  kept({
    ...{ kind: 'review_apply', type: 'conclusion', id: 'c.id', unit: 'c.unit_id', holder: 'object', ladder: 'reply' },
    ...{ basis: 'c.review_basis', from: 'c.served_at', due: 'c.review_until' },
    state: `case when c.state = 'served' then 'running' when exists (select 1 from review r where r.conclusion_id = c.id and r.state <> 'withdrawn') then 'met' else 'cancelled' end`,
    ended: `case when c.state <> 'served' then coalesce(c.final_at, c.served_at) end`,
    source: 'conclusion c where c.served_at is not null',
  }),
  kept({
    ...{
      kind: 'review_decide',
      type: 'review',
      id: 'r.id',
      unit: 'null::uuid',
      holder: 'bureau',
      ladder: 'supervisor',
    },
    ...{ basis: `coalesce(r.basis, '')`, from: 'r.applied_at', due: 'r.decide_by' },
    state: `case when r.state in ('applied', 'admitted') then 'running' when r.state = 'withdrawn' then 'cancelled' else 'met' end`,
    ended: `case when r.state not in ('applied', 'admitted') then coalesce(r.decided_at, r.decide_by) end`,
    source: 'review r join conclusion c on c.id = r.conclusion_id',
  }),
].join('');

const columnsDown = `
alter table conclusion drop constraint conclusion_sent, drop constraint conclusion_served;
drop index conclusion_waiting_idx;
drop index conclusion_lapsing_idx;
alter table conclusion drop column check_due_at, drop column check_basis, drop column review_until, drop column review_basis;
alter table conclusion add constraint conclusion_sent check ((state = 'drafted') = (sent_at is null));
alter table conclusion add constraint conclusion_served check ((receipt is null) = (served_at is null) and (state not in ('served', 'under_review', 'final') or served_at is not null));
alter table review drop column decide_by, drop column basis;
`;

const latest = (kind: string, subject: string, value: string): string =>
  `(select ${value} from clock k where k.subject_id = ${subject} and k.kind = '${kind}' order by k.armed_at desc limit 1)`;
const basisOf = `k.profile || '/' || k.rule`;

const columnsUp = `
alter table conclusion add column check_due_at timestamptz, add column check_basis text, add column review_until timestamptz, add column review_basis text;
alter table review add column decide_by timestamptz, add column basis text;
update conclusion c set check_due_at = ${latest('fact_check', 'c.id', 'k.due_at')}, check_basis = ${latest('fact_check', 'c.id', basisOf)} where sent_at is not null;
update conclusion c set review_until = ${latest('review_apply', 'c.id', 'k.due_at')}, review_basis = ${latest('review_apply', 'c.id', basisOf)} where served_at is not null;
update review r set decide_by = ${latest('review_decide', 'r.id', 'k.due_at')}, basis = ${latest('review_decide', 'r.id', basisOf)};
alter table review alter column decide_by set not null;
alter table conclusion drop constraint conclusion_sent, drop constraint conclusion_served;
alter table conclusion add constraint conclusion_sent check ((state = 'drafted') = (sent_at is null) and (sent_at is null) = (check_due_at is null));
alter table conclusion add constraint conclusion_served check ((receipt is null) = (served_at is null) and (served_at is null) = (review_until is null) and (state not in ('served', 'under_review', 'final') or served_at is not null));
create index conclusion_waiting_idx on conclusion (check_due_at) where state = 'checking' and check_outcome is null;
create index conclusion_lapsing_idx on conclusion (review_until) where state = 'served';
`;

const clocksDown = `
delete from clock_change where clock_id in (select id from clock where conclusion_id is not null);
delete from clock_suspension where clock_id in (select id from clock where conclusion_id is not null);
delete from clock_firing where clock_id in (select id from clock where conclusion_id is not null);
delete from clock where conclusion_id is not null;
alter table clock drop column conclusion_id;
`;

const recognitionUp = `
-- by a person, or by the system out of answers that were taken down; the author is then whoever asked
alter table finding add column raised text not null default 'person' constraint finding_raised check (raised in ('person', 'cross_check'));

-- what a household says of its posted team, and somebody of the team of the household; once, and compared by the system
create table recognition (
  visit_id uuid not null constraint recognition_visit references visit (id),
  kind text not null,
  knows boolean not null,
  named text[] not null,
  members int,
  incomes text[] not null,
  policies text[] not null,
  clause_key text,
  asked_by uuid not null constraint recognition_asker references person (id),
  captured_at timestamptz,
  answered_at timestamptz not null,
  digest bytea not null,
  outcome text not null,
  differs text[] not null,
  finding_id uuid constraint recognition_finding references finding (id),
  constraint recognition_pk primary key (visit_id, kind),
  constraint recognition_kind check (kind in ('household', 'team_member')),
  constraint recognition_outcome check (outcome in ('matches', 'differs', 'unknown')),
  constraint recognition_raised check ((outcome = 'differs') = (finding_id is not null))
);
create unique index recognition_finding_once on recognition (finding_id) where finding_id is not null;
`;

const recognitionDown = `
drop table recognition;
alter table finding drop column raised;
`;

const patrolUp = `
-- one person, unannounced, off the roster
alter table visit add column light boolean not null default false;

-- which group goes to which object on a day; null where every group must stay away
create table patrol_turn (
  inspection_id uuid not null,
  on_day date not null,
  unit_id uuid not null,
  group_id uuid,
  constraint patrol_turn_pk primary key (inspection_id, on_day, unit_id),
  constraint patrol_turn_object foreign key (inspection_id, unit_id) references inspection_object (inspection_id, unit_id),
  constraint patrol_turn_group foreign key (inspection_id, group_id) references inspection_group (inspection_id, id)
);

create table patrol_log (
  inspection_id uuid not null,
  group_id uuid not null,
  on_day date not null,
  words text not null,
  written_by uuid not null constraint patrol_log_writer references person (id),
  written_at timestamptz not null,
  constraint patrol_log_pk primary key (inspection_id, on_day, group_id),
  constraint patrol_log_group foreign key (inspection_id, group_id) references inspection_group (inspection_id, id)
);
`;

const patrolDown = `
drop table patrol_log, patrol_turn;
alter table visit drop column light;
`;

const materialUp = `
-- what a unit is asked for at a visit; why again where it gave material within a year
create table material_request (
  id uuid constraint material_request_pk primary key,
  visit_id uuid not null constraint material_request_visit references visit (id),
  unit_id uuid not null constraint material_request_unit references unit (id),
  what text not null,
  reason text,
  asked_by uuid not null constraint material_request_asker references person (id),
  asked_at timestamptz not null
);
create index material_request_visit_idx on material_request (visit_id);

-- threat and retaliation (L18): who reported it is read only by unmasking
create table retaliation_report (
  id uuid constraint retaliation_report_pk primary key,
  against_unit_id uuid constraint retaliation_report_against references unit (id),
  words text not null,
  reported_by uuid not null constraint retaliation_report_reporter references person (id),
  reporter_unit_id uuid constraint retaliation_report_unit references unit (id),
  reported_at timestamptz not null,
  settled_words text,
  settled_by uuid constraint retaliation_report_settler references person (id),
  settled_at timestamptz,
  version int not null,
  constraint retaliation_report_settled check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (settled_words is null))
);
create index retaliation_report_reporter_idx on retaliation_report (reported_by, id);
`;
