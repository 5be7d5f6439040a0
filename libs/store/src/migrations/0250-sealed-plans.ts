import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sealed plans: boxes, who has a wrapped key, shares, the sealed chain. Old code survives: it knows none of these tables,
 * and no row of its own takes the new state.
 */
export class SealedPlans1000000000250 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [sealedSql, keeperSql, chainSql]) await runner.query(sql);
    await runner.query(statesSql([...states, 'sealed']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table sealed_asked, sealed_act, sealed_share, sealed_attempt, sealed_keeper, sealed_inspection',
    );
    await runner.query(statesSql(states));
  }
}

const states = ['draft', 'proposed', 'planned', 'released', 'on_site', 'drafting', 'final', 'archived', 'cancelled'];

const statesSql = (named: readonly string[]): string => `
alter table inspection drop constraint inspection_state;
alter table inspection add constraint inspection_state check (state in (${named.map((one) => `'${one}'`).join(', ')}));
`;

const sealedSql = `
-- a plan that nobody outside may know of: of its content only a box. The id becomes the inspection's at the release
create table sealed_inspection (
  id uuid constraint sealed_inspection_pk primary key,
  version int not null,
  -- the whole document (AES-256-GCM), bound to id and version
  box bytea not null,
  -- the chain is written to with the public half (X25519); the private half lies in a box
  chain_public bytea not null,
  chain_box bytea not null,
  -- how passphrases become keys (Argon2id)
  memory_kib int not null,
  passes int not null,
  lanes int not null,
  -- so many of so many release, and so many shares of so many bring the key back
  least int not null,
  shares int not null,
  -- rises with every new key
  key_number int not null,
  started_at timestamptz not null,
  released_at timestamptz,
  ended_at timestamptz,
  constraint sealed_inspection_least check (least >= 2 and shares >= least and shares <= 20),
  constraint sealed_inspection_ends_once check (released_at is null or ended_at is null)
);
`;

const keeperSql = `
-- who was named: the key wrapped under their passphrase, or under a code until they chose one
create table sealed_keeper (
  sealed_id uuid not null constraint sealed_keeper_sealed references sealed_inspection (id),
  person_id uuid not null constraint sealed_keeper_person references person (id),
  capacity text not null,
  key_number int not null,
  salt bytea not null,
  wrapped bytea not null,
  named_at timestamptz not null,
  invited_until timestamptz,
  joined_at timestamptz,
  constraint sealed_keeper_pk primary key (sealed_id, person_id),
  constraint sealed_keeper_capacity check (capacity in ('planner', 'principal', 'auditor')),
  constraint sealed_keeper_joins check ((joined_at is null) = (invited_until is not null))
);
create index sealed_keeper_person_idx on sealed_keeper (person_id, sealed_id);

-- passphrases are counted before they are looked at
create table sealed_attempt (
  sealed_id uuid not null constraint sealed_attempt_sealed references sealed_inspection (id),
  person_id uuid not null,
  count int not null,
  window_ends_at timestamptz not null,
  constraint sealed_attempt_pk primary key (sealed_id, person_id)
);

-- shares of the key: in a box under the key itself until somebody takes it, afterwards only a salted digest
create table sealed_share (
  sealed_id uuid not null constraint sealed_share_sealed references sealed_inspection (id),
  number int not null,
  salt bytea not null,
  digest bytea not null,
  box bytea,
  person_id uuid constraint sealed_share_person references person (id),
  taken_at timestamptz,
  constraint sealed_share_pk primary key (sealed_id, number),
  constraint sealed_share_taken check ((box is null) = (taken_at is not null) and (taken_at is null) = (person_id is null))
);
create unique index sealed_share_once on sealed_share (sealed_id, person_id) where person_id is not null;
`;

const chainSql = `
-- append-only, also for the application: every act and every refused one, in boxes
create table sealed_act (
  sealed_id uuid not null constraint sealed_act_sealed references sealed_inspection (id),
  seq int not null,
  box bytea not null,
  prev_hash bytea not null,
  hash bytea not null,
  constraint sealed_act_pk primary key (sealed_id, seq)
);

-- who asks for the release of which version, and who confirmed it, until when
create table sealed_asked (
  sealed_id uuid not null constraint sealed_asked_sealed references sealed_inspection (id),
  person_id uuid not null constraint sealed_asked_person references person (id),
  asks boolean not null,
  version int not null,
  at timestamptz not null,
  until timestamptz not null,
  constraint sealed_asked_pk primary key (sealed_id, person_id)
);
create unique index sealed_asked_once on sealed_asked (sealed_id) where asks;
`;
