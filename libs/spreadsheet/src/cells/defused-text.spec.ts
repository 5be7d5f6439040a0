import fc from 'fast-check';
import { armed, defused } from './defused-text.js';

const startsFormula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

describe('formula-like text', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '　＝1', '＠x'])(
    '%j is defused',
    (text) => {
      expect(defused(text)).toBe(`'${text}`);
      expect(armed(defused(text))).toBe(text);
    },
  );

  test.each(['', '水利局', "it's", "'quoted'", '1-1', 'a=b', ' 空格'])('%j stays as it is', (text) => {
    expect(defused(text)).toBe(text);
    expect(armed(text)).toBe(text);
  });

  test('text that already looks defused gets one more apostrophe', () => {
    expect(defused("'=1")).toBe("''=1");
  });

  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom("'", '=', '-', ' ', '\t', 'a', '＝') }),
  );

  test('arming is the inverse of defusing, and nothing defused starts a formula', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(armed(defused(text))).toBe(text);
        expect(startsFormula.test(defused(text))).toBe(false);
      }),
    );
  });
});
