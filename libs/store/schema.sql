table absence
  person_id uuid not null
  from_at timestamp with time zone not null
  to_at timestamp with time zone not null
  absence_person: FOREIGN KEY (person_id) REFERENCES person(id)
  absence_pk: PRIMARY KEY (person_id, from_at)
  CREATE UNIQUE INDEX absence_pk ON absence USING btree (person_id, from_at)

table access_token
  id uuid not null
  account_id uuid not null
  post_id uuid not null
  name text not null
  prefix text not null
  token_hash bytea not null
  acts text[] not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  last_used_at timestamp with time zone
  revoked_at timestamp with time zone
  access_token_account: FOREIGN KEY (account_id) REFERENCES account(id)
  access_token_acts: CHECK ((cardinality(acts) > 0))
  access_token_once: UNIQUE (token_hash)
  access_token_pk: PRIMARY KEY (id)
  access_token_post: FOREIGN KEY (post_id) REFERENCES post(id)
  access_token_year: CHECK ((expires_at <= (created_at + '366 days'::interval)))
  CREATE INDEX access_token_account_idx ON access_token USING btree (account_id)
  CREATE UNIQUE INDEX access_token_once ON access_token USING btree (token_hash)
  CREATE UNIQUE INDEX access_token_pk ON access_token USING btree (id)

table account
  id uuid not null
  person_id uuid not null
  login text not null
  password_hash text
  disabled_at timestamp with time zone
  created_at timestamp with time zone not null
  version integer not null
  account_login_once: UNIQUE (login)
  account_person: FOREIGN KEY (person_id) REFERENCES person(id)
  account_pk: PRIMARY KEY (id)
  CREATE UNIQUE INDEX account_login_once ON account USING btree (login)
  CREATE INDEX account_person_idx ON account USING btree (person_id)
  CREATE UNIQUE INDEX account_pk ON account USING btree (id)

table account_subject
  issuer text not null
  subject text not null
  account_id uuid not null
  created_at timestamp with time zone not null
  account_subject_account: FOREIGN KEY (account_id) REFERENCES account(id)
  account_subject_pk: PRIMARY KEY (issuer, subject)
  CREATE INDEX account_subject_account_idx ON account_subject USING btree (account_id)
  CREATE UNIQUE INDEX account_subject_pk ON account_subject USING btree (issuer, subject)

table answer
  id uuid not null
  task_id uuid not null
  assignment_id uuid not null
  round integer not null
  attempt integer not null
  result_class text not null
  body text not null
  follow_up_at timestamp with time zone
  submitted_by uuid not null
  submitted_at timestamp with time zone not null
  signed_off_by uuid
  signed_off_at timestamp with time zone
  answer_assignment: FOREIGN KEY (assignment_id) REFERENCES assignment(id)
  answer_attempt_once: UNIQUE (assignment_id, attempt)
  answer_pk: PRIMARY KEY (id)
  answer_task: FOREIGN KEY (task_id) REFERENCES task(id)
  CREATE UNIQUE INDEX answer_attempt_once ON answer USING btree (assignment_id, attempt)
  CREATE UNIQUE INDEX answer_pk ON answer USING btree (id)
  CREATE INDEX answer_task_idx ON answer USING btree (task_id)

table assignment
  id uuid not null
  task_id uuid not null
  unit_id uuid not null
  duty text not null
  round integer not null
  state text not null
  dispatch_id uuid not null
  chunk integer not null
  due_at timestamp with time zone
  original_due_at timestamp with time zone
  waived_at timestamp with time zone
  queued_at timestamp with time zone not null
  delivered_at timestamp with time zone
  signed_at timestamp with time zone
  signed_by uuid
  submitted_at timestamp with time zone
  submitted_by uuid
  answered_at timestamp with time zone
  answered_by uuid
  accepted_at timestamp with time zone
  ended_at timestamp with time zone
  predecessor_id uuid
  version integer not null
  assignment_dispatch: FOREIGN KEY (dispatch_id) REFERENCES dispatch(id)
  assignment_duty: CHECK ((duty = ANY (ARRAY['lead'::text, 'assist'::text])))
  assignment_pk: PRIMARY KEY (id)
  assignment_predecessor: FOREIGN KEY (predecessor_id) REFERENCES assignment(id)
  assignment_submitter_named: CHECK (((submitted_at IS NULL) = (submitted_by IS NULL)))
  assignment_task: FOREIGN KEY (task_id) REFERENCES task(id)
  assignment_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX assignment_dispatch_idx ON assignment USING btree (dispatch_id, chunk)
  CREATE INDEX assignment_inbox_idx ON assignment USING btree (unit_id, state, id)
  CREATE UNIQUE INDEX assignment_one_lead ON assignment USING btree (task_id, round) WHERE ((duty = 'lead'::text) AND (state <> ALL (ARRAY['recalled'::text, 'moved'::text, 'moving'::text])))
  CREATE INDEX assignment_open_idx ON assignment USING btree (unit_id, id) WHERE (state = ANY (ARRAY['queued'::text, 'delivered'::text, 'signed'::text, 'submitted'::text, 'disputed'::text]))
  CREATE UNIQUE INDEX assignment_pk ON assignment USING btree (id)
  CREATE INDEX assignment_queued_idx ON assignment USING btree (queued_at) WHERE (state = 'queued'::text)
  CREATE INDEX assignment_task_idx ON assignment USING btree (task_id, round)
  CREATE INDEX assignment_unit_idx ON assignment USING btree (unit_id, id) INCLUDE (task_id, state)
  CREATE UNIQUE INDEX assignment_unit_once ON assignment USING btree (unit_id, task_id, round, (
CASE
    WHEN (state = ANY (ARRAY['recalled'::text, 'moved'::text, 'moving'::text])) THEN id
    ELSE '00000000-0000-0000-0000-000000000000'::uuid
END))

table audit_anchor
  id uuid not null
  chain text not null
  seq bigint not null
  hash bytea not null
  exported_at timestamp with time zone not null
  audit_anchor_pk: PRIMARY KEY (id)
  CREATE UNIQUE INDEX audit_anchor_pk ON audit_anchor USING btree (id)

table audit_link
  chain text not null
  seq bigint not null
  row_id uuid not null
  prev_hash bytea not null
  hash bytea not null
  linked_at timestamp with time zone not null
  audit_link_pk: PRIMARY KEY (chain, seq)
  audit_link_row: FOREIGN KEY (row_id) REFERENCES audit_row(id)
  audit_link_row_once: UNIQUE (row_id)
  CREATE UNIQUE INDEX audit_link_pk ON audit_link USING btree (chain, seq)
  CREATE UNIQUE INDEX audit_link_row_once ON audit_link USING btree (row_id)

table audit_pending
  row_id uuid not null
  audit_pending_pk: PRIMARY KEY (row_id)
  CREATE UNIQUE INDEX audit_pending_pk ON audit_pending USING btree (row_id)

table audit_row
  id uuid not null
  chain text not null
  at timestamp with time zone not null
  act text not null
  subject_type text not null
  subject_id uuid
  about_id uuid
  person_id uuid
  post_id uuid
  role text
  unit_id uuid
  from_state text
  to_state text
  facts jsonb not null
  words_digest bytea
  audit_row_pk: PRIMARY KEY (id)
  CREATE INDEX audit_row_about ON audit_row USING btree (about_id, at, id) WHERE (about_id IS NOT NULL)
  CREATE INDEX audit_row_at ON audit_row USING btree (at, id)
  CREATE INDEX audit_row_person ON audit_row USING btree (person_id, at)
  CREATE UNIQUE INDEX audit_row_pk ON audit_row USING btree (id)
  CREATE INDEX audit_row_subject ON audit_row USING btree (subject_id, at) WHERE (subject_id IS NOT NULL)

table audit_words
  row_id uuid not null
  salt bytea not null
  words text not null
  audit_words_pk: PRIMARY KEY (row_id)
  audit_words_row: FOREIGN KEY (row_id) REFERENCES audit_row(id)
  CREATE UNIQUE INDEX audit_words_pk ON audit_words USING btree (row_id)

table backup_run
  id uuid not null
  started_at timestamp with time zone not null
  ended_at timestamp with time zone
  outcome text not null
  fault text
  file_name text
  size_bytes bigint
  row_count bigint
  file_count integer
  lost_file_count integer
  trial_at timestamp with time zone
  trial_outcome text
  trial_fault text
  backup_run_outcome: CHECK ((outcome = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text])))
  backup_run_pk: PRIMARY KEY (id)
  backup_run_trial: CHECK ((trial_outcome = ANY (ARRAY['passed'::text, 'failed'::text])))
  CREATE INDEX backup_run_age_idx ON backup_run USING btree (started_at DESC)
  CREATE UNIQUE INDEX backup_run_pk ON backup_run USING btree (id)

table calendar_week
  calendar_id uuid not null
  revision integer not null
  week boolean[]
  office_hours jsonb
  made_by uuid
  made_at timestamp with time zone not null
  calendar_week_calendar: FOREIGN KEY (calendar_id) REFERENCES work_calendar(id)
  calendar_week_maker: FOREIGN KEY (made_by) REFERENCES person(id)
  calendar_week_pk: PRIMARY KEY (calendar_id, revision)
  calendar_week_seven_days: CHECK ((cardinality(week) = 7))
  CREATE UNIQUE INDEX calendar_week_pk ON calendar_week USING btree (calendar_id, revision)

table calendar_year
  calendar_id uuid not null
  year integer not null
  revision integer not null
  days jsonb not null
  addresses text[] not null
  origin text not null
  digest text not null
  made_by uuid
  made_at timestamp with time zone not null
  calendar_year_calendar: FOREIGN KEY (calendar_id) REFERENCES work_calendar(id)
  calendar_year_maker: FOREIGN KEY (made_by) REFERENCES person(id)
  calendar_year_origin: CHECK ((origin = ANY (ARRAY['shipped'::text, 'form'::text, 'json'::text, 'ical'::text, 'sheet'::text])))
  calendar_year_pk: PRIMARY KEY (calendar_id, year, revision)
  CREATE UNIQUE INDEX calendar_year_pk ON calendar_year USING btree (calendar_id, year, revision)

table call_back
  id uuid not null
  matter_id uuid not null
  signatory_id uuid not null
  round integer not null
  reached boolean not null
  solved boolean
  feedback text
  words text
  contacted_at timestamp with time zone not null
  made_by uuid not null
  made_at timestamp with time zone not null
  call_back_feedback: CHECK ((feedback = ANY (ARRAY['satisfied'::text, 'basically_satisfied'::text, 'dissatisfied'::text])))
  call_back_maker: FOREIGN KEY (made_by) REFERENCES person(id)
  call_back_matter: FOREIGN KEY (matter_id) REFERENCES matter(id)
  call_back_pk: PRIMARY KEY (id)
  call_back_reached: CHECK ((reached OR ((solved IS NULL) AND (feedback IS NULL))))
  call_back_signatory: FOREIGN KEY (signatory_id) REFERENCES signatory(id)
  CREATE INDEX call_back_matter_idx ON call_back USING btree (matter_id, round)
  CREATE UNIQUE INDEX call_back_pk ON call_back USING btree (id)

table call_up
  id uuid not null
  order_id uuid not null
  sealed_id uuid not null
  person_id uuid not null
  acknowledged_at timestamp with time zone
  arrived_at timestamp with time zone
  withdrawn_at timestamp with time zone
  box bytea
  link_hash bytea
  link_until timestamp with time zone
  device_enrolled_at timestamp with time zone
  device_returned_at timestamp with time zone
  call_up_order_of: FOREIGN KEY (order_id) REFERENCES call_up_order(id)
  call_up_person: FOREIGN KEY (person_id) REFERENCES person(id)
  call_up_pk: PRIMARY KEY (id)
  call_up_sealed: FOREIGN KEY (sealed_id) REFERENCES sealed_inspection(id)
  CREATE UNIQUE INDEX call_up_link_once ON call_up USING btree (link_hash) WHERE (link_hash IS NOT NULL)
  CREATE UNIQUE INDEX call_up_once ON call_up USING btree (sealed_id, person_id) WHERE (withdrawn_at IS NULL)
  CREATE INDEX call_up_person_idx ON call_up USING btree (person_id, id)
  CREATE UNIQUE INDEX call_up_pk ON call_up USING btree (id)

table call_up_order
  id uuid not null
  sealed_id uuid not null
  called_by uuid not null
  called_at timestamp with time zone not null
  starts_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  box bytea not null
  sealed_with text not null
  call_up_order_caller: FOREIGN KEY (called_by) REFERENCES person(id)
  call_up_order_period: CHECK ((ends_at > starts_at))
  call_up_order_pk: PRIMARY KEY (id)
  call_up_order_sealed: FOREIGN KEY (sealed_id) REFERENCES sealed_inspection(id)
  CREATE UNIQUE INDEX call_up_order_pk ON call_up_order USING btree (id)

table case_officer_rule
  unit_id uuid not null
  officer_id uuid not null
  cover_id uuid
  case_officer_rule_cover: FOREIGN KEY (cover_id) REFERENCES person(id)
  case_officer_rule_officer: FOREIGN KEY (officer_id) REFERENCES person(id)
  case_officer_rule_pk: PRIMARY KEY (unit_id)
  case_officer_rule_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE UNIQUE INDEX case_officer_rule_pk ON case_officer_rule USING btree (unit_id)

table clock
  id uuid not null
  kind text not null
  subject_type text not null
  subject_id uuid not null
  task_id uuid
  unit_id uuid
  holder text not null
  profile text
  rule text
  article text
  started_at timestamp with time zone not null
  term jsonb
  counting jsonb not null
  original_due_at timestamp with time zone not null
  due_at timestamp with time zone not null
  legal_due_at timestamp with time zone
  provisional boolean not null
  ladder text not null
  state text not null
  suspended_at timestamp with time zone
  ended_at timestamp with time zone
  next_rung integer not null
  next_rung_at timestamp with time zone
  armed_at timestamp with time zone not null
  version integer not null
  held_at timestamp with time zone
  matter_id uuid
  conclusion_id uuid
  clock_alarm_runs: CHECK (((next_rung_at IS NULL) OR (state = 'running'::text)))
  clock_conclusion: FOREIGN KEY (conclusion_id) REFERENCES conclusion(id)
  clock_matter: FOREIGN KEY (matter_id) REFERENCES matter(id)
  clock_pk: PRIMARY KEY (id)
  clock_state: CHECK ((state = ANY (ARRAY['running'::text, 'suspended'::text, 'met'::text, 'cancelled'::text])))
  clock_task: FOREIGN KEY (task_id) REFERENCES task(id)
  clock_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX clock_alarm ON clock USING btree (next_rung_at) WHERE ((next_rung_at IS NOT NULL) AND (held_at IS NULL))
  CREATE INDEX clock_conclusion_idx ON clock USING btree (conclusion_id, kind) WHERE (conclusion_id IS NOT NULL)
  CREATE INDEX clock_conclusion_over ON clock USING btree (kind, due_at) WHERE ((conclusion_id IS NOT NULL) AND (state = 'running'::text))
  CREATE INDEX clock_held ON clock USING btree (subject_id) WHERE (held_at IS NOT NULL)
  CREATE INDEX clock_matter_idx ON clock USING btree (matter_id) WHERE (matter_id IS NOT NULL)
  CREATE UNIQUE INDEX clock_once ON clock USING btree (subject_id, kind) WHERE (state = ANY (ARRAY['running'::text, 'suspended'::text]))
  CREATE UNIQUE INDEX clock_pk ON clock USING btree (id)
  CREATE INDEX clock_task_idx ON clock USING btree (task_id)
  CREATE INDEX clock_unit_due ON clock USING btree (unit_id, due_at) WHERE (state = ANY (ARRAY['running'::text, 'suspended'::text]))

table clock_change
  id uuid not null
  clock_id uuid not null
  because text not null
  due_before timestamp with time zone not null
  due_after timestamp with time zone not null
  changed_by uuid
  changed_at timestamp with time zone not null
  clock_change_clock: FOREIGN KEY (clock_id) REFERENCES clock(id)
  clock_change_person: FOREIGN KEY (changed_by) REFERENCES person(id)
  clock_change_pk: PRIMARY KEY (id)
  CREATE INDEX clock_change_idx ON clock_change USING btree (clock_id)
  CREATE UNIQUE INDEX clock_change_pk ON clock_change USING btree (id)

table clock_firing
  clock_id uuid not null
  rung integer not null
  fired_at timestamp with time zone not null
  collapsed boolean not null
  clock_firing_clock: FOREIGN KEY (clock_id) REFERENCES clock(id)
  clock_firing_once: PRIMARY KEY (clock_id, rung)
  CREATE UNIQUE INDEX clock_firing_once ON clock_firing USING btree (clock_id, rung)

table clock_suspension
  clock_id uuid not null
  from_at timestamp with time zone not null
  to_at timestamp with time zone
  clock_suspension_clock: FOREIGN KEY (clock_id) REFERENCES clock(id)
  clock_suspension_pk: PRIMARY KEY (clock_id, from_at)
  CREATE UNIQUE INDEX clock_suspension_pk ON clock_suspension USING btree (clock_id, from_at)

table closed_case
  source text not null
  identity bytea not null
  received_at timestamp with time zone not null
  due_at timestamp with time zone
  answered_at timestamp with time zone
  unit text
  answered_before_receipt boolean not null
  import_id uuid not null
  closed_case_flagged: CHECK ((answered_before_receipt = COALESCE((answered_at < received_at), false)))
  closed_case_import: FOREIGN KEY (import_id) REFERENCES history_import(id)
  closed_case_pk: PRIMARY KEY (source, identity)
  CREATE INDEX closed_case_import_idx ON closed_case USING btree (import_id)
  CREATE UNIQUE INDEX closed_case_pk ON closed_case USING btree (source, identity)

table common_problem
  id uuid not null
  inspection_id uuid not null
  name text not null
  cause text not null
  owner_unit_id uuid
  measure text
  document text
  spread jsonb not null
  suggested text not null
  decided_by uuid not null
  decided_at timestamp with time zone not null
  version integer not null
  common_problem_decider: FOREIGN KEY (decided_by) REFERENCES person(id)
  common_problem_inspection: FOREIGN KEY (inspection_id) REFERENCES inspection(id)
  common_problem_owner: FOREIGN KEY (owner_unit_id) REFERENCES unit(id)
  common_problem_pk: PRIMARY KEY (id)
  common_problem_suggested: CHECK ((suggested = ANY (ARRAY['common'::text, 'individual'::text])))
  CREATE INDEX common_problem_inspection_idx ON common_problem USING btree (inspection_id, id)
  CREATE UNIQUE INDEX common_problem_pk ON common_problem USING btree (id)

table competence
  id uuid not null
  person_id uuid not null
  kind text not null
  from_on date not null
  to_on date not null
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  ended_at timestamp with time zone
  ended_by uuid
  competence_by_another: CHECK (((kind = 'secrecy'::text) OR (recorded_by <> person_id)))
  competence_days: CHECK ((to_on >= from_on))
  competence_ended: CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
  competence_ender: FOREIGN KEY (ended_by) REFERENCES person(id)
  competence_kind: CHECK ((kind = ANY (ARRAY['training'::text, 'leading'::text, 'secrecy'::text])))
  competence_own_secrecy: CHECK (((kind <> 'secrecy'::text) OR (recorded_by = person_id)))
  competence_person: FOREIGN KEY (person_id) REFERENCES person(id)
  competence_pk: PRIMARY KEY (id)
  competence_recorder: FOREIGN KEY (recorded_by) REFERENCES person(id)
  CREATE INDEX competence_person_idx ON competence USING btree (person_id, kind, to_on)
  CREATE UNIQUE INDEX competence_pk ON competence USING btree (id)

table conclusion
  id uuid not null
  inspection_id uuid not null
  unit_id uuid not null
  number text
  state text not null
  words text not null
  cleared boolean not null
  drafted_by uuid not null
  drafted_at timestamp with time zone not null
  sent_by uuid
  sent_at timestamp with time zone
  check_outcome text
  checked_by uuid
  checked_at timestamp with time zone
  check_words text
  issued_by uuid
  issued_at timestamp with time zone
  issue integer not null
  served_at timestamp with time zone
  served_by uuid
  receipt text
  receipt_words text
  final_at timestamp with time zone
  version integer not null
  conclusion_check: CHECK ((check_outcome = ANY (ARRAY['no_objection'::text, 'objection'::text, 'silence'::text])))
  conclusion_checked: CHECK (((check_outcome IS NULL) = (checked_at IS NULL)))
  conclusion_checker: FOREIGN KEY (checked_by) REFERENCES person(id)
  conclusion_drafter: FOREIGN KEY (drafted_by) REFERENCES person(id)
  conclusion_inspection: FOREIGN KEY (inspection_id) REFERENCES inspection(id)
  conclusion_issued: CHECK (((state = ANY (ARRAY['drafted'::text, 'checking'::text])) OR ((issued_at IS NOT NULL) AND (issued_by IS NOT NULL) AND (number IS NOT NULL) AND (check_outcome IS NOT NULL))))
  conclusion_number: UNIQUE (number)
  conclusion_pk: PRIMARY KEY (id)
  conclusion_receipt: CHECK ((receipt = ANY (ARRAY['signed'::text, 'left'::text])))
  conclusion_sender: FOREIGN KEY (sent_by) REFERENCES person(id)
  conclusion_sent: CHECK (((state = 'drafted'::text) = (sent_at IS NULL)))
  conclusion_served: CHECK ((((receipt IS NULL) = (served_at IS NULL)) AND ((state <> ALL (ARRAY['served'::text, 'under_review'::text, 'final'::text])) OR (served_at IS NOT NULL))))
  conclusion_server: FOREIGN KEY (served_by) REFERENCES person(id)
  conclusion_signer: FOREIGN KEY (issued_by) REFERENCES person(id)
  conclusion_state: CHECK ((state = ANY (ARRAY['drafted'::text, 'checking'::text, 'issued'::text, 'served'::text, 'under_review'::text, 'final'::text, 'revoked'::text])))
  conclusion_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE UNIQUE INDEX conclusion_number ON conclusion USING btree (number)
  CREATE UNIQUE INDEX conclusion_once ON conclusion USING btree (inspection_id, unit_id) WHERE (state <> 'revoked'::text)
  CREATE UNIQUE INDEX conclusion_pk ON conclusion USING btree (id)
  CREATE INDEX conclusion_unit_idx ON conclusion USING btree (unit_id, id)

table conclusion_finding
  conclusion_id uuid not null
  finding_id uuid not null
  words text not null
  point text
  point_outcome text
  point_reason text
  decided_by uuid
  decided_at timestamp with time zone
  conclusion_finding_conclusion: FOREIGN KEY (conclusion_id) REFERENCES conclusion(id)
  conclusion_finding_decided: CHECK ((((point_outcome IS NULL) = (decided_at IS NULL)) AND ((point_outcome IS NULL) = (decided_by IS NULL)) AND ((point_outcome IS NULL) OR (point IS NOT NULL))))
  conclusion_finding_decider: FOREIGN KEY (decided_by) REFERENCES person(id)
  conclusion_finding_finding: FOREIGN KEY (finding_id) REFERENCES finding(id)
  conclusion_finding_outcome: CHECK ((point_outcome = ANY (ARRAY['stands'::text, 'amended'::text, 'struck'::text])))
  conclusion_finding_pk: PRIMARY KEY (conclusion_id, finding_id)
  CREATE INDEX conclusion_finding_finding_idx ON conclusion_finding USING btree (finding_id)
  CREATE UNIQUE INDEX conclusion_finding_pk ON conclusion_finding USING btree (conclusion_id, finding_id)

table correction
  id uuid not null
  task_id uuid not null
  reason text not null
  before jsonb not null
  after jsonb not null
  corrected_by uuid not null
  corrected_at timestamp with time zone not null
  correction_pk: PRIMARY KEY (id)
  correction_task: FOREIGN KEY (task_id) REFERENCES task(id)
  CREATE UNIQUE INDEX correction_pk ON correction USING btree (id)
  CREATE INDEX correction_task_idx ON correction USING btree (task_id)

table county_setting
  name text not null
  value jsonb not null
  county_setting_pk: PRIMARY KEY (name)
  CREATE UNIQUE INDEX county_setting_pk ON county_setting USING btree (name)

table delegation
  id uuid not null
  giver_post_id uuid not null
  taker_post_id uuid not null
  acts text[] not null
  from_at timestamp with time zone not null
  to_at timestamp with time zone not null
  reason text not null
  given_at timestamp with time zone not null
  ended_at timestamp with time zone
  version integer not null
  delegation_acts: CHECK ((cardinality(acts) > 0))
  delegation_from_before_to: CHECK ((to_at > from_at))
  delegation_giver: FOREIGN KEY (giver_post_id) REFERENCES post(id)
  delegation_pk: PRIMARY KEY (id)
  delegation_taker: FOREIGN KEY (taker_post_id) REFERENCES post(id)
  delegation_two_posts: CHECK ((giver_post_id <> taker_post_id))
  CREATE INDEX delegation_giver_idx ON delegation USING btree (giver_post_id, given_at)
  CREATE UNIQUE INDEX delegation_pk ON delegation USING btree (id)
  CREATE INDEX delegation_taker_idx ON delegation USING btree (taker_post_id) WHERE (ended_at IS NULL)

table dispatch
  id uuid not null
  chunks integer not null
  assignments integer not null
  by_person_id uuid not null
  at timestamp with time zone not null
  dispatch_pk: PRIMARY KEY (id)
  CREATE UNIQUE INDEX dispatch_pk ON dispatch USING btree (id)

table dispute
  id uuid not null
  assignment_id uuid not null
  task_id uuid not null
  unit_id uuid not null
  state text not null
  ground text not null
  legal_basis text not null
  responsible_unit_id uuid not null
  from_state text not null
  window_ends_at timestamp with time zone
  raised_by uuid not null
  raised_at timestamp with time zone not null
  ruling_unit_id uuid
  statement text
  stated_by uuid
  stated_at timestamp with time zone
  ruling text
  to_unit_ids uuid[] not null
  reasons text
  ruled_by uuid
  ended_at timestamp with time zone
  version integer not null
  dispute_assignment: FOREIGN KEY (assignment_id) REFERENCES assignment(id)
  dispute_ended: CHECK (((ended_at IS NULL) = (state = 'raised'::text)))
  dispute_from_state: CHECK ((from_state = ANY (ARRAY['delivered'::text, 'signed'::text])))
  dispute_other_unit: CHECK ((responsible_unit_id <> unit_id))
  dispute_pk: PRIMARY KEY (id)
  dispute_raised_by: FOREIGN KEY (raised_by) REFERENCES person(id)
  dispute_responsible: FOREIGN KEY (responsible_unit_id) REFERENCES unit(id)
  dispute_ruled: CHECK ((((state = 'ruled'::text) = (ruled_by IS NOT NULL)) AND ((state = 'ruled'::text) = (ruling IS NOT NULL)) AND ((state = 'ruled'::text) = (reasons IS NOT NULL))))
  dispute_ruled_by: FOREIGN KEY (ruled_by) REFERENCES person(id)
  dispute_ruling: CHECK ((ruling = ANY (ARRAY['stay'::text, 'move'::text, 'swap'::text, 'split'::text])))
  dispute_ruling_unit: FOREIGN KEY (ruling_unit_id) REFERENCES unit(id)
  dispute_state: CHECK ((state = ANY (ARRAY['raised'::text, 'ruled'::text, 'withdrawn'::text, 'lapsed'::text])))
  dispute_stated: CHECK ((((statement IS NULL) = (stated_by IS NULL)) AND ((statement IS NULL) = (stated_at IS NULL))))
  dispute_stated_by: FOREIGN KEY (stated_by) REFERENCES person(id)
  dispute_task: FOREIGN KEY (task_id) REFERENCES task(id)
  dispute_two_people: CHECK (((ruled_by IS NULL) OR (ruled_by <> raised_by)))
  dispute_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX dispute_assignment_idx ON dispute USING btree (assignment_id, raised_at)
  CREATE UNIQUE INDEX dispute_once ON dispute USING btree (assignment_id) WHERE (state = ANY (ARRAY['raised'::text, 'ruled'::text]))
  CREATE UNIQUE INDEX dispute_pk ON dispute USING btree (id)
  CREATE INDEX dispute_raised_at_idx ON dispute USING btree (raised_at)
  CREATE INDEX dispute_raised_idx ON dispute USING btree (id) WHERE (state = 'raised'::text)
  CREATE INDEX dispute_task_idx ON dispute USING btree (task_id, raised_at)

table draw
  id uuid not null
  purpose text not null
  commitment text not null
  seed text not null
  committed_by uuid not null
  committed_at timestamp with time zone not null
  record jsonb
  drawn_by uuid
  drawn_at timestamp with time zone
  draw_commitment_once: UNIQUE (commitment)
  draw_committer: FOREIGN KEY (committed_by) REFERENCES person(id)
  draw_drawer: FOREIGN KEY (drawn_by) REFERENCES person(id)
  draw_is_hex: CHECK (((commitment ~ '^[0-9a-f]{64}$'::text) AND (seed ~ '^[0-9a-f]{64}$'::text)))
  draw_is_whole: CHECK ((((record IS NULL) = (drawn_at IS NULL)) AND ((record IS NULL) = (drawn_by IS NULL))))
  draw_pk: PRIMARY KEY (id)
  CREATE UNIQUE INDEX draw_commitment_once ON draw USING btree (commitment)
  CREATE UNIQUE INDEX draw_pk ON draw USING btree (id)

table duty
  id uuid not null
  category text not null
  lead_unit_id uuid not null
  assist_unit_ids uuid[] not null
  version integer not null
  from_at timestamp with time zone not null
  to_at timestamp with time zone
  township_list text
  basis text
  recorded_by uuid
  recorded_at timestamp with time zone not null
  duty_from_before_to: CHECK (((to_at IS NULL) OR (to_at > from_at)))
  duty_lead: FOREIGN KEY (lead_unit_id) REFERENCES unit(id)
  duty_line_once: UNIQUE (category, from_at)
  duty_pk: PRIMARY KEY (id)
  duty_recorder: FOREIGN KEY (recorded_by) REFERENCES person(id)
  duty_township_list: CHECK ((township_list = ANY (ARRAY['basic'::text, 'assisting'::text, 'withdrawn'::text])))
  CREATE INDEX duty_assist_idx ON duty USING gin (assist_unit_ids) WHERE (to_at IS NULL)
  CREATE UNIQUE INDEX duty_category_in_force ON duty USING btree (category) WHERE (to_at IS NULL)
  CREATE INDEX duty_lead_idx ON duty USING btree (lead_unit_id) WHERE (to_at IS NULL)
  CREATE UNIQUE INDEX duty_line_once ON duty USING btree (category, from_at)
  CREATE UNIQUE INDEX duty_pk ON duty USING btree (id)

table duty_import
  id uuid not null
  file_name text not null
  state text not null
  lines jsonb not null
  counts jsonb not null
  rejected jsonb not null
  person_id uuid
  created_at timestamp with time zone not null
  committed_at timestamp with time zone
  version integer not null
  duty_import_person: FOREIGN KEY (person_id) REFERENCES person(id)
  duty_import_pk: PRIMARY KEY (id)
  duty_import_state: CHECK ((state = ANY (ARRAY['previewed'::text, 'committed'::text])))
  CREATE UNIQUE INDEX duty_import_pk ON duty_import USING btree (id)

table duty_proposal
  id uuid not null
  dispute_id uuid not null
  category text not null
  from_unit_id uuid not null
  to_unit_id uuid not null
  state text not null
  proposed_at timestamp with time zone not null
  decided_by uuid
  decided_at timestamp with time zone
  version integer not null
  duty_proposal_decided: CHECK ((((decided_by IS NULL) = (state = 'proposed'::text)) AND ((decided_at IS NULL) = (state = 'proposed'::text))))
  duty_proposal_decided_by: FOREIGN KEY (decided_by) REFERENCES person(id)
  duty_proposal_dispute: FOREIGN KEY (dispute_id) REFERENCES dispute(id)
  duty_proposal_from: FOREIGN KEY (from_unit_id) REFERENCES unit(id)
  duty_proposal_once: UNIQUE (dispute_id)
  duty_proposal_pk: PRIMARY KEY (id)
  duty_proposal_state: CHECK ((state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'declined'::text])))
  duty_proposal_to: FOREIGN KEY (to_unit_id) REFERENCES unit(id)
  CREATE UNIQUE INDEX duty_proposal_once ON duty_proposal USING btree (dispute_id)
  CREATE INDEX duty_proposal_open_idx ON duty_proposal USING btree (id) WHERE (state = 'proposed'::text)
  CREATE UNIQUE INDEX duty_proposal_pk ON duty_proposal USING btree (id)

table entry_link
  token_hash bytea not null
  account_id uuid not null
  request_id uuid
  made_by uuid
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  entry_link_account: FOREIGN KEY (account_id) REFERENCES account(id)
  entry_link_maker: FOREIGN KEY (made_by) REFERENCES person(id)
  entry_link_pk: PRIMARY KEY (token_hash)
  entry_link_request: FOREIGN KEY (request_id) REFERENCES privilege_request(id)
  CREATE INDEX entry_link_account_idx ON entry_link USING btree (account_id)
  CREATE UNIQUE INDEX entry_link_pk ON entry_link USING btree (token_hash)

table errand
  id uuid not null
  assignment_id uuid not null
  person_id uuid not null
  note text not null
  inner_due_at timestamp with time zone
  state text not null
  given_by uuid not null
  given_at timestamp with time zone not null
  finished_at timestamp with time zone
  recalled_at timestamp with time zone
  version integer not null
  errand_assignment: FOREIGN KEY (assignment_id) REFERENCES assignment(id)
  errand_giver: FOREIGN KEY (given_by) REFERENCES person(id)
  errand_person: FOREIGN KEY (person_id) REFERENCES person(id)
  errand_pk: PRIMARY KEY (id)
  CREATE INDEX errand_assignment_idx ON errand USING btree (assignment_id)
  CREATE INDEX errand_person_idx ON errand USING btree (person_id, assignment_id) WHERE (state <> 'recalled'::text)
  CREATE UNIQUE INDEX errand_pk ON errand USING btree (id)

table errand_report
  id uuid not null
  errand_id uuid not null
  words text not null
  reported_at timestamp with time zone not null
  errand_report_errand: FOREIGN KEY (errand_id) REFERENCES errand(id)
  errand_report_pk: PRIMARY KEY (id)
  CREATE INDEX errand_report_errand_idx ON errand_report USING btree (errand_id)
  CREATE UNIQUE INDEX errand_report_pk ON errand_report USING btree (id)

table evidence
  id uuid not null
  sha256 bytea not null
  size_bytes bigint not null
  media_type text not null
  file_name text not null
  uploaded_by uuid not null
  unit_id uuid not null
  happened_at timestamp with time zone
  captured_at timestamp with time zone
  received_at timestamp with time zone not null
  evidence_pk: PRIMARY KEY (id)
  CREATE UNIQUE INDEX evidence_pk ON evidence USING btree (id)
  CREATE INDEX evidence_uploader_idx ON evidence USING btree (uploaded_by, id)

table evidence_link
  evidence_id uuid not null
  subject_type text not null
  subject_id uuid not null
  about_id uuid not null
  linked_at timestamp with time zone not null
  evidence_link_evidence: FOREIGN KEY (evidence_id) REFERENCES evidence(id)
  evidence_link_pk: PRIMARY KEY (evidence_id, subject_id)
  CREATE INDEX evidence_link_about_idx ON evidence_link USING btree (about_id)
  CREATE UNIQUE INDEX evidence_link_pk ON evidence_link USING btree (evidence_id, subject_id)
  CREATE INDEX evidence_link_subject_idx ON evidence_link USING btree (subject_id)

table export_request
  id uuid not null
  asked_by uuid not null
  format text not null
  filters jsonb not null
  rows integer not null
  rows_capped boolean not null
  reason text not null
  state text not null
  asked_at timestamp with time zone not null
  decided_by uuid
  decided_at timestamp with time zone
  decided_words text
  taken_at timestamp with time zone
  lapses_at timestamp with time zone not null
  version integer not null
  unmasked boolean not null default
  register text not null default
  export_request_asker: FOREIGN KEY (asked_by) REFERENCES person(id)
  export_request_decider: FOREIGN KEY (decided_by) REFERENCES person(id)
  export_request_pk: PRIMARY KEY (id)
  export_request_register: CHECK ((register = ANY (ARRAY['ledger'::text, 'people'::text, 'register'::text, 'matters'::text])))
  export_request_two_people: CHECK (((decided_by IS NULL) OR (decided_by <> asked_by)))
  CREATE INDEX export_request_asker_idx ON export_request USING btree (asked_by, id)
  CREATE INDEX export_request_lapsing ON export_request USING btree (lapses_at) WHERE (state = ANY (ARRAY['requested'::text, 'approved'::text]))
  CREATE UNIQUE INDEX export_request_pk ON export_request USING btree (id)

table extension
  id uuid not null
  assignment_id uuid not null
  task_id uuid not null
  state text not null
  reason text not null
  progress text not null
  due_before timestamp with time zone not null
  asked_due_at timestamp with time zone not null
  granted_due_at timestamp with time zone
  asked_by uuid not null
  asked_at timestamp with time zone not null
  decided_by uuid
  decided_words text
  ended_at timestamp with time zone
  version integer not null
  extension_asked_by: FOREIGN KEY (asked_by) REFERENCES person(id)
  extension_assignment: FOREIGN KEY (assignment_id) REFERENCES assignment(id)
  extension_decided: CHECK (((decided_by IS NOT NULL) = (state = ANY (ARRAY['granted'::text, 'refused'::text]))))
  extension_decided_by: FOREIGN KEY (decided_by) REFERENCES person(id)
  extension_ended: CHECK (((ended_at IS NULL) = (state = 'asked'::text)))
  extension_granted: CHECK (((granted_due_at IS NOT NULL) = (state = 'granted'::text)))
  extension_later: CHECK (((asked_due_at > due_before) AND ((granted_due_at IS NULL) OR (granted_due_at > due_before))))
  extension_pk: PRIMARY KEY (id)
  extension_state: CHECK ((state = ANY (ARRAY['asked'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text, 'lapsed'::text])))
  extension_task: FOREIGN KEY (task_id) REFERENCES task(id)
  extension_two_people: CHECK (((decided_by IS NULL) OR (decided_by <> asked_by)))
  CREATE UNIQUE INDEX extension_asked_once ON extension USING btree (assignment_id) WHERE (state = 'asked'::text)
  CREATE INDEX extension_assignment_idx ON extension USING btree (assignment_id, asked_at)
  CREATE UNIQUE INDEX extension_pk ON extension USING btree (id)
  CREATE INDEX extension_task_idx ON extension USING btree (task_id, asked_at)
  CREATE INDEX extension_waiting_idx ON extension USING btree (id) WHERE (state = 'asked'::text)

table finding
  id uuid not null
  inspection_id uuid not null
  visit_id uuid not null
  group_id uuid
  unit_id uuid not null
  site_id uuid
  standard_id uuid
  standard_number integer
  clause_key text
  words text not null
  severity text not null
  conduct text
  result_class text
  encounter text not null
  happened_at timestamp with time zone
  captured_at timestamp with time zone
  received_at timestamp with time zone not null
  digest bytea not null
  author_id uuid not null
  confirmer_id uuid
  confirmed_at timestamp with time zone
  first_confirmer_id uuid
  fixed_by uuid
  verified_by uuid
  state text not null
  merged_into uuid
  task_id uuid
  common_problem_id uuid
  told_at timestamp with time zone
  restricted boolean not null
  version integer not null
  clock_skew_seconds integer
  raised text not null default
  finding_author: FOREIGN KEY (author_id) REFERENCES person(id)
  finding_clause: CHECK ((((standard_id IS NULL) = (clause_key IS NULL)) AND ((standard_id IS NULL) = (standard_number IS NULL))))
  finding_common: FOREIGN KEY (common_problem_id) REFERENCES common_problem(id)
  finding_conduct: CHECK ((conduct = ANY (ARRAY['inaction'::text, 'delay'::text, 'misuse'::text, 'pretence'::text])))
  finding_confirmed: CHECK ((((confirmer_id IS NULL) = (confirmed_at IS NULL)) AND ((state <> 'confirmed'::text) OR (confirmer_id IS NOT NULL))))
  finding_confirmer: FOREIGN KEY (confirmer_id) REFERENCES person(id)
  finding_encounter: CHECK ((encounter = ANY (ARRAY['found'::text, 'absent'::text, 'refused'::text, 'moved'::text])))
  finding_first_confirmer: FOREIGN KEY (first_confirmer_id) REFERENCES person(id)
  finding_fixed_verified: CHECK (((verified_by <> fixed_by) AND (verified_by <> author_id)))
  finding_fixer: FOREIGN KEY (fixed_by) REFERENCES person(id)
  finding_inspection: FOREIGN KEY (inspection_id) REFERENCES inspection(id)
  finding_merged: FOREIGN KEY (merged_into) REFERENCES finding(id)
  finding_merged_into: CHECK ((((state = 'merged'::text) = (merged_into IS NOT NULL)) AND (merged_into <> id)))
  finding_ordered: CHECK (((state <> 'ordered'::text) OR (task_id IS NOT NULL)))
  finding_pk: PRIMARY KEY (id)
  finding_raised: CHECK ((raised = ANY (ARRAY['person'::text, 'cross_check'::text])))
  finding_restricted: CHECK (((state <> 'handed_over'::text) OR restricted))
  finding_result: CHECK ((result_class = ANY (ARRAY['undone'::text, 'partly_done'::text, 'poorly_done'::text, 'falsified'::text])))
  finding_severity: CHECK ((severity = ANY (ARRAY['minor'::text, 'ordinary'::text, 'serious'::text])))
  finding_site: FOREIGN KEY (site_id) REFERENCES site(id)
  finding_standard: FOREIGN KEY (standard_id, standard_number) REFERENCES standard_version(standard_id, number)
  finding_state: CHECK ((state = ANY (ARRAY['recorded'::text, 'confirmed'::text, 'ordered'::text, 'rectified'::text, 'verified'::text, 'merged'::text, 'handed_over'::text, 'dismissed'::text, 'revoked'::text])))
  finding_task: FOREIGN KEY (task_id) REFERENCES task(id)
  finding_two_confirmers: CHECK ((first_confirmer_id <> confirmer_id))
  finding_two_persons: CHECK (((confirmer_id <> author_id) AND (first_confirmer_id <> author_id)))
  finding_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  finding_verifier: FOREIGN KEY (verified_by) REFERENCES person(id)
  finding_visit: FOREIGN KEY (visit_id) REFERENCES visit(id)
  CREATE INDEX finding_common_idx ON finding USING btree (common_problem_id) WHERE (common_problem_id IS NOT NULL)
  CREATE INDEX finding_inspection_idx ON finding USING btree (inspection_id, id)
  CREATE INDEX finding_merged_idx ON finding USING btree (merged_into) WHERE (merged_into IS NOT NULL)
  CREATE INDEX finding_of_clause_idx ON finding USING btree (clause_key, id) WHERE (clause_key IS NOT NULL)
  CREATE INDEX finding_of_inspection_clause_idx ON finding USING btree (inspection_id, clause_key, id)
  CREATE UNIQUE INDEX finding_pk ON finding USING btree (id)
  CREATE INDEX finding_severity_idx ON finding USING btree (severity, id)
  CREATE INDEX finding_state_idx ON finding USING btree (state, id)
  CREATE UNIQUE INDEX finding_task_once ON finding USING btree (task_id) WHERE (task_id IS NOT NULL)
  CREATE INDEX finding_told_idx ON finding USING btree (unit_id, id) WHERE ((told_at IS NOT NULL) AND (NOT restricted))
  CREATE INDEX finding_unit_idx ON finding USING btree (unit_id, id)
  CREATE INDEX finding_unit_state_idx ON finding USING btree (unit_id, state, id)
  CREATE INDEX finding_visit_idx ON finding USING btree (visit_id)
  CREATE TRIGGER finding_by_others BEFORE INSERT OR UPDATE OF confirmer_id, merged_into ON public.finding FOR EACH ROW EXECUTE FUNCTION finding_by_others()

table finding_hand_over
  finding_id uuid not null
  organ text not null
  to_organ text not null
  reason text not null
  handed_by uuid not null
  handed_at timestamp with time zone not null
  receipt_no text
  received_by text
  received_at timestamp with time zone
  finding_hand_over_finding: FOREIGN KEY (finding_id) REFERENCES finding(id)
  finding_hand_over_giver: FOREIGN KEY (handed_by) REFERENCES person(id)
  finding_hand_over_organ: CHECK ((organ = ANY (ARRAY['supervisory'::text, 'judicial'::text])))
  finding_hand_over_pk: PRIMARY KEY (finding_id)
  finding_hand_over_receipt: CHECK ((((receipt_no IS NULL) = (received_at IS NULL)) AND ((receipt_no IS NULL) = (received_by IS NULL))))
  CREATE UNIQUE INDEX finding_hand_over_pk ON finding_hand_over USING btree (finding_id)

table first_ledger_view
  person_id uuid not null
  view_id uuid not null
  list text not null default
  first_ledger_view_person: FOREIGN KEY (person_id) REFERENCES person(id)
  first_ledger_view_pk: PRIMARY KEY (person_id, list)
  first_ledger_view_view: FOREIGN KEY (view_id) REFERENCES ledger_view(id) ON DELETE CASCADE
  CREATE UNIQUE INDEX first_ledger_view_pk ON first_ledger_view USING btree (person_id, list)
  CREATE INDEX first_ledger_view_view_idx ON first_ledger_view USING btree (view_id)

table hand_over
  id uuid not null
  matter_id uuid not null
  manner text not null
  to_organ text not null
  reason text not null
  handed_by uuid not null
  handed_at timestamp with time zone not null
  received_by text
  receipt_no text
  receipt_at timestamp with time zone
  recorded_by uuid
  recorded_at timestamp with time zone
  hand_over_giver: FOREIGN KEY (handed_by) REFERENCES person(id)
  hand_over_manner: CHECK ((manner = ANY (ARRAY['hand_over'::text, 'pass_on'::text])))
  hand_over_matter: FOREIGN KEY (matter_id) REFERENCES matter(id)
  hand_over_pk: PRIMARY KEY (id)
  hand_over_receipt_whole: CHECK (((receipt_at IS NULL) = (received_by IS NULL)))
  hand_over_recorder: FOREIGN KEY (recorded_by) REFERENCES person(id)
  CREATE INDEX hand_over_matter_idx ON hand_over USING btree (matter_id, handed_at)
  CREATE UNIQUE INDEX hand_over_pk ON hand_over USING btree (id)

table handling_proposal
  id uuid not null
  matter_id uuid not null
  wording text not null
  lead_unit_id uuid
  assist_unit_ids uuid[] not null
  due_at timestamp with time zone
  for_person_id uuid not null
  proposed_by uuid not null
  proposed_at timestamp with time zone not null
  decision text
  decided_words text
  decided_by uuid
  decided_at timestamp with time zone
  instruction_id uuid
  version integer not null
  handling_proposal_by: FOREIGN KEY (proposed_by) REFERENCES person(id)
  handling_proposal_for: FOREIGN KEY (for_person_id) REFERENCES person(id)
  handling_proposal_instruction: FOREIGN KEY (instruction_id) REFERENCES instruction(id)
  handling_proposal_lead: FOREIGN KEY (lead_unit_id) REFERENCES unit(id)
  handling_proposal_matter: FOREIGN KEY (matter_id) REFERENCES matter(id)
  handling_proposal_pk: PRIMARY KEY (id)
  CREATE INDEX handling_proposal_matter_idx ON handling_proposal USING btree (matter_id)
  CREATE UNIQUE INDEX handling_proposal_one_open ON handling_proposal USING btree (matter_id) WHERE (decision IS NULL)
  CREATE UNIQUE INDEX handling_proposal_pk ON handling_proposal USING btree (id)
  CREATE INDEX handling_proposal_tray ON handling_proposal USING btree (for_person_id, id) WHERE (decision IS NULL)

table history_import
  id uuid not null
  source text not null
  file_name text not null
  file_sha256 text not null
  counts jsonb not null
  imported_at timestamp with time zone not null
  history_import_pk: PRIMARY KEY (id)
  CREATE UNIQUE INDEX history_import_pk ON history_import USING btree (id)
  CREATE INDEX history_import_source ON history_import USING btree (source, imported_at)

table idempotency_key
  person_id uuid not null
  key text not null
  fingerprint bytea not null
  status integer not null
  answer jsonb
  etag text
  created_at timestamp with time zone not null
  idempotency_key_pk: PRIMARY KEY (person_id, key)
  CREATE INDEX idempotency_key_age ON idempotency_key USING btree (created_at)
  CREATE UNIQUE INDEX idempotency_key_pk ON idempotency_key USING btree (person_id, key)

table inspection
  id uuid not null
  number text
  state text not null
  version integer not null
  door text
  proposed_by uuid
  proposed_at timestamp with time zone
  opened_by uuid
  opened_at timestamp with time zone
  name text not null
  content_class text
  type text
  methods text[] not null
  purpose text
  scope text
  frequency_words text
  standard_id uuid
  standard_number integer
  from_on date
  to_on date
  villages_per_unit integer
  households_per_village integer
  designated_unit_id uuid
  designation_matter text
  designation_scope text
  designation_duty text
  designation_from_on date
  designation_to_on date
  standing boolean not null
  released_at timestamp with time zone
  released_by uuid
  on_site_at timestamp with time zone
  returned_at timestamp with time zone
  final_at timestamp with time zone
  merged_into_id uuid
  created_by uuid not null
  created_at timestamp with time zone not null
  inspection_content_class: CHECK ((content_class = ANY (ARRAY['superior_decisions'::text, 'key_deployments'::text, 'statutory_duties'::text, 'administrative_effectiveness'::text])))
  inspection_creator: FOREIGN KEY (created_by) REFERENCES person(id)
  inspection_designated_unit: FOREIGN KEY (designated_unit_id) REFERENCES unit(id)
  inspection_designation: CHECK ((num_nulls(designated_unit_id, designation_matter, designation_scope, designation_duty, designation_from_on, designation_to_on) = ANY (ARRAY[0, 6])))
  inspection_door: CHECK ((door = ANY (ARRAY['instruction'::text, 'proposal'::text])))
  inspection_has_a_door: CHECK (((state = ANY (ARRAY['draft'::text, 'proposed'::text, 'cancelled'::text])) OR ((door IS NOT NULL) AND (opened_by IS NOT NULL) AND (opened_at IS NOT NULL) AND (number IS NOT NULL))))
  inspection_merged_into: FOREIGN KEY (merged_into_id) REFERENCES inspection(id)
  inspection_number_once: UNIQUE (number)
  inspection_opener: FOREIGN KEY (opened_by) REFERENCES person(id)
  inspection_period: CHECK ((to_on >= from_on))
  inspection_pk: PRIMARY KEY (id)
  inspection_proposer: FOREIGN KEY (proposed_by) REFERENCES person(id)
  inspection_released: CHECK (((released_at IS NULL) = (released_by IS NULL)))
  inspection_releaser: FOREIGN KEY (released_by) REFERENCES person(id)
  inspection_standard: FOREIGN KEY (standard_id, standard_number) REFERENCES standard_version(standard_id, number)
  inspection_state: CHECK ((state = ANY (ARRAY['draft'::text, 'proposed'::text, 'planned'::text, 'released'::text, 'on_site'::text, 'drafting'::text, 'final'::text, 'archived'::text, 'cancelled'::text, 'sealed'::text])))
  inspection_two_people: CHECK (((door IS DISTINCT FROM 'proposal'::text) OR (opened_by <> proposed_by)))
  inspection_type: CHECK ((type = ANY (ARRAY['comprehensive'::text, 'special'::text, 'incident'::text, 'daily'::text, 'clue_verification'::text])))
  CREATE UNIQUE INDEX inspection_number_once ON inspection USING btree (number)
  CREATE INDEX inspection_open_idx ON inspection USING btree (from_on, to_on) WHERE (state = ANY (ARRAY['planned'::text, 'released'::text, 'on_site'::text]))
  CREATE UNIQUE INDEX inspection_pk ON inspection USING btree (id)
  CREATE INDEX inspection_recent_idx ON inspection USING btree (created_at, id)

table inspection_amendment
  id uuid not null
  inspection_id uuid not null
  plan jsonb not null
  reason text not null
  state text not null
  proposed_by uuid not null
  proposed_at timestamp with time zone not null
  decided_by uuid
  decided_at timestamp with time zone
  version integer not null
  inspection_amendment_decided: CHECK ((((state = 'proposed'::text) = (decided_by IS NULL)) AND ((state = 'proposed'::text) = (decided_at IS NULL))))
  inspection_amendment_decider: FOREIGN KEY (decided_by) REFERENCES person(id)
  inspection_amendment_inspection: FOREIGN KEY (inspection_id) REFERENCES inspection(id)
  inspection_amendment_pk: PRIMARY KEY (id)
  inspection_amendment_proposer: FOREIGN KEY (proposed_by) REFERENCES person(id)
  inspection_amendment_state: CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'declined'::text])))
  inspection_amendment_two_people: CHECK ((decided_by <> proposed_by))
  CREATE INDEX inspection_amendment_inspection_idx ON inspection_amendment USING btree (inspection_id, proposed_at)
  CREATE UNIQUE INDEX inspection_amendment_open ON inspection_amendment USING btree (inspection_id) WHERE (state = 'proposed'::text)
  CREATE UNIQUE INDEX inspection_amendment_pk ON inspection_amendment USING btree (id)

table inspection_code
  inspection_id uuid not null
  code text not null
  token text not null
  key_id text not null
  issued_at timestamp with time zone not null
  inspection_code_inspection: FOREIGN KEY (inspection_id) REFERENCES inspection(id)
  inspection_code_key: FOREIGN KEY (key_id) REFERENCES inspection_key(id)
  inspection_code_once: UNIQUE (code)
  inspection_code_pk: PRIMARY KEY (inspection_id)
  CREATE UNIQUE INDEX inspection_code_once ON inspection_code USING btree (code)
  CREATE UNIQUE INDEX inspection_code_pk ON inspection_code USING btree (inspection_id)

table inspection_draw
  draw_id uuid not null
  inspection_id uuid not null
  kind text not null
  site_id uuid
  group_id uuid
  inspection_draw_draw: FOREIGN KEY (draw_id) REFERENCES draw(id)
  inspection_draw_group: FOREIGN KEY (inspection_id, group_id) REFERENCES inspection_group(inspection_id, id)
  inspection_draw_inspection: FOREIGN KEY (inspection_id) REFERENCES inspection(id)
  inspection_draw_kind: CHECK ((kind = ANY (ARRAY['villages'::text, 'households'::text])))
  inspection_draw_pk: PRIMARY KEY (draw_id)
  inspection_draw_place: CHECK ((((kind = 'households'::text) = (site_id IS NOT NULL)) AND ((kind = 'households'::text) = (group_id IS NOT NULL))))
  inspection_draw_site: FOREIGN KEY (site_id) REFERENCES site(id)
  CREATE UNIQUE INDEX inspection_draw_once ON inspection_draw USING btree (inspection_id, kind, COALESCE(site_id, inspection_id))
  CREATE UNIQUE INDEX inspection_draw_pk ON inspection_draw USING btree (draw_id)

table inspection_group
  id uuid not null
  inspection_id uuid not null
  number integer not null
  name text not null
  charter text not null
  unit_ids uuid[] not null
  state text not null
  arrived_at timestamp with time zone
  returned_at timestamp with time zone
  version integer not null
  inspection_group_inspection: FOREIGN KEY (inspection_id) REFERENCES inspection(id)
  inspection_group_once: UNIQUE (inspection_id, number)
  inspection_group_pk: PRIMARY KEY (id)
  inspection_group_state: CHECK ((state = ANY (ARRAY['formed'::text, 'released'::text, 'on_site'::text, 'returned'::text, 'aborted'::text])))
  inspection_group_whole: UNIQUE (inspection_id, id)
  CREATE UNIQUE INDEX inspection_group_once ON inspection_group USING btree (inspection_id, number)
  CREATE UNIQUE INDEX inspection_group_pk ON inspection_group USING btree (id)
  CREATE UNIQUE INDEX inspection_group_whole ON inspection_group USING btree (inspection_id, id)

table inspection_key
  id text not null
  public_key bytea not null
  box bytea not null
  sealed_with text not null
  made_at timestamp with time zone not null
  inspection_key_pk: PRIMARY KEY (id)
  CREATE UNIQUE INDEX inspection_key_pk ON inspection_key USING btree (id)

table inspection_member
  inspection_id uuid not null
  group_id uuid
  person_id uuid not null
  duty text not null
  post_id uuid
  from_at timestamp with time zone not null
  to_at timestamp with time zone
  inspection_member_duty: CHECK ((duty = ANY (ARRAY['leader'::text, 'member'::text, 'supervisor'::text, 'invited'::text])))
  inspection_member_group: FOREIGN KEY (inspection_id, group_id) REFERENCES inspection_group(inspection_id, id)
  inspection_member_has_group: CHECK (((duty <> ALL (ARRAY['leader'::text, 'member'::text])) OR (group_id IS NOT NULL)))
  inspection_member_inspection: FOREIGN KEY (inspection_id) REFERENCES inspection(id)
  inspection_member_person: FOREIGN KEY (person_id) REFERENCES person(id)
  inspection_member_pk: PRIMARY KEY (inspection_id, person_id)
  inspection_member_post: FOREIGN KEY (post_id) REFERENCES post(id)
  inspection_member_roves: CHECK (((duty <> 'supervisor'::text) OR (group_id IS NULL)))
  CREATE UNIQUE INDEX inspection_member_leader_once ON inspection_member USING btree (group_id) WHERE (duty = 'leader'::text)
  CREATE INDEX inspection_member_person_idx ON inspection_member USING btree (person_id, inspection_id)
  CREATE UNIQUE INDEX inspection_member_pk ON inspection_member USING btree (inspection_id, person_id)

table inspection_object
  inspection_id uuid not null
  unit_id uuid not null
  necessity text
  inspection_object_inspection: FOREIGN KEY (inspection_id) REFERENCES inspection(id)
  inspection_object_pk: PRIMARY KEY (inspection_id, unit_id)
  inspection_object_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE UNIQUE INDEX inspection_object_pk ON inspection_object USING btree (inspection_id, unit_id)
  CREATE INDEX inspection_object_unit_idx ON inspection_object USING btree (unit_id, inspection_id)

table inspection_site
  inspection_id uuid not null
  site_id uuid not null
  unit_id uuid not null
  group_id uuid
  stratum text
  inspection_site_group: FOREIGN KEY (inspection_id, group_id) REFERENCES inspection_group(inspection_id, id)
  inspection_site_object: FOREIGN KEY (inspection_id, unit_id) REFERENCES inspection_object(inspection_id, unit_id)
  inspection_site_pk: PRIMARY KEY (inspection_id, site_id)
  inspection_site_site: FOREIGN KEY (site_id) REFERENCES site(id)
  CREATE UNIQUE INDEX inspection_site_pk ON inspection_site USING btree (inspection_id, site_id)
  CREATE INDEX inspection_site_site_idx ON inspection_site USING btree (site_id)

table instruction
  id uuid not null
  subject_type text not null
  subject_id uuid not null
  lineage_id uuid not null
  edition integer not null
  kind text not null
  words text not null
  given_by uuid not null
  entered_by uuid not null
  disowned_at timestamp with time zone
  given_at timestamp with time zone not null
  unit_ids uuid[] not null default
  report_every text
  instruction_edition_once: UNIQUE (lineage_id, edition)
  instruction_kind: CHECK ((kind = ANY (ARRAY['order'::text, 'guidance'::text, 'reference'::text])))
  instruction_pk: PRIMARY KEY (id)
  instruction_report_every: CHECK ((report_every = ANY (ARRAY['week'::text, 'half_month'::text, 'month'::text, 'quarter'::text, 'half_year'::text])))
  CREATE INDEX instruction_deciding_idx ON instruction USING btree (subject_id) WHERE (unit_ids <> '{}'::uuid[])
  CREATE UNIQUE INDEX instruction_edition_once ON instruction USING btree (lineage_id, edition)
  CREATE UNIQUE INDEX instruction_pk ON instruction USING btree (id)
  CREATE INDEX instruction_reports_idx ON instruction USING btree (subject_id) WHERE (report_every IS NOT NULL)
  CREATE INDEX instruction_subject_idx ON instruction USING btree (subject_id, given_at)

table ladder
  code text not null
  shipped jsonb
  shipped_digest text
  ladder_pk: PRIMARY KEY (code)
  CREATE UNIQUE INDEX ladder_pk ON ladder USING btree (code)

table ladder_revision
  code text not null
  revision integer not null
  title text not null
  title_zh text not null
  clock text not null
  kinds text[] not null
  importance text
  rungs jsonb not null
  retired boolean not null
  origin text not null
  digest text not null
  shipped_digest text
  effective_at timestamp with time zone not null
  taken_at timestamp with time zone
  followed_at timestamp with time zone
  made_by uuid
  made_at timestamp with time zone not null
  ladder_revision_clock: CHECK ((clock = ANY (ARRAY['sign'::text, 'answer'::text, 'report'::text, 'reply'::text, 'supervisor'::text, 'principal'::text])))
  ladder_revision_importance: CHECK ((importance = ANY (ARRAY['ordinary'::text, 'urgent'::text, 'important'::text])))
  ladder_revision_ladder: FOREIGN KEY (code) REFERENCES ladder(code)
  ladder_revision_maker: FOREIGN KEY (made_by) REFERENCES person(id)
  ladder_revision_origin: CHECK ((origin = ANY (ARRAY['shipped'::text, 'edited'::text])))
  ladder_revision_pk: PRIMARY KEY (code, revision)
  CREATE UNIQUE INDEX ladder_revision_pk ON ladder_revision USING btree (code, revision)
  CREATE INDEX ladder_revision_waiting ON ladder_revision USING btree (effective_at) WHERE (taken_at IS NULL)

table law_profile
  code text not null
  shipped jsonb
  shipped_digest text
  law_profile_pk: PRIMARY KEY (code)
  law_profile_shipped_whole: CHECK (((shipped IS NULL) = (shipped_digest IS NULL)))
  CREATE UNIQUE INDEX law_profile_pk ON law_profile USING btree (code)

table law_profile_revision
  code text not null
  revision integer not null
  title text not null
  title_zh text not null
  source text not null
  place text not null
  kinds text[] not null
  from_day date not null
  to_day date
  counts_first_day boolean not null
  rolls boolean not null
  day_ends_at integer not null
  receipt_after_hours integer
  clocks jsonb not null
  origin text not null
  digest text not null
  shipped_digest text
  made_by uuid
  made_at timestamp with time zone not null
  law_profile_revision_days: CHECK (((to_day IS NULL) OR (to_day >= from_day)))
  law_profile_revision_maker: FOREIGN KEY (made_by) REFERENCES person(id)
  law_profile_revision_origin: CHECK ((origin = ANY (ARRAY['shipped'::text, 'edited'::text])))
  law_profile_revision_pk: PRIMARY KEY (code, revision)
  law_profile_revision_profile: FOREIGN KEY (code) REFERENCES law_profile(code)
  CREATE UNIQUE INDEX law_profile_revision_pk ON law_profile_revision USING btree (code, revision)

table ledger_view
  id uuid not null
  owner_id uuid not null
  unit_id uuid
  name text not null
  settings jsonb not null
  created_at timestamp with time zone not null
  version integer not null
  list text not null default
  ledger_view_list: CHECK ((list = ANY (ARRAY['ledger'::text, 'matters'::text])))
  ledger_view_owner: FOREIGN KEY (owner_id) REFERENCES person(id)
  ledger_view_pk: PRIMARY KEY (id)
  ledger_view_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX ledger_view_owner_idx ON ledger_view USING btree (owner_id, id)
  CREATE UNIQUE INDEX ledger_view_pk ON ledger_view USING btree (id)
  CREATE INDEX ledger_view_unit_idx ON ledger_view USING btree (unit_id, id) WHERE (unit_id IS NOT NULL)

table login_attempt
  key text not null
  count integer not null
  window_ends_at timestamp with time zone not null
  login_attempt_pk: PRIMARY KEY (key)
  CREATE UNIQUE INDEX login_attempt_pk ON login_attempt USING btree (key)

table look_back
  id uuid not null
  draw_id uuid not null
  from_at timestamp with time zone not null
  to_at timestamp with time zone not null
  least_percent integer not null
  most_percent integer not null
  state text not null
  version integer not null
  look_back_bounds: CHECK (((0 < least_percent) AND (least_percent <= most_percent) AND (most_percent <= 100)))
  look_back_draw: FOREIGN KEY (draw_id) REFERENCES draw(id)
  look_back_draw_once: UNIQUE (draw_id)
  look_back_period: CHECK ((from_at < to_at))
  look_back_pk: PRIMARY KEY (id)
  look_back_state: CHECK ((state = ANY (ARRAY['committed'::text, 'drawn'::text, 'finished'::text, 'cancelled'::text])))
  CREATE UNIQUE INDEX look_back_draw_once ON look_back USING btree (draw_id)
  CREATE UNIQUE INDEX look_back_pk ON look_back USING btree (id)

table look_back_check
  id uuid not null
  look_back_id uuid not null
  task_id uuid not null
  round integer not null
  unit_id uuid not null
  row_id text not null
  checker_id uuid not null
  replaces_id uuid
  state text not null
  reason text
  words text
  assigned_at timestamp with time zone not null
  settled_at timestamp with time zone
  settled_by uuid
  version integer not null
  look_back_check_by_the_drawn: CHECK (((state <> ALL (ARRAY['effective'::text, 'relapsed'::text])) OR (settled_by = checker_id)))
  look_back_check_checker: FOREIGN KEY (checker_id) REFERENCES person(id)
  look_back_check_once: UNIQUE (look_back_id, task_id)
  look_back_check_pk: PRIMARY KEY (id)
  look_back_check_reason: CHECK (((state = 'replaced'::text) = (reason IS NOT NULL)))
  look_back_check_replaced_once: UNIQUE (replaces_id)
  look_back_check_replaces: FOREIGN KEY (replaces_id) REFERENCES look_back_check(id)
  look_back_check_round: FOREIGN KEY (look_back_id) REFERENCES look_back(id)
  look_back_check_settled: CHECK ((((state = 'assigned'::text) = (settled_at IS NULL)) AND ((state = 'assigned'::text) = (settled_by IS NULL))))
  look_back_check_settler: FOREIGN KEY (settled_by) REFERENCES person(id)
  look_back_check_state: CHECK ((state = ANY (ARRAY['assigned'::text, 'effective'::text, 'relapsed'::text, 'replaced'::text])))
  look_back_check_task: FOREIGN KEY (task_id) REFERENCES task(id)
  look_back_check_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX look_back_check_checker_idx ON look_back_check USING btree (checker_id, state, id)
  CREATE UNIQUE INDEX look_back_check_once ON look_back_check USING btree (look_back_id, task_id)
  CREATE UNIQUE INDEX look_back_check_open ON look_back_check USING btree (task_id) WHERE (state = 'assigned'::text)
  CREATE UNIQUE INDEX look_back_check_pk ON look_back_check USING btree (id)
  CREATE UNIQUE INDEX look_back_check_replaced_once ON look_back_check USING btree (replaces_id)
  CREATE INDEX look_back_check_round_idx ON look_back_check USING btree (look_back_id, id)
  CREATE INDEX look_back_check_unit_idx ON look_back_check USING btree (unit_id, settled_at) WHERE (state = ANY (ARRAY['effective'::text, 'relapsed'::text]))

table material_request
  id uuid not null
  visit_id uuid not null
  unit_id uuid not null
  what text not null
  reason text
  asked_by uuid not null
  asked_at timestamp with time zone not null
  material_request_asker: FOREIGN KEY (asked_by) REFERENCES person(id)
  material_request_pk: PRIMARY KEY (id)
  material_request_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  material_request_visit: FOREIGN KEY (visit_id) REFERENCES visit(id)
  CREATE UNIQUE INDEX material_request_pk ON material_request USING btree (id)
  CREATE INDEX material_request_visit_idx ON material_request USING btree (visit_id)

table matter
  id uuid not null
  kind text not null
  state text not null
  intake_no text not null
  number text
  title text not null
  body text not null
  category text
  needs_triage boolean not null
  foreign_id text
  content_sha256 bytea not null
  occurred_at timestamp with time zone
  received_at timestamp with time zone not null
  principal_id uuid
  meeting text
  import_id uuid
  merged_into_id uuid
  mandate_id uuid
  registered_at timestamp with time zone
  registered_by uuid
  closed_at timestamp with time zone
  round integer not null
  created_by uuid
  created_at timestamp with time zone not null
  version integer not null
  search tsvector generated
  fields jsonb not null default
  restricted boolean not null default
  matter_import_ref: FOREIGN KEY (import_id) REFERENCES matter_import(id)
  matter_intake_no_once: UNIQUE (intake_no)
  matter_mandate: FOREIGN KEY (mandate_id) REFERENCES standing_mandate(id)
  matter_merged_into: FOREIGN KEY (merged_into_id) REFERENCES matter(id)
  matter_number_once: UNIQUE (number)
  matter_pk: PRIMARY KEY (id)
  matter_principal: FOREIGN KEY (principal_id) REFERENCES person(id)
  CREATE INDEX matter_category_idx ON matter USING btree (category text_pattern_ops, id)
  CREATE INDEX matter_closed_idx ON matter USING btree (closed_at) WHERE (closed_at IS NOT NULL)
  CREATE INDEX matter_creator_idx ON matter USING btree (created_by)
  CREATE INDEX matter_fields_idx ON matter USING gin (fields jsonb_path_ops)
  CREATE UNIQUE INDEX matter_foreign_once ON matter USING btree (kind, foreign_id, content_sha256) WHERE (foreign_id IS NOT NULL)
  CREATE INDEX matter_identity_idx ON matter USING btree (content_sha256) WHERE (foreign_id IS NULL)
  CREATE INDEX matter_import_idx ON matter USING btree (import_id, id) WHERE (import_id IS NOT NULL)
  CREATE UNIQUE INDEX matter_intake_no_once ON matter USING btree (intake_no)
  CREATE INDEX matter_kind_idx ON matter USING btree (kind, state, id)
  CREATE INDEX matter_merged_idx ON matter USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL)
  CREATE UNIQUE INDEX matter_number_once ON matter USING btree (number)
  CREATE UNIQUE INDEX matter_pk ON matter USING btree (id)
  CREATE INDEX matter_principal_idx ON matter USING btree (principal_id) WHERE (principal_id IS NOT NULL)
  CREATE INDEX matter_received_idx ON matter USING btree (received_at, id)
  CREATE INDEX matter_restricted_idx ON matter USING btree (id) WHERE restricted
  CREATE INDEX matter_search_idx ON matter USING gin (search)
  CREATE INDEX matter_state_idx ON matter USING btree (state, id)
  CREATE INDEX matter_title_likeness ON matter USING gin (title gin_trgm_ops)
  CREATE INDEX matter_triage_idx ON matter USING btree (id) WHERE needs_triage

table matter_accused
  id uuid not null
  matter_id uuid not null
  unit_id uuid
  person_id uuid
  matter_accused_matter: FOREIGN KEY (matter_id) REFERENCES matter(id)
  matter_accused_one: CHECK ((num_nonnulls(unit_id, person_id) = 1))
  matter_accused_person: FOREIGN KEY (person_id) REFERENCES person(id)
  matter_accused_pk: PRIMARY KEY (id)
  matter_accused_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX matter_accused_matter_idx ON matter_accused USING btree (matter_id)
  CREATE UNIQUE INDEX matter_accused_pk ON matter_accused USING btree (id)

table matter_category
  matter_id uuid not null
  category text not null
  matter_category_matter: FOREIGN KEY (matter_id) REFERENCES matter(id)
  matter_category_pk: PRIMARY KEY (matter_id, category)
  CREATE INDEX matter_category_branch_idx ON matter_category USING btree (category text_pattern_ops, matter_id)
  CREATE UNIQUE INDEX matter_category_pk ON matter_category USING btree (matter_id, category)

table matter_hold
  id uuid not null
  matter_id uuid not null
  basis text not null
  reason text not null
  placed_by uuid not null
  placed_at timestamp with time zone not null
  lifted_by uuid
  lifted_at timestamp with time zone
  matter_hold_basis: CHECK ((basis = ANY (ARRAY['litigation'::text, 'review'::text, 'audit'::text, 'discipline'::text])))
  matter_hold_lifted_whole: CHECK (((lifted_by IS NULL) = (lifted_at IS NULL)))
  matter_hold_lifter: FOREIGN KEY (lifted_by) REFERENCES person(id)
  matter_hold_matter: FOREIGN KEY (matter_id) REFERENCES matter(id)
  matter_hold_pk: PRIMARY KEY (id)
  matter_hold_placer: FOREIGN KEY (placed_by) REFERENCES person(id)
  CREATE UNIQUE INDEX matter_hold_one ON matter_hold USING btree (matter_id) WHERE (lifted_at IS NULL)
  CREATE UNIQUE INDEX matter_hold_pk ON matter_hold USING btree (id)

table matter_import
  id uuid not null
  source_kind text not null
  file_name text not null
  file_sha256 bytea not null
  state text not null
  counts jsonb not null
  rejected jsonb not null
  columns jsonb not null
  sample jsonb not null
  mode text
  rows_done integer not null
  by_person_id uuid
  created_at timestamp with time zone not null
  committed_at timestamp with time zone
  version integer not null
  committed_by uuid
  matter_import_committer: FOREIGN KEY (committed_by) REFERENCES person(id)
  matter_import_pk: PRIMARY KEY (id)
  CREATE INDEX matter_import_age_idx ON matter_import USING btree (created_at, id)
  CREATE UNIQUE INDEX matter_import_pk ON matter_import USING btree (id)

table matter_keeper
  matter_id uuid not null
  person_id uuid not null
  matter_keeper_matter: FOREIGN KEY (matter_id) REFERENCES matter(id)
  matter_keeper_person: FOREIGN KEY (person_id) REFERENCES person(id)
  matter_keeper_pk: PRIMARY KEY (matter_id, person_id)
  CREATE INDEX matter_keeper_person_idx ON matter_keeper USING btree (person_id)
  CREATE UNIQUE INDEX matter_keeper_pk ON matter_keeper USING btree (matter_id, person_id)

table notice
  id uuid not null
  kind text not null
  dedupe_key text not null
  unit_id uuid
  person_id uuid
  assignment_id uuid
  task_id uuid
  matter_id uuid
  facts jsonb not null
  created_at timestamp with time zone not null
  read_at timestamp with time zone
  read_by uuid
  topic text not null default
  urgency text not null default
  notice_has_reader: CHECK (((unit_id IS NOT NULL) OR (person_id IS NOT NULL)))
  notice_once: UNIQUE (dedupe_key)
  notice_pk: PRIMARY KEY (id)
  notice_urgency: CHECK ((urgency = ANY (ARRAY['ordinary'::text, 'order'::text])))
  CREATE UNIQUE INDEX notice_once ON notice USING btree (dedupe_key)
  CREATE INDEX notice_person_idx ON notice USING btree (person_id, id) WHERE (person_id IS NOT NULL)
  CREATE UNIQUE INDEX notice_pk ON notice USING btree (id)
  CREATE INDEX notice_unit_idx ON notice USING btree (unit_id, id) WHERE (unit_id IS NOT NULL)
  CREATE INDEX notice_unread_person ON notice USING btree (person_id) WHERE ((read_at IS NULL) AND (person_id IS NOT NULL))
  CREATE INDEX notice_unread_unit ON notice USING btree (unit_id) WHERE ((read_at IS NULL) AND (unit_id IS NOT NULL))

table notice_acknowledgement
  notice_id uuid not null
  person_id uuid not null
  asked_at timestamp with time zone not null
  due_at timestamp with time zone not null
  acknowledged_at timestamp with time zone
  notice_acknowledgement_notice: FOREIGN KEY (notice_id) REFERENCES notice(id)
  notice_acknowledgement_person: FOREIGN KEY (person_id) REFERENCES person(id)
  notice_acknowledgement_pk: PRIMARY KEY (notice_id, person_id)
  CREATE INDEX notice_acknowledgement_open ON notice_acknowledgement USING btree (due_at, notice_id, person_id) WHERE (acknowledged_at IS NULL)
  CREATE INDEX notice_acknowledgement_person_idx ON notice_acknowledgement USING btree (person_id) WHERE (acknowledged_at IS NULL)
  CREATE UNIQUE INDEX notice_acknowledgement_pk ON notice_acknowledgement USING btree (notice_id, person_id)

table notice_address
  id uuid not null
  host text not null
  port integer not null
  inside boolean not null
  reason text not null
  state text not null
  asked_by uuid not null
  asked_role text not null
  asked_at timestamp with time zone not null
  decided_by uuid
  decided_at timestamp with time zone
  words text
  version integer not null
  notice_address_asker: FOREIGN KEY (asked_by) REFERENCES person(id)
  notice_address_decider: FOREIGN KEY (decided_by) REFERENCES person(id)
  notice_address_pk: PRIMARY KEY (id)
  notice_address_port: CHECK (((port >= 1) AND (port <= 65535)))
  notice_address_state: CHECK ((state = ANY (ARRAY['requested'::text, 'allowed'::text, 'refused'::text, 'withdrawn'::text, 'ended'::text])))
  notice_address_two_people: CHECK (((state <> ALL (ARRAY['allowed'::text, 'refused'::text])) OR ((decided_by IS NOT NULL) AND (decided_by <> asked_by))))
  CREATE UNIQUE INDEX notice_address_one ON notice_address USING btree (host, port) WHERE (state = ANY (ARRAY['requested'::text, 'allowed'::text]))
  CREATE UNIQUE INDEX notice_address_pk ON notice_address USING btree (id)

table notice_call
  id uuid not null
  notice_id uuid not null
  person_id uuid not null
  called_by uuid not null
  called_at timestamp with time zone not null
  said text not null
  notice_call_caller: FOREIGN KEY (called_by) REFERENCES person(id)
  notice_call_notice: FOREIGN KEY (notice_id) REFERENCES notice(id)
  notice_call_person: FOREIGN KEY (person_id) REFERENCES person(id)
  notice_call_pk: PRIMARY KEY (id)
  CREATE INDEX notice_call_idx ON notice_call USING btree (notice_id, person_id)
  CREATE UNIQUE INDEX notice_call_pk ON notice_call USING btree (id)

table notice_channel
  id uuid not null
  kind text not null
  name text not null
  unit_id uuid
  host text not null
  port integer not null
  scheme text not null
  settings jsonb not null
  secret_box bytea not null
  secret_key_id text not null
  enabled boolean not null
  changed_by uuid not null
  changed_at timestamp with time zone not null
  version integer not null
  notice_channel_changer: FOREIGN KEY (changed_by) REFERENCES person(id)
  notice_channel_kind: CHECK ((kind = ANY (ARRAY['webhook'::text, 'mail'::text, 'sms'::text, 'wecom'::text, 'dingtalk'::text, 'feishu'::text])))
  notice_channel_pk: PRIMARY KEY (id)
  notice_channel_scheme: CHECK ((scheme = ANY (ARRAY['http'::text, 'https'::text, 'smtp'::text, 'smtps'::text])))
  notice_channel_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE UNIQUE INDEX notice_channel_pk ON notice_channel USING btree (id)

table notice_contact
  person_id uuid not null
  mail text not null
  set_at timestamp with time zone not null
  notice_contact_person: FOREIGN KEY (person_id) REFERENCES person(id)
  notice_contact_pk: PRIMARY KEY (person_id)
  CREATE UNIQUE INDEX notice_contact_pk ON notice_contact USING btree (person_id)

table notice_delivery
  id uuid not null
  channel_id uuid not null
  person_id uuid
  state text not null
  urgency text not null
  test boolean not null
  created_at timestamp with time zone not null
  send_at timestamp with time zone not null
  tries integer not null
  rings integer not null
  rung_at timestamp with time zone
  leased_until timestamp with time zone
  answer_code text
  ended_at timestamp with time zone
  version integer not null
  notice_delivery_channel: FOREIGN KEY (channel_id) REFERENCES notice_channel(id)
  notice_delivery_person: FOREIGN KEY (person_id) REFERENCES person(id)
  notice_delivery_pk: PRIMARY KEY (id)
  notice_delivery_state: CHECK ((state = ANY (ARRAY['gathering'::text, 'waiting'::text, 'sending'::text, 'sent'::text, 'parked'::text, 'dropped'::text])))
  CREATE INDEX notice_delivery_channel_idx ON notice_delivery USING btree (channel_id, id)
  CREATE INDEX notice_delivery_due ON notice_delivery USING btree (send_at) WHERE (state = ANY (ARRAY['gathering'::text, 'waiting'::text, 'sending'::text]))
  CREATE UNIQUE INDEX notice_delivery_gathering ON notice_delivery USING btree (channel_id, COALESCE(person_id, channel_id)) WHERE (state = 'gathering'::text)
  CREATE INDEX notice_delivery_person_day ON notice_delivery USING btree (person_id, channel_id, ended_at) WHERE (state = 'sent'::text)
  CREATE UNIQUE INDEX notice_delivery_pk ON notice_delivery USING btree (id)
  CREATE INDEX notice_delivery_state_idx ON notice_delivery USING btree (state, id)

table notice_item
  notice_id uuid not null
  channel_id uuid not null
  person_id uuid
  urgency text not null
  delivery_id uuid
  notice_item_channel: FOREIGN KEY (channel_id) REFERENCES notice_channel(id)
  notice_item_delivery: FOREIGN KEY (delivery_id) REFERENCES notice_delivery(id)
  notice_item_notice: FOREIGN KEY (notice_id) REFERENCES notice(id)
  notice_item_person: FOREIGN KEY (person_id) REFERENCES person(id)
  CREATE INDEX notice_item_delivery_idx ON notice_item USING btree (delivery_id) WHERE (delivery_id IS NOT NULL)
  CREATE UNIQUE INDEX notice_item_once ON notice_item USING btree (notice_id, channel_id, COALESCE(person_id, channel_id))
  CREATE INDEX notice_item_ungathered ON notice_item USING btree (notice_id) WHERE (delivery_id IS NULL)

table notice_mute
  person_id uuid not null
  channel_id uuid not null
  topic text not null
  notice_mute_channel: FOREIGN KEY (channel_id) REFERENCES notice_channel(id)
  notice_mute_person: FOREIGN KEY (person_id) REFERENCES person(id)
  notice_mute_pk: PRIMARY KEY (person_id, channel_id, topic)
  CREATE UNIQUE INDEX notice_mute_pk ON notice_mute USING btree (person_id, channel_id, topic)

table notice_template
  id uuid not null
  topic text not null
  form text not null
  edition integer not null
  zh text not null
  en text not null
  made_by uuid not null
  made_at timestamp with time zone not null
  notice_template_edition_once: UNIQUE (topic, form, edition)
  notice_template_form: CHECK ((form = ANY (ARRAY['sms'::text, 'group'::text, 'letter'::text])))
  notice_template_maker: FOREIGN KEY (made_by) REFERENCES person(id)
  notice_template_pk: PRIMARY KEY (id)
  CREATE UNIQUE INDEX notice_template_edition_once ON notice_template USING btree (topic, form, edition)
  CREATE UNIQUE INDEX notice_template_pk ON notice_template USING btree (id)

table notice_way
  topic text not null
  role text not null
  channel_id uuid not null
  notice_way_channel: FOREIGN KEY (channel_id) REFERENCES notice_channel(id)
  notice_way_pk: PRIMARY KEY (topic, role, channel_id)
  CREATE UNIQUE INDEX notice_way_pk ON notice_way USING btree (topic, role, channel_id)

table number_pattern
  id uuid not null
  series text not null
  from_year integer not null
  pattern text not null
  set_by uuid not null
  set_at timestamp with time zone not null
  version integer not null
  number_pattern_once: UNIQUE (series, from_year)
  number_pattern_pk: PRIMARY KEY (id)
  number_pattern_setter: FOREIGN KEY (set_by) REFERENCES person(id)
  CREATE UNIQUE INDEX number_pattern_once ON number_pattern USING btree (series, from_year)
  CREATE UNIQUE INDEX number_pattern_pk ON number_pattern USING btree (id)

table number_series
  kind text not null
  year integer not null
  sequence_name text not null
  number_series_pk: PRIMARY KEY (kind, year)
  CREATE UNIQUE INDEX number_series_pk ON number_series USING btree (kind, year)

table objection
  id uuid not null
  subject_type text not null
  subject_id uuid not null
  assignment_id uuid not null
  task_id uuid not null
  unit_id uuid not null
  maker_id uuid
  cover_id uuid
  words text not null
  raised_by uuid not null
  raised_at timestamp with time zone not null
  state text not null
  verdict text
  reason text
  decided_by uuid
  decided_at timestamp with time zone
  version integer not null
  objection_assignment: FOREIGN KEY (assignment_id) REFERENCES assignment(id)
  objection_cover: FOREIGN KEY (cover_id) REFERENCES person(id)
  objection_decider: FOREIGN KEY (decided_by) REFERENCES person(id)
  objection_decision_whole: CHECK ((((state = 'decided'::text) = (verdict IS NOT NULL)) AND ((verdict IS NULL) = (reason IS NULL)) AND ((verdict IS NULL) = (decided_by IS NULL)) AND ((verdict IS NULL) = (decided_at IS NULL))))
  objection_maker: FOREIGN KEY (maker_id) REFERENCES person(id)
  objection_other_person: CHECK (((decided_by IS NULL) OR ((decided_by IS DISTINCT FROM maker_id) AND (decided_by IS DISTINCT FROM cover_id) AND (decided_by <> raised_by))))
  objection_pk: PRIMARY KEY (id)
  objection_raiser: FOREIGN KEY (raised_by) REFERENCES person(id)
  objection_state: CHECK ((state = ANY (ARRAY['raised'::text, 'decided'::text])))
  objection_subject: CHECK ((subject_type = ANY (ARRAY['slip'::text, 'figure'::text])))
  objection_task: FOREIGN KEY (task_id) REFERENCES task(id)
  objection_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  objection_verdict: CHECK ((verdict = ANY (ARRAY['uphold'::text, 'reject'::text])))
  CREATE INDEX objection_assignment_idx ON objection USING btree (assignment_id)
  CREATE UNIQUE INDEX objection_once ON objection USING btree (subject_type, subject_id)
  CREATE UNIQUE INDEX objection_pk ON objection USING btree (id)
  CREATE INDEX objection_state_idx ON objection USING btree (state, id)
  CREATE INDEX objection_task_idx ON objection USING btree (task_id)
  CREATE INDEX objection_unit_idx ON objection USING btree (unit_id, state, id)

table oidc_attempt
  state_hash bytea not null
  browser_hash bytea not null
  nonce text not null
  code_verifier text not null
  expires_at timestamp with time zone not null
  oidc_attempt_pk: PRIMARY KEY (state_hash)
  CREATE UNIQUE INDEX oidc_attempt_pk ON oidc_attempt USING btree (state_hash)

table outbox
  id bigint not null identity
  job text not null
  payload jsonb not null
  key text
  created_at timestamp with time zone not null
  outbox_pk: PRIMARY KEY (id)
  CREATE UNIQUE INDEX outbox_pk ON outbox USING btree (id)

table outcome_proposal
  id uuid not null
  inspection_id uuid not null
  conclusion_id uuid
  unit_id uuid not null
  kind text not null
  words text not null
  state text not null
  proposed_by uuid not null
  proposed_at timestamp with time zone not null
  decided_by uuid
  decided_at timestamp with time zone
  decided_words text
  to_organ text
  receipt_no text
  handed_at timestamp with time zone
  version integer not null
  outcome_proposal_conclusion: FOREIGN KEY (conclusion_id) REFERENCES conclusion(id)
  outcome_proposal_decided: CHECK (((state <> ALL (ARRAY['approved'::text, 'refused'::text, 'handed_over'::text])) OR (decided_by IS NOT NULL)))
  outcome_proposal_decider: FOREIGN KEY (decided_by) REFERENCES person(id)
  outcome_proposal_handed: CHECK ((((state = 'handed_over'::text) = (handed_at IS NOT NULL)) AND ((handed_at IS NULL) OR (kind = 'accountability'::text))))
  outcome_proposal_inspection: FOREIGN KEY (inspection_id) REFERENCES inspection(id)
  outcome_proposal_kind: CHECK ((kind = ANY (ARRAY['praise'::text, 'criticism'::text, 'accountability'::text])))
  outcome_proposal_pk: PRIMARY KEY (id)
  outcome_proposal_proposer: FOREIGN KEY (proposed_by) REFERENCES person(id)
  outcome_proposal_state: CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text, 'handed_over'::text])))
  outcome_proposal_two_persons: CHECK ((decided_by <> proposed_by))
  outcome_proposal_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX outcome_proposal_inspection_idx ON outcome_proposal USING btree (inspection_id, id)
  CREATE UNIQUE INDEX outcome_proposal_pk ON outcome_proposal USING btree (id)

table passkey
  id uuid not null
  account_id uuid not null
  credential_id text not null
  public_key bytea not null
  sign_count bigint not null
  transports text[] not null
  name text not null
  created_at timestamp with time zone not null
  last_used_at timestamp with time zone
  passkey_account: FOREIGN KEY (account_id) REFERENCES account(id)
  passkey_credential_once: UNIQUE (credential_id)
  passkey_pk: PRIMARY KEY (id)
  CREATE INDEX passkey_account_idx ON passkey USING btree (account_id)
  CREATE UNIQUE INDEX passkey_credential_once ON passkey USING btree (credential_id)
  CREATE UNIQUE INDEX passkey_pk ON passkey USING btree (id)

table passkey_challenge
  session_id uuid not null
  purpose text not null
  challenge text not null
  expires_at timestamp with time zone not null
  passkey_challenge_pk: PRIMARY KEY (session_id, purpose)
  passkey_challenge_purpose: CHECK ((purpose = ANY (ARRAY['enrol'::text, 'prove'::text])))
  passkey_challenge_session: FOREIGN KEY (session_id) REFERENCES session(id) ON DELETE CASCADE
  CREATE UNIQUE INDEX passkey_challenge_pk ON passkey_challenge USING btree (session_id, purpose)

table patrol_log
  inspection_id uuid not null
  group_id uuid not null
  on_day date not null
  words text not null
  written_by uuid not null
  written_at timestamp with time zone not null
  patrol_log_group: FOREIGN KEY (inspection_id, group_id) REFERENCES inspection_group(inspection_id, id)
  patrol_log_pk: PRIMARY KEY (inspection_id, on_day, group_id)
  patrol_log_writer: FOREIGN KEY (written_by) REFERENCES person(id)
  CREATE UNIQUE INDEX patrol_log_pk ON patrol_log USING btree (inspection_id, on_day, group_id)

table patrol_turn
  inspection_id uuid not null
  on_day date not null
  unit_id uuid not null
  group_id uuid
  patrol_turn_group: FOREIGN KEY (inspection_id, group_id) REFERENCES inspection_group(inspection_id, id)
  patrol_turn_object: FOREIGN KEY (inspection_id, unit_id) REFERENCES inspection_object(inspection_id, unit_id)
  patrol_turn_pk: PRIMARY KEY (inspection_id, on_day, unit_id)
  CREATE UNIQUE INDEX patrol_turn_pk ON patrol_turn USING btree (inspection_id, on_day, unit_id)

table person
  id uuid not null
  name text not null
  phone text
  created_at timestamp with time zone not null
  version integer not null
  initials text
  person_pk: PRIMARY KEY (id)
  CREATE UNIQUE INDEX person_pk ON person USING btree (id)
  CREATE INDEX person_unspelled ON person USING btree (id) WHERE (initials IS NULL)
  CREATE TRIGGER person_renamed BEFORE UPDATE OF name ON public.person FOR EACH ROW WHEN ((old.name IS DISTINCT FROM new.name)) EXECUTE FUNCTION forget_initials()

table post
  id uuid not null
  person_id uuid not null
  role text not null
  unit_id uuid not null
  title text not null
  serves_person_id uuid
  from_at timestamp with time zone not null
  to_at timestamp with time zone
  version integer not null
  given_by uuid
  request_id uuid
  home_unit_id uuid
  stands_in boolean not null default
  post_from_before_to: CHECK (((to_at IS NULL) OR (to_at > from_at)))
  post_giver: FOREIGN KEY (given_by) REFERENCES person(id)
  post_home_unit: FOREIGN KEY (home_unit_id) REFERENCES unit(id)
  post_not_self_given: CHECK ((given_by <> person_id))
  post_person: FOREIGN KEY (person_id) REFERENCES person(id)
  post_pk: PRIMARY KEY (id)
  post_request: FOREIGN KEY (request_id) REFERENCES privilege_request(id)
  post_secondment_ends: CHECK (((home_unit_id IS NULL) OR ((to_at IS NOT NULL) AND (home_unit_id <> unit_id))))
  post_serves: FOREIGN KEY (serves_person_id) REFERENCES person(id)
  post_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE UNIQUE INDEX post_once ON post USING btree (person_id, unit_id, role) WHERE (to_at IS NULL)
  CREATE INDEX post_person_idx ON post USING btree (person_id)
  CREATE UNIQUE INDEX post_pk ON post USING btree (id)
  CREATE INDEX post_unit_idx ON post USING btree (unit_id, role)

table posting
  id uuid not null
  person_id uuid not null
  site_id uuid not null
  team text not null
  role text not null
  from_on date not null
  to_on date
  version integer not null
  posting_days: CHECK (((to_on IS NULL) OR (to_on >= from_on)))
  posting_person: FOREIGN KEY (person_id) REFERENCES person(id)
  posting_pk: PRIMARY KEY (id)
  posting_role: CHECK ((role = ANY (ARRAY['first_secretary'::text, 'team_leader'::text, 'team_member'::text, 'village_committee'::text])))
  posting_site: FOREIGN KEY (site_id) REFERENCES site(id)
  CREATE UNIQUE INDEX posting_once ON posting USING btree (person_id, site_id, role) WHERE (to_on IS NULL)
  CREATE INDEX posting_person_idx ON posting USING btree (person_id, from_on)
  CREATE UNIQUE INDEX posting_pk ON posting USING btree (id)
  CREATE INDEX posting_site_idx ON posting USING btree (site_id, from_on)

table presentation
  id uuid not null
  task_id uuid not null
  principal_id uuid not null
  summary text not null
  presented_by uuid not null
  presented_at timestamp with time zone not null
  silent_close_at timestamp with time zone not null
  decision text
  decided_words text
  decided_by uuid
  decided_at timestamp with time zone
  presentation_pk: PRIMARY KEY (id)
  presentation_principal: FOREIGN KEY (principal_id) REFERENCES person(id)
  presentation_task: FOREIGN KEY (task_id) REFERENCES task(id)
  CREATE UNIQUE INDEX presentation_pk ON presentation USING btree (id)
  CREATE INDEX presentation_task_idx ON presentation USING btree (task_id)
  CREATE INDEX presentation_tray ON presentation USING btree (principal_id, id) WHERE (decision IS NULL)

table privilege_request
  id uuid not null
  kind text not null
  state text not null
  person_id uuid not null
  role text
  unit_id uuid
  title text
  post_id uuid
  serves_person_id uuid
  reason text not null
  asked_by uuid not null
  asked_role text not null
  asked_at timestamp with time zone not null
  decided_by uuid
  decided_role text
  decided_at timestamp with time zone
  words text
  version integer not null
  privilege_request_asker: FOREIGN KEY (asked_by) REFERENCES person(id)
  privilege_request_decider: FOREIGN KEY (decided_by) REFERENCES person(id)
  privilege_request_kind: CHECK ((kind = ANY (ARRAY['give_post'::text, 'end_post'::text, 'reset_factors'::text, 'reset_password'::text])))
  privilege_request_not_for_self: CHECK ((asked_by <> person_id))
  privilege_request_person: FOREIGN KEY (person_id) REFERENCES person(id)
  privilege_request_pk: PRIMARY KEY (id)
  privilege_request_post: FOREIGN KEY (post_id) REFERENCES post(id)
  privilege_request_serves: FOREIGN KEY (serves_person_id) REFERENCES person(id)
  privilege_request_state: CHECK ((state = ANY (ARRAY['requested'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text])))
  privilege_request_two_persons: CHECK ((((state = 'requested'::text) AND (decided_by IS NULL)) OR ((state = 'withdrawn'::text) AND (decided_by = asked_by)) OR ((state = ANY (ARRAY['granted'::text, 'refused'::text])) AND (decided_by IS NOT NULL) AND (decided_by <> asked_by) AND (decided_by <> person_id))))
  privilege_request_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  privilege_request_whole: CHECK ((((kind = 'give_post'::text) AND (role IS NOT NULL) AND (unit_id IS NOT NULL) AND (title IS NOT NULL)) OR ((kind = 'end_post'::text) AND (post_id IS NOT NULL)) OR (kind = ANY (ARRAY['reset_factors'::text, 'reset_password'::text]))))
  CREATE INDEX privilege_request_asked ON privilege_request USING btree (asked_at, id)
  CREATE INDEX privilege_request_open ON privilege_request USING btree (asked_at, id) WHERE (state = 'requested'::text)
  CREATE INDEX privilege_request_person_idx ON privilege_request USING btree (person_id)
  CREATE UNIQUE INDEX privilege_request_pk ON privilege_request USING btree (id)

table protected_source
  signatory_id uuid not null
  matter_id uuid not null
  name text not null
  contact text
  first_officer_id uuid not null
  second_officer_id uuid not null
  protected_source_first: FOREIGN KEY (first_officer_id) REFERENCES person(id)
  protected_source_matter: FOREIGN KEY (matter_id) REFERENCES matter(id)
  protected_source_pk: PRIMARY KEY (signatory_id)
  protected_source_second: FOREIGN KEY (second_officer_id) REFERENCES person(id)
  protected_source_signatory: FOREIGN KEY (signatory_id) REFERENCES signatory(id)
  protected_source_two_officers: CHECK ((first_officer_id <> second_officer_id))
  CREATE INDEX protected_source_matter_idx ON protected_source USING btree (matter_id)
  CREATE UNIQUE INDEX protected_source_pk ON protected_source USING btree (signatory_id)

table purge
  id uuid not null
  state text not null
  parts jsonb not null
  proposed_at timestamp with time zone not null
  asked_by uuid
  asked_at timestamp with time zone
  decided_by uuid
  decided_at timestamp with time zone
  words text
  done_at timestamp with time zone
  version integer not null
  purge_approved_by_two: CHECK (((state <> ALL (ARRAY['approved'::text, 'done'::text])) OR ((asked_by IS NOT NULL) AND (decided_by IS NOT NULL))))
  purge_asker: FOREIGN KEY (asked_by) REFERENCES person(id)
  purge_decider: FOREIGN KEY (decided_by) REFERENCES person(id)
  purge_pk: PRIMARY KEY (id)
  purge_state: CHECK ((state = ANY (ARRAY['proposed'::text, 'asked'::text, 'approved'::text, 'done'::text, 'refused'::text])))
  purge_two_people: CHECK (((decided_by IS NULL) OR (decided_by <> asked_by)))
  CREATE UNIQUE INDEX purge_one_open ON purge USING btree ((true)) WHERE (state = ANY (ARRAY['proposed'::text, 'asked'::text, 'approved'::text]))
  CREATE UNIQUE INDEX purge_pk ON purge USING btree (id)

table purge_tombstone
  matter_id uuid not null
  part text not null
  purge_id uuid not null
  removed integer not null
  purged_at timestamp with time zone not null
  purge_tombstone_matter: FOREIGN KEY (matter_id) REFERENCES matter(id)
  purge_tombstone_pk: PRIMARY KEY (matter_id, part)
  purge_tombstone_purge: FOREIGN KEY (purge_id) REFERENCES purge(id)
  CREATE UNIQUE INDEX purge_tombstone_pk ON purge_tombstone USING btree (matter_id, part)
  CREATE INDEX purge_tombstone_purge_idx ON purge_tombstone USING btree (purge_id, part)

table recognition
  visit_id uuid not null
  kind text not null
  knows boolean not null
  named text[] not null
  members integer
  incomes text[] not null
  policies text[] not null
  clause_key text
  asked_by uuid not null
  captured_at timestamp with time zone
  answered_at timestamp with time zone not null
  digest bytea not null
  outcome text not null
  differs text[] not null
  finding_id uuid
  recognition_asker: FOREIGN KEY (asked_by) REFERENCES person(id)
  recognition_finding: FOREIGN KEY (finding_id) REFERENCES finding(id)
  recognition_kind: CHECK ((kind = ANY (ARRAY['household'::text, 'team_member'::text])))
  recognition_outcome: CHECK ((outcome = ANY (ARRAY['matches'::text, 'differs'::text, 'unknown'::text])))
  recognition_pk: PRIMARY KEY (visit_id, kind)
  recognition_raised: CHECK (((outcome = 'differs'::text) = (finding_id IS NOT NULL)))
  recognition_visit: FOREIGN KEY (visit_id) REFERENCES visit(id)
  CREATE UNIQUE INDEX recognition_finding_once ON recognition USING btree (finding_id) WHERE (finding_id IS NOT NULL)
  CREATE UNIQUE INDEX recognition_pk ON recognition USING btree (visit_id, kind)

table recovery_code
  account_id uuid not null
  code_hash bytea not null
  created_at timestamp with time zone not null
  used_at timestamp with time zone
  recovery_code_account: FOREIGN KEY (account_id) REFERENCES account(id)
  recovery_code_pk: PRIMARY KEY (account_id, code_hash)
  CREATE UNIQUE INDEX recovery_code_pk ON recovery_code USING btree (account_id, code_hash)

table recusal_declaration
  id uuid not null
  person_id uuid not null
  unit_id uuid not null
  ground text not null
  declared_by uuid not null
  declared_at timestamp with time zone not null
  ended_at timestamp with time zone
  ended_by uuid
  end_reason text
  recusal_declaration_declarer: FOREIGN KEY (declared_by) REFERENCES person(id)
  recusal_declaration_end_said: CHECK (((ended_by IS NULL) OR ((ended_at IS NOT NULL) AND (end_reason IS NOT NULL))))
  recusal_declaration_ended_by_another: CHECK ((ended_by <> person_id))
  recusal_declaration_ender: FOREIGN KEY (ended_by) REFERENCES person(id)
  recusal_declaration_ground: CHECK ((ground = ANY (ARRAY['home'::text, 'kin'::text, 'interest'::text])))
  recusal_declaration_person: FOREIGN KEY (person_id) REFERENCES person(id)
  recusal_declaration_pk: PRIMARY KEY (id)
  recusal_declaration_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE UNIQUE INDEX recusal_declaration_once ON recusal_declaration USING btree (person_id, unit_id, ground) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX recusal_declaration_pk ON recusal_declaration USING btree (id)

table reply
  id uuid not null
  matter_id uuid not null
  signatory_id uuid not null
  round integer not null
  number text not null
  body text not null
  signed_off_by uuid
  replied_at timestamp with time zone not null
  token_hash bytea
  token_expires_at timestamp with time zone
  token_used_at timestamp with time zone
  feedback text
  feedback_words text
  feedback_at timestamp with time zone
  lapsed_at timestamp with time zone
  version integer not null
  reply_feedback: CHECK ((feedback = ANY (ARRAY['satisfied'::text, 'basically_satisfied'::text, 'dissatisfied'::text])))
  reply_matter: FOREIGN KEY (matter_id) REFERENCES matter(id)
  reply_number_once: UNIQUE (number)
  reply_once: UNIQUE (signatory_id, round)
  reply_pk: PRIMARY KEY (id)
  reply_signatory: FOREIGN KEY (signatory_id) REFERENCES signatory(id)
  reply_token_once: UNIQUE (token_hash)
  CREATE INDEX reply_matter_idx ON reply USING btree (matter_id)
  CREATE UNIQUE INDEX reply_number_once ON reply USING btree (number)
  CREATE UNIQUE INDEX reply_once ON reply USING btree (signatory_id, round)
  CREATE UNIQUE INDEX reply_pk ON reply USING btree (id)
  CREATE UNIQUE INDEX reply_token_once ON reply USING btree (token_hash)
  CREATE INDEX reply_waiting_idx ON reply USING btree (token_expires_at) WHERE ((feedback_at IS NULL) AND (lapsed_at IS NULL))

table report
  id uuid not null
  task_id uuid not null
  assignment_id uuid not null
  progress text not null
  problem text not null
  next_step text not null
  value numeric
  reported_by uuid not null
  reported_at timestamp with time zone not null
  report_assignment: FOREIGN KEY (assignment_id) REFERENCES assignment(id)
  report_pk: PRIMARY KEY (id)
  report_task: FOREIGN KEY (task_id) REFERENCES task(id)
  CREATE INDEX report_assignment_idx ON report USING btree (assignment_id, reported_at)
  CREATE UNIQUE INDEX report_pk ON report USING btree (id)
  CREATE INDEX report_task_idx ON report USING btree (task_id, reported_at)

table restoration
  backup_id uuid not null
  product text not null
  taken_at timestamp with time zone not null
  restored_at timestamp with time zone not null
  released_at timestamp with time zone
  released_by uuid
  restoration_pk: PRIMARY KEY (backup_id, restored_at)
  CREATE INDEX restoration_held_idx ON restoration USING btree (restored_at) WHERE (released_at IS NULL)
  CREATE UNIQUE INDEX restoration_pk ON restoration USING btree (backup_id, restored_at)

table retaliation_report
  id uuid not null
  against_unit_id uuid
  words text not null
  reported_by uuid not null
  reporter_unit_id uuid
  reported_at timestamp with time zone not null
  settled_words text
  settled_by uuid
  settled_at timestamp with time zone
  version integer not null
  retaliation_report_against: FOREIGN KEY (against_unit_id) REFERENCES unit(id)
  retaliation_report_pk: PRIMARY KEY (id)
  retaliation_report_reporter: FOREIGN KEY (reported_by) REFERENCES person(id)
  retaliation_report_settled: CHECK ((((settled_at IS NULL) = (settled_by IS NULL)) AND ((settled_at IS NULL) = (settled_words IS NULL))))
  retaliation_report_settler: FOREIGN KEY (settled_by) REFERENCES person(id)
  retaliation_report_unit: FOREIGN KEY (reporter_unit_id) REFERENCES unit(id)
  CREATE UNIQUE INDEX retaliation_report_pk ON retaliation_report USING btree (id)
  CREATE INDEX retaliation_report_reporter_idx ON retaliation_report USING btree (reported_by, id)

table review
  id uuid not null
  conclusion_id uuid not null
  unit_id uuid not null
  state text not null
  grounds text not null
  applied_by uuid not null
  applied_at timestamp with time zone not null
  rectification_waits boolean not null
  admitted_by uuid
  admitted_at timestamp with time zone
  reviewer_id uuid
  proposal text
  proposal_words text
  proposal_changes jsonb
  proposed_at timestamp with time zone
  verdict text
  decided_words text
  changes jsonb
  same_signer text
  decided_by uuid
  decided_at timestamp with time zone
  version integer not null
  review_admitted: CHECK (((state <> 'admitted'::text) OR ((reviewer_id IS NOT NULL) AND (admitted_by IS NOT NULL))))
  review_admitter: FOREIGN KEY (admitted_by) REFERENCES person(id)
  review_applicant: FOREIGN KEY (applied_by) REFERENCES person(id)
  review_conclusion: FOREIGN KEY (conclusion_id) REFERENCES conclusion(id)
  review_decided: CHECK (((state <> 'decided'::text) OR ((verdict IS NOT NULL) AND (decided_by IS NOT NULL) AND (proposal IS NOT NULL))))
  review_decider: FOREIGN KEY (decided_by) REFERENCES person(id)
  review_pk: PRIMARY KEY (id)
  review_proposal: CHECK ((proposal = ANY (ARRAY['uphold'::text, 'change'::text, 'revoke'::text])))
  review_proposed: CHECK (((proposal IS NULL) = (proposed_at IS NULL)))
  review_reviewer: FOREIGN KEY (reviewer_id) REFERENCES person(id)
  review_state: CHECK ((state = ANY (ARRAY['applied'::text, 'admitted'::text, 'decided'::text, 'refused'::text, 'withdrawn'::text])))
  review_two_persons: CHECK ((decided_by <> reviewer_id))
  review_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  review_verdict: CHECK ((verdict = ANY (ARRAY['uphold'::text, 'change'::text, 'revoke'::text])))
  CREATE UNIQUE INDEX review_open ON review USING btree (conclusion_id) WHERE (state = ANY (ARRAY['applied'::text, 'admitted'::text]))
  CREATE UNIQUE INDEX review_pk ON review USING btree (id)
  CREATE INDEX review_reviewer_idx ON review USING btree (reviewer_id, id)
  CREATE INDEX review_unit_idx ON review USING btree (unit_id, id)
  CREATE TRIGGER review_by_others BEFORE INSERT OR UPDATE OF reviewer_id, admitted_by ON public.review FOR EACH ROW EXECUTE FUNCTION review_by_others()

table schedule
  task_id uuid not null
  state text not null
  version integer not null
  schedule_pk: PRIMARY KEY (task_id)
  schedule_state: CHECK ((state = ANY (ARRAY['draft'::text, 'applied'::text])))
  schedule_task: FOREIGN KEY (task_id) REFERENCES task(id)
  CREATE UNIQUE INDEX schedule_pk ON schedule USING btree (task_id)

table schedule_revision
  task_id uuid not null
  version integer not null
  end_day date not null
  steps jsonb not null
  saved_by uuid not null
  saved_at timestamp with time zone not null
  schedule_revision_pk: PRIMARY KEY (task_id, version)
  schedule_revision_saver: FOREIGN KEY (saved_by) REFERENCES person(id)
  schedule_revision_schedule: FOREIGN KEY (task_id) REFERENCES schedule(task_id)
  CREATE UNIQUE INDEX schedule_revision_pk ON schedule_revision USING btree (task_id, version)

table schema_migration
  id integer not null default
  timestamp bigint not null
  name character varying not null
  PK_0edff5015b71cc0389ae0f4b9a1: PRIMARY KEY (id)
  CREATE UNIQUE INDEX "PK_0edff5015b71cc0389ae0f4b9a1" ON schema_migration USING btree (id)

table sealed_act
  sealed_id uuid not null
  seq integer not null
  box bytea not null
  prev_hash bytea not null
  hash bytea not null
  sealed_act_pk: PRIMARY KEY (sealed_id, seq)
  sealed_act_sealed: FOREIGN KEY (sealed_id) REFERENCES sealed_inspection(id)
  CREATE UNIQUE INDEX sealed_act_pk ON sealed_act USING btree (sealed_id, seq)

table sealed_asked
  sealed_id uuid not null
  person_id uuid not null
  asks boolean not null
  version integer not null
  at timestamp with time zone not null
  until timestamp with time zone not null
  sealed_asked_person: FOREIGN KEY (person_id) REFERENCES person(id)
  sealed_asked_pk: PRIMARY KEY (sealed_id, person_id)
  sealed_asked_sealed: FOREIGN KEY (sealed_id) REFERENCES sealed_inspection(id)
  CREATE UNIQUE INDEX sealed_asked_once ON sealed_asked USING btree (sealed_id) WHERE asks
  CREATE UNIQUE INDEX sealed_asked_pk ON sealed_asked USING btree (sealed_id, person_id)

table sealed_attempt
  sealed_id uuid not null
  person_id uuid not null
  count integer not null
  window_ends_at timestamp with time zone not null
  sealed_attempt_pk: PRIMARY KEY (sealed_id, person_id)
  sealed_attempt_sealed: FOREIGN KEY (sealed_id) REFERENCES sealed_inspection(id)
  CREATE UNIQUE INDEX sealed_attempt_pk ON sealed_attempt USING btree (sealed_id, person_id)

table sealed_inspection
  id uuid not null
  version integer not null
  box bytea not null
  chain_public bytea not null
  chain_box bytea not null
  memory_kib integer not null
  passes integer not null
  lanes integer not null
  least integer not null
  shares integer not null
  key_number integer not null
  started_at timestamp with time zone not null
  released_at timestamp with time zone
  ended_at timestamp with time zone
  sealed_inspection_ends_once: CHECK (((released_at IS NULL) OR (ended_at IS NULL)))
  sealed_inspection_least: CHECK ((("least" >= 2) AND (shares >= "least") AND (shares <= 20)))
  sealed_inspection_pk: PRIMARY KEY (id)
  CREATE UNIQUE INDEX sealed_inspection_pk ON sealed_inspection USING btree (id)

table sealed_keeper
  sealed_id uuid not null
  person_id uuid not null
  capacity text not null
  key_number integer not null
  salt bytea not null
  wrapped bytea not null
  named_at timestamp with time zone not null
  invited_until timestamp with time zone
  joined_at timestamp with time zone
  sealed_keeper_capacity: CHECK ((capacity = ANY (ARRAY['planner'::text, 'principal'::text, 'auditor'::text])))
  sealed_keeper_joins: CHECK (((joined_at IS NULL) = (invited_until IS NOT NULL)))
  sealed_keeper_person: FOREIGN KEY (person_id) REFERENCES person(id)
  sealed_keeper_pk: PRIMARY KEY (sealed_id, person_id)
  sealed_keeper_sealed: FOREIGN KEY (sealed_id) REFERENCES sealed_inspection(id)
  CREATE INDEX sealed_keeper_person_idx ON sealed_keeper USING btree (person_id, sealed_id)
  CREATE UNIQUE INDEX sealed_keeper_pk ON sealed_keeper USING btree (sealed_id, person_id)

table sealed_share
  sealed_id uuid not null
  number integer not null
  salt bytea not null
  digest bytea not null
  box bytea
  person_id uuid
  taken_at timestamp with time zone
  sealed_share_person: FOREIGN KEY (person_id) REFERENCES person(id)
  sealed_share_pk: PRIMARY KEY (sealed_id, number)
  sealed_share_sealed: FOREIGN KEY (sealed_id) REFERENCES sealed_inspection(id)
  sealed_share_taken: CHECK ((((box IS NULL) = (taken_at IS NOT NULL)) AND ((taken_at IS NULL) = (person_id IS NULL))))
  CREATE UNIQUE INDEX sealed_share_once ON sealed_share USING btree (sealed_id, person_id) WHERE (person_id IS NOT NULL)
  CREATE UNIQUE INDEX sealed_share_pk ON sealed_share USING btree (sealed_id, number)

table self_check
  common_problem_id uuid not null
  unit_id uuid not null
  task_id uuid not null
  self_check_pk: PRIMARY KEY (common_problem_id, unit_id)
  self_check_problem: FOREIGN KEY (common_problem_id) REFERENCES common_problem(id)
  self_check_task: FOREIGN KEY (task_id) REFERENCES task(id)
  self_check_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE UNIQUE INDEX self_check_pk ON self_check USING btree (common_problem_id, unit_id)
  CREATE UNIQUE INDEX self_check_task_once ON self_check USING btree (task_id)

table service_refusal
  assignment_id uuid not null
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  confirmed_by uuid
  confirmed_at timestamp with time zone
  service_refusal_assignment: FOREIGN KEY (assignment_id) REFERENCES assignment(id)
  service_refusal_confirmed: CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL)))
  service_refusal_confirmer: FOREIGN KEY (confirmed_by) REFERENCES person(id)
  service_refusal_pk: PRIMARY KEY (assignment_id)
  service_refusal_recorder: FOREIGN KEY (recorded_by) REFERENCES person(id)
  service_refusal_two_people: CHECK ((confirmed_by <> recorded_by))
  CREATE UNIQUE INDEX service_refusal_pk ON service_refusal USING btree (assignment_id)

table session
  id uuid not null
  token_hash bytea not null
  account_id uuid not null
  post_id uuid
  created_at timestamp with time zone not null
  seen_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  source text not null
  device text not null
  stage text not null default
  proved_at timestamp with time zone
  idle_minutes integer not null default
  delegation_id uuid
  issued_for uuid
  session_account: FOREIGN KEY (account_id) REFERENCES account(id)
  session_delegation: FOREIGN KEY (delegation_id) REFERENCES delegation(id)
  session_idle_minutes: CHECK ((idle_minutes > 0))
  session_issued: FOREIGN KEY (issued_for) REFERENCES sealed_inspection(id)
  session_pk: PRIMARY KEY (id)
  session_post: FOREIGN KEY (post_id) REFERENCES post(id)
  session_stage: CHECK ((stage = ANY (ARRAY['open'::text, 'factor'::text, 'enrol'::text])))
  session_token_once: UNIQUE (token_hash)
  CREATE INDEX session_account_idx ON session USING btree (account_id)
  CREATE INDEX session_issued_idx ON session USING btree (issued_for) WHERE (issued_for IS NOT NULL)
  CREATE UNIQUE INDEX session_pk ON session USING btree (id)
  CREATE UNIQUE INDEX session_token_once ON session USING btree (token_hash)

table setup_link
  token_hash bytea not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  setup_link_pk: PRIMARY KEY (token_hash)
  CREATE UNIQUE INDEX setup_link_pk ON setup_link USING btree (token_hash)

table sign_in_link
  token_hash bytea not null
  account_id uuid not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  sign_in_link_account: FOREIGN KEY (account_id) REFERENCES account(id)
  sign_in_link_pk: PRIMARY KEY (token_hash)
  CREATE UNIQUE INDEX sign_in_link_pk ON sign_in_link USING btree (token_hash)

table signatory
  id uuid not null
  matter_id uuid not null
  name text not null
  contact text
  sort integer not null
  person_id uuid
  is_protected boolean not null default
  signatory_matter: FOREIGN KEY (matter_id) REFERENCES matter(id)
  signatory_person: FOREIGN KEY (person_id) REFERENCES person(id)
  signatory_pk: PRIMARY KEY (id)
  CREATE INDEX signatory_matter_idx ON signatory USING btree (matter_id, sort)
  CREATE INDEX signatory_person_idx ON signatory USING btree (person_id) WHERE (person_id IS NOT NULL)
  CREATE UNIQUE INDEX signatory_pk ON signatory USING btree (id)

table site
  id uuid not null
  kind text not null
  code text not null
  name text not null
  unit_id uuid not null
  parent_id uuid
  from_at timestamp with time zone not null
  to_at timestamp with time zone
  version integer not null
  site_from_before_to: CHECK (((to_at IS NULL) OR (to_at > from_at)))
  site_kind: CHECK ((kind = ANY (ARRAY['village'::text, 'household'::text, 'project'::text])))
  site_lies_in: CHECK (((kind = 'household'::text) = (parent_id IS NOT NULL)))
  site_parent: FOREIGN KEY (parent_id) REFERENCES site(id)
  site_pk: PRIMARY KEY (id)
  site_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE UNIQUE INDEX site_code_once ON site USING btree (kind, COALESCE(parent_id, unit_id), code) WHERE (to_at IS NULL)
  CREATE INDEX site_parent_idx ON site USING btree (parent_id, id)
  CREATE UNIQUE INDEX site_pk ON site USING btree (id)
  CREATE INDEX site_unit_idx ON site USING btree (unit_id, kind, id)

table slip
  id uuid not null
  number text not null
  level integer not null
  name text not null
  name_zh text not null
  colour text not null
  clock_id uuid not null
  rung integer not null
  clock_kind text not null
  assignment_id uuid not null
  task_id uuid not null
  unit_id uuid not null
  profile text
  rule text
  due_at timestamp with time zone not null
  sender_id uuid
  cover_id uuid
  state text not null
  served_at timestamp with time zone not null
  reply_due_at timestamp with time zone not null
  reply text
  replied_by uuid
  replied_at timestamp with time zone
  decision text
  decision_words text
  decided_by uuid
  decided_at timestamp with time zone
  ended_at timestamp with time zone
  version integer not null
  slip_assignment: FOREIGN KEY (assignment_id) REFERENCES assignment(id)
  slip_clock: FOREIGN KEY (clock_id) REFERENCES clock(id)
  slip_cover: FOREIGN KEY (cover_id) REFERENCES person(id)
  slip_decider: FOREIGN KEY (decided_by) REFERENCES person(id)
  slip_decision: CHECK ((decision = ANY (ARRAY['accept'::text, 'reject'::text])))
  slip_decision_whole: CHECK ((((decision IS NULL) = (decided_by IS NULL)) AND ((decision IS NULL) = (decided_at IS NULL))))
  slip_level: CHECK (((level >= 1) AND (level <= 9)))
  slip_level_once: UNIQUE (clock_id, level)
  slip_number_once: UNIQUE (number)
  slip_once: UNIQUE (clock_id, rung)
  slip_other_person: CHECK (((decided_by IS NULL) OR ((decided_by IS DISTINCT FROM sender_id) AND (decided_by IS DISTINCT FROM cover_id) AND (decided_by <> replied_by))))
  slip_pk: PRIMARY KEY (id)
  slip_replier: FOREIGN KEY (replied_by) REFERENCES person(id)
  slip_reply_whole: CHECK ((((reply IS NULL) = (replied_by IS NULL)) AND ((reply IS NULL) = (replied_at IS NULL))))
  slip_sender: FOREIGN KEY (sender_id) REFERENCES person(id)
  slip_state: CHECK ((state = ANY (ARRAY['served'::text, 'replied'::text, 'withdrawn'::text, 'stands'::text])))
  slip_task: FOREIGN KEY (task_id) REFERENCES task(id)
  slip_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX slip_assignment_idx ON slip USING btree (assignment_id)
  CREATE INDEX slip_lapse ON slip USING btree (reply_due_at) WHERE (state = 'served'::text)
  CREATE UNIQUE INDEX slip_level_once ON slip USING btree (clock_id, level)
  CREATE UNIQUE INDEX slip_number_once ON slip USING btree (number)
  CREATE UNIQUE INDEX slip_once ON slip USING btree (clock_id, rung)
  CREATE UNIQUE INDEX slip_pk ON slip USING btree (id)
  CREATE INDEX slip_state_idx ON slip USING btree (state, id)
  CREATE INDEX slip_task_idx ON slip USING btree (task_id)
  CREATE INDEX slip_unit_idx ON slip USING btree (unit_id, state, id)

table slip_opening
  slip_id uuid not null
  person_id uuid not null
  opened_at timestamp with time zone not null
  slip_opening_person: FOREIGN KEY (person_id) REFERENCES person(id)
  slip_opening_pk: PRIMARY KEY (slip_id, person_id)
  slip_opening_slip: FOREIGN KEY (slip_id) REFERENCES slip(id)
  CREATE UNIQUE INDEX slip_opening_pk ON slip_opening USING btree (slip_id, person_id)

table standard
  id uuid not null
  code text not null
  name text not null
  created_by uuid not null
  created_at timestamp with time zone not null
  version integer not null
  standard_code_once: UNIQUE (code)
  standard_creator: FOREIGN KEY (created_by) REFERENCES person(id)
  standard_pk: PRIMARY KEY (id)
  CREATE UNIQUE INDEX standard_code_once ON standard USING btree (code)
  CREATE UNIQUE INDEX standard_pk ON standard USING btree (id)

table standard_result
  id uuid not null
  standard_id uuid not null
  number integer not null
  unit_id uuid not null
  site text not null
  findings jsonb not null
  verdict text not null
  score integer not null
  found_by uuid not null
  found_at timestamp with time zone not null
  visit_id uuid
  standard_result_finder: FOREIGN KEY (found_by) REFERENCES person(id)
  standard_result_pk: PRIMARY KEY (id)
  standard_result_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  standard_result_verdict: CHECK ((verdict = ANY (ARRAY['passed'::text, 'failed'::text, 'incomplete'::text])))
  standard_result_version: FOREIGN KEY (standard_id, number) REFERENCES standard_version(standard_id, number)
  standard_result_visit_known: FOREIGN KEY (visit_id) REFERENCES visit(id)
  CREATE UNIQUE INDEX standard_result_pk ON standard_result USING btree (id)
  CREATE INDEX standard_result_standard_idx ON standard_result USING btree (standard_id, id)
  CREATE INDEX standard_result_unit_idx ON standard_result USING btree (unit_id, id)
  CREATE UNIQUE INDEX standard_result_visit ON standard_result USING btree (visit_id, standard_id) WHERE (visit_id IS NOT NULL)

table standard_version
  standard_id uuid not null
  number integer not null
  state text not null
  effective_from date not null
  pass_mark integer not null
  clauses jsonb not null
  drafted_by uuid not null
  drafted_at timestamp with time zone not null
  published_by uuid
  published_at timestamp with time zone
  standard_version_drafter: FOREIGN KEY (drafted_by) REFERENCES person(id)
  standard_version_pk: PRIMARY KEY (standard_id, number)
  standard_version_published: CHECK ((((state = 'published'::text) = (published_at IS NOT NULL)) AND ((state = 'published'::text) = (published_by IS NOT NULL))))
  standard_version_publisher: FOREIGN KEY (published_by) REFERENCES person(id)
  standard_version_standard: FOREIGN KEY (standard_id) REFERENCES standard(id)
  standard_version_state: CHECK ((state = ANY (ARRAY['drafted'::text, 'published'::text, 'discarded'::text])))
  CREATE UNIQUE INDEX standard_version_day ON standard_version USING btree (standard_id, effective_from) WHERE (state = 'published'::text)
  CREATE UNIQUE INDEX standard_version_draft ON standard_version USING btree (standard_id) WHERE (state = 'drafted'::text)
  CREATE UNIQUE INDEX standard_version_pk ON standard_version USING btree (standard_id, number)
  CREATE TRIGGER standard_version_stays BEFORE UPDATE ON public.standard_version FOR EACH ROW EXECUTE FUNCTION standard_version_stays()

table standing_mandate
  id uuid not null
  source_kind text not null
  category_prefix text not null
  from_at timestamp with time zone not null
  to_at timestamp with time zone not null
  reason text not null
  proposed_by uuid not null
  proposed_at timestamp with time zone not null
  approved_by uuid
  approved_at timestamp with time zone
  revoked_at timestamp with time zone
  version integer not null
  standing_mandate_approver: FOREIGN KEY (approved_by) REFERENCES person(id)
  standing_mandate_pk: PRIMARY KEY (id)
  standing_mandate_proposer: FOREIGN KEY (proposed_by) REFERENCES person(id)
  standing_mandate_two_people: CHECK (((approved_by IS NULL) OR (approved_by <> proposed_by)))
  CREATE UNIQUE INDEX standing_mandate_pk ON standing_mandate USING btree (id)

table status_link
  token_hash bytea not null
  signatory_id uuid not null
  created_by uuid not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  first_read_at timestamp with time zone
  status_link_maker: FOREIGN KEY (created_by) REFERENCES person(id)
  status_link_pk: PRIMARY KEY (token_hash)
  status_link_signatory: FOREIGN KEY (signatory_id) REFERENCES signatory(id)
  CREATE UNIQUE INDEX status_link_pk ON status_link USING btree (token_hash)
  CREATE INDEX status_link_signatory_idx ON status_link USING btree (signatory_id)

table suspension
  id uuid not null
  task_id uuid not null
  reason text not null
  suspended_by uuid not null
  suspended_at timestamp with time zone not null
  resumed_by uuid
  resumed_at timestamp with time zone
  ground text not null default
  suspension_ground: CHECK ((ground = ANY (ARRAY['hearing'::text, 'other'::text])))
  suspension_pk: PRIMARY KEY (id)
  suspension_task: FOREIGN KEY (task_id) REFERENCES task(id)
  CREATE UNIQUE INDEX suspension_pk ON suspension USING btree (id)
  CREATE INDEX suspension_task_idx ON suspension USING btree (task_id)

table sweep_turn
  name text not null
  process text not null
  ran_at timestamp with time zone not null
  failed boolean not null
  sweep_turn_pk: PRIMARY KEY (name, process)
  CREATE UNIQUE INDEX sweep_turn_pk ON sweep_turn USING btree (name, process)

table task
  id uuid not null
  matter_id uuid
  parent_id uuid
  kind text not null
  category text
  number text
  title text not null
  demand text not null
  state text not null
  round integer not null
  lead_unit_id uuid
  assist_unit_ids uuid[] not null
  lead_leader_id uuid
  principal_id uuid
  case_officer_id uuid
  cover_officer_id uuid
  due_at timestamp with time zone
  target_value numeric
  target_unit text
  current_value numeric
  suspended_at timestamp with time zone
  proposed_by uuid
  registered_at timestamp with time zone
  dispatched_at timestamp with time zone
  answered_at timestamp with time zone
  verified_at timestamp with time zone
  presented_at timestamp with time zone
  closed_at timestamp with time zone
  created_by uuid not null
  created_at timestamp with time zone not null
  version integer not null
  search tsvector generated
  report_every text
  report_why text
  report_by uuid
  report_since timestamp with time zone
  importance text not null default
  task_case_officer: FOREIGN KEY (case_officer_id) REFERENCES person(id)
  task_cover_officer: FOREIGN KEY (cover_officer_id) REFERENCES person(id)
  task_importance: CHECK ((importance = ANY (ARRAY['ordinary'::text, 'urgent'::text, 'important'::text])))
  task_lead_leader: FOREIGN KEY (lead_leader_id) REFERENCES person(id)
  task_lead_unit: FOREIGN KEY (lead_unit_id) REFERENCES unit(id)
  task_matter: FOREIGN KEY (matter_id) REFERENCES matter(id)
  task_number_once: UNIQUE (number)
  task_parent: FOREIGN KEY (parent_id) REFERENCES task(id)
  task_pk: PRIMARY KEY (id)
  task_principal: FOREIGN KEY (principal_id) REFERENCES person(id)
  task_report_by: FOREIGN KEY (report_by) REFERENCES person(id)
  task_report_duty: CHECK ((((report_every IS NULL) = (report_why IS NULL)) AND ((report_every IS NULL) = (report_by IS NULL)) AND ((report_every IS NULL) = (report_since IS NULL))))
  task_report_every: CHECK ((report_every = ANY (ARRAY['week'::text, 'half_month'::text, 'month'::text, 'quarter'::text, 'half_year'::text])))
  task_target_has_unit: CHECK (((target_value IS NULL) = (target_unit IS NULL)))
  CREATE INDEX task_closed_idx ON task USING btree (closed_at, id) WHERE (closed_at IS NOT NULL)
  CREATE INDEX task_cover_idx ON task USING btree (cover_officer_id) WHERE (cover_officer_id IS NOT NULL)
  CREATE INDEX task_due_idx ON task USING btree (due_at, id) WHERE (closed_at IS NULL)
  CREATE INDEX task_kind_idx ON task USING btree (kind, state, id)
  CREATE INDEX task_lead_unit_idx ON task USING btree (lead_unit_id, state, id)
  CREATE INDEX task_leader_idx ON task USING btree (lead_leader_id, state, id)
  CREATE INDEX task_matter_idx ON task USING btree (matter_id)
  CREATE UNIQUE INDEX task_number_once ON task USING btree (number)
  CREATE INDEX task_officer_idx ON task USING btree (case_officer_id, state, id)
  CREATE INDEX task_parent_idx ON task USING btree (parent_id) WHERE (parent_id IS NOT NULL)
  CREATE UNIQUE INDEX task_pk ON task USING btree (id)
  CREATE INDEX task_principal_idx ON task USING btree (principal_id, state, id)
  CREATE INDEX task_report_duty_idx ON task USING btree (id) WHERE (report_every IS NOT NULL)
  CREATE INDEX task_search_idx ON task USING gin (search)
  CREATE INDEX task_state_idx ON task USING btree (state, id)
  CREATE INDEX task_unit_matter_idx ON task USING btree (lead_unit_id, matter_id) WHERE (matter_id IS NOT NULL)
  CREATE TRIGGER task_not_of_restricted BEFORE INSERT OR UPDATE OF matter_id ON public.task FOR EACH ROW WHEN ((new.matter_id IS NOT NULL)) EXECUTE FUNCTION refuse_task_of_restricted()

table time_rules
  kind text not null
  token uuid not null
  shipped text not null
  time_rules_kind: CHECK ((kind = ANY (ARRAY['calendar'::text, 'law_profile'::text, 'ladder'::text])))
  time_rules_pk: PRIMARY KEY (kind)
  CREATE UNIQUE INDEX time_rules_pk ON time_rules USING btree (kind)

table totp_factor
  id uuid not null
  account_id uuid not null
  sealed_secret bytea not null
  key_id text not null
  last_step bigint
  created_at timestamp with time zone not null
  confirmed_at timestamp with time zone
  last_used_at timestamp with time zone
  totp_factor_account: FOREIGN KEY (account_id) REFERENCES account(id)
  totp_factor_pk: PRIMARY KEY (id)
  CREATE INDEX totp_factor_account_idx ON totp_factor USING btree (account_id)
  CREATE UNIQUE INDEX totp_factor_one ON totp_factor USING btree (account_id) WHERE (confirmed_at IS NOT NULL)
  CREATE UNIQUE INDEX totp_factor_pk ON totp_factor USING btree (id)

table unit
  id uuid not null
  key text
  parent_id uuid
  path text not null
  name text not null
  short_name text not null
  kind text not null
  division_code text
  sort integer not null
  from_at timestamp with time zone not null
  to_at timestamp with time zone
  version integer not null
  initials text
  successor_id uuid
  unit_from_before_to: CHECK (((to_at IS NULL) OR (to_at > from_at)))
  unit_key_once: UNIQUE (key)
  unit_parent: FOREIGN KEY (parent_id) REFERENCES unit(id)
  unit_pk: PRIMARY KEY (id)
  unit_successor: FOREIGN KEY (successor_id) REFERENCES unit(id)
  unit_successor_of_ended: CHECK (((successor_id IS NULL) OR ((to_at IS NOT NULL) AND (successor_id <> id))))
  CREATE UNIQUE INDEX unit_key_once ON unit USING btree (key)
  CREATE INDEX unit_parent_idx ON unit USING btree (parent_id)
  CREATE INDEX unit_path ON unit USING btree (path text_pattern_ops)
  CREATE UNIQUE INDEX unit_pk ON unit USING btree (id)
  CREATE INDEX unit_successor_idx ON unit USING btree (successor_id) WHERE (successor_id IS NOT NULL)
  CREATE INDEX unit_unspelled ON unit USING btree (id) WHERE (initials IS NULL)
  CREATE TRIGGER unit_renamed BEFORE UPDATE OF name, short_name ON public.unit FOR EACH ROW WHEN (((old.name IS DISTINCT FROM new.name) OR (old.short_name IS DISTINCT FROM new.short_name))) EXECUTE FUNCTION forget_initials()

table unit_change
  id uuid not null
  unit_id uuid not null
  kind text not null
  at timestamp with time zone not null
  former_name text
  former_short_name text
  former_parent_id uuid
  other_unit_id uuid
  recorded_by uuid
  recorded_at timestamp with time zone not null
  unit_change_former_parent: FOREIGN KEY (former_parent_id) REFERENCES unit(id)
  unit_change_kind: CHECK ((kind = ANY (ARRAY['founded'::text, 'renamed'::text, 'moved'::text, 'split'::text, 'merged'::text, 'ended'::text])))
  unit_change_other: FOREIGN KEY (other_unit_id) REFERENCES unit(id)
  unit_change_pk: PRIMARY KEY (id)
  unit_change_recorder: FOREIGN KEY (recorded_by) REFERENCES person(id)
  unit_change_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  unit_change_whole: CHECK ((((kind = 'renamed'::text) = (former_name IS NOT NULL)) AND ((former_name IS NULL) = (former_short_name IS NULL))))
  CREATE INDEX unit_change_name_idx ON unit_change USING btree (unit_id, at) WHERE (former_short_name IS NOT NULL)
  CREATE UNIQUE INDEX unit_change_pk ON unit_change USING btree (id)
  CREATE INDEX unit_change_unit_idx ON unit_change USING btree (unit_id, at)

table unmask_count
  person_id uuid not null
  day date not null
  used integer not null
  unmask_count_person: FOREIGN KEY (person_id) REFERENCES person(id)
  unmask_count_pk: PRIMARY KEY (person_id, day)
  CREATE UNIQUE INDEX unmask_count_pk ON unmask_count USING btree (person_id, day)

table unmasking
  person_id uuid not null
  day date not null
  subject_id uuid not null
  matter_id uuid not null
  at timestamp with time zone not null
  unmasking_matter: FOREIGN KEY (matter_id) REFERENCES matter(id)
  unmasking_person: FOREIGN KEY (person_id) REFERENCES person(id)
  unmasking_pk: PRIMARY KEY (person_id, day, subject_id)
  CREATE UNIQUE INDEX unmasking_pk ON unmasking USING btree (person_id, day, subject_id)

table upward_need
  id uuid not null
  unit_id uuid not null
  kind text not null
  title text not null
  body text not null
  wanted_by timestamp with time zone
  state text not null
  asked_by uuid not null
  asked_at timestamp with time zone not null
  task_id uuid
  settled_words text
  settled_by uuid
  settled_at timestamp with time zone
  version integer not null
  upward_need_asker: FOREIGN KEY (asked_by) REFERENCES person(id)
  upward_need_kind: CHECK ((kind = ANY (ARRAY['funds'::text, 'policy'::text, 'approval'::text, 'other'::text])))
  upward_need_pk: PRIMARY KEY (id)
  upward_need_settled_whole: CHECK ((((state = ANY (ARRAY['declined'::text, 'solved'::text])) = (settled_at IS NOT NULL)) AND ((settled_at IS NULL) = (settled_words IS NULL)) AND ((settled_at IS NULL) = (settled_by IS NULL))))
  upward_need_settler: FOREIGN KEY (settled_by) REFERENCES person(id)
  upward_need_state: CHECK ((state = ANY (ARRAY['asked'::text, 'registered'::text, 'declined'::text, 'solved'::text])))
  upward_need_task: FOREIGN KEY (task_id) REFERENCES task(id)
  upward_need_task_of_registered: CHECK (((state <> 'registered'::text) OR (task_id IS NOT NULL)))
  upward_need_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE UNIQUE INDEX upward_need_pk ON upward_need USING btree (id)
  CREATE INDEX upward_need_state_idx ON upward_need USING btree (state, id)
  CREATE UNIQUE INDEX upward_need_task_once ON upward_need USING btree (task_id) WHERE (task_id IS NOT NULL)
  CREATE INDEX upward_need_unit_idx ON upward_need USING btree (unit_id, id)

table urging
  id uuid not null
  assignment_id uuid not null
  task_id uuid not null
  manner text not null
  spoke_with text
  words text not null
  urged_by uuid not null
  urged_at timestamp with time zone not null
  reply text
  replied_by uuid
  replied_at timestamp with time zone
  version integer not null
  urging_assignment: FOREIGN KEY (assignment_id) REFERENCES assignment(id)
  urging_manner: CHECK ((manner = ANY (ARRAY['notice'::text, 'phone'::text])))
  urging_phone_whom: CHECK (((manner = 'notice'::text) OR (spoke_with IS NOT NULL)))
  urging_pk: PRIMARY KEY (id)
  urging_replier: FOREIGN KEY (replied_by) REFERENCES person(id)
  urging_reply_whole: CHECK ((((reply IS NULL) = (replied_by IS NULL)) AND ((reply IS NULL) = (replied_at IS NULL))))
  urging_task: FOREIGN KEY (task_id) REFERENCES task(id)
  urging_urger: FOREIGN KEY (urged_by) REFERENCES person(id)
  CREATE INDEX urging_assignment_idx ON urging USING btree (assignment_id, urged_at)
  CREATE UNIQUE INDEX urging_pk ON urging USING btree (id)
  CREATE INDEX urging_task_idx ON urging USING btree (task_id, urged_at)

table verification
  id uuid not null
  task_id uuid not null
  round integer not null
  attempt integer not null
  manner text not null
  verdict text not null
  words text not null
  redo_assignment_ids uuid[] not null
  verified_by uuid not null
  verified_at timestamp with time zone not null
  verification_manner: CHECK ((manner = ANY (ARRAY['desk'::text, 'on_site'::text])))
  verification_pk: PRIMARY KEY (id)
  verification_task: FOREIGN KEY (task_id) REFERENCES task(id)
  verification_verdict: CHECK ((verdict = ANY (ARRAY['pass'::text, 'redo'::text])))
  CREATE UNIQUE INDEX verification_pk ON verification USING btree (id)
  CREATE INDEX verification_task_idx ON verification USING btree (task_id)
  CREATE TRIGGER verification_by_outsider BEFORE INSERT ON public.verification FOR EACH ROW EXECUTE FUNCTION refuse_doing_verifier()

table visit
  id uuid not null
  inspection_id uuid not null
  group_id uuid not null
  site_id uuid
  unit_id uuid not null
  state text not null
  planned_on date not null
  arrived_at timestamp with time zone
  arrived_by uuid
  finished_at timestamp with time zone
  finished_by uuid
  discovered_at timestamp with time zone
  outcome text
  note text
  replaces_id uuid
  passed_on_at timestamp with time zone
  version integer not null
  arrived_captured_at timestamp with time zone
  discovered_captured_at timestamp with time zone
  finished_captured_at timestamp with time zone
  light boolean not null default
  visit_arrived: CHECK ((((state = 'assigned'::text) = (arrived_at IS NULL)) AND ((arrived_at IS NULL) = (arrived_by IS NULL))))
  visit_arriver: FOREIGN KEY (arrived_by) REFERENCES person(id)
  visit_finished: CHECK ((((state = ANY (ARRAY['assigned'::text, 'arrived'::text])) = (finished_at IS NULL)) AND ((finished_at IS NULL) = (finished_by IS NULL)) AND ((finished_at IS NULL) = (outcome IS NULL))))
  visit_finisher: FOREIGN KEY (finished_by) REFERENCES person(id)
  visit_group: FOREIGN KEY (inspection_id, group_id) REFERENCES inspection_group(inspection_id, id)
  visit_inspection: FOREIGN KEY (inspection_id) REFERENCES inspection(id)
  visit_object: FOREIGN KEY (inspection_id, unit_id) REFERENCES inspection_object(inspection_id, unit_id)
  visit_outcome: CHECK ((outcome = ANY (ARRAY['found'::text, 'absent'::text, 'refused'::text, 'moved'::text])))
  visit_pk: PRIMARY KEY (id)
  visit_replaced_once: UNIQUE (replaces_id)
  visit_replaces: FOREIGN KEY (replaces_id) REFERENCES visit(id)
  visit_site: FOREIGN KEY (inspection_id, site_id) REFERENCES inspection_site(inspection_id, site_id)
  visit_state: CHECK ((state = ANY (ARRAY['assigned'::text, 'arrived'::text, 'done'::text, 'absent'::text, 'refused'::text, 'replaced'::text])))
  CREATE INDEX visit_group_idx ON visit USING btree (group_id, state, id)
  CREATE INDEX visit_inspection_idx ON visit USING btree (inspection_id, id)
  CREATE UNIQUE INDEX visit_pk ON visit USING btree (id)
  CREATE UNIQUE INDEX visit_replaced_once ON visit USING btree (replaces_id)
  CREATE UNIQUE INDEX visit_site_once ON visit USING btree (inspection_id, site_id, planned_on) WHERE (site_id IS NOT NULL)
  CREATE INDEX visit_unit_idx ON visit USING btree (unit_id, arrived_at) WHERE (arrived_at IS NOT NULL)
  CREATE UNIQUE INDEX visit_unit_once ON visit USING btree (inspection_id, unit_id, planned_on) WHERE (site_id IS NULL)

table visit_answer
  visit_id uuid not null
  clause_key text not null
  found jsonb not null
  answered_by uuid not null
  captured_at timestamp with time zone
  answered_at timestamp with time zone not null
  visit_answer_person: FOREIGN KEY (answered_by) REFERENCES person(id)
  visit_answer_pk: PRIMARY KEY (visit_id, clause_key)
  visit_answer_visit: FOREIGN KEY (visit_id) REFERENCES visit(id)
  CREATE UNIQUE INDEX visit_answer_pk ON visit_answer USING btree (visit_id, clause_key)

table visit_answer_sent
  id uuid not null
  visit_id uuid not null
  clause_key text not null
  found jsonb not null
  person_id uuid not null
  captured_at timestamp with time zone
  received_at timestamp with time zone not null
  visit_answer_sent_person: FOREIGN KEY (person_id) REFERENCES person(id)
  visit_answer_sent_pk: PRIMARY KEY (id)
  visit_answer_sent_visit: FOREIGN KEY (visit_id) REFERENCES visit(id)
  CREATE INDEX visit_answer_sent_clause ON visit_answer_sent USING btree (visit_id, clause_key)
  CREATE UNIQUE INDEX visit_answer_sent_pk ON visit_answer_sent USING btree (id)

table visit_recusal
  visit_id uuid not null
  person_id uuid not null
  at timestamp with time zone not null
  visit_recusal_person: FOREIGN KEY (person_id) REFERENCES person(id)
  visit_recusal_pk: PRIMARY KEY (visit_id, person_id)
  visit_recusal_visit: FOREIGN KEY (visit_id) REFERENCES visit(id)
  CREATE UNIQUE INDEX visit_recusal_pk ON visit_recusal USING btree (visit_id, person_id)

table work_calendar
  id uuid not null
  unit_id uuid
  made_at timestamp with time zone not null
  ended_at timestamp with time zone
  version integer not null
  work_calendar_of_county_stays: CHECK (((unit_id IS NOT NULL) OR (ended_at IS NULL)))
  work_calendar_pk: PRIMARY KEY (id)
  work_calendar_unit: FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE UNIQUE INDEX work_calendar_one_county ON work_calendar USING btree ((true)) WHERE (unit_id IS NULL)
  CREATE UNIQUE INDEX work_calendar_one_of_unit ON work_calendar USING btree (unit_id) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX work_calendar_pk ON work_calendar USING btree (id)

CREATE OR REPLACE FUNCTION bigram_query(input text)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select coalesce(string_agg('''' || replace(replace(pair, '\', '\\'), '''', '''''') || '''', ' & '), '')::tsquery
  from unnest(tsvector_to_array(bigrams(input))) as pair
$function$

CREATE OR REPLACE FUNCTION bigrams(input text)
 RETURNS tsvector
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
-- plpgsql, because a connection plans it once and an SQL function once per statement
declare
  letters text[] := string_to_array(lower(regexp_replace(coalesce(input, ''), '[[:space:][:punct:]〔〕（）《》、，。；：？！“”‘’]+', ' ', 'g')), null);
begin
  return coalesce(array_to_tsvector((
    select array_agg(a || b) from unnest(letters[:cardinality(letters) - 1], letters[2:]) as pair(a, b) where a <> ' ' and b <> ' ')), ''::tsvector);
end $function$

CREATE OR REPLACE FUNCTION finding_by_others()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.confirmer_id is not null and exists (select 1 from finding f where f.merged_into = new.id and f.author_id = new.confirmer_id))
    or exists (select 1 from finding f where f.id = new.merged_into and f.confirmer_id = new.author_id) then
    raise exception 'an author does not confirm' using errcode = '23514', constraint = 'finding_two_persons';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION forget_initials()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.initials := null;
  return new;
end $function$

CREATE OR REPLACE FUNCTION last_number(kind text, year integer)
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  name text;
  given bigint;
begin
  select s.sequence_name into name from number_series s where s.kind = last_number.kind and s.year = last_number.year;
  if name is null then return 0; end if;
  execute format('select case when is_called then last_value else 0 end from %I', name) into given;
  return given;
end $function$

CREATE OR REPLACE FUNCTION next_number(kind text, year integer)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION refuse_doing_verifier()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (
    select 1 from assignment a join unit u on u.id = a.unit_id
    where a.task_id = new.task_id and (
      new.verified_by in (a.signed_by, a.submitted_by, a.answered_by)
      or exists (select 1 from post p join unit pu on pu.id = p.unit_id
                 where p.person_id = new.verified_by and p.from_at <= new.verified_at and (p.to_at is null or p.to_at > new.verified_at)
                   and p.role in ('unit_head', 'unit_liaison', 'unit_staff')
                   and (pu.id = u.id or pu.path like u.path || '%' or u.path like pu.path || '%'))))
  then
    raise exception 'the verifier belongs to a doing unit' using errcode = 'check_violation', constraint = 'verification_by_outsider';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION refuse_task_of_restricted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select 1 from matter m where m.id = new.matter_id and m.restricted) then
    raise exception 'a restricted matter opens no task' using errcode = 'check_violation', constraint = 'task_not_of_restricted';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION review_by_others()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.reviewer_id is not null and took_part_in_conclusion(new.conclusion_id, new.reviewer_id) then
    raise exception 'whoever took part in the conclusion does not review it' using errcode = '23514', constraint = 'review_by_others';
  end if;
  if new.admitted_by is not null and took_part_in_conclusion(new.conclusion_id, new.admitted_by) then
    raise exception 'whoever took part in the conclusion does not admit its review' using errcode = '23514', constraint = 'review_by_others';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION standard_version_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state <> 'drafted' then
    raise exception 'a version that was published or discarded stays as it is' using errcode = '23514', constraint = 'standard_version_stays';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION took_part_in_conclusion(conclusion uuid, person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select 1 from conclusion c where c.id = $1 and $2 in (c.drafted_by, c.sent_by, c.issued_by))
    or exists (select 1 from conclusion c join inspection_member m on m.inspection_id = c.inspection_id where c.id = $1 and m.person_id = $2)
    or exists (select 1 from conclusion_finding b where b.conclusion_id = $1 and b.decided_by = $2)
    or exists (select 1 from conclusion_finding b join finding f on f.id = b.finding_id or f.merged_into = b.finding_id
       where b.conclusion_id = $1 and $2 in (f.author_id, f.confirmer_id, f.verified_by))
$function$
