import { isStorable } from '@ducha/http';
import type { Field } from './fields.js';
import { has } from './samples.js';

/** A value as JSON text (it may be one that JSON.stringify would not write), and whether it must be refused. */
export interface BadValue {
  readonly json: string;
  readonly certain: boolean;
}

const certain = (...json: string[]): BadValue[] => json.map((text) => ({ json: text, certain: true }));
const perhaps = (...json: string[]): BadValue[] => json.map((text) => ({ json: text, certain: false }));
const text = (value: string): string => JSON.stringify(value);
const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const wrongForAll = [
  ...certain(
    '{"toString":1}',
    '{"__proto__":{"polluted":true}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    nested(40),
    '[[]]',
  ),
  ...perhaps('null', '[]', '{}', '[null]'),
];
const strings = [
  ...certain('42', '1e400', 'true', '["文"]', text('a\u0000b'), '"\\ud800"', '"x\\udc00y"', '"\\u0000"'),
  ...perhaps('""', '" "', text("'; drop table task; --")),
];
const badInstants = [
  '2026-02-30T00:00:00Z',
  '275760-09-13T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '+010000-01-01T00:00:00Z',
  '0000-00-00T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-01-01T25:00:00Z',
  '2026-01-01T00:60:00Z',
  '2026-01-01',
  '2026-01-01 00:00:00',
  'now',
  'infinity',
  'epoch',
  '2026-01-01T00:00:00',
  '2026-01-01T00:00:00+99:99',
  '',
];
const oddInstants = [
  '2026-01-01T00:00:00+15:59',
  '2026-01-01T00:00:00+16:00',
  '2026-01-01T00:00:00-23:59',
  '9999-12-31T23:59:59-14:00',
  '1970-01-01T00:00:00+14:00',
  '2026-06-30T23:59:60Z',
  '2026-01-01T24:00:00Z',
  '2024-02-29T00:00:00.123456Z',
];
const badIds = [
  '',
  '1',
  'null',
  'undefined',
  'not-a-uuid',
  '00000000-0000-0000-0000-00000000000',
  '00000000-0000-0000-0000-0000000000000',
  'zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz',
  '{018f0000-0000-7000-8000-000000000000}',
  '018f00000000700080000000000000000',
  "018f0000-0000-7000-8000-000000000000' or '1'='1",
  '018f0000-0000-7000-8000-000000000000\n',
];
const oddIds = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '018f0000-0000-7000-8000-000000000000',
  '018F0000-0000-4000-8000-00000000ABCD',
];

const numbers = [
  ...certain('"1"', '"NaN"', '1e400', '-1e400', '"Infinity"', 'true', '1e13', '-1e13', '1e308', '"0x10"'),
  ...perhaps('-0', '9007199254740993', '1e-320', '-1', '0.000000000000000001'),
];
const switches = [...certain('1', '"yes"'), ...perhaps('"true"', 'false')];

/** Values that a field should not take, by its own rules. */
export function badValuesFor(field: Field): BadValue[] {
  const own = kindOf(field);
  const lists = has(field, 'isArray') ? ownListOf(own) : own;
  return [...wrongForAll.filter(({ json }) => !has(field, 'isArray') || !json.startsWith('[')), ...lists];
}

function kindOf(field: Field): BadValue[] {
  if (has(field, 'isUuid')) return [...certain(...badIds.map(text), '42', 'true'), ...perhaps(...oddIds.map(text))];
  if (has(field, 'isInstant'))
    return [...certain(...badInstants.map(text), '42', '1767225600000'), ...perhaps(...oddInstants.map(text))];
  if (has(field, 'isDay')) return certain(...['2026-02-30', '2026-1-1', '275760-09-13', 'today', ''].map(text), '42');
  if (has(field, 'isIn'))
    return [
      ...certain('42', '"nope"', '""', '"__proto__"', '"constructor"', '"toString"', 'true', '["a","b"]'),
      ...perhaps('"A "'),
    ];
  if (has(field, 'isBoolean')) return switches;
  if (has(field, 'isNumber') || has(field, 'isInt')) return numbers;
  return [...strings, ...tooLong(field)];
}

function ownListOf(values: readonly BadValue[]): BadValue[] {
  const many = Array.from({ length: 6_000 }, (_, place) =>
    text(`018f0000-0000-7000-8000-${String(place).padStart(12, '0')}`),
  ).join();
  return [
    ...values
      .filter(({ json }) => !json.startsWith('['))
      .map(({ json, certain: sure }) => ({ json: `[${json}]`, certain: sure })),
    ...certain(`[${many}]`, '"text"', '42', '{"0":"a"}', '[null]', '[[]]'),
  ];
}

function tooLong(field: Field): BadValue[] {
  const longest = field.rules.find(({ name }) => name === 'maxLength' || name === 'isLength')?.constraints.at(-1);
  return typeof longest === 'number' ? certain(text('长'.repeat(longest + 1))) : perhaps(text('x'.repeat(30_000)));
}

/** Query values: all are text there. */
export function badQueriesFor(field: Field): BadValue[] {
  if (field.name === 'cursor') return [...certain(...badCursors), ...perhaps(...oddCursors)];
  if (has(field, 'isInt'))
    return [
      ...certain('NaN', '-1', '0', '201', '1.5', '1e9', '99999999999999999999', 'Infinity', 'abc', '1;2', '%00'),
      ...perhaps('', '0x10', '%207', '1e1'),
    ];
  const encoded = ({ json, certain: sure }: BadValue): BadValue[] => {
    const value: unknown = json.includes('e400') ? null : JSON.parse(json);
    return typeof value === 'string' && value.length < 6_000 && isStorable(value.replaceAll('\0', ''))
      ? [{ json: encodeURIComponent(value), certain: sure && value !== '' }]
      : [];
  };
  const special = perhaps(
    '%00',
    '%ff%fe',
    '%ed%a0%80',
    '%',
    '%zz',
    '%F0%9F%98',
    `${'a'.repeat(7_000)}`,
    '%2527',
    '*',
    '\\',
    '%7B%7D',
  );
  return [...badValuesFor(field).flatMap(encoded), ...special];
}

const cursorOf = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const someId = '018f0000-0000-7000-8000-000000000000';
const badCursors = [
  'x',
  '!!!!',
  'null',
  '%00',
  cursorOf('{'),
  cursorOf('null'),
  cursorOf({}),
  cursorOf([]),
  cursorOf([1]),
  cursorOf([null]),
  cursorOf([null, null]),
  cursorOf(['x', 'y']),
  cursorOf([1, 2]),
  cursorOf([1e300, someId]),
  cursorOf(['a\u0000', 'b']),
  cursorOf([[['a']]]),
  cursorOf([1, 2, 3]),
  'a'.repeat(401),
  cursorOf(nested(90)),
];
/** Lists in order of a name take these. */
const oddCursors = [
  cursorOf(['x']),
  cursorOf(['2026-13-45 99:99:99+00', someId]),
  cursorOf(['infinity', someId]),
  cursorOf(['2026-11-22 07:02:00+16', someId]),
];
