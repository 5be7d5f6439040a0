import fc from 'fast-check';
import { isLikelyDuplicate, proposedCategories, proposedUnits, type Resembling } from './intake-hints.js';

const past = (changes: Partial<Resembling> = {}): Resembling => ({
  ...{
    id: 'm',
    intakeNo: '网〔2026〕00001号',
    titleLikeness: 0.5,
    bodyLikeness: 0.2,
    sameAsker: false,
    sameSource: false,
  },
  ...{ category: '城乡建设/路灯', leadUnitIds: ['housing'], wentWell: true },
  ...changes,
});

describe('hints of the intake desk', () => {
  it('calls the same number of the source, an equal title or two lesser signs a duplicate', () => {
    expect(isLikelyDuplicate(past({ sameSource: true, titleLikeness: 0.3 }))).toBe(true);
    expect(isLikelyDuplicate(past({ titleLikeness: 0.9 }))).toBe(true);
    expect(isLikelyDuplicate(past({ titleLikeness: 0.72, bodyLikeness: 0.6 }))).toBe(true);
    expect(isLikelyDuplicate(past({ sameAsker: true }))).toBe(true);
    expect(isLikelyDuplicate(past({ titleLikeness: 0.72 }))).toBe(false);
    expect(isLikelyDuplicate(past())).toBe(false);
  });

  it('proposes the category of those that resemble most, and says which', () => {
    const all = [past(), past({ intakeNo: '网〔2026〕00002号' }), past({ category: '水利', titleLikeness: 0.25 })];
    const [first, ...others] = proposedCategories(all, [{ category: '城乡建设/路灯', share: 0.5 }]);
    expect(first).toMatchObject({
      value: '城乡建设/路灯',
      reasons: [
        { code: 'similar_matters', count: 2, of: 3, examples: ['网〔2026〕00001号', '网〔2026〕00002号'] },
        { code: 'register_words', category: '城乡建设/路灯' },
      ],
    });
    expect(others.every(({ confidence }) => confidence < (first?.confidence ?? 0))).toBe(true);
  });

  it('proposes the unit of the register before one that was only asked once', () => {
    const duty = { category: '城乡建设', leadUnitId: 'city' };
    const units = proposedUnits([past({ titleLikeness: 0.3 })], duty);
    expect(units.map(({ value }) => value)).toEqual(['city', 'housing']);
    expect(units[0]?.reasons).toEqual([{ code: 'duty_register', category: '城乡建设' }]);
    expect(proposedUnits([], null)).toEqual([]);
  });

  it('lets a way that was verified speak louder', () => {
    const ways = [
      past({ titleLikeness: 0.9, leadUnitIds: ['water'], wentWell: false }),
      past({ titleLikeness: 0.9, leadUnitIds: ['housing'] }),
    ];
    expect(proposedUnits(ways, null).map(({ value }) => value)).toEqual(['housing', 'water']);
  });

  it('is never surer than 1, nor negative, and proposes at most three', () => {
    const likeness = fc.double({ min: 0, max: 1, noNaN: true });
    const one = fc.record({
      titleLikeness: likeness,
      bodyLikeness: likeness,
      category: fc.constantFrom('甲', '乙', '丙', '丁', null),
      wentWell: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (all) => {
        const proposed = proposedCategories(
          all.map((changes) => past(changes)),
          [{ category: '甲', share: 1 }],
        );
        expect(proposed.length).toBeLessThanOrEqual(3);
        for (const { confidence } of proposed) {
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
