import { lifecycles } from '@ducha/inspection';
import { statesOf } from '@ducha/kernel';
import { type RegisterTable, table } from './register-table.js';

/** A finding that everybody of the inspection may read: no clue of an offence that was handed over, nor what was merged into one. */
const open = (finding: string): string =>
  `exists (select 1 from finding f left join finding m on m.id = f.merged_into where f.id = ${finding} and not f.restricted and m.restricted is not true)`;

const number = { as: { number: { kind: 'integer' } } } as const;

/** Who lives and is posted where, by what is checked, and who may go. */
const ground: readonly RegisterTable[] = [
  table('点位', 'site', 'id kind code name unit_id parent_id from_at to_at version', {
    as: { parent_id: { of: 'site' } },
  }),
  table('派驻', 'posting', 'id person_id site_id team role from_on to_on version'),
  table('检查标准', 'standard', 'id code name created_by created_at version'),
  table(
    '标准版次',
    'standard_version',
    'standard_id number state effective_from pass_mark clauses drafted_by drafted_at published_by published_at',
    { ...number, key: ['standard_id', 'number'], among: { state: statesOf(lifecycles.standard_version) } },
  ),
  table('督查资格', 'competence', 'id person_id kind from_on to_on recorded_by recorded_at ended_at ended_by'),
  table(
    '回避申报',
    'recusal_declaration',
    'id person_id unit_id ground declared_by declared_at ended_at ended_by end_reason',
  ),
];

/** Plans, who went where, and what was asked there. */
const visits: readonly RegisterTable[] = [
  table(
    '督查活动',
    'inspection',
    'id number state version door proposed_by proposed_at opened_by opened_at name content_class type methods purpose scope frequency_words standard_id standard_number from_on to_on villages_per_unit households_per_village designated_unit_id designation_matter designation_scope designation_duty designation_from_on designation_to_on standing released_at released_by on_site_at returned_at final_at merged_into_id created_by created_at',
    { as: { merged_into_id: { of: 'inspection' } }, among: { state: statesOf(lifecycles.inspection) } },
  ),
  table('督查对象', 'inspection_object', 'inspection_id unit_id necessity', { key: ['inspection_id', 'unit_id'] }),
  table(
    '督查组',
    'inspection_group',
    'id inspection_id number name charter unit_ids state arrived_at returned_at version',
    { ...number, among: { state: statesOf(lifecycles.inspection_group) } },
  ),
  table('督查点位', 'inspection_site', 'inspection_id site_id unit_id group_id stratum', {
    key: ['inspection_id', 'site_id'],
  }),
  table('督查人员', 'inspection_member', 'inspection_id group_id person_id duty from_at to_at', {
    key: ['inspection_id', 'person_id'],
    left: ['post_id'],
  }),
  table('巡查轮次', 'patrol_turn', 'inspection_id on_day unit_id group_id', {
    key: ['inspection_id', 'on_day', 'unit_id'],
  }),
  table('巡查日志', 'patrol_log', 'inspection_id group_id on_day words written_by written_at', {
    key: ['inspection_id', 'on_day', 'group_id'],
  }),
  table(
    '走访',
    'visit',
    'id inspection_id group_id site_id unit_id state planned_on arrived_at arrived_by finished_at finished_by discovered_at outcome note replaces_id passed_on_at version arrived_captured_at discovered_captured_at finished_captured_at light',
    { among: { state: statesOf(lifecycles.visit) } },
  ),
  table('现场回避', 'visit_recusal', 'visit_id person_id at', { key: ['visit_id', 'person_id'] }),
  table('逐条检查', 'visit_answer', 'visit_id clause_key found answered_by captured_at answered_at', {
    key: ['visit_id', 'clause_key'],
  }),
  table('材料调取', 'material_request', 'id visit_id unit_id what reason asked_by asked_at'),
  table(
    '达标结果',
    'standard_result',
    'id standard_id number unit_id site findings verdict score found_by found_at visit_id',
    number,
  ),
];

/** What was found, and what came of it. */
const outcomes: readonly RegisterTable[] = [
  table(
    '共性问题',
    'common_problem',
    'id inspection_id name cause owner_unit_id measure document spread suggested decided_by decided_at version',
  ),
  table('对照自查', 'self_check', 'common_problem_id unit_id task_id', { key: ['common_problem_id', 'unit_id'] }),
  table(
    '督查问题',
    'finding',
    'id inspection_id visit_id group_id unit_id site_id standard_id standard_number clause_key words severity conduct result_class encounter happened_at captured_at received_at digest author_id confirmer_id confirmed_at first_confirmer_id fixed_by verified_by state merged_into task_id common_problem_id told_at restricted version clock_skew_seconds raised',
    { where: open('t.id'), among: { state: statesOf(lifecycles.finding), restricted: ['false'] } },
  ),
  table(
    '识别核对',
    'recognition',
    'visit_id kind knows named members incomes policies clause_key asked_by captured_at answered_at digest outcome differs finding_id',
    { where: `t.finding_id is null or ${open('t.finding_id')}`, key: ['visit_id', 'kind'] },
  ),
  table(
    '督查结论',
    'conclusion',
    'id inspection_id unit_id number state words cleared drafted_by drafted_at sent_by sent_at check_outcome checked_by checked_at check_words issued_by issued_at issue served_at served_by receipt receipt_words final_at version',
    { among: { state: statesOf(lifecycles.conclusion) } },
  ),
  table(
    '结论所列问题',
    'conclusion_finding',
    'conclusion_id finding_id words point point_outcome point_reason decided_by decided_at',
    { where: open('t.finding_id'), key: ['conclusion_id', 'finding_id'] },
  ),
  table(
    '复核',
    'review',
    'id conclusion_id unit_id state grounds applied_by applied_at rectification_waits admitted_by admitted_at reviewer_id proposal proposal_words proposal_changes proposed_at verdict decided_words changes same_signer decided_by decided_at version',
    { among: { state: statesOf(lifecycles.review) } },
  ),
  table(
    '奖惩建议',
    'outcome_proposal',
    'id inspection_id conclusion_id unit_id kind words state proposed_by proposed_at decided_by decided_at decided_words to_organ receipt_no handed_at version',
    { among: { state: statesOf(lifecycles.outcome_proposal) } },
  ),
];

/** The records of inspections in the order in which they need each other; they need tasks. */
export const inspectionTables: readonly RegisterTable[] = [...ground, ...visits, ...outcomes];

/** Tables around inspections that no register file carries, each with its reason. */
export const leftBehind: ReadonlyMap<string, string> = new Map([
  ...['sealed_inspection', 'sealed_act', 'sealed_asked', 'sealed_attempt', 'sealed_keeper', 'sealed_share'].map(
    (name) => [name, 'nobody outside may know that there is one'] as const,
  ),
  ['call_up', 'belongs to a sealed plan'],
  ['call_up_order', 'belongs to a sealed plan'],
  ['session', 'lives in this instance only'],
  ['inspection_amendment', 'the plan goes as it was amended'],
  ['inspection_draw', 'a file of its own that anybody verifies, and longer than a cell'],
  ['inspection_key', 'a code is checked where it was made'],
  ['inspection_code', 'a code is checked where it was made'],
  ['finding_hand_over', 'a clue of an offence is known to few'],
  ['retaliation_report', 'goes to principals and the head of the bureau only'],
  ['visit_answer_sent', 'which device sent which answer, for answers sent twice'],
]);
