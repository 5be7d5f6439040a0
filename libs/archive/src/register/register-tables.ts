import { importanceDegrees } from '@ducha/deadline';
import { matterKindCodes, statesOf } from '@ducha/kernel';
import { lifecycles as matterLifecycles, matterKinds } from '@ducha/matter';
import { lifecycles as slipLifecycles } from '@ducha/slip';
import { lifecycles as taskLifecycles, taskKinds } from '@ducha/task';
import { inspectionTables } from './inspection-tables.js';
import { type RegisterTable, table } from './register-table.js';

const open = (matter: string): string => `exists (select 1 from matter m where m.id = ${matter} and not m.restricted)`;

/** A clock whose subject leaves. Those of restricted matters stay behind with them; a conclusion takes its own along, or nothing would ever lapse. */
const clockLeaves = (clock: string): string =>
  `(${clock}.subject_type in ('task', 'assignment', 'slip', 'objection') or ${clock}.conclusion_id is not null or (${clock}.subject_type = 'matter' and ${open(`${clock}.matter_id`)}))`;

const ofLeavingClock = `exists (select 1 from clock c where c.id = t.clock_id and ${clockLeaves('c')})`;

/** Its rows are no rows of the other instance: its sequences are moved on to where these stood. */
export const numberSeries = 'number_series';

/** The records in the order in which they need each other. Parts of the register that are no row of a person's work stay behind. */
export const registerTables: readonly RegisterTable[] = [
  // other changes of a unit are told by the file of units; former names are what old assignments show
  table(
    '单位沿革',
    'unit_change',
    'id unit_id kind at former_name former_short_name former_parent_id other_unit_id recorded_by recorded_at',
    { where: `t.kind = 'renamed'`, among: { kind: ['renamed'] } },
  ),
  table('编号规则', 'number_pattern', 'id series from_year pattern set_by set_at version'),
  table('编号序列', numberSeries, 'series year given', {
    key: ['series', 'year'],
    from: '(select kind as series, year, last_number(kind, year) as given from number_series)',
  }),
  table(
    '常设授权',
    'standing_mandate',
    'id source_kind category_prefix from_at to_at reason proposed_by proposed_at approved_by approved_at revoked_at version',
    {
      among: { source_kind: matterKindCodes },
    },
  ),
  table(
    '事项',
    'matter',
    'id kind state intake_no number title body category needs_triage foreign_id content_sha256 occurred_at received_at principal_id meeting merged_into_id mandate_id registered_at registered_by closed_at round created_by created_at version fields',
    {
      where: 'not t.restricted',
      among: { kind: Object.keys(matterKinds), state: statesOf(matterLifecycles.matter) },
      left: ['import_id', 'restricted', 'search'],
    },
  ),
  table('事项分类', 'matter_category', 'matter_id category', {
    key: ['matter_id', 'category'],
    where: open('t.matter_id'),
  }),
  table('来件人', 'signatory', 'id matter_id name contact sort person_id is_protected', { where: open('t.matter_id') }),
  table('延长保存', 'matter_hold', 'id matter_id basis reason placed_by placed_at lifted_by lifted_at', {
    where: open('t.matter_id'),
  }),
  table(
    '移送',
    'hand_over',
    'id matter_id manner to_organ reason handed_by handed_at received_by receipt_no receipt_at recorded_by recorded_at',
    {
      where: open('t.matter_id'),
    },
  ),
  table(
    '批示',
    'instruction',
    'id subject_type subject_id lineage_id edition kind words given_by entered_by disowned_at given_at unit_ids report_every',
    {
      where: `t.subject_type <> 'matter' or ${open('t.subject_id')}`,
    },
  ),
  table(
    '拟办意见',
    'handling_proposal',
    'id matter_id wording lead_unit_id assist_unit_ids due_at for_person_id proposed_by proposed_at decision decided_words decided_by decided_at instruction_id version',
    { where: open('t.matter_id') },
  ),
  table(
    '任务',
    'task',
    'id matter_id parent_id kind category number title demand state round lead_unit_id assist_unit_ids lead_leader_id principal_id case_officer_id cover_officer_id due_at target_value target_unit current_value suspended_at proposed_by registered_at dispatched_at answered_at verified_at presented_at closed_at created_by created_at version report_every report_why report_by report_since importance',
    {
      among: { kind: taskKinds, state: statesOf(taskLifecycles.task), importance: importanceDegrees },
      left: ['search'],
    },
  ),
  table('送达批次', 'dispatch', 'id chunks assignments by_person_id at'),
  table(
    '交办单',
    'assignment',
    'id task_id unit_id duty round state dispatch_id chunk due_at original_due_at waived_at queued_at delivered_at signed_at signed_by submitted_at submitted_by answered_at answered_by accepted_at ended_at predecessor_id version',
    { among: { state: statesOf(taskLifecycles.assignment) } },
  ),
  table(
    '内部分办',
    'errand',
    'id assignment_id person_id note inner_due_at state given_by given_at finished_at recalled_at version',
    {
      among: { state: statesOf(taskLifecycles.errand) },
    },
  ),
  table('内部反馈', 'errand_report', 'id errand_id words reported_at'),
  table('进展反馈', 'report', 'id task_id assignment_id progress problem next_step value reported_by reported_at'),
  table(
    '报结',
    'answer',
    'id task_id assignment_id round attempt result_class body follow_up_at submitted_by submitted_at signed_off_by signed_off_at',
  ),
  table(
    '核查',
    'verification',
    'id task_id round attempt manner verdict words redo_assignment_ids verified_by verified_at',
  ),
  table(
    '呈报',
    'presentation',
    'id task_id principal_id summary presented_by presented_at silent_close_at decision decided_words decided_by decided_at',
  ),
  table('中止', 'suspension', 'id task_id ground reason suspended_by suspended_at resumed_by resumed_at'),
  table('更正', 'correction', 'id task_id reason before after corrected_by corrected_at'),
  table(
    '催办',
    'urging',
    'id assignment_id task_id manner spoke_with words urged_by urged_at reply replied_by replied_at version',
  ),
  table(
    '答复',
    'reply',
    'id matter_id signatory_id round number body signed_off_by replied_at feedback feedback_words feedback_at lapsed_at version',
    {
      where: open('t.matter_id'),
      left: ['token_hash', 'token_expires_at', 'token_used_at'],
    },
  ),
  table(
    '回访',
    'call_back',
    'id matter_id signatory_id round reached solved feedback words contacted_at made_by made_at',
    {
      where: open('t.matter_id'),
    },
  ),
  table(
    '诉求上报',
    'upward_need',
    'id unit_id kind title body wanted_by state asked_by asked_at task_id settled_words settled_by settled_at version',
  ),
  table('倒排计划', 'schedule', 'task_id state version', { key: ['task_id'] }),
  table('倒排计划稿', 'schedule_revision', 'task_id version end_day steps saved_by saved_at', {
    key: ['task_id', 'version'],
  }),
  table(
    '延期',
    'extension',
    'id assignment_id task_id state reason progress due_before asked_due_at granted_due_at asked_by asked_at decided_by decided_words ended_at version',
  ),
  table(
    '职责异议',
    'dispute',
    'id assignment_id task_id unit_id state ground legal_basis responsible_unit_id from_state window_ends_at raised_by raised_at ruling_unit_id statement stated_by stated_at ruling to_unit_ids reasons ruled_by ended_at version',
  ),
  ...inspectionTables,
  table(
    '时限',
    'clock',
    'id kind subject_type subject_id task_id matter_id conclusion_id unit_id holder profile rule article started_at term counting original_due_at due_at legal_due_at provisional ladder state suspended_at ended_at next_rung next_rung_at armed_at held_at version',
    { where: clockLeaves('t') },
  ),
  table('拒收记录', 'service_refusal', 'assignment_id recorded_by recorded_at confirmed_by confirmed_at', {
    key: ['assignment_id'],
  }),
  table('时限变更', 'clock_change', 'id clock_id because due_before due_after changed_by changed_at', {
    where: ofLeavingClock,
  }),
  table('时限触发', 'clock_firing', 'clock_id rung fired_at collapsed', {
    where: ofLeavingClock,
    key: ['clock_id', 'rung'],
  }),
  table('时限中止', 'clock_suspension', 'clock_id from_at to_at', {
    where: ofLeavingClock,
    key: ['clock_id', 'from_at'],
  }),
  table(
    '督办单',
    'slip',
    'id number level name name_zh colour clock_id rung clock_kind assignment_id task_id unit_id profile rule due_at sender_id cover_id state served_at reply_due_at reply replied_by replied_at decision decision_words decided_by decided_at ended_at version',
    { among: { state: statesOf(slipLifecycles.slip) } },
  ),
  table('督办单阅看', 'slip_opening', 'slip_id person_id opened_at', { key: ['slip_id', 'person_id'] }),
  table(
    '申辩',
    'objection',
    'id subject_type subject_id assignment_id task_id unit_id maker_id cover_id words raised_by raised_at state verdict reason decided_by decided_at version',
    { among: { state: statesOf(slipLifecycles.objection) } },
  ),
];
