/** A record of a draw, as far as it is drawn again. */
export interface DrawFile {
  algorithm: { name: string; version: number };
  commitment: string;
  committedAt: string;
  contribution: string;
  seed: string;
  drawnAt: string;
  frameHash: string;
  termsHash: string;
  terms: {
    purpose: string;
    frame: { stratum: string; party: string; id: string }[];
    strata: { stratum: string; quota: number }[];
    excluded: { id: string; reason: string }[];
    inspectors: string[];
    perObject: number;
    recusals: { inspector: string; party: string; reason: string }[];
  };
  drawn: { stratum: string; objects: string[]; reserves: string[] }[];
  replacements: { stratum: string; out: string; in: string | null; reason: string }[];
  assigned: { object: string; inspectors: string[] }[];
}

type Check = (value: unknown, path: string) => string | null;

const fails =
  (holds: (value: unknown) => boolean): Check =>
  (value, path) =>
    holds(value) ? null : path;
const isText = (value: unknown): value is string => typeof value === 'string';
const text = fails(isText);
const hash = fails((value) => isText(value) && /^[0-9a-f]{64}$/.test(value));
const count = fails((value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0);
const textOrNull = fails((value) => value === null || isText(value));

const list =
  (each: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return path;
    const inner: unknown[] = value;
    for (let i = 0; i < inner.length; i += 1) {
      const wrong = each(inner[i], `${path}[${i}]`);
      if (wrong !== null) return wrong;
    }
    return null;
  };

const fields =
  (checks: Record<string, Check>): Check =>
  (value, path) => {
    if (typeof value !== 'object' || value === null) return path;
    const said = new Map<string, unknown>(Object.entries(value));
    for (const [name, check] of Object.entries(checks)) {
      const wrong = check(said.get(name), path === '' ? name : `${path}.${name}`);
      if (wrong !== null) return wrong;
    }
    return null;
  };

const whole = fields({
  algorithm: fields({ name: text, version: count }),
  commitment: hash,
  committedAt: text,
  contribution: text,
  seed: hash,
  drawnAt: text,
  frameHash: hash,
  termsHash: hash,
  terms: fields({
    purpose: text,
    frame: list(fields({ stratum: text, party: text, id: text })),
    strata: list(fields({ stratum: text, quota: count })),
    excluded: list(fields({ id: text, reason: text })),
    inspectors: list(text),
    perObject: count,
    recusals: list(fields({ inspector: text, party: text, reason: text })),
  }),
  drawn: list(fields({ stratum: text, objects: list(text), reserves: list(text) })),
  replacements: list(fields({ stratum: text, out: text, in: textOrNull, reason: text })),
  assigned: list(fields({ object: text, inspectors: list(text) })),
});

/** Where a value is no record of a draw; null when it is one. */
export const misfitOf = (value: unknown): string | null => whole(value, '');

/** Whether a value is a record of a draw. */
export const isDrawFile = (value: unknown): value is DrawFile => misfitOf(value) === null;
