import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The frame of villages and households, postings, and inspections with plan, groups and visits. Old code survives: it
 * knows none of these tables.
 */
export class Inspections1000000000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [frameSql, inspectionSql, groupSql, visitSql, protectionSql]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table inspection_code, inspection_key, recusal_declaration, competence, visit_recusal, visit, inspection_draw, inspection_member,
         inspection_site, inspection_group, inspection_object, inspection_amendment, inspection, posting, site`,
    );
  }
}

const frameSql = `
-- where one goes: a village, a household, a project. Of a household's head only the masked name is kept
create table site (
  id uuid constraint site_pk primary key,
  kind text not null,
  code text not null,
  name text not null,
  -- the object under L02 that answers for it: of a village its township
  unit_id uuid not null constraint site_unit references unit (id),
  parent_id uuid constraint site_parent references site (id),
  from_at timestamptz not null,
  to_at timestamptz,
  version int not null,
  constraint site_kind check (kind in ('village', 'household', 'project')),
  constraint site_lies_in check ((kind = 'household') = (parent_id is not null)),
  constraint site_from_before_to check (to_at is null or to_at > from_at)
);
create unique index site_code_once on site (kind, coalesce(parent_id, unit_id), code) where to_at is null;
create index site_parent_idx on site (parent_id, id);
create index site_unit_idx on site (unit_id, kind, id);

-- who is posted to a village, in which team, from which day to which (驻村)
create table posting (
  id uuid constraint posting_pk primary key,
  person_id uuid not null constraint posting_person references person (id),
  site_id uuid not null constraint posting_site references site (id),
  team text not null,
  role text not null,
  from_on date not null,
  to_on date,
  version int not null,
  constraint posting_role check (role in ('first_secretary', 'team_leader', 'team_member', 'village_committee')),
  constraint posting_days check (to_on is null or to_on >= from_on)
);
create unique index posting_once on posting (person_id, site_id, role) where to_on is null;
create index posting_person_idx on posting (person_id, from_on);
create index posting_site_idx on posting (site_id, from_on);
`;

const inspectionSql = `
create table inspection (
  id uuid constraint inspection_pk primary key,
  number text constraint inspection_number_once unique,
  state text not null,
  version int not null,
  -- by which of the two doors of L06 it was opened; null before
  door text,
  proposed_by uuid constraint inspection_proposer references person (id),
  proposed_at timestamptz,
  opened_by uuid constraint inspection_opener references person (id),
  opened_at timestamptz,
  -- the head of the plan
  name text not null,
  content_class text,
  type text,
  methods text[] not null,
  purpose text,
  scope text,
  frequency_words text,
  standard_id uuid,
  standard_number int,
  from_on date,
  to_on date,
  villages_per_unit int,
  households_per_village int,
  -- a department that runs it in the government's name (L03): matter, scope, duty, period
  designated_unit_id uuid constraint inspection_designated_unit references unit (id),
  designation_matter text,
  designation_scope text,
  designation_duty text,
  designation_from_on date,
  designation_to_on date,
  standing boolean not null,
  released_at timestamptz,
  released_by uuid constraint inspection_releaser references person (id),
  on_site_at timestamptz,
  returned_at timestamptz,
  final_at timestamptz,
  merged_into_id uuid constraint inspection_merged_into references inspection (id),
  created_by uuid not null constraint inspection_creator references person (id),
  created_at timestamptz not null,
  constraint inspection_state check (state in ('draft', 'proposed', 'planned', 'released', 'on_site', 'drafting', 'final', 'archived', 'cancelled')),
  constraint inspection_door check (door in ('instruction', 'proposal')),
  constraint inspection_has_a_door check (state in ('draft', 'proposed', 'cancelled') or (door is not null and opened_by is not null and opened_at is not null and number is not null)),
  constraint inspection_two_people check (door is distinct from 'proposal' or opened_by <> proposed_by),
  constraint inspection_content_class check (content_class in ('superior_decisions', 'key_deployments', 'statutory_duties', 'administrative_effectiveness')),
  constraint inspection_type check (type in ('comprehensive', 'special', 'incident', 'daily', 'clue_verification')),
  constraint inspection_period check (to_on >= from_on),
  constraint inspection_designation check (num_nulls(designated_unit_id, designation_matter, designation_scope, designation_duty, designation_from_on, designation_to_on) in (0, 6)),
  constraint inspection_released check ((released_at is null) = (released_by is null)),
  constraint inspection_standard foreign key (standard_id, standard_number) references standard_version (standard_id, number)
);
create index inspection_recent_idx on inspection (created_at, id);
create index inspection_open_idx on inspection (from_on, to_on) where state in ('planned', 'released', 'on_site');

-- a change of a frozen plan: the whole plan as it would be
create table inspection_amendment (
  id uuid constraint inspection_amendment_pk primary key,
  inspection_id uuid not null constraint inspection_amendment_inspection references inspection (id),
  plan jsonb not null,
  reason text not null,
  state text not null,
  proposed_by uuid not null constraint inspection_amendment_proposer references person (id),
  proposed_at timestamptz not null,
  decided_by uuid constraint inspection_amendment_decider references person (id),
  decided_at timestamptz,
  version int not null,
  constraint inspection_amendment_state check (state in ('proposed', 'approved', 'declined')),
  constraint inspection_amendment_decided check ((state = 'proposed') = (decided_by is null) and (state = 'proposed') = (decided_at is null)),
  constraint inspection_amendment_two_people check (decided_by <> proposed_by)
);
create unique index inspection_amendment_open on inspection_amendment (inspection_id) where state = 'proposed';
create index inspection_amendment_inspection_idx on inspection_amendment (inspection_id, proposed_at);

-- who is inspected: units under L02
create table inspection_object (
  inspection_id uuid not null constraint inspection_object_inspection references inspection (id),
  unit_id uuid not null constraint inspection_object_unit references unit (id),
  -- why a level is skipped
  necessity text,
  constraint inspection_object_pk primary key (inspection_id, unit_id)
);
create index inspection_object_unit_idx on inspection_object (unit_id, inspection_id);
`;

const groupSql = `
create table inspection_group (
  id uuid constraint inspection_group_pk primary key,
  inspection_id uuid not null constraint inspection_group_inspection references inspection (id),
  number int not null,
  name text not null,
  charter text not null,
  -- objects that it visits themselves, beside sites
  unit_ids uuid[] not null,
  state text not null,
  arrived_at timestamptz,
  returned_at timestamptz,
  version int not null,
  constraint inspection_group_once unique (inspection_id, number),
  constraint inspection_group_whole unique (inspection_id, id),
  constraint inspection_group_state check (state in ('formed', 'released', 'on_site', 'returned', 'aborted'))
);

create table inspection_site (
  inspection_id uuid not null,
  site_id uuid not null constraint inspection_site_site references site (id),
  unit_id uuid not null,
  group_id uuid,
  -- the stratum of the draw that brought it in; null when it was chosen
  stratum text,
  constraint inspection_site_pk primary key (inspection_id, site_id),
  constraint inspection_site_object foreign key (inspection_id, unit_id) references inspection_object (inspection_id, unit_id),
  constraint inspection_site_group foreign key (inspection_id, group_id) references inspection_group (inspection_id, id)
);
create index inspection_site_site_idx on inspection_site (site_id);

-- a roving supervisor has no group
create table inspection_member (
  inspection_id uuid not null constraint inspection_member_inspection references inspection (id),
  group_id uuid,
  person_id uuid not null constraint inspection_member_person references person (id),
  duty text not null,
  post_id uuid constraint inspection_member_post references post (id),
  from_at timestamptz not null,
  to_at timestamptz,
  constraint inspection_member_pk primary key (inspection_id, person_id),
  constraint inspection_member_duty check (duty in ('leader', 'member', 'supervisor', 'invited')),
  constraint inspection_member_roves check (duty <> 'supervisor' or group_id is null),
  constraint inspection_member_has_group check (duty not in ('leader', 'member') or group_id is not null),
  constraint inspection_member_group foreign key (inspection_id, group_id) references inspection_group (inspection_id, id)
);
create index inspection_member_person_idx on inspection_member (person_id, inspection_id);
create unique index inspection_member_leader_once on inspection_member (group_id) where duty = 'leader';

-- draws made for an inspection: villages by unit before release, households of one village on the ground
create table inspection_draw (
  draw_id uuid constraint inspection_draw_pk primary key constraint inspection_draw_draw references draw (id),
  inspection_id uuid not null constraint inspection_draw_inspection references inspection (id),
  kind text not null,
  -- of households: the village, and the group that stands there
  site_id uuid constraint inspection_draw_site references site (id),
  group_id uuid,
  constraint inspection_draw_kind check (kind in ('villages', 'households')),
  constraint inspection_draw_place check ((kind = 'households') = (site_id is not null) and (kind = 'households') = (group_id is not null)),
  constraint inspection_draw_group foreign key (inspection_id, group_id) references inspection_group (inspection_id, id)
);
create unique index inspection_draw_once on inspection_draw (inspection_id, kind, coalesce(site_id, inspection_id));
`;

const visitSql = `
-- one group at one site, or at the unit itself; neither leaves the plan
create table visit (
  id uuid constraint visit_pk primary key,
  inspection_id uuid not null constraint visit_inspection references inspection (id),
  group_id uuid not null,
  site_id uuid,
  unit_id uuid not null,
  state text not null,
  planned_on date not null,
  arrived_at timestamptz,
  arrived_by uuid constraint visit_arriver references person (id),
  finished_at timestamptz,
  finished_by uuid constraint visit_finisher references person (id),
  -- when the inspected noticed; it is measured and ends nothing
  discovered_at timestamptz,
  outcome text,
  note text,
  replaces_id uuid constraint visit_replaces references visit (id) constraint visit_replaced_once unique,
  -- somebody stepped back at the door: what was recorded needs a second confirmer
  passed_on_at timestamptz,
  version int not null,
  constraint visit_state check (state in ('assigned', 'arrived', 'done', 'absent', 'refused', 'replaced')),
  constraint visit_outcome check (outcome in ('found', 'absent', 'refused', 'moved')),
  constraint visit_arrived check ((state = 'assigned') = (arrived_at is null) and (arrived_at is null) = (arrived_by is null)),
  constraint visit_finished check ((state in ('assigned', 'arrived')) = (finished_at is null) and (finished_at is null) = (finished_by is null) and (finished_at is null) = (outcome is null)),
  constraint visit_group foreign key (inspection_id, group_id) references inspection_group (inspection_id, id),
  constraint visit_object foreign key (inspection_id, unit_id) references inspection_object (inspection_id, unit_id),
  constraint visit_site foreign key (inspection_id, site_id) references inspection_site (inspection_id, site_id)
);
create unique index visit_site_once on visit (inspection_id, site_id, planned_on) where site_id is not null;
create unique index visit_unit_once on visit (inspection_id, unit_id, planned_on) where site_id is null;
create index visit_inspection_idx on visit (inspection_id, id);
create index visit_group_idx on visit (group_id, state, id);
create index visit_unit_idx on visit (unit_id, arrived_at) where arrived_at is not null;

-- who stepped back from which visit and may write no more to it
create table visit_recusal (
  visit_id uuid not null constraint visit_recusal_visit references visit (id),
  person_id uuid not null constraint visit_recusal_person references person (id),
  at timestamptz not null,
  constraint visit_recusal_pk primary key (visit_id, person_id)
);
`;

const protectionSql = `
-- what the register cannot know: home township, kin, another interest
create table recusal_declaration (
  id uuid constraint recusal_declaration_pk primary key,
  person_id uuid not null constraint recusal_declaration_person references person (id),
  unit_id uuid not null constraint recusal_declaration_unit references unit (id),
  ground text not null,
  declared_by uuid not null constraint recusal_declaration_declarer references person (id),
  declared_at timestamptz not null,
  ended_at timestamptz,
  constraint recusal_declaration_ground check (ground in ('home', 'kin', 'interest'))
);
create unique index recusal_declaration_once on recusal_declaration (person_id, unit_id, ground) where ended_at is null;

-- training and secrecy acknowledgement: without them nobody goes out
create table competence (
  id uuid constraint competence_pk primary key,
  person_id uuid not null constraint competence_person references person (id),
  kind text not null,
  from_on date not null,
  to_on date not null,
  recorded_by uuid not null constraint competence_recorder references person (id),
  recorded_at timestamptz not null,
  constraint competence_kind check (kind in ('training', 'leading', 'secrecy')),
  constraint competence_days check (to_on >= from_on),
  constraint competence_own_secrecy check (kind <> 'secrecy' or recorded_by = person_id),
  constraint competence_by_another check (kind = 'secrecy' or recorded_by <> person_id)
);
create index competence_person_idx on competence (person_id, kind, to_on);

-- the county's signing key of inspection codes; the private half sealed with the process's own secret
create table inspection_key (
  id text constraint inspection_key_pk primary key,
  public_key bytea not null,
  box bytea not null,
  sealed_with text not null,
  made_at timestamptz not null
);

-- made at release and not before: until then there is nothing that could answer
create table inspection_code (
  inspection_id uuid constraint inspection_code_pk primary key constraint inspection_code_inspection references inspection (id),
  code text not null constraint inspection_code_once unique,
  token text not null,
  key_id text not null constraint inspection_code_key references inspection_key (id),
  issued_at timestamptz not null
);
`;
