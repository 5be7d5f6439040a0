import fc from 'fast-check';
import { nodeDigests } from '../../node-digests.js';
import { draw } from '../draw/draw.js';
import { faultInTerms } from '../draw/terms.js';
import { verifyDraw } from '../draw/verify-draw.js';
import { type FrameSite, siteTerms } from './site-terms.js';

const site = (unit: number, n: number): FrameSite => {
  const row = `镇${unit}/${n}`;
  return { siteId: row, row, unitId: `unit${unit}`, stratum: `镇${unit}`, taken: false };
};
const lots = (seed: number) => ({
  seed: seed.toString(16).padStart(64, '0'),
  contribution: '',
  committedAt: '2026-11-23T00:00:00.000Z',
  drawnAt: '2026-11-23T00:01:00.000Z',
  failed: [],
});

describe('the terms of a draw of sites', () => {
  it('take the quota of every township, send no group where it is barred, and share the work', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), fc.integer({ min: 1, max: 4 }), (seed, quota) => {
        const sites = [1, 2, 3].flatMap((unit) => Array.from({ length: 6 }, (_, n) => site(unit, n)));
        const recusals = [{ inspector: '1', party: 'unit2', reason: 'home' }];
        const terms = siteTerms({ purpose: '抽村', sites, quota, groups: ['1', '2', '3'], recusals });
        expect(faultInTerms(terms)).toBeNull();
        const record = draw({ terms, ...lots(seed) }, nodeDigests);
        expect(verifyDraw(record, nodeDigests).holds).toBe(true);
        expect(record.drawn.map(({ objects }) => objects.length)).toEqual([quota, quota, quota]);
        const given = record.assigned.map(({ object, inspectors: [group] }) => [object.slice(0, 2), group]);
        expect(given.filter(([unit, group]) => unit === '镇2' && group === '1')).toEqual([]);
        const loads = ['1', '2', '3'].map((group) => given.filter(([, own]) => own === group).length);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(quota);
      }),
      { numRuns: 60 },
    );
  });

  it('take out what is taken and what nobody may visit, and say why', () => {
    const sites = [site(1, 0), { ...site(1, 1), taken: true }, site(2, 0)];
    const recusals = [{ inspector: '1', party: 'unit2', reason: 'kin' }];
    const terms = siteTerms({ purpose: '抽村', sites, quota: 2, groups: ['1'], recusals });
    expect(terms.excluded).toEqual([
      { id: '镇1/1', reason: 'taken' },
      { id: '镇2/0', reason: 'nobody_free' },
    ]);
    expect(siteTerms({ purpose: '抽户', sites, quota: 2, groups: [], recusals: [] })).toMatchObject({
      perObject: 0,
      excluded: [{ id: '镇1/1' }],
    });
  });
});
