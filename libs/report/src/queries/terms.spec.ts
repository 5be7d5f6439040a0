import { Fault } from '@ducha/kernel';
import { readTerms, usualTerms } from './terms.js';

const codeOf = (text: string): unknown[] => {
  try {
    return readTerms(text);
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return [fault.code, fault.errors[0]?.path];
  }
};

describe('the terms of a report', () => {
  it('are working days, days and months, each once', () => {
    expect(readTerms('5wd, 15d,2m,5wd').map(({ term }) => term)).toEqual([
      { n: 5, unit: 'working_day' },
      { n: 15, unit: 'natural_day' },
      { n: 2, unit: 'month' },
    ]);
    expect(readTerms(usualTerms)).toHaveLength(6);
  });

  it.each([
    ['', 'report.unknownTerm'],
    ['5', 'report.unknownTerm'],
    ['-5wd', 'report.unknownTerm'],
    ['5.5d', 'report.unknownTerm'],
    ['５d', 'report.unknownTerm'],
    ['__proto__', 'report.unknownTerm'],
    ['0d', 'calendar.termOutOfRange'],
    ['1000000000wd', 'calendar.termOutOfRange'],
    ['275760m', 'calendar.termOutOfRange'],
    ['1d,2d,3d,4d,5d,6d,7d,8d,9d,10d,11d,12d,13d', 'report.tooManyTerms'],
  ])('%s is refused with its field', (text, code) => expect(codeOf(text)).toEqual([code, 'within']));
});
