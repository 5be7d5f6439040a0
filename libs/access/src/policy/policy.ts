import type { Role } from '../roles.js';
import type { Scope, ScopedObject } from './scopes.js';

/**
 * Who may do one act. `public`: nobody need be signed in; `entering`: also a session that waits for its second factor;
 * `enrolling`: also one that must enrol a factor first; `signed_in`: any open session; else role by role, deny by default.
 */
export type Grant =
  | 'public'
  | 'entering'
  | 'enrolling'
  | 'signed_in'
  | { readonly object?: ScopedObject; readonly roles: { readonly [R in Role]?: Scope } };

type Roles = { readonly [R in Role]?: Scope };

const bureau: Roles = { bureau_head: 'all', bureau_officer: 'all' };
const bureauWithClerk: Roles = { ...bureau, bureau_clerk: 'all' };
const inUnit: Roles = { unit_head: 'own_unit', unit_liaison: 'own_unit', unit_staff: 'own_unit' };
const givenInUnit: Roles = { unit_head: 'own_or_given', unit_liaison: 'own_or_given', unit_staff: 'own_or_given' };
const liaison: Roles = { unit_head: 'own_unit', unit_liaison: 'own_unit' };
const head: Roles = { unit_head: 'own_unit' };
const leaders: Roles = { principal: 'all', leader_office: 'serves' };
/** Who accepts a reason or decides on an objection; that it is another person than who sent it is checked beside each act. */
const judges: Roles = { ...bureau, principal: 'all', county_leader: 'leads' };
const exporters: Roles = { principal: 'all', leader_office: 'serves', ...bureauWithClerk, auditor: 'all' };
const readers: Roles = {
  principal: 'all',
  county_leader: 'leads',
  leader_office: 'serves',
  ...bureauWithClerk,
  ...inUnit,
  auditor: 'all',
};
const everybody: Roles = {
  ...readers,
  reviewer: 'all',
  proponent: 'own',
  group_leader: 'all',
  group_member: 'all',
  invited: 'all',
};

const administrators: Roles = { sysadmin: 'all', secadmin: 'all', auditadmin: 'all' };

/** Who may look at what an inspection brought to light, each as far as it concerns them. */
const inspectionReaders: Roles = {
  principal: 'all',
  ...bureauWithClerk,
  ...inUnit,
  auditor: 'all',
  group_leader: 'grouped',
  group_member: 'grouped',
  invited: 'grouped',
};
const field: Roles = { ...bureau, group_leader: 'grouped', group_member: 'grouped' };
const fieldHeads: Roles = { ...bureau, group_leader: 'grouped' };

/** Who may be named in a sealed plan; who was, a row says and nobody's role. */
const sealing: Roles = { principal: 'all', bureau_head: 'all', bureau_officer: 'all', auditor: 'all' };
const named: Roles = { principal: 'named', bureau_head: 'named', bureau_officer: 'named', auditor: 'named' };

const on = (object: ScopedObject, roles: Roles): Grant => ({ object, roles });
const to = (roles: Roles): Grant => ({ roles });

/**
 * The one policy: the guard, the list filters, live events, exports and the generated tests all read it.
 * Separation of duty between persons is not here: it is a named predicate beside each use case and a constraint in the database.
 */
export const policy = {
  public: 'public',
  'session.enter': 'entering',
  'factor.enrol': 'enrolling',
  'session.read': 'signed_in',
  'session.use': 'signed_in',
  'access_token.make': to({
    principal: 'all',
    county_leader: 'all',
    leader_office: 'all',
    ...bureauWithClerk,
    ...inUnit,
    auditor: 'all',
  }),
  'account.read': to(administrators),
  'account.disable': to({ sysadmin: 'all', secadmin: 'all' }),
  'account.map': to({ secadmin: 'all' }),
  'guide.read': to({ ...administrators, bureau_head: 'all', bureau_officer: 'all', principal: 'all' }),
  'county.set': to({ sysadmin: 'all' }),
  'secrecy.set': to({ secadmin: 'all' }),
  'role.read': to({ ...administrators, bureau_head: 'all', auditor: 'all' }),
  'privilege.read': to(administrators),
  'privilege.ask': to(administrators),
  'privilege.decide': to(administrators),
  'people.read': to({ ...administrators, unit_head: 'own_unit' }),
  'people.manage': to({ sysadmin: 'all', unit_head: 'own_unit' }),
  'people.export': to({ sysadmin: 'all', unit_head: 'own_unit' }),
  'people.export_full': to({ sysadmin: 'all' }),
  'holding.pass': to({ sysadmin: 'all', bureau_head: 'all' }),
  'delegation.give': to({ principal: 'all', county_leader: 'all', bureau_head: 'all', unit_head: 'own_unit' }),
  'person.list': to({
    principal: 'all',
    county_leader: 'all',
    leader_office: 'all',
    ...bureauWithClerk,
    ...inUnit,
    auditor: 'all',
    ...administrators,
  }),
  'unit.list': to({ ...everybody, sysadmin: 'all', secadmin: 'all', auditadmin: 'all' }),
  'unit.export': to({ ...bureauWithClerk, auditor: 'all', sysadmin: 'all' }),
  'unit.manage': to({ sysadmin: 'all' }),
  'duty.keep': to(bureau),
  'duty.list': to({ ...leaders, county_leader: 'all', ...bureauWithClerk, ...inUnit, auditor: 'all' }),

  'need.ask': to(liaison),
  'need.read': to({ principal: 'all', ...bureauWithClerk, ...inUnit, auditor: 'all' }),
  'need.triage': to(bureau),

  'matter.read': on('matter', readers),
  'matter.case_file': on('matter', readers),
  'matter.export': on('matter', exporters),
  'matter.enter': to({ ...bureauWithClerk, leader_office: 'serves', principal: 'all' }),
  'matter.triage': on('matter', bureauWithClerk),
  'matter.propose': on('matter', { ...bureau, leader_office: 'serves' }),
  'matter.register': on('matter', bureau),
  'matter.settle': on('matter', bureau),
  'matter.reply': on('matter', bureau),
  'matter.import': to(bureauWithClerk),
  'calendar.read': 'signed_in',
  'calendar.keep': to({ bureau_head: 'all', sysadmin: 'all' }),
  'report.read': on('assignment', readers),
  'report.history': to({ principal: 'all', ...bureauWithClerk, auditor: 'all' }),
  'report.holders': to({ principal: 'all', ...bureauWithClerk, auditor: 'all' }),
  'schedule.preview': to(bureau),
  'schedule.read': on('task', readers),
  'schedule.keep': on('task', bureau),
  'law_profile.read': 'signed_in',
  'law_profile.keep': to({ bureau_head: 'all' }),
  'deadline.preview': 'signed_in',
  'ladder.read': 'signed_in',
  'ladder.rehearse': to(bureau),
  'ladder.keep': to({ bureau_head: 'all' }),
  'clock.read': to({ ...readers, reviewer: 'own' }),
  'matter.kinds': to({ ...readers, proponent: 'all', sysadmin: 'all' }),
  'matter.hints': to({ ...bureauWithClerk, leader_office: 'serves', principal: 'all' }),
  'matter.restrict': on('matter', bureauWithClerk),
  'matter.call_back': on('matter', bureauWithClerk),
  'matter.status_link': on('matter', bureauWithClerk),
  'matter.own': on('matter', { proponent: 'signed' }),
  'source.read': on('matter', bureau),
  'matter.unmask': on('matter', {
    bureau_head: 'all',
    bureau_officer: 'handles',
    unit_head: 'led',
    unit_liaison: 'led',
  }),
  'matter.hold': on('matter', { bureau_head: 'all' }),
  'personal_data.read': to({ bureau_head: 'all', auditor: 'all', ...administrators }),
  'personal_data.set': to({ secadmin: 'all' }),
  'purge.ask': to({ secadmin: 'all' }),
  'purge.decide': to({ bureau_head: 'all' }),
  'number_pattern.read': to({ ...bureauWithClerk, auditor: 'all', sysadmin: 'all' }),
  'number_pattern.set': to({ sysadmin: 'all' }),
  'number.read_void': to({ ...bureau, auditor: 'all' }),
  'handling_proposal.decide': to(leaders),
  'mandate.read': to({ ...bureauWithClerk, principal: 'all', leader_office: 'all', auditor: 'all' }),
  'mandate.propose': to({ bureau_head: 'all', bureau_officer: 'all' }),
  'mandate.approve': to({ principal: 'all' }),

  'task.read': on('task', readers),
  'task.export': on('task', exporters),
  'ledger_view.use': to(readers),
  'export.ask': to({
    ...exporters,
    unit_head: 'own_unit',
    ...administrators,
  }),
  'register.export': to({ bureau_head: 'all', principal: 'all' }),
  'export.decide': to({ bureau_head: 'all', principal: 'all', ...administrators }),
  'task.draft': to({ ...bureau, ...leaders }),
  'task.propose': on('task', { ...bureau, leader_office: 'serves' }),
  'task.approve': on('task', leaders),
  'task.instruct': on('task', leaders),
  'task.register': on('task', bureau),
  'task.dispatch': on('task', { ...bureau, principal: 'all' }),
  'task.verify': on('task', { ...bureau, leader_office: 'serves' }),
  'task.present': on('task', bureau),
  'task.decide': on('task', leaders),
  'task.close': on('task', { ...bureau, leader_office: 'serves' }),
  'task.confirm': on('task', bureau),
  'task.reopen': on('task', { ...bureau, principal: 'all' }),
  'task.suspend': on('task', bureau),
  'task.cancel': on('task', { bureau_head: 'all', principal: 'all' }),
  'task.correct': on('task', bureau),
  'task.split': on('task', bureau),
  'task.officer': on('task', { bureau_head: 'all' }),
  'instruction.give': to({ principal: 'all', leader_office: 'serves' }),
  'instruction.disown': to({ principal: 'all' }),

  'inspection.read': on('inspection', {
    principal: 'all',
    ...bureau,
    bureau_clerk: 'released',
    auditor: 'released',
    group_leader: 'grouped',
    group_member: 'grouped',
    invited: 'grouped',
  }),
  'inspection.plan': on('inspection', bureau),
  'inspection.open': on('inspection', { principal: 'all' }),
  'inspection.release': on('inspection', { bureau_head: 'all', principal: 'all' }),
  'inspection.lead': on('inspection', { ...bureau, group_leader: 'grouped', group_member: 'grouped' }),
  'inspection.patrol_rule': to({ bureau_head: 'all' }),
  'retaliation.report': to({
    ...inUnit,
    ...bureauWithClerk,
    group_leader: 'all',
    group_member: 'all',
    invited: 'all',
    reviewer: 'all',
  }),
  'retaliation.read': to({ principal: 'all', bureau_head: 'all' }),
  'retaliation.unmask': to({ principal: 'all' }),
  'retaliation.settle': to({ principal: 'all', bureau_head: 'all' }),
  'inspection.frequency': to({ principal: 'all', ...bureauWithClerk, ...liaison, auditor: 'all' }),
  'sealed.list': to(sealing),
  'sealed.start': to({ ...bureau, principal: 'all' }),
  'sealed.called': to(everybody),
  'sealed.open': on('sealed_inspection', named),
  'visit.read': to({
    principal: 'all',
    ...bureau,
    group_leader: 'grouped',
    group_member: 'grouped',
    invited: 'grouped',
  }),
  'visit.make': to({ ...bureau, group_leader: 'grouped', group_member: 'grouped' }),
  'frame.read': to({ principal: 'all', ...bureauWithClerk, group_leader: 'all', group_member: 'all', auditor: 'all' }),
  'frame.keep': to(bureau),
  'inspector.read': to(bureau),
  'inspector.keep': to(bureau),
  'inspector.acknowledge': to(everybody),
  'look_back.read': to({ principal: 'all', ...bureauWithClerk, auditor: 'all' }),
  'look_back.plan': to(bureau),
  'look_back.check': to(bureau),
  'look_back.figures': to({ principal: 'all', ...bureauWithClerk, ...liaison, auditor: 'all' }),
  'standard.read': to({
    principal: 'all',
    county_leader: 'all',
    leader_office: 'all',
    ...bureauWithClerk,
    ...inUnit,
    auditor: 'all',
  }),
  'standard.draft': to(bureau),
  'standard.publish': to({ bureau_head: 'all' }),
  'standard.result': to({ principal: 'all', ...bureauWithClerk, auditor: 'all' }),
  'standard.find': to(bureau),

  'finding.record': to(field),
  'finding.checklist': to({ ...field, principal: 'all', auditor: 'all', invited: 'grouped' }),
  'finding.list': to({ ...inspectionReaders }),
  'finding.read': on('finding', inspectionReaders),
  'finding.cross_check': on('finding', { principal: 'all', ...bureau }),
  'finding.confirm': on('finding', fieldHeads),
  'finding.settle': on('finding', fieldHeads),
  'finding.order': on('finding', bureau),
  'finding.hand_over': on('finding', bureau),
  'finding.roll_up': to({ principal: 'all', ...bureauWithClerk, auditor: 'all' }),
  'common_problem.decide': to(bureau),
  'conclusion.read': on('conclusion', inspectionReaders),
  'conclusion.draft': to(bureau),
  'conclusion.edit': on('conclusion', bureau),
  'conclusion.state': on('conclusion', liaison),
  'conclusion.issue': on('conclusion', { principal: 'all' }),
  'conclusion.receive': on('conclusion', liaison),
  'review.apply': on('conclusion', liaison),
  'review.list': to({ principal: 'all', ...bureauWithClerk, ...inUnit, auditor: 'all', reviewer: 'own' }),
  'review.read': on('review', { principal: 'all', ...bureauWithClerk, ...inUnit, auditor: 'all', reviewer: 'own' }),
  'review.withdraw': on('review', liaison),
  'review.admit': on('review', { bureau_head: 'all', principal: 'all' }),
  'review.propose': on('review', { reviewer: 'own' }),
  'review.decide': on('review', { principal: 'all' }),
  'review.rule': to({ bureau_head: 'all' }),
  'outcome_proposal.read': to({ principal: 'all', ...bureauWithClerk, auditor: 'all' }),
  'outcome_proposal.make': to(bureau),
  'outcome_proposal.decide': to({ principal: 'all' }),

  'assignment.list': on('assignment', { ...readers, ...givenInUnit }),
  'assignment.read': on('assignment', {
    ...readers,
    unit_head: 'own_or_led',
    unit_liaison: 'own_or_led',
    unit_staff: 'own_or_led',
  }),
  'assignment.sign': on('assignment', liaison),
  'assignment.report': on('assignment', inUnit),
  'assignment.submit': on('assignment', liaison),
  'assignment.sign_off': on('assignment', head),
  'assignment.withdraw': on('assignment', head),
  'assignment.lead': on('assignment', { unit_head: 'led', unit_liaison: 'led' }),
  'assignment.urge': on('assignment', { ...bureau, principal: 'all', county_leader: 'leads', leader_office: 'serves' }),
  'assignment.refuse_service': on('assignment', bureau),
  'assignment.reply_urging': on('assignment', inUnit),
  'slip.read': on('assignment', readers),
  'slip.reply': on('assignment', liaison),
  'slip.judge': on('assignment', judges),
  'objection.raise': on('assignment', liaison),
  'objection.raise_all': to(liaison),
  'objection.decide': on('assignment', judges),
  'light.read': on('assignment', {
    principal: 'all',
    county_leader: 'leads',
    leader_office: 'serves',
    ...bureauWithClerk,
    auditor: 'all',
  }),
  'errand.read': on('assignment', { ...bureauWithClerk, ...givenInUnit }),
  'errand.give': on('assignment', liaison),
  'errand.report': on('assignment', givenInUnit),
  'dispute.raise': on('assignment', liaison),
  'dispute.rule': on('assignment', { ...bureau, unit_head: 'rules', unit_liaison: 'rules' }),
  'dispute.state': on('assignment', { unit_head: 'rules', unit_liaison: 'rules' }),
  'dispute.read': to(readers),
  'dispute.measure': to({
    principal: 'all',
    ...bureauWithClerk,
    auditor: 'all',
    unit_head: 'own_unit',
    unit_liaison: 'own_unit',
  }),
  'extension.ask': on('assignment', liaison),
  'extension.decide': on('assignment', bureau),
  'assignment.manage': on('assignment', bureau),

  'tray.read': to({ principal: 'all', county_leader: 'leads', leader_office: 'serves' }),
  'desk.load': to({ bureau_head: 'all' }),
  'notice.read': to({
    principal: 'all',
    county_leader: 'leads',
    leader_office: 'serves',
    ...bureauWithClerk,
    ...inUnit,
    sysadmin: 'all',
    group_leader: 'all',
    group_member: 'all',
    invited: 'all',
  }),
  'notice.ways': to({ ...everybody, ...administrators }),
  'notice.call': to({ ...bureauWithClerk, principal: 'all' }),
  'notice_channel.read': to({ sysadmin: 'all', secadmin: 'all', bureau_head: 'all' }),
  'notice_channel.keep': to({ sysadmin: 'all' }),
  'notice_address.ask': to({ sysadmin: 'all', secadmin: 'all' }),
  'notice_rule.read': to({ sysadmin: 'all', secadmin: 'all', bureau_head: 'all' }),
  'notice_rule.set': to({ sysadmin: 'all', bureau_head: 'all' }),
  'notice_delivery.read': to({ sysadmin: 'all', bureau_head: 'all' }),
  'evidence.store': to({ ...bureauWithClerk, ...leaders, ...inUnit, group_leader: 'all', group_member: 'all' }),
  'evidence.read': to({ ...readers, group_leader: 'all', group_member: 'all', invited: 'all', reviewer: 'all' }),
  'event.follow': 'signed_in',
  'audit.read': to({ auditor: 'all', auditadmin: 'all' }),
  'audit.verify': to({ auditadmin: 'all', auditor: 'all' }),
  'queue.manage': to({ sysadmin: 'all' }),
  'health.read': to({ sysadmin: 'all' }),
  'restore.release': to({ sysadmin: 'all' }),
} as const satisfies Record<string, Grant>;

/** The name of an act in the policy. */
export type Act = keyof typeof policy;

/** The policy row of an act. */
export const grantOf = (act: Act): Grant => policy[act];

/**
 * Acts on sealed plans leave no trace beside their own chain: no session is marked as seen, no refusal is kept but the one
 * that an unknown id makes, and nobody lends them or hands them to a machine.
 */
export const isSealedAct = (act: string): boolean => act.startsWith('sealed.');

/** What a device issued for one inspection may do at most: what its group does on the ground, and say who it is. */
export const issuedActs: readonly string[] = [
  'session.read',
  'event.follow',
  'unit.list',
  'inspection.read',
  'inspection.lead',
  'visit.read',
  'visit.make',
  'frame.read',
  'finding.record',
  'finding.checklist',
  'finding.list',
  'finding.read',
  'finding.confirm',
  'finding.settle',
  'evidence.store',
  'evidence.read',
];
