/**
 * What people ask of the two lists: the first page (50 rows) with one filter or several.
 * @typedef {object} Question
 * @property {string} list   `inbox` or `ledger`
 * @property {string} who    whose session asks
 * @property {string} path
 */

const inDays = (days) => new Date(Date.now() + days * 24 * 3_600_000).toISOString();

/** @param {import('../stage/county.mjs').County} county  @returns {Question[]} */
export function questionsOf({ unit, person }) {
  return [...inboxQuestions(unit), ...ledgerQuestions(unit, person)];
}

function inboxQuestions(unit) {
  const boxes = ['to_sign', 'to_do', 'to_sign_off', 'returned', 'answered', 'done', 'all'];
  const busy = 'department1-liaison';
  const quiet = 'town9-liaison';
  return [
    ...boxes.map((box) => ({ who: busy, query: { box } })),
    ...['to_sign', 'to_do', 'done', 'all'].map((box) => ({ who: quiet, query: { box } })),
    { who: 'department1-head', query: { box: 'to_sign_off' } },
    { who: busy, query: { box: 'to_do', overdue: 'true' } },
    { who: busy, query: { overdue: 'true' } },
    { who: quiet, query: { overdue: 'true' } },
    { who: busy, query: { box: 'to_do', dueTo: inDays(7) } },
    { who: busy, query: { q: '路灯' } },
    { who: quiet, query: { q: '仪封路灯' } },
    { who: busy, query: { box: 'done', q: '噪声扰民' } },
    { who: 'officer1', query: { unitId: unit.department20, box: 'to_do' } },
    { who: 'officer1', query: { unitId: unit.town9 } },
  ].map(({ who, query }) => ({ list: 'inbox', who, path: `/assignments?${new URLSearchParams(query)}` }));
}

function ledgerQuestions(unit, person) {
  return [
    { who: 'officer1', query: {} },
    { who: 'officer1', query: { mine: 'true' } },
    { who: 'officer1', query: { mine: 'true', state: 'answered' } },
    { who: 'head', query: { officerId: person.officer2, state: 'under_way' } },
    { who: 'head', query: { state: 'dispatched,under_way' } },
    { who: 'head', query: { state: 'answered' } },
    { who: 'head', query: { state: 'closed' } },
    { who: 'head', query: { kind: 'instruction', state: 'under_way' } },
    { who: 'head', query: { kind: 'meeting_decision' } },
    { who: 'head', query: { unitId: unit.department1 } },
    { who: 'head', query: { unitId: unit.town9, state: 'under_way' } },
    { who: 'head', query: { leadUnitId: unit.town16 } },
    { who: 'head', query: { leadUnitId: unit.department1, state: 'under_way' } },
    { who: 'head', query: { category: '环境保护' } },
    { who: 'head', query: { category: '环境保护/水', state: 'under_way' } },
    { who: 'head', query: { overdue: 'true' } },
    { who: 'head', query: { overdue: 'true', leadUnitId: unit.town9 } },
    { who: 'head', query: { suspended: 'true' } },
    { who: 'head', query: { sort: 'due' } },
    { who: 'head', query: { sort: 'due', state: 'under_way', mine: 'false' } },
    { who: 'head', query: { dueFrom: inDays(0), dueTo: inDays(7) } },
    { who: 'head', query: { leaderId: person.leader2, state: 'under_way' } },
    { who: 'head', query: { q: '路灯损坏' } },
    { who: 'head', query: { q: '仪封镇危房' } },
    { who: 'head', query: { q: '考城电梯停运', state: 'under_way' } },
    { who: 'principal', query: { principalId: person.principal } },
    { who: 'principal', query: { principalId: person.principal, state: 'presented' } },
    { who: 'leader1', query: {} },
    { who: 'leader1', query: { overdue: 'true' } },
    { who: 'department20-liaison', query: {} },
    { who: 'department1-liaison', query: { state: 'under_way' } },
    { who: 'town9-liaison', query: { q: '道路积水' } },
  ].map(({ who, query }) => ({ list: 'ledger', who, path: `/tasks?${new URLSearchParams(query)}` }));
}
