import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Channels outside the house, what goes out by them and what became of it; acknowledgements, calls and urging.
 * Old code survives: the new columns of `notice` have constant defaults.
 */
export class NoticeChannels1000000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(channelSql);
    await runner.query(deliverySql);
    await runner.query(peopleSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table urging, notice_call, notice_acknowledgement, notice_item, notice_delivery, notice_mute, notice_contact,
        notice_way, notice_template, notice_channel, notice_address;
      alter table notice drop column topic, drop column urgency;
    `);
  }
}

const channelSql = `
alter table notice add column topic text not null default 'other',
  add column urgency text not null default 'ordinary' constraint notice_urgency check (urgency in ('ordinary', 'order'));
update notice set topic = case
  when kind = 'assignment.delivered' then 'sign'
  when kind in ('assignment.returned', 'assignment.redo', 'assist.redo', 'errand.returned') then 'redo'
  when kind = 'assignment.submitted' then 'sign_off'
  when kind in ('task.answered', 'assist.answered') then 'verify'
  when kind in ('task.proposed', 'task.presented', 'handling_proposal.put') then 'decide'
  when kind like 'instruction.%' or kind in ('task.instructed', 'handling_proposal.decided', 'office_act') then 'instruction'
  else 'other' end;

-- where messages may go at all: one administrator asks, another kind of administrator allows
create table notice_address (
  id uuid constraint notice_address_pk primary key,
  host text not null,
  port int not null constraint notice_address_port check (port between 1 and 65535),
  inside boolean not null,
  reason text not null,
  state text not null constraint notice_address_state check (state in ('requested', 'allowed', 'refused', 'withdrawn', 'ended')),
  asked_by uuid not null constraint notice_address_asker references person (id),
  asked_role text not null,
  asked_at timestamptz not null,
  decided_by uuid constraint notice_address_decider references person (id),
  decided_at timestamptz,
  words text,
  version int not null,
  constraint notice_address_two_people check (state not in ('allowed', 'refused') or (decided_by is not null and decided_by <> asked_by))
);
create unique index notice_address_one on notice_address (host, port) where state in ('requested', 'allowed');

-- address and credentials are sealed; host and port stand beside them for the allow-list
create table notice_channel (
  id uuid constraint notice_channel_pk primary key,
  kind text not null constraint notice_channel_kind check (kind in ('webhook', 'mail', 'sms', 'wecom', 'dingtalk', 'feishu')),
  name text not null,
  unit_id uuid constraint notice_channel_unit references unit (id),
  host text not null,
  port int not null,
  scheme text not null constraint notice_channel_scheme check (scheme in ('http', 'https', 'smtp', 'smtps')),
  settings jsonb not null,
  secret_box bytea not null,
  secret_key_id text not null,
  enabled boolean not null,
  changed_by uuid not null constraint notice_channel_changer references person (id),
  changed_at timestamptz not null,
  version int not null
);

-- which topics go out by which channel to whom; no row: not at all. '*' is the group of a group channel
create table notice_way (
  topic text not null,
  role text not null,
  channel_id uuid not null constraint notice_way_channel references notice_channel (id),
  constraint notice_way_pk primary key (topic, role, channel_id)
);

create table notice_template (
  id uuid constraint notice_template_pk primary key,
  topic text not null,
  form text not null constraint notice_template_form check (form in ('sms', 'group', 'letter')),
  edition int not null,
  zh text not null,
  en text not null,
  made_by uuid not null constraint notice_template_maker references person (id),
  made_at timestamptz not null,
  constraint notice_template_edition_once unique (topic, form, edition)
);
`;

const deliverySql = `
-- one message to one recipient by one channel; its id is the key by which the outside system tells repeats
create table notice_delivery (
  id uuid constraint notice_delivery_pk primary key,
  channel_id uuid not null constraint notice_delivery_channel references notice_channel (id),
  person_id uuid constraint notice_delivery_person references person (id),
  state text not null constraint notice_delivery_state check (state in ('gathering', 'waiting', 'sending', 'sent', 'parked', 'dropped')),
  urgency text not null,
  test boolean not null,
  created_at timestamptz not null,
  send_at timestamptz not null,
  tries int not null,
  rings int not null,
  rung_at timestamptz,
  leased_until timestamptz,
  answer_code text,
  ended_at timestamptz,
  version int not null
);
create unique index notice_delivery_gathering on notice_delivery (channel_id, coalesce(person_id, channel_id)) where state = 'gathering';
create index notice_delivery_due on notice_delivery (send_at) where state in ('gathering', 'waiting', 'sending');
create index notice_delivery_state_idx on notice_delivery (state, id);
create index notice_delivery_channel_idx on notice_delivery (channel_id, id);
create index notice_delivery_person_day on notice_delivery (person_id, channel_id, ended_at) where state = 'sent';

-- what a message will speak of; written in the transaction of the deed, gathered into messages afterwards
create table notice_item (
  notice_id uuid not null constraint notice_item_notice references notice (id),
  channel_id uuid not null constraint notice_item_channel references notice_channel (id),
  person_id uuid constraint notice_item_person references person (id),
  urgency text not null,
  delivery_id uuid constraint notice_item_delivery references notice_delivery (id)
);
create unique index notice_item_once on notice_item (notice_id, channel_id, coalesce(person_id, channel_id));
create index notice_item_ungathered on notice_item (notice_id) where delivery_id is null;
create index notice_item_delivery_idx on notice_item (delivery_id) where delivery_id is not null;
`;

const peopleSql = `
create table notice_contact (
  person_id uuid constraint notice_contact_pk primary key constraint notice_contact_person references person (id),
  mail text not null,
  set_at timestamptz not null
);
-- what somebody does not want by a channel; nobody can add to what the county sends
create table notice_mute (
  person_id uuid not null constraint notice_mute_person references person (id),
  channel_id uuid not null constraint notice_mute_channel references notice_channel (id),
  topic text not null,
  constraint notice_mute_pk primary key (person_id, channel_id, topic)
);

-- where every person must acknowledge, each is counted
create table notice_acknowledgement (
  notice_id uuid not null constraint notice_acknowledgement_notice references notice (id),
  person_id uuid not null constraint notice_acknowledgement_person references person (id),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  acknowledged_at timestamptz,
  constraint notice_acknowledgement_pk primary key (notice_id, person_id)
);
create index notice_acknowledgement_open on notice_acknowledgement (due_at, notice_id, person_id) where acknowledged_at is null;
create index notice_acknowledgement_person_idx on notice_acknowledgement (person_id) where acknowledged_at is null;

-- 电话催办 of who has not acknowledged: whom, when, what was said
create table notice_call (
  id uuid constraint notice_call_pk primary key,
  notice_id uuid not null constraint notice_call_notice references notice (id),
  person_id uuid not null constraint notice_call_person references person (id),
  called_by uuid not null constraint notice_call_caller references person (id),
  called_at timestamptz not null,
  said text not null
);
create index notice_call_idx on notice_call (notice_id, person_id);

-- 催办 of an assignment by a person; by phone: whom and what was said
create table urging (
  id uuid constraint urging_pk primary key,
  assignment_id uuid not null constraint urging_assignment references assignment (id),
  task_id uuid not null constraint urging_task references task (id),
  manner text not null constraint urging_manner check (manner in ('notice', 'phone')),
  spoke_with text,
  words text not null,
  urged_by uuid not null constraint urging_urger references person (id),
  urged_at timestamptz not null,
  reply text,
  replied_by uuid constraint urging_replier references person (id),
  replied_at timestamptz,
  version int not null,
  constraint urging_reply_whole check ((reply is null) = (replied_by is null) and (reply is null) = (replied_at is null)),
  constraint urging_phone_whom check (manner = 'notice' or spoke_with is not null)
);
create index urging_assignment_idx on urging (assignment_id, urged_at);
create index urging_task_idx on urging (task_id, urged_at);
`;
