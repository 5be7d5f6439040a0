import { readFileSync } from 'node:fs';
import { ValidateBy } from 'class-validator';

/** The environment as a process receives it; tests pass a plain object. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One bad key of the environment. The reason never repeats the value: it may be a secret. */
export interface SettingProblem {
  readonly key: string;
  readonly reason: string;
}

interface SettingKey {
  readonly key: string;
  readonly parse: (text: string) => unknown;
  /** Also accepted as `<KEY>_FILE`, the path of a file that holds the value (Docker and Kubernetes secrets). */
  readonly secret: boolean;
}

const keyOfProperty = new Map<string, SettingKey>();

/** Binds a property of the settings to its environment key. An unparsable text stays a text and fails its rule. */
export function Key(key: string, parse: (text: string) => unknown = asText, secret = false): PropertyDecorator {
  return (_target, property) => {
    keyOfProperty.set(String(property), { key, parse, secret });
  };
}

/** The environment key behind a property, for messages. */
export function keyOf(property: string): string {
  return keyOfProperty.get(property)?.key ?? property;
}

/** Every key that the settings know, with the `_FILE` forms of the secrets; the compose file is checked against it. */
export function settingKeys(): ReadonlySet<string> {
  return new Set([...keyOfProperty.values()].flatMap(({ key, secret }) => (secret ? [key, `${key}_FILE`] : [key])));
}

/** Surrounding blanks are a typing slip, never meant. */
function asText(text: string): string {
  return text.trim();
}

/** Decimal digits only: `3e3`, `0x10` and `3000.5` are no numbers here. */
export function asWholeNumber(text: string): unknown {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : text;
}

/** `1` or `0`, nothing else: `yes` and `true` would invite `no` and `off`. */
export function asSwitch(text: string): unknown {
  return { '0': false, '1': true }[text.trim()] ?? text;
}

/** Passes when the value is a URL of one of the protocols; names no part of it in its message. */
export function IsUrlOf(protocols: readonly string[], message: string): PropertyDecorator {
  const validate = (value: unknown): boolean =>
    typeof value === 'string' && URL.canParse(value) && protocols.includes(new URL(value).protocol.slice(0, -1));
  return ValidateBy({ name: 'isUrlOf', validator: { validate } }, { message });
}

/** Passes when the value is a whole number of the range, ends included. */
export function IsWholeBetween(least: number, most: number): PropertyDecorator {
  const validate = (value: unknown): boolean =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
  const message = `must be a whole number from ${least} to ${most}`;
  return ValidateBy({ name: 'isWholeBetween', validator: { validate } }, { message });
}

function textOf(env: Environment, { key, secret }: SettingKey, problems: SettingProblem[]): string | undefined {
  const direct = env[key]?.trim() === '' ? undefined : env[key];
  const file = secret ? env[`${key}_FILE`]?.trim() : undefined;
  if (!file) return direct;
  if (direct !== undefined) problems.push({ key, reason: `is given twice: also as ${key}_FILE` });
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    problems.push({ key: `${key}_FILE`, reason: 'names a file that cannot be read' });
    return undefined;
  }
}

/**
 * Reads the environment into property values. An empty text counts as not set, as `KEY=` in an env file means.
 * @param problems  receives secrets given twice and secret files that cannot be read
 */
export function valuesFrom(env: Environment, problems: SettingProblem[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [property, spec] of keyOfProperty) {
    const text = textOf(env, spec, problems);
    if (text !== undefined) values[property] = spec.parse(text);
  }
  return values;
}
