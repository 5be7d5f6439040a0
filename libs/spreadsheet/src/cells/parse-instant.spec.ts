import fc from 'fast-check';
import type { Cell } from './cell.js';
import { countyText, countyWallMs } from './county-clock.js';
import { parseInstant } from './parse-instant.js';
import { dateCell } from './serial-date.js';

const text = (written: string): Cell => ({ kind: 'text', text: written });
const read = (written: string) => parseInstant(text(written))?.toISOString();

describe('instants', () => {
  test.each([
    ['2019/4/25 9:32:09', '2019-04-25T01:32:09.000Z'],
    ['2019-04-25 09:32', '2019-04-25T01:32:00.000Z'],
    ['2019-04-25 09:32:09.5', '2019-04-25T01:32:09.500Z'],
    ['2019年4月25日', '2019-04-24T16:00:00.000Z'],
    ['2019年4月25日 9时32分9秒', '2019-04-25T01:32:09.000Z'],
    ['2019年4月25日9:32', '2019-04-25T01:32:00.000Z'],
    ['2019年4月25日 下午3时', '2019-04-25T07:00:00.000Z'],
    ['2019年4月25日上午9点30分', '2019-04-25T01:30:00.000Z'],
    ['2019/4/25 下午 12:05', '2019-04-25T04:05:00.000Z'],
    ['2019/4/25 12:05 AM', '2019-04-24T16:05:00.000Z'],
    ['2019.4.25', '2019-04-24T16:00:00.000Z'],
    ['20190425', '2019-04-24T16:00:00.000Z'],
    ['20190425 093209', '2019-04-25T01:32:09.000Z'],
    ['20190425093209', '2019-04-25T01:32:09.000Z'],
    ['2019年4月25日0932', '2019-04-25T01:32:00.000Z'],
    ['２０１９／４／２５　９：３２', '2019-04-25T01:32:00.000Z'],
    ['2019-04-25T09:32:09+08:00', '2019-04-25T01:32:09.000Z'],
    ['2019-04-25T09:32:09Z', '2019-04-25T09:32:09.000Z'],
    ['2019-04-25T09:32:09.123-0500', '2019-04-25T14:32:09.123Z'],
    ['1988-07-01 12:00', '1988-07-01T03:00:00.000Z'], // summer time
  ])('%s is %s', (written, instant) => {
    expect(read(written)).toBe(instant);
  });

  test.each([
    '',
    '近日',
    '2019-02-30',
    '2019-13-01',
    '2019-04-25 24:30',
    '2019-04-25 9:61',
    '04/05/2019',
    '25.4.2019',
    '19-4-25',
    '2019-04-25 tomorrow',
    '2019-04-25T09:32:09+99:00',
    '2019-04-2512:30',
    '9'.repeat(40),
  ])('%j is not read', (written) => {
    expect(parseInstant(text(written))).toBeUndefined();
  });

  test('a number of eight digits is a compact date, any other number is none', () => {
    expect(parseInstant({ kind: 'number', text: '20190425', number: 20_190_425 })).toEqual(
      new Date('2019-04-24T16:00:00Z'),
    );
    expect(parseInstant({ kind: 'number', text: '43580', number: 43_580 })).toBeUndefined();
  });

  test('a true date is the clock time of the county', () => {
    expect(parseInstant(dateCell(Date.UTC(2019, 3, 25, 9, 32, 9)))).toEqual(new Date('2019-04-25T01:32:09Z'));
  });

  test('what the county clock shows reads back, from the end of summer time on', () => {
    const instants = fc.date({ min: new Date('1992-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (instant) => {
        expect(parseInstant(dateCell(countyWallMs(instant)))).toEqual(instant);
        expect(read(countyText(instant, 'instant'))).toBe(`${instant.toISOString().slice(0, 19)}.000Z`);
      }),
    );
  });

  test('no text makes it throw', () => {
    const unit = fc.constantFrom(...'20194-/:. TZ+,年月日时分\t', '上午', '2019-4-25 ');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 400 }), (written) => {
        const instant = parseInstant(text(written));
        expect(instant === undefined || !Number.isNaN(instant.getTime())).toBe(true);
      }),
    );
  });
});
