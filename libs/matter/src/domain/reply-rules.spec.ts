import fc from 'fast-check';
import { roundIsOver } from './feedback.js';
import { filledTemplate, standardTemplate, unknownPlaces } from './reply-template.js';
import { mandateCovers, type MandateScope, mandateStanding } from './standing-mandate.js';

const facts = {
  name: '王先生',
  title: '路灯不亮',
  intakeNo: '网〔2026〕00012号',
  answer: '已修复。',
  county: '试验县',
};

describe('reply template', () => {
  it('fills Chinese and English places', () => {
    expect(filledTemplate('{姓名}/{name} {标题} {登记号} {办理情况} {县名}', facts)).toBe(
      '王先生/王先生 路灯不亮 网〔2026〕00012号 已修复。 试验县',
    );
  });

  it('names places that nothing fills', () => {
    expect(unknownPlaces('{姓名} {电话} {电话} {x}')).toEqual(['电话', 'x']);
    expect(unknownPlaces(standardTemplate)).toEqual([]);
  });

  it('never reads what a fact says as a place', () => {
    expect(filledTemplate('{标题}', { ...facts, title: '{姓名}$&$1' })).toBe('{姓名}$&$1');
  });

  it('leaves every other text as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/[{}]/.test(text));
        expect(filledTemplate(text, facts)).toBe(text);
      }),
    );
  });
});

describe('end of a round', () => {
  const reply = (feedback: 'satisfied' | 'basically_satisfied' | 'dissatisfied' | null, lapsed = false) => ({
    feedback,
    lapsed,
  });

  it.each([
    [[reply('satisfied'), reply('basically_satisfied')], true],
    [[reply('satisfied'), reply(null)], false],
    [[reply('satisfied'), reply(null, true)], true],
    [[reply('dissatisfied')], false],
  ])('%j is over: %s', (replies, over) => {
    expect(roundIsOver(replies)).toBe(over);
  });
});

describe('standing mandate', () => {
  const day = (n: number): Date => new Date(Date.UTC(2026, 0, n));
  const mandate: MandateScope = {
    sourceKind: 'netizen_message',
    categoryPrefix: '城乡建设',
    fromAt: day(10),
    toAt: day(20),
    approvedAt: day(9),
    revokedAt: null,
  };

  it.each([
    [mandate, day(10), 'in_force'],
    [mandate, day(9), 'not_yet'],
    [mandate, day(20), 'expired'],
    [{ ...mandate, approvedAt: null }, day(15), 'proposed'],
    [{ ...mandate, revokedAt: day(12) }, day(15), 'revoked'],
  ] as const)('stands as it should (case %#)', (given, now, standing) => {
    expect(mandateStanding(given, now)).toBe(standing);
  });

  it('covers its kind and branch only', () => {
    expect(mandateCovers(mandate, { kind: 'netizen_message', category: '城乡建设/道路' })).toBe(true);
    expect(mandateCovers(mandate, { kind: 'hotline', category: '城乡建设/道路' })).toBe(false);
    expect(mandateCovers(mandate, { kind: 'netizen_message', category: '城乡' })).toBe(false);
    expect(mandateCovers(mandate, { kind: 'netizen_message', category: null })).toBe(false);
  });
});
