import { eventsFrom, reachableStates, statesOf, terminalStates } from '@ducha/kernel';
import fc from 'fast-check';
import { conclusionLifecycle } from '../conclusion/conclusion-lifecycle.js';
import { outcomeLifecycle } from '../conclusion/outcome-lifecycle.js';
import { type BoundFinding, unreadyOf } from '../conclusion/readiness.js';
import { faultInChanges, reviewLifecycle } from '../review/review-lifecycle.js';
import { findingLifecycle, standingStates } from './finding-lifecycle.js';
import { standingOf } from './standing.js';
import { suggestedClass } from './spread.js';

describe('the lifecycles of what is found', () => {
  it.each([
    ['finding', findingLifecycle, ['merged', 'handed_over', 'dismissed', 'revoked']],
    ['conclusion', conclusionLifecycle, ['final', 'revoked']],
    ['review', reviewLifecycle, ['decided', 'refused', 'withdrawn']],
    ['outcome', outcomeLifecycle, ['refused', 'withdrawn', 'handed_over']],
  ])('of a %s reaches every state and ends where it should', (_, lifecycle, ends) => {
    expect([...reachableStates(lifecycle as typeof findingLifecycle)].sort()).toEqual(
      statesOf(lifecycle as typeof findingLifecycle).sort(),
    );
    expect(terminalStates(lifecycle as typeof findingLifecycle)).toEqual(ends);
  });

  it('lets nothing be ordered, fixed or concluded that a second person has not confirmed', () => {
    expect(eventsFrom(findingLifecycle, 'recorded')).not.toContain('order');
    expect(eventsFrom(findingLifecycle, 'recorded')).not.toContain('fix_on_spot');
    expect(standingStates).not.toContain('recorded');
  });

  it('issues no conclusion that its object was not asked about', () => {
    expect(eventsFrom(conclusionLifecycle, 'drafted')).not.toContain('issue');
  });
});

describe('the standing of a finding', () => {
  it.each([
    ['confirmed', null, 'confirmed'],
    ['ordered', { state: 'dispatched', round: 1 }, 'ordered'],
    ['ordered', { state: 'answered', round: 1 }, 'rectified'],
    ['ordered', { state: 'closed', round: 1 }, 'verified'],
    ['ordered', { state: 'effective', round: 1 }, 'effective'],
    ['ordered', { state: 'registered', round: 2 }, 'relapsed'],
    ['ordered', { state: 'answered', round: 2 }, 'rectified'],
    ['revoked', { state: 'answered', round: 1 }, 'revoked'],
  ] as const)('%s with %j is %s', (state, task, standing) => {
    expect(standingOf(state, task)).toBe(standing);
  });
});

describe('common or individual', () => {
  const spread = { findings: 9, units: 3, sites: 3, groups: 1, inspectedUnits: 9 };

  it.each([
    ['three of nine units', {}, 'common'],
    ['three of ten units', { inspectedUnits: 10 }, 'individual'],
    ['two units', { units: 2, inspectedUnits: 2 }, 'individual'],
    ['five places seen by two groups', { units: 1, sites: 5, groups: 2 }, 'common'],
    ['five places seen by one group', { units: 1, sites: 5, groups: 1 }, 'individual'],
    ['nothing inspected', { units: 0, sites: 0, groups: 0, inspectedUnits: 0 }, 'individual'],
  ] as const)('%s', (_, change, suggestion) => {
    expect(suggestedClass({ ...spread, ...change })).toBe(suggestion);
  });

  it('never becomes individual by spreading further', () => {
    const count = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(count, count, count, (units, sites, groups) => {
        const before = { findings: 99, units, sites, groups, inspectedUnits: 40 };
        const after = { ...before, units: units + 1, sites: sites + 1, groups: groups + 1 };
        return suggestedClass(before) !== 'common' || suggestedClass(after) === 'common';
      }),
    );
  });
});

describe('a conclusion', () => {
  const sound: BoundFinding = { id: 'a', state: 'confirmed', evidence: 1, openPoint: false, struck: false };

  it.each([
    [null, [sound], false],
    [null, [], true],
    ['noFindings', [], false],
    ['notConfirmed', [{ ...sound, state: 'recorded' }], false],
    ['noEvidence', [{ ...sound, evidence: 0 }], false],
    ['openPoint', [{ ...sound, openPoint: true }], false],
    [null, [sound, { ...sound, id: 'b', state: 'dismissed', struck: true }], false],
  ] as const)('is unready: %s', (code, findings, cleared) => {
    expect(unreadyOf(findings, cleared)?.code ?? null).toBe(code);
  });
});

describe('the changes of a review', () => {
  const amended = { findingId: 'a', to: 'amend' as const, words: '三户中一户' };

  it.each([
    [null, 'uphold', []],
    ['changesUnwanted', 'uphold', [amended]],
    ['changesUnwanted', 'revoke', [amended]],
    ['changesWanted', 'change', []],
    [null, 'change', [amended, { findingId: 'b', to: 'revoke' as const, words: null }]],
    ['bound', 'change', [{ ...amended, findingId: 'x' }]],
    ['once', 'change', [amended, amended]],
    ['said', 'change', [{ ...amended, words: null }]],
  ] as const)('%s for %s', (constraint, verdict, changes) => {
    expect(faultInChanges(verdict, changes, ['a', 'b'])?.constraint ?? null).toBe(constraint);
  });
});
