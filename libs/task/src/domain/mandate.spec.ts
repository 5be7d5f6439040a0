import { covers } from './mandate.js';

const mandate = { sourceKind: 'netizen_message', categoryPrefix: '城乡建设/住房' };

describe('covers', () => {
  it.each([
    ['the category itself', mandate, '城乡建设/住房', true],
    ['a category below', mandate, '城乡建设/住房/物业', true],
    ['a category that only begins alike', mandate, '城乡建设/住房保障', false],
    ['the category above', mandate, '城乡建设', false],
    ['no category', mandate, null, false],
    ['everything without a prefix', { ...mandate, categoryPrefix: '' }, null, true],
    ['another kind', { ...mandate, sourceKind: 'hotline' }, '城乡建设/住房', false],
    ['no mandate', null, '城乡建设/住房', false],
  ])('%s', (_, given, category, expected) => {
    expect(covers(given, { kind: 'netizen_message', category })).toBe(expected);
  });
});
