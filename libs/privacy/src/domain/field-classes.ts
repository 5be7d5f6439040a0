import type { RetentionPart } from './retention.js';

/** Classes of personal data (个人信息保护法 art. 28): `sensitive` is health, identity, finance, whereabouts and all data of minors. */
export type PersonalClass = 'ordinary' | 'sensitive';

/** What personal data is held for. */
export type Purpose = 'answer_asker' | 'handle_matter' | 'hold_post' | 'sign_in' | 'show_import' | 'repeat_answer';

/** One stored column that is personal or may hold personal data in its text. */
export interface PersonalField {
  readonly class: PersonalClass;
  readonly purpose: Purpose;
  /** By which rule it ends; null: with the record it belongs to (a person's posts, a day's kept answers, the archive). */
  readonly part: RetentionPart | null;
}

/** How the rows of a table with free text are found from their matter. */
export type Reach = 'matter' | 'ofMatter' | 'ofTask' | 'ofAssignment' | 'ofErrand' | 'ofSubject' | 'taskItself';

const freeText: PersonalField = { class: 'sensitive', purpose: 'handle_matter', part: 'numbers' };
const official: PersonalField = { class: 'ordinary', purpose: 'hold_post', part: null };
const account: PersonalField = { class: 'ordinary', purpose: 'sign_in', part: null };
const previewed: PersonalField = { class: 'sensitive', purpose: 'show_import', part: 'numbers' };
const officialWords: PersonalField = { class: 'ordinary', purpose: 'handle_matter', part: null };

/**
 * Tables whose texts people write freely, so that ids, telephones, health and money may stand in them: they count as
 * sensitive, and personal numbers in them end with the part `numbers`.
 */
export const freeTexts: Readonly<Record<string, { readonly reach: Reach; readonly columns: readonly string[] }>> = {
  matter: { reach: 'matter', columns: ['title', 'body', 'fields', 'meeting'] },
  reply: { reach: 'ofMatter', columns: ['body', 'feedback_words'] },
  call_back: { reach: 'ofMatter', columns: ['words'] },
  hand_over: { reach: 'ofMatter', columns: ['reason', 'to_organ', 'received_by'] },
  handling_proposal: { reach: 'ofMatter', columns: ['wording', 'decided_words'] },
  matter_hold: { reach: 'ofMatter', columns: ['reason'] },
  task: { reach: 'taskItself', columns: ['title', 'demand', 'report_why'] },
  report: { reach: 'ofTask', columns: ['progress', 'problem', 'next_step'] },
  answer: { reach: 'ofTask', columns: ['body'] },
  verification: { reach: 'ofTask', columns: ['words'] },
  slip: { reach: 'ofTask', columns: ['reply', 'decision_words'] },
  objection: { reach: 'ofTask', columns: ['words', 'reason'] },
  presentation: { reach: 'ofTask', columns: ['summary', 'decided_words'] },
  suspension: { reach: 'ofTask', columns: ['reason'] },
  correction: { reach: 'ofTask', columns: ['reason', 'before', 'after'] },
  dispute: { reach: 'ofTask', columns: ['ground', 'legal_basis', 'statement', 'reasons'] },
  extension: { reach: 'ofTask', columns: ['reason', 'progress', 'decided_words'] },
  urging: { reach: 'ofTask', columns: ['words', 'reply'] },
  errand: { reach: 'ofAssignment', columns: ['note'] },
  errand_report: { reach: 'ofErrand', columns: ['words'] },
  look_back_check: { reach: 'ofTask', columns: ['words'] },
  instruction: { reach: 'ofSubject', columns: ['words'] },
};

const texts = Object.entries(freeTexts).flatMap(([table, { columns }]) =>
  columns.map((column): [string, PersonalField] => [`${table}.${column}`, freeText]),
);

/** Every column of the database that is personal data or may hold it, by `table.column`. A test compares it with the schema. */
export const personalFields: Readonly<Record<string, PersonalField>> = {
  'signatory.name': { class: 'ordinary', purpose: 'answer_asker', part: 'names' },
  'signatory.contact': { class: 'ordinary', purpose: 'answer_asker', part: 'contacts' },
  'protected_source.name': { class: 'sensitive', purpose: 'answer_asker', part: 'names' },
  'protected_source.contact': { class: 'sensitive', purpose: 'answer_asker', part: 'contacts' },
  ...Object.fromEntries(texts),
  'audit_words.words': freeText,
  'matter_import.sample': previewed,
  'matter_import.rejected': previewed,
  'matter_import.file_name': officialWords,
  'evidence.file_name': officialWords,
  'idempotency_key.answer': { class: 'ordinary', purpose: 'repeat_answer', part: null },
  'person.name': official,
  'person.initials': official,
  'person.phone': official,
  'post.title': official,
  'privilege_request.title': official,
  'privilege_request.reason': official,
  'privilege_request.words': official,
  'delegation.reason': official,
  'standing_mandate.reason': officialWords,
  'export_request.reason': officialWords,
  'export_request.filters': officialWords,
  'export_request.decided_words': officialWords,
  'purge.words': officialWords,
  'upward_need.title': officialWords,
  'upward_need.body': officialWords,
  'upward_need.settled_words': officialWords,
  'duty_import.file_name': officialWords,
  'urging.spoke_with': official,
  'notice_contact.mail': official,
  'notice_call.said': officialWords,
  'notice_address.reason': officialWords,
  'notice_address.words': officialWords,
  'history_import.file_name': officialWords,
  'finding.words': officialWords,
  'common_problem.name': officialWords,
  'common_problem.cause': officialWords,
  'common_problem.measure': officialWords,
  'common_problem.document': officialWords,
  'conclusion.words': officialWords,
  'conclusion.check_words': officialWords,
  'conclusion.receipt_words': officialWords,
  'conclusion_finding.words': officialWords,
  'conclusion_finding.point': officialWords,
  'conclusion_finding.point_reason': officialWords,
  'review.grounds': officialWords,
  'review.proposal_words': officialWords,
  'review.proposal_changes': officialWords,
  'review.decided_words': officialWords,
  'review.changes': officialWords,
  'review.same_signer': officialWords,
  'finding_hand_over.reason': officialWords,
  'finding_hand_over.to_organ': officialWords,
  'outcome_proposal.words': officialWords,
  'outcome_proposal.to_organ': officialWords,
  'outcome_proposal.decided_words': officialWords,
  'finding_hand_over.received_by': official,
  'account.login': account,
  'account_subject.subject': account,
  'session.source': account,
  'session.device': account,
  'access_token.name': account,
  'passkey.name': account,
  'site.name': { class: 'ordinary', purpose: 'handle_matter', part: null },
  'recusal_declaration.ground': { class: 'sensitive', purpose: 'handle_matter', part: null },
  'recusal_declaration.end_reason': { class: 'sensitive', purpose: 'handle_matter', part: null },
  'inspection.frequency_words': officialWords,
  'inspection_amendment.reason': officialWords,
  'visit.note': officialWords,
  'material_request.what': officialWords,
  'material_request.reason': officialWords,
  'retaliation_report.words': { class: 'sensitive', purpose: 'handle_matter', part: null },
  'retaliation_report.settled_words': officialWords,
  'patrol_log.words': officialWords,
  'recognition.named': officialWords,
  'recognition.members': { class: 'ordinary', purpose: 'handle_matter', part: null },
  'recognition.incomes': { class: 'sensitive', purpose: 'handle_matter', part: null },
  'recognition.policies': { class: 'sensitive', purpose: 'handle_matter', part: null },
};

/** Columns that look personal by their names and are not: names of offices and things, codes. */
export const notPersonal: readonly string[] = [
  'unit.name',
  'unit.short_name',
  'unit.initials',
  'unit_change.former_name',
  'unit_change.former_short_name',
  'county_setting.name',
  'suspension.ground',
  'county_setting.value',
  'ledger_view.name',
  'ledger_view.settings',
  'number_series.sequence_name',
  'backup_run.file_name',
  'audit_row.facts',
  'notice.facts',
  'outbox.payload',
  'matter_import.counts',
  'matter_import.columns',
  'purge.parts',
  'duty_import.counts',
  'duty_import.rejected',
  'closed_case.source',
  'history_import.counts',
  'history_import.source',
  'law_profile_revision.place',
  'law_profile_revision.source',
  'law_profile_revision.title',
  'ladder_revision.title',
  'slip.name',
  'notice_channel.name',
  'notice_channel.settings',
  'look_back_check.reason',
  'standard.name',
  'inspection.name',
  'inspection_group.name',
  'sweep_turn.name',
];

/** Own fields of the kinds that name or describe a person or a place; all of them lie in `matter.fields`. */
export const personalKindFields: Readonly<Record<string, PersonalClass>> = {
  'deputy_suggestion.jointly': 'ordinary',
  'deputy_suggestion.note': 'ordinary',
  'cppcc_proposal.jointly': 'ordinary',
  'cppcc_proposal.note': 'ordinary',
  'cppcc_proposal.circle': 'sensitive',
  'field_visit.place': 'ordinary',
  'field_visit.company': 'ordinary',
  'netizen_message.place': 'sensitive',
  'netizen_message.pageUrl': 'ordinary',
  'hotline.place': 'sensitive',
  'hotline.contactedPerson': 'ordinary',
  'hotline.unsolvedReason': 'sensitive',
  'hotline.handling': 'sensitive',
  'hotline.publicReply': 'ordinary',
  'hotline.acceptedBy': 'ordinary',
  'superior_document.contactPoint': 'ordinary',
};
