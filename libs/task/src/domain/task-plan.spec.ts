import { type CountyFacts, faultsOfPlan, type TaskPlan } from './task-plan.js';
import { caseOfficersFor } from './case-officer.js';
import { CHUNK, chunkAt, chunksFor, sharesOf } from './shares.js';

const facts: CountyFacts = {
  now: new Date('2026-03-05T00:00:00Z'),
  unitKinds: new Map([
    ['water', 'department'],
    ['town', 'town'],
    ['village', 'village'],
  ]),
  townships: new Map([['town', '青山镇']]),
  listed: new Map([['执法/违建', { item: '执法/违建', list: 'withdrawn' }]]),
  orderedReports: new Map(),
  decided: new Map(),
  roles: new Map([
    ['magistrate', ['principal']],
    ['officer', ['bureau_officer']],
  ]),
};
const plan: TaskPlan = {
  matterId: null,
  parentId: null,
  category: null,
  title: '整治黑臭水体',
  leadUnitId: 'water',
  assistUnitIds: ['town'],
  dueAt: new Date('2026-03-06T00:00:00Z'),
  leadLeaderId: 'magistrate',
  principalId: 'magistrate',
  caseOfficerId: 'officer',
  targetValue: 10,
  targetUnit: '处',
  reportEvery: null,
  reportWhy: null,
};

describe('faultsOfPlan', () => {
  it('finds nothing wrong with a whole plan', () => {
    expect(faultsOfPlan(plan, facts, 'dispatched')).toEqual([]);
  });

  it.each<[string, Partial<TaskPlan>, string, string]>([
    ['due now', { dueAt: facts.now }, 'dueInPast', 'dueAt'],
    ['no lead', { leadUnitId: null }, 'incomplete', 'leadUnitId'],
    ['no date', { dueAt: null }, 'incomplete', 'dueAt'],
    ['no title', { title: '' }, 'incomplete', 'title'],
    ['an unknown unit', { assistUnitIds: ['town', 'gone'] }, 'unknownUnit', 'assistUnitIds[1]'],
    ['a village', { leadUnitId: 'village' }, 'villageNotDirect', 'leadUnitId'],
    ['the lead also assists', { assistUnitIds: ['water'] }, 'duplicateUnit', 'assistUnitIds[0]'],
    ['an assist twice', { assistUnitIds: ['town', 'town'] }, 'duplicateUnit', 'assistUnitIds[1]'],
    ['an unknown leader', { leadLeaderId: 'nobody' }, 'unknownPerson', 'leadLeaderId'],
    ['an officer as principal', { principalId: 'officer' }, 'postNotHeld', 'principalId'],
    ['a withdrawn item to a township', { category: '执法/违建' }, 'withdrawnItem', 'assistUnitIds[0]'],
    ['a target without unit', { targetUnit: null }, 'targetIncomplete', 'targetUnit'],
  ])('%s', (_, change, name, path) => {
    expect(faultsOfPlan({ ...plan, ...change }, facts, 'dispatched').map((one) => [one.name, one.error.path])).toEqual([
      [name, path],
    ]);
  });

  it('lets a draft lack anything', () => {
    const empty = { ...plan, title: '', leadUnitId: null, assistUnitIds: [], dueAt: null };
    expect(faultsOfPlan(empty, facts, 'draft')).toEqual([]);
    expect(faultsOfPlan(empty, facts, 'registered').map(({ error }) => error.path)).toEqual(['title']);
  });

  it('leaves the lists to the principal who will decide, and binds the bureau', () => {
    const listed = { ...plan, category: '执法/违建' };
    expect(faultsOfPlan(listed, facts, 'draft')).toEqual([]);
    expect(faultsOfPlan(listed, facts, 'registered', 'leave_to_principal')).toEqual([]);
    expect(faultsOfPlan(listed, facts, 'draft', 'bind').map(({ facts: said }) => said)).toEqual([
      { item: '执法/违建', list: 'withdrawn', unitId: 'town', unit: '青山镇', duty: 'assist' },
    ]);
  });
});

describe('caseOfficersFor', () => {
  const rule = { officerId: 'gu', coverId: 'xia', officerAway: false, coverAway: false };

  it.each([
    ['by rule', null, rule, { caseOfficerId: 'gu', coverOfficerId: 'xia' }],
    [
      'the cover while the officer is away',
      null,
      { ...rule, officerAway: true },
      { caseOfficerId: 'xia', coverOfficerId: 'gu' },
    ],
    [
      'the officer when both are away',
      null,
      { ...rule, officerAway: true, coverAway: true },
      { caseOfficerId: 'gu', coverOfficerId: 'xia' },
    ],
    ['whoever was named', 'he', rule, { caseOfficerId: 'he', coverOfficerId: 'gu' }],
    ['the doer without a rule', null, undefined, { caseOfficerId: 'doer', coverOfficerId: null }],
  ])('%s', (_, named, given, expected) => {
    expect(caseOfficersFor(named, given, 'doer')).toEqual(expected);
  });
});

describe('shares', () => {
  const ids = () => {
    let n = 0;
    return () => `id${++n}`;
  };
  const sending = { taskId: 't', round: 1, leadUnitId: 'water', assistUnitIds: ['town', 'city'], dueAt: null };

  it('makes one lead and one assignment for every assist that holds none', () => {
    expect(
      sharesOf([sending], ids(), (_, unitId) => unitId === 'town').map(({ unitId, duty }) => [unitId, duty]),
    ).toEqual([
      ['water', 'lead'],
      ['city', 'assist'],
    ]);
  });

  it('cuts deliveries at 500', () => {
    expect([chunksFor(0), chunksFor(1), chunksFor(CHUNK), chunksFor(CHUNK + 1)]).toEqual([0, 1, 1, 2]);
    expect([chunkAt(CHUNK - 1), chunkAt(CHUNK)]).toEqual([0, 1]);
  });
});
