import fc from 'fast-check';
import { nodeDigests as digests } from '../../node-digests.js';
import { Chance, shuffled } from './chance.js';
import { byBytes, bytesOf, hexOf } from './digests.js';
import { draw, type Lots } from './draw.js';
import type { DrawTerms } from './draw-record.js';
import { faultInTerms, frameHashOf } from './terms.js';
import { verifyDraw } from './verify-draw.js';

const seedOf = (n: number): string => hexOf(digests.sha256(bytesOf(`seed ${n}`)));
const rows = (stratum: string, count: number, party = stratum) =>
  Array.from({ length: count }, (_, i) => ({ stratum, party, id: `${stratum}-${i}` }));
const terms: DrawTerms = {
  purpose: 'look_back',
  frame: [...rows('water', 20), ...rows('housing', 6)],
  strata: [
    { stratum: 'water', quota: 5 },
    { stratum: 'housing', quota: 2 },
  ],
  excluded: [{ id: 'housing-0', reason: 'sealed' }],
  inspectors: ['an', 'bo', 'cai', 'de', 'en'],
  perObject: 1,
  recusals: [
    { inspector: 'an', party: 'water', reason: 'own_unit' },
    { inspector: 'bo', party: 'housing', reason: 'home_township' },
    { inspector: 'cai', party: 'water-7', reason: 'verified' },
  ],
};
const lots = (seed: number, change: Partial<Lots> = {}): Lots => ({
  terms,
  seed: seedOf(seed),
  contribution: '',
  committedAt: '2026-11-01T00:00:00.000Z',
  drawnAt: '2026-11-02T00:00:00.000Z',
  failed: [],
  ...change,
});

/** Chi-square of counts that should all be equal. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}
const tally = (size: number, hits: Iterable<number>): number[] => {
  const counts = Array.from({ length: size }, () => 0);
  for (const hit of hits) counts[hit] = (counts[hit] ?? 0) + 1;
  return counts;
};
// 99.9 % of an even chance stays below, by degrees of freedom
const bound = { 6: 22.46, 9: 27.88, 19: 43.82, 99: 148.23 };

describe('chance', () => {
  const key = digests.sha256(bytesOf('key'));
  const numbers = function* (below: (n: number) => number, n: number, times: number) {
    for (let i = 0; i < times; i += 1) yield below(n);
  };

  it.each([7, 10, 100] as const)('gives each of %d numbers alike', (n) => {
    const chance = new Chance(key, 'even', digests);
    const spread = chiSquare(
      tally(
        n,
        numbers((m) => chance.below(m), n, 20_000),
      ),
    );
    expect(spread).toBeLessThan(bound[n === 7 ? 6 : n === 10 ? 9 : 99]);
  });

  it('would be caught if it took the remainder of whatever came (negative control)', () => {
    const chance = new Chance(key, 'biased', digests);
    const biased = (n: number): number => chance.below(256) % n;
    expect(chiSquare(tally(100, numbers(biased, 100, 20_000)))).toBeGreaterThan(bound[99]);
  });

  it('puts everything in every place alike', () => {
    const things = Array.from({ length: 10 }, (_, i) => i);
    const orders = Array.from({ length: 5_000 }, (_, i) => shuffled(things, new Chance(key, `order ${i}`, digests)));
    for (const place of [0, 4, 9]) {
      expect(
        chiSquare(
          tally(
            10,
            orders.map((order) => order[place] ?? -1),
          ),
        ),
      ).toBeLessThan(bound[9]);
    }
    expect(orders.every((order) => new Set(order).size === 10)).toBe(true);
  });
});

describe('a draw', () => {
  const draws = Array.from({ length: 2_000 }, (_, i) => draw(lots(i), digests));

  it('gives every row of a stratum the same chance over many seeds', () => {
    const ids = draws.flatMap(({ drawn: strata }) => strata.find(({ stratum }) => stratum === 'water')?.objects ?? []);
    const counts = tally(
      20,
      ids.map((id) => Number(id.split('-')[1])),
    );
    // without replacement the spread is narrower by (N - n) / (N - 1)
    expect((chiSquare(counts) * 19) / 15).toBeLessThan(bound[19]);
    expect(ids).toHaveLength(10_000);
  });

  it('never draws what was taken out, never sends whom a recusal names, and shares out the work', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.nat(25), { maxLength: 8 }), (seed, out) => {
        const failed = out.map((i) => ({ out: terms.frame[i]?.id ?? '', reason: 'absent' }));
        const { drawn, assigned, replacements } = draw(lots(seed, { failed }), digests);
        expect(drawn.flatMap(({ objects, reserves }) => [...objects, ...reserves])).not.toContain('housing-0');
        for (const { object, inspectors } of assigned) {
          expect(inspectors).toHaveLength(1);
          expect(inspectors).not.toContain(object.startsWith('water') ? 'an' : 'bo');
          if (object === 'water-7') expect(inspectors).not.toContain('cai');
        }
        for (const { out: gone, in: coming } of replacements) expect(coming).not.toBe(gone);
        const loads = terms.inspectors.map((id) => assigned.filter(({ inspectors }) => inspectors[0] === id).length);
        expect(Math.max(...loads)).toBeLessThanOrEqual(Math.ceil(assigned.length / 4) + 1);
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('sends every free inspector to an object alike', () => {
    // water-7, to which fewer may go, is provided for before the others
    const plain = draws.filter(({ assigned }) => assigned.every(({ object }) => object !== 'water-7'));
    const first = plain.map(({ assigned }) => assigned[0]?.inspectors[0] ?? '');
    expect(first.length).toBeGreaterThan(1_000);
    const free = ['an', 'cai', 'de', 'en'];
    expect(chiSquare(free.map((id) => first.filter((one) => one === id).length))).toBeLessThan(16.27);
    expect(first.filter((one) => one === 'bo')).toEqual([]);
  });

  it('does not hang on the order in which its terms are told, and does on what people called out', () => {
    const other = { ...terms, frame: [...terms.frame].reverse(), strata: [...terms.strata].reverse() };
    const [one, again, called] = [lots(1), lots(1, { terms: other }), lots(1, { contribution: '0731' })].map((it) =>
      draw(it, digests),
    );
    expect([again?.drawn, again?.assigned, again?.frameHash]).toEqual([one?.drawn, one?.assigned, one?.frameHash]);
    expect(called?.drawn).not.toEqual(one?.drawn);
  });

  it('brings in reserves in their order, until there are none', () => {
    const plain = draw(lots(3), digests);
    const [housing] = plain.drawn;
    const [a = '', b = ''] = housing?.objects ?? [];
    const [r0 = '', r1 = '', r2 = ''] = housing?.reserves ?? [];
    const gone = [a, r0, b, r1, r2].map((out) => ({ out, reason: 'moved' }));
    const { replacements, drawn } = draw(lots(3, { failed: [...gone, { out: 'water-99', reason: 'x' }] }), digests);
    expect(drawn).toEqual(plain.drawn);
    expect(replacements.map((one) => one.in)).toEqual([r0, r1, r2, null, null]);
  });

  it('orders lines by their bytes, also beyond the first plane', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(Math.sign(byBytes(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
    );
    expect(byBytes('\u{20000}', '\uffee')).toBeGreaterThan(0);
  });

  it.each([
    ['text', 'frame[0].id', { frame: [{ stratum: 'water', party: 'water', id: 'a\tb' }], excluded: [] }],
    ['text', 'purpose', { purpose: '' }],
    ['number', 'strata[0].quota', { strata: [{ stratum: 'water', quota: 1.5 }] }],
    ['number', 'perObject', { perObject: -1 }],
    ['twice', 'frame[26]', { frame: [...terms.frame, ...terms.frame] }],
    ['twice', 'recusals[3]', { recusals: [...terms.recusals, ...terms.recusals] }],
    ['unknown', 'frame[20]', { strata: terms.strata.slice(0, 1) }],
    ['unknown', 'excluded[0]', { excluded: [{ id: 'nobody', reason: 'x' }] }],
    ['unknown', 'recusals[0]', { inspectors: ['bo'] }],
  ])('is refused terms with a fault: %s at %s', (code, path, change) => {
    expect(faultInTerms(terms)).toBeNull();
    expect(faultInTerms({ ...terms, ...change })).toEqual({ code, path });
  });
});

describe('groups that are each barred from a village', () => {
  it('are none of them idle, whichever village is drawn last', () => {
    const crew = fc.integer({ min: 2, max: 5 }).chain((groups) =>
      fc.record({
        seed: fc.nat(),
        villages: fc.integer({ min: groups, max: groups + 2 }),
        barred: fc.array(fc.nat(groups + 3), { minLength: groups, maxLength: groups }),
      }),
    );
    let narrowLast = 0;
    fc.assert(
      fc.property(crew, ({ seed, villages, barred }) => {
        const inspectors = barred.map((_, i) => `group-${i}`);
        const recusals = barred.flatMap((village, i) =>
          village < villages ? [{ inspector: `group-${i}`, party: `village-${village}`, reason: 'own_unit' }] : [],
        );
        const mayGo = (village: string) => inspectors.length - recusals.filter(({ party }) => party === village).length;
        const frame = rows('village', villages);
        fc.pre(frame.every(({ id }) => mayGo(id) > 0));
        const strata = [{ stratum: 'village', quota: villages }];
        const { assigned } = draw(
          lots(seed, { terms: { ...terms, frame, strata, excluded: [], inspectors, recusals } }),
          digests,
        );
        const sent = new Set(assigned.flatMap((one) => one.inspectors));
        expect([...sent].sort()).toEqual(inspectors);
        const [first, last] = [assigned.at(0)?.object ?? '', assigned.at(-1)?.object ?? ''];
        if (mayGo(last) < mayGo(first)) narrowLast += 1;
      }),
      { numRuns: 400, seed: 5 },
    );
    expect(narrowLast).toBeGreaterThan(50);
  });
});

describe('a stranger who draws again', () => {
  const failed = [{ out: draw(lots(5), digests).drawn[0]?.objects[0] ?? '', reason: 'absent' }];
  const record = draw(lots(5, { failed, contribution: '31 07 12' }), digests);
  const file = (): unknown => JSON.parse(JSON.stringify(record));
  const differs = (said: unknown): unknown => {
    const verdict = verifyDraw(said, digests);
    return verdict.holds ? 'holds' : [verdict.difference.code, verdict.difference.path];
  };

  it('confirms the record as it was written', () => {
    expect(verifyDraw(file(), digests)).toEqual({ holds: true, record });
  });

  it.each<[string, string, object]>([
    ['commitment', 'commitment', { seed: seedOf(6) }],
    [
      'frame',
      'frameHash',
      { terms: { ...terms, frame: [...terms.frame.slice(1), { ...rows('water', 1)[0], party: 'x' }] } },
    ],
    ['rules', 'termsHash', { terms: { ...terms, strata: terms.strata.map((one) => ({ ...one, quota: 2 })) } }],
    ['rules', 'termsHash', { terms: { ...terms, recusals: [] } }],
    ['terms', 'terms.frame[26]', { terms: { ...terms, frame: [...terms.frame, terms.frame[0]] } }],
    ['result', 'drawn[0].objects[1]', { contribution: '31 07 13' }],
    ['result', 'drawn[0]', { drawn: [] }],
    ['result', 'replacements[0].in', { replacements: [{ ...record.replacements[0], in: 'water-1' }] }],
    [
      'result',
      'assigned[0].inspectors[0]',
      { assigned: record.assigned.map((one) => ({ ...one, inspectors: ['bo'] })) },
    ],
    ['shape', 'seed', { seed: 'ABC' }],
    ['shape', 'terms.frame[0].party', { terms: { ...terms, frame: [{ stratum: 'water', id: 'w' }] } }],
    ['algorithm', 'algorithm', { algorithm: { name: 'ducha-draw', version: 1 } }],
  ])('refutes and names the first difference: %s at %s', (code, path, change) => {
    expect(differs({ ...record, ...change })).toEqual([code, path]);
  });

  it('refutes a changed row even when the hash of the frame was changed with it', () => {
    const frame = terms.frame.map((row, i) => (i === 0 ? { ...row, id: 'water-x' } : row));
    const forged = { ...record, terms: { ...terms, frame } };
    const frameHash = frameHashOf(forged.terms, digests);
    expect(differs({ ...forged, frameHash })).toEqual(['result', expect.stringMatching(/^drawn\[/)]);
  });

  it('says of anything else that it is no record', () => {
    for (const said of [null, 7, 'x', [], {}]) expect(differs(said)).toEqual(['shape', expect.any(String)]);
  });
});
