import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Disputes over who is answerable (退办), their rulings, and what rulings propose for the duty register. Old code survives: it knows
 * none of these tables, and shows the state `disputed` as one it does not know.
 */
export class Disputes1000000000151 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(disputeSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update assignment set state = case when signed_at is null then 'delivered' else 'signed' end where state = 'disputed';
      drop table duty_proposal, dispute;
    `);
  }
}

const disputeSql = `
create table dispute (
  id uuid constraint dispute_pk primary key,
  assignment_id uuid not null constraint dispute_assignment references assignment (id),
  task_id uuid not null constraint dispute_task references task (id),
  unit_id uuid not null constraint dispute_unit references unit (id),
  state text not null,
  ground text not null,
  legal_basis text not null,
  responsible_unit_id uuid not null constraint dispute_responsible references unit (id),
  -- where the share stood, and until when it could be disputed
  from_state text not null,
  window_ends_at timestamptz,
  raised_by uuid not null constraint dispute_raised_by references person (id),
  raised_at timestamptz not null,
  -- whose ruling the law names; the bureau where it is null
  ruling_unit_id uuid constraint dispute_ruling_unit references unit (id),
  -- the word of the unit believed responsible
  statement text,
  stated_by uuid constraint dispute_stated_by references person (id),
  stated_at timestamptz,
  ruling text,
  to_unit_ids uuid[] not null,
  reasons text,
  ruled_by uuid constraint dispute_ruled_by references person (id),
  -- ruled, withdrawn or lapsed
  ended_at timestamptz,
  version int not null,
  constraint dispute_state check (state in ('raised', 'ruled', 'withdrawn', 'lapsed')),
  constraint dispute_from_state check (from_state in ('delivered', 'signed')),
  constraint dispute_other_unit check (responsible_unit_id <> unit_id),
  constraint dispute_two_people check (ruled_by is null or ruled_by <> raised_by),
  constraint dispute_stated check ((statement is null) = (stated_by is null) and (statement is null) = (stated_at is null)),
  constraint dispute_ruling check (ruling in ('stay', 'move', 'swap', 'split')),
  constraint dispute_ruled check ((state = 'ruled') = (ruled_by is not null) and (state = 'ruled') = (ruling is not null) and (state = 'ruled') = (reasons is not null)),
  constraint dispute_ended check ((ended_at is null) = (state = 'raised'))
);
-- a ruling is final: what was ruled is not raised again
create unique index dispute_once on dispute (assignment_id) where state in ('raised', 'ruled');
create index dispute_assignment_idx on dispute (assignment_id, raised_at);
create index dispute_task_idx on dispute (task_id, raised_at);
create index dispute_raised_idx on dispute (id) where state = 'raised';
create index dispute_raised_at_idx on dispute (raised_at);

-- what a ruling says about an item of the duty register, until a person has accepted it or not
create table duty_proposal (
  id uuid constraint duty_proposal_pk primary key,
  dispute_id uuid not null constraint duty_proposal_dispute references dispute (id) constraint duty_proposal_once unique,
  category text not null,
  from_unit_id uuid not null constraint duty_proposal_from references unit (id),
  to_unit_id uuid not null constraint duty_proposal_to references unit (id),
  state text not null,
  proposed_at timestamptz not null,
  decided_by uuid constraint duty_proposal_decided_by references person (id),
  decided_at timestamptz,
  version int not null,
  constraint duty_proposal_state check (state in ('proposed', 'accepted', 'declined')),
  constraint duty_proposal_decided check ((decided_by is null) = (state = 'proposed') and (decided_at is null) = (state = 'proposed'))
);
create index duty_proposal_open_idx on duty_proposal (id) where state = 'proposed';
`;
