import { faultOfObject } from './jurisdiction.js';
import { contradictionsIn, missingIn, type Plan } from './plan.js';

const plan: Plan = {
  name: '人居环境专项督查',
  contentClass: 'key_deployments',
  type: 'special',
  methods: ['unannounced_visit'],
  purpose: '查实情',
  scope: '村容村貌',
  frequencyWords: null,
  standard: { id: 's', number: 1 },
  fromOn: '2026-11-23',
  toOn: '2026-11-24',
  objects: [{ unitId: 'town', necessity: null }],
  sites: [{ siteId: 'village', group: 1 }],
  villagesPerUnit: null,
  householdsPerVillage: 8,
  designation: null,
  groups: [{ name: '第一组', charter: '查代庄', leaderId: 'a', memberIds: ['b'], invitedIds: [], unitIds: ['town'] }],
  supervisorIds: ['c'],
};
const [group] = plan.groups;

describe('a plan', () => {
  it('stands when it says everything', () => {
    expect([...missingIn(plan), ...contradictionsIn(plan)]).toEqual([]);
  });

  it('names what it does not say', () => {
    const empty = {
      ...plan,
      contentClass: null,
      methods: [],
      scope: ' ',
      standard: null,
      toOn: null,
      groups: [{ ...group!, leaderId: null }],
    };
    expect(missingIn(empty).map(({ path }) => path)).toEqual([
      'contentClass',
      'methods',
      'scope',
      'standard',
      'toOn',
      'groups[0].leaderId',
    ]);
  });

  it('contradicts itself nowhere', () => {
    const wrong = {
      ...plan,
      toOn: '2026-11-22',
      sites: [...plan.sites, { siteId: 'village', group: 2 }],
      groups: [{ ...group!, memberIds: ['a'], unitIds: ['elsewhere'] }],
      supervisorIds: ['c', 'c'],
    };
    expect(contradictionsIn(wrong)).toEqual([
      { path: 'toOn', code: 'order' },
      { path: 'sites[1].siteId', code: 'twice' },
      { path: 'groups[0].memberIds[0]', code: 'twice' },
      { path: 'supervisorIds[1]', code: 'twice' },
      { path: 'groups[0].unitIds[0]', code: 'outside' },
      { path: 'sites[1].group', code: 'unknown' },
    ]);
  });

  it('inspects whom the law lets the county inspect', () => {
    expect(faultOfObject({ kind: 'town', levels: 0 }, null)).toBeNull();
    expect(faultOfObject({ kind: 'village', levels: 1 }, '必要')).toBe('notAnObject');
    expect(faultOfObject({ kind: 'party_organ', levels: 0 }, null)).toBe('notAnObject');
    expect(faultOfObject({ kind: 'division', levels: 1 }, ' ')).toBe('necessityMissing');
    expect(faultOfObject({ kind: 'division', levels: 1 }, '群众集中反映')).toBeNull();
  });
});
