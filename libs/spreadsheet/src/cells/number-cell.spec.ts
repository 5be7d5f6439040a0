import { numberCell } from './number-cell.js';
import { meaningOfFormat } from './number-format.js';

const plain = { kind: 'plain' } as const;
const date = { kind: 'date' } as const;

describe('number cells', () => {
  test.each([
    ['37042', '37042'],
    ['0.10000000000000001', '0.1'],
    ['410225199003071234', '410225199003071234'],
    ['4.10225199003071E+17', '410225199003071000'],
    ['1.5e-7', '0.00000015'],
    ['-1.25E+3', '-1250'],
    ['1e21', '1000000000000000000000'],
  ])('%s reads as %s', (stored, text) => {
    expect(numberCell(stored, plain, false)).toMatchObject({ kind: 'number', text });
  });

  test.each(['', 'abc', '1,5', 'NaN'])('%j is no number', (stored) => {
    expect(numberCell(stored, plain, false)).toBeUndefined();
  });

  test('a format of zeros keeps the leading zeros a person sees', () => {
    expect(numberCell('123', { kind: 'padded', digits: 8 }, false)).toEqual({
      kind: 'number',
      text: '00000123',
      number: 123,
    });
  });

  test.each([
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['61', '1900-03-01'],
    ['43844', '2020-01-14'],
    ['43580.397326388891', '2019-04-25 09:32:09'],
    ['2958465', '9999-12-31'],
  ])('serial %s counts from 1900 to %s', (stored, text) => {
    expect(numberCell(stored, date, false)).toMatchObject({ kind: 'date', text });
  });

  test('the 1904 epoch is 1,462 days later', () => {
    expect(numberCell('43844', date, true)).toMatchObject({
      kind: 'date',
      text: '2024-01-15',
      wall: '2024-01-15T00:00:00.000',
    });
  });

  test.each(['60', '-1', '2958466', '1e300'])('serial %s is no date of Excel and stays a number', (stored) => {
    expect(numberCell(stored, date, false)?.kind).toBe('number');
  });

  test('a time of day without a date is text', () => {
    expect(numberCell('0.39583333333333331', date, false)).toEqual({ kind: 'text', text: '09:30:00' });
  });
});

describe('number formats', () => {
  test.each([
    [14, undefined],
    [22, undefined],
    [31, undefined],
    [57, undefined],
    [176, 'yyyy\\-mm\\-dd\\ hh:mm:ss'],
    [177, '[$-804]yyyy"年"m"月"d"日";@'],
    [178, 'h:mm AM/PM'],
  ])('format %i %s is a date', (id, code) => {
    expect(meaningOfFormat(id, code)).toEqual(date);
  });

  test.each([
    [0, undefined],
    [2, undefined],
    [46, undefined],
    [176, '[h]:mm:ss'],
    [177, '#,##0.00"亩";[Red]-#,##0'],
    [178, '"days: "0'],
    [179, 'General'],
    [180, '\\d0'],
  ])('format %i %s is a plain number', (id, code) => {
    expect(meaningOfFormat(id, code)).toEqual(plain);
  });

  test('zeros alone pad', () => {
    expect(meaningOfFormat(176, '000000')).toEqual({ kind: 'padded', digits: 6 });
  });
});
