import fc from 'fast-check';
import { unstorable } from './storable.js';

describe('unstorable', () => {
  it.each([
    ['NUL', { title: 'a\u0000b' }, ['title']],
    ['a lone high surrogate', { children: [{ title: 'ok' }, { title: 'x\ud800y' }] }, ['children[1].title']],
    ['a lone low surrogate', ['\udc00'], ['[0]']],
    ['whole characters', { title: '😀 兰考 \u202e \u2028' }, []],
    ['no body', undefined, []],
  ])('%s', (_, body, paths) => {
    expect(unstorable(body).map(({ path }) => path)).toEqual(paths);
  });

  it('refuses endless nesting without running out of stack', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    expect(unstorable(deep)).toEqual([expect.objectContaining({ constraint: 'depth' })]);
  });

  it('finds nothing in well-formed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(unstorable({ text })).toEqual(text.includes('\u0000') ? [expect.anything()] : []);
      }),
    );
  });
});
