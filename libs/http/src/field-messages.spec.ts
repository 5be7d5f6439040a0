import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldMessage } from './field-messages.js';

const libs = join(__dirname, '../..');
const sources = readdirSync(libs, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => readFileSync(join(libs, file), 'utf8'));

/** Decorators of class-validator whose constraint has another name, and those that judge nothing themselves. */
const otherNames: Readonly<Record<string, string | null>> = {
  Length: 'isLength',
  IsUUID: 'isUuid',
  IsISO8601: 'isIso8601',
  ValidateNested: 'nestedValidation',
  ValidateBy: null,
  ValidateIf: null,
  IsOptional: null,
};
const named = (decorator: string): string | null =>
  decorator in otherNames ? (otherNames[decorator] ?? null) : decorator.charAt(0).toLowerCase() + decorator.slice(1);

const validators = sources.flatMap((text) =>
  [...text.matchAll(/import \{([^}]*)\} from 'class-validator'/g)].flatMap(([, names = '']) =>
    [...names.matchAll(/(?<![\w ]{0,9}type )\b([A-Z]\w+)/g)].map(([, name = '']) => name),
  ),
);
const constraints = new Set([
  ...sources.flatMap((text) => [...text.matchAll(/constraint: '(\w+)'/g)].map(([, name = '']) => name)),
  ...validators.map(named).filter((name) => name !== null && !/^(?:validat|buildMessage)/.test(name)),
]);
const inChinese = (constraint: string, message = 'as the module says it'): string =>
  fieldMessage({ path: 'field', message, constraint }, 'zh');

describe('what is wrong with a field', () => {
  it('is said in Chinese whatever rule it breaks', () => {
    expect(constraints.size).toBeGreaterThan(100);
    const foreign = [...constraints].filter((constraint) => !/\p{Script=Han}/u.test(inChinese(String(constraint))));
    expect(foreign).toEqual([]);
    expect(inChinese('noSuchRule')).toBe('as the module says it');
  });

  it('keeps the numbers and names of the module’s own sentence', () => {
    expect(inChinese('withinLimits', 'must be 6 to 36 months')).toBe('应为 6 至 36 个月');
    expect(inChinese('maxLength', 'title must be shorter than or equal to 200 characters')).toBe('最多 200 个字');
    expect(inChinese('knownPlaces', 'names unknown places: {a}, {b}')).toBe('含有未知的占位符：{a}, {b}');
    expect(inChinese('used', '逾期督办 (late)')).toBe('正被使用：逾期督办 (late)');
    expect(fieldMessage({ path: 'kinds', message: '逾期督办 (late)', constraint: 'used' }, 'en')).toBe(
      '逾期督办 (late)',
    );
    expect(fieldMessage({ path: 'key', message: 'x', constraint: 'key' }, 'en')).toBe(
      'must be 8 to 200 visible characters',
    );
  });
});
