import { recompute } from './recompute';
import { type DrawFile, isDrawFile, misfitOf } from './record';

/** The first difference between a record and what was recomputed. */
export interface Difference {
  code: 'shape' | 'algorithm' | 'terms' | 'commitment' | 'frame' | 'rules' | 'result';
  path: string;
  said: string | null;
  found: string | null;
}

/** What became of a check: the record holds, or where it first differs. */
export type Verdict = { file: DrawFile; difference: null } | { file: DrawFile | null; difference: Difference };

/** Checks the text of a file; nothing leaves the browser. */
export function verdictOn(text: string): Verdict {
  const said = parsed(text);
  if (!isDrawFile(said)) return refuted(null, 'shape', misfitOf(said) ?? '', null, null);
  const { name, version } = said.algorithm;
  if (name !== 'ducha-draw' || version !== 2)
    return refuted(said, 'algorithm', 'algorithm', `${name} ${version}`, null);
  const fault = faultOf(said.terms);
  if (fault !== null) return refuted(said, 'terms', `terms.${fault}`, null, null);
  const again = recompute(said);
  const hashes = [
    ['commitment', 'commitment'],
    ['frame', 'frameHash'],
    ['rules', 'termsHash'],
  ] as const;
  for (const [code, field] of hashes)
    if (again[field] !== said[field]) return refuted(said, code, field, said[field], again[field]);
  for (const field of ['drawn', 'replacements', 'assigned'] as const) {
    const apart = differenceIn(said[field], again[field], field);
    if (apart !== null) return refuted(said, 'result', apart.path, tell(apart.said), tell(apart.found));
  }
  return { file: said, difference: null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const refuted = (
  file: DrawFile | null,
  code: Difference['code'],
  path: string,
  said: string | null,
  found: string | null,
): Verdict => ({ file, difference: { code, path, said, found } });

const tell = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

/** Terms that two people could read in two ways: control characters, things told twice, names nobody introduced. */
function faultOf(terms: DrawFile['terms']): string | null {
  return oddText(terms) ?? repeated(terms) ?? notIntroduced(terms);
}

function oddText({ purpose, frame, strata, excluded, inspectors, recusals }: DrawFile['terms']): string | null {
  const texts = [
    { path: 'purpose', text: purpose },
    ...frame.flatMap((one, i) => spread(`frame[${i}]`, { ...one })),
    ...strata.map(({ stratum }, i) => ({ path: `strata[${i}].stratum`, text: stratum })),
    ...excluded.flatMap((one, i) => spread(`excluded[${i}]`, { ...one })),
    ...inspectors.map((text, i) => ({ path: `inspectors[${i}]`, text })),
    ...recusals.flatMap((one, i) => spread(`recusals[${i}]`, { ...one })),
  ];
  return texts.find(({ text }) => !/^\P{Cc}+$/u.test(text))?.path ?? null;
}

function repeated({ frame, strata, excluded, inspectors, recusals }: DrawFile['terms']): string | null {
  const pairs = recusals.map(({ inspector, party }) => `${inspector}\t${party}`);
  return (
    twice('frame', idsOf(frame)) ??
    twice('strata', namesOf(strata)) ??
    twice('excluded', idsOf(excluded)) ??
    twice('inspectors', inspectors) ??
    twice('recusals', pairs)
  );
}

function notIntroduced({ frame, strata, excluded, inspectors, recusals }: DrawFile['terms']): string | null {
  const barred = recusals.map(({ inspector }) => inspector);
  return (
    unknown('frame', namesOf(frame), namesOf(strata)) ??
    unknown('excluded', idsOf(excluded), idsOf(frame)) ??
    unknown('recusals', barred, inspectors)
  );
}

const idsOf = (list: { id: string }[]): string[] => list.map(({ id }) => id);
const namesOf = (list: { stratum: string }[]): string[] => list.map(({ stratum }) => stratum);

const spread = (path: string, one: Record<string, string>) =>
  Object.entries(one).map(([name, text]) => ({ path: `${path}.${name}`, text }));

function twice(path: string, keys: string[]): string | null {
  const seen = new Set<string>();
  const at = keys.findIndex((key) => seen.size === seen.add(key).size);
  return at === -1 ? null : `${path}[${at}]`;
}

function unknown(path: string, keys: string[], known: string[]): string | null {
  const names = new Set(known);
  const at = keys.findIndex((key) => !names.has(key));
  return at === -1 ? null : `${path}[${at}]`;
}

interface Apart {
  path: string;
  said: unknown;
  found: unknown;
}

function differenceIn(said: unknown, found: unknown, path: string): Apart | null {
  if (Array.isArray(found) && Array.isArray(said)) {
    const [left, right]: [unknown[], unknown[]] = [said, found];
    for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
      const apart = differenceIn(left[i], right[i], `${path}[${i}]`);
      if (apart !== null) return apart;
    }
    return null;
  }
  if (isObject(found) && isObject(said)) {
    const fields = new Map<string, unknown>(Object.entries(said));
    for (const [name, inner] of Object.entries(found)) {
      const apart = differenceIn(fields.get(name), inner, `${path}.${name}`);
      if (apart !== null) return apart;
    }
    return null;
  }
  return said === found ? null : { path, said, found };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
