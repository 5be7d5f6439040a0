import type { FieldError } from '@ducha/kernel';
import type { KindField } from './kinds/kind-table.js';
import { matterKinds, type MatterKind } from './matter-kind.js';

/** A value as it is kept with a matter. */
export type FieldValue = string | number | boolean;

/** The values of a kind's own fields by name; what was not filled in is absent. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** What is wrong with a value; permanent words, shared by requests and sheets. */
export type FieldFault =
  | 'required'
  | 'tooLong'
  | 'invalidDate'
  | 'invalidNumber'
  | 'invalidChoice'
  | 'wrongType'
  | 'accusation';

/** Most characters of a text field. */
export const longestOf = ({ type, longest }: KindField): number => longest ?? (type === 'long_text' ? 5_000 : 200);
const largestNumber = 1_000_000_000;

/** The own fields of a kind, in the order of its table. */
export const fieldsOfKind = (kind: MatterKind): [string, KindField][] => Object.entries(matterKinds[kind].fields);

/** Whether a text names a calendar day that exists, from 1900 on. */
function isDay(text: string): boolean {
  if (!/^(19|2\d)\d\d-\d\d-\d\d$/u.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const blank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && !/\S/u.test(value));

const checks: Record<KindField['type'], (value: unknown, field: KindField) => FieldFault | undefined> = {
  text: textFault,
  long_text: textFault,
  date: (value) => (typeof value === 'string' && isDay(value) ? undefined : 'invalidDate'),
  number: (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= largestNumber
      ? undefined
      : 'invalidNumber',
  yes_no: (value) => (typeof value === 'boolean' ? undefined : 'wrongType'),
  choice: (value, { choices = [] }) => (choices.some(({ code }) => code === value) ? undefined : 'invalidChoice'),
};

function textFault(value: unknown, field: KindField): FieldFault | undefined {
  if (typeof value !== 'string') return 'wrongType';
  return value.length > longestOf(field) ? 'tooLong' : undefined;
}

/**
 * What is wrong with one value of a field, if anything; blanks are judged by `required` alone.
 * @param restricted  whether the matter names who is accused: what is an accusation stands nowhere else
 */
export function fieldFault(value: unknown, field: KindField, restricted: boolean): FieldFault | undefined {
  if (blank(value)) return field.required === true ? 'required' : undefined;
  const accuses = field.choices?.some((choice) => choice.code === value && choice.isAccusation) ?? false;
  return checks[field.type](value, field) ?? (accuses && !restricted ? 'accusation' : undefined);
}

const messages: Record<FieldFault, string> = {
  required: 'is required',
  tooLong: 'is too long',
  invalidDate: 'must be a day such as 2026-03-05',
  invalidNumber: 'must be a whole number of at least 0',
  invalidChoice: 'is not one of the allowed values',
  wrongType: 'has the wrong type',
  accusation: 'is an accusation: name who is accused, it only goes the restricted way',
};

const constraints: Record<FieldFault, string> = {
  required: 'isNotEmpty',
  tooLong: 'maxLength',
  invalidDate: 'isDay',
  invalidNumber: 'isWholeNumber',
  invalidChoice: 'isIn',
  wrongType: 'isOfType',
  accusation: 'restrictedWay',
};

/**
 * The own fields of a matter as a request gives them: the values to keep, and everything that is wrong, by path `fields.<name>`.
 * A field that the kind does not have is wrong; blanks are left out.
 * @param restricted  see `fieldFault`
 */
export function readFields(
  kind: MatterKind,
  given: Readonly<Record<string, unknown>>,
  restricted: boolean,
): { values: FieldValues; errors: FieldError[] } {
  const own = new Map(fieldsOfKind(kind));
  const strange = Object.keys(given).filter((name) => !own.has(name));
  const wrong = [...own].flatMap(([name, field]): FieldError[] => {
    const fault = fieldFault(Object.hasOwn(given, name) ? given[name] : undefined, field, restricted);
    return fault === undefined
      ? []
      : [{ path: `fields.${name}`, message: messages[fault], constraint: constraints[fault] }];
  });
  const unknown = strange.slice(0, 20).map((name) => ({
    path: `fields.${name.slice(0, 50)}`,
    message: 'is not known here',
    constraint: 'whitelistValidation',
  }));
  return { values: keptOf([...own.keys()], given), errors: [...unknown, ...wrong] };
}

function keptOf(names: readonly string[], given: Readonly<Record<string, unknown>>): FieldValues {
  const kept: Record<string, FieldValue> = {};
  for (const name of names) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (!blank(value) && (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'))
      kept[name] = value;
  }
  return kept;
}

const yes = new Set(['是', '有', '对', '属实', '已解决', '公开', '同意', 'yes', 'y', 'true', '1', '√']);
const no = new Set(['否', '无', '不', '不属实', '未解决', '不公开', '不同意', 'no', 'n', 'false', '0', '×']);

/** A choice or a yes or no as offices write it in a cell; undefined when it means nothing here. */
export function spokenValue(text: string, { type, choices = [] }: KindField): FieldValue | undefined {
  const word = text.normalize('NFKC').trim().toLowerCase();
  if (type === 'yes_no') return yes.has(word) ? true : no.has(word) ? false : undefined;
  const found = choices.find(({ code, label, alsoWritten = [] }) =>
    [code, label.zh, label.en, ...alsoWritten].some((written) => written.normalize('NFKC').toLowerCase() === word),
  );
  return found?.code;
}
