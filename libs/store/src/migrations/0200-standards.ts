import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Standards with their versions, and what was found by them. Old code survives: it knows neither. */
export class Standards1000000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(standardSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table standard_result, standard_version, standard; drop function standard_version_stays()',
    );
  }
}

const standardSql = `
create table standard (
  id uuid constraint standard_pk primary key,
  code text not null constraint standard_code_once unique,
  name text not null,
  created_by uuid not null constraint standard_creator references person (id),
  created_at timestamptz not null,
  version int not null
);

-- one checklist of a standard; in force from a day of the county on, until the next published one
create table standard_version (
  standard_id uuid not null constraint standard_version_standard references standard (id),
  number int not null,
  state text not null,
  effective_from date not null,
  pass_mark int not null,
  clauses jsonb not null,
  drafted_by uuid not null constraint standard_version_drafter references person (id),
  drafted_at timestamptz not null,
  published_by uuid constraint standard_version_publisher references person (id),
  published_at timestamptz,
  constraint standard_version_pk primary key (standard_id, number),
  constraint standard_version_state check (state in ('drafted', 'published', 'discarded')),
  constraint standard_version_published check ((state = 'published') = (published_at is not null) and (state = 'published') = (published_by is not null))
);
create unique index standard_version_draft on standard_version (standard_id) where state = 'drafted';
create unique index standard_version_day on standard_version (standard_id, effective_from) where state = 'published';

create function standard_version_stays() returns trigger language plpgsql as $$
begin
  if old.state <> 'drafted' then
    raise exception 'a version that was published or discarded stays as it is' using errcode = '23514', constraint = 'standard_version_stays';
  end if;
  return new;
end $$;
create trigger standard_version_stays before update on standard_version for each row execute function standard_version_stays();

-- what was found, bound to the version it was found by
create table standard_result (
  id uuid constraint standard_result_pk primary key,
  standard_id uuid not null,
  number int not null,
  unit_id uuid not null constraint standard_result_unit references unit (id),
  site text not null,
  findings jsonb not null,
  verdict text not null,
  score int not null,
  found_by uuid not null constraint standard_result_finder references person (id),
  found_at timestamptz not null,
  constraint standard_result_version foreign key (standard_id, number) references standard_version (standard_id, number),
  constraint standard_result_verdict check (verdict in ('passed', 'failed', 'incomplete'))
);
create index standard_result_standard_idx on standard_result (standard_id, id);
create index standard_result_unit_idx on standard_result (unit_id, id);
`;
