import type { CellKind } from './register-column.js';
import type { NameFault, RegisterNames } from './register-names.js';

/** Why a cell keeps the whole file out. */
export type RegisterCellFault =
  | NameFault
  | 'cellError'
  | 'unknownRecord'
  | 'required'
  | 'invalid'
  | 'foreignColumn'
  | 'repeatedKey'
  | 'unknownKey'
  | 'differs';

const between = '；';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;
const instant = /^(\d{4,6}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{1,6})?\+00$/u;
const forms: Partial<Record<CellKind, RegExp>> = {
  key: uuid,
  integer: /^-?\d{1,9}$/u,
  number: /^-?\d{1,30}(\.\d{1,20})?$/u,
  flag: /^(true|false)$/u,
  digest: /^\\x([0-9a-f]{2}){1,64}$/u,
};

/**
 * A value as it stands in the file.
 * @param text  how PostgreSQL writes the value as text, in UTC
 */
export function cellOf(kind: CellKind, text: string, names: RegisterNames): string {
  switch (kind) {
    case 'unit':
      return names.unit(text);
    case 'units':
      return elements(text)
        .map((id) => names.unit(id))
        .join(between);
    case 'keys':
      return elements(text).join(between);
    case 'person':
      return names.person(text);
    case 'json':
      return JSON.stringify(names.spoken(JSON.parse(text)));
    default:
      return text;
  }
}

/** The inverse: what goes into the row, as JSON that PostgreSQL casts to the column's type. */
export function valueOf(
  kind: CellKind,
  text: string,
  names: RegisterNames,
): { readonly value: unknown } | { readonly fault: RegisterCellFault } {
  switch (kind) {
    case 'unit':
      return idIn(names.unitNamed(text));
    case 'person':
      return idIn(names.personNamed(text));
    case 'units':
      return all(text.split(between).map((name) => idIn(names.unitNamed(name))));
    case 'keys':
      return all(text.split(between).map((key) => fitting('key', key)));
    case 'instant':
    case 'day':
      return isDate(kind, text) ? { value: text } : { fault: 'invalid' };
    case 'json':
      return jsonIn(text, names);
    case 'texts':
      return textsIn(text);
    default:
      return fitting(kind, text);
  }
}

type Read = ReturnType<typeof valueOf>;

/** The elements of an array of ids as PostgreSQL writes it. */
const elements = (array: string): string[] => array.slice(1, -1).split(',').filter(Boolean);

const idIn = (found: { id: string } | { fault: NameFault }): Read => ('id' in found ? { value: found.id } : found);

function all(read: readonly Read[]): Read {
  const bad = read.find((one) => 'fault' in one);
  return bad ?? { value: read.map((one) => ('value' in one ? one.value : null)) };
}

const fitting = (kind: CellKind, text: string): Read =>
  (forms[kind]?.test(text) ?? true) && !/\0|\p{Surrogate}/u.test(text) ? { value: text } : { fault: 'invalid' };

function isDate(kind: 'instant' | 'day', text: string): boolean {
  const iso = kind === 'day' ? `${text}T00:00:00Z` : text.replace(instant, '$1T$2Z');
  const date = new Date(iso);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso.slice(0, 19));
}

function jsonIn(text: string, names: RegisterNames): Read {
  let fault: NameFault | undefined;
  try {
    const value = names.meant(JSON.parse(text), (found) => (fault ??= found));
    return fault === undefined ? { value } : { fault };
  } catch {
    return { fault: 'invalid' };
  }
}

function textsIn(text: string): Read {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value)
      ? all(value.map((one) => (typeof one === 'string' ? fitting('text', one) : { fault: 'invalid' })))
      : { fault: 'invalid' };
  } catch {
    return { fault: 'invalid' };
  }
}
