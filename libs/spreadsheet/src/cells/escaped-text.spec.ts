import fc from 'fast-check';
import { decodeEscapes, encodeEscapes } from './escaped-text.js';

describe('characters that XML cannot hold', () => {
  test.each([
    ['a\rb', 'a_x000D_b'],
    ['\u0000\u001f\u007f', '_x0000__x001F__x007F_'],
    ['\ud800', '_xD800_'],
    ['_x000D_', '_x005F_x000D_'],
    ['_x0041_x0042_', '_x005F_x0041_x005F_x0042_'],
    ['tab\tline\n😀', 'tab\tline\n😀'],
    ['_xyz_', '_xyz_'],
  ])('%j is written %j', (text, written) => {
    expect(encodeEscapes(text)).toBe(written);
    expect(decodeEscapes(written)).toBe(text);
  });

  test('decoding is the inverse of encoding', () => {
    const unit = fc.oneof(
      fc.constantFrom('_', 'x', '0', 'D', '_x000D_', '\r'),
      fc.integer({ max: 0xffff }).map((code) => String.fromCharCode(code)),
    );
    fc.assert(fc.property(fc.string({ unit }), (text) => decodeEscapes(encodeEscapes(text)) === text));
  });
});
