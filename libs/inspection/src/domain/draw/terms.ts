import { byBytes, type Digests, digestOfLines, lineOf } from './digests.js';
import type { DrawTerms, FrameRow } from './draw-record.js';

/** The line that stands for a row in the frame's hash and by which rows are ordered. */
const rowLine = ({ stratum, party, id }: FrameRow): string => lineOf(stratum, party, id);

/** Hash of the frame: who could be drawn at all. The order in which rows are told does not matter. */
export const frameHashOf = ({ frame }: DrawTerms, digests: Digests): string =>
  digestOfLines(frame.map(rowLine), digests);

/** Hash of the rules: purpose, quotas, what was taken out, inspectors, recusals. */
export function termsHashOf(terms: DrawTerms, digests: Digests): string {
  const lines = [
    lineOf('purpose', terms.purpose),
    lineOf('per_object', terms.perObject),
    ...terms.strata.map(({ stratum, quota }) => lineOf('stratum', stratum, quota)),
    ...terms.excluded.map(({ id, reason }) => lineOf('excluded', id, reason)),
    ...terms.inspectors.map((id) => lineOf('inspector', id)),
    ...terms.recusals.map(({ inspector, party, reason }) => lineOf('recusal', inspector, party, reason)),
  ];
  return digestOfLines(lines, digests);
}

/** Why terms cannot be drawn from, and where. */
export interface TermsFault {
  readonly code: 'text' | 'twice' | 'unknown' | 'number';
  readonly path: string;
}

// a control character could forge another line
const spoken = /^\P{Cc}+$/u;

/** The first thing wrong with the terms, null when they can be drawn from. */
export function faultInTerms(terms: DrawTerms): TermsFault | null {
  return textFault(terms) ?? numberFault(terms) ?? repetition(terms) ?? strangers(terms);
}

function textFault(terms: DrawTerms): TermsFault | null {
  const { frame, strata, excluded, inspectors, recusals } = terms;
  const texts: [string, string][] = [
    ['purpose', terms.purpose],
    ...frame.flatMap((row, i) => fields(`frame[${i}]`, { ...row })),
    ...strata.map(({ stratum }, i): [string, string] => [`strata[${i}].stratum`, stratum]),
    ...excluded.flatMap((one, i) => fields(`excluded[${i}]`, { ...one })),
    ...inspectors.map((id, i): [string, string] => [`inspectors[${i}]`, id]),
    ...recusals.flatMap((one, i) => fields(`recusals[${i}]`, { ...one })),
  ];
  const wrong = texts.find(([, text]) => !spoken.test(text));
  return wrong === undefined ? null : { code: 'text', path: wrong[0] };
}

const fields = (path: string, one: Record<string, string>): [string, string][] =>
  Object.entries(one).map(([name, text]) => [`${path}.${name}`, text]);

function numberFault({ perObject, strata }: DrawTerms): TermsFault | null {
  if (!isCount(perObject)) return { code: 'number', path: 'perObject' };
  const at = strata.findIndex(({ quota }) => !isCount(quota));
  return at === -1 ? null : { code: 'number', path: `strata[${at}].quota` };
}

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0 && n < 2 ** 31;

function repetition({ frame, strata, excluded, inspectors, recusals }: DrawTerms): TermsFault | null {
  return (
    twice('frame', frame, ({ id }) => id) ??
    twice('strata', strata, ({ stratum }) => stratum) ??
    twice('excluded', excluded, ({ id }) => id) ??
    twice('inspectors', inspectors, (id) => id) ??
    twice('recusals', recusals, ({ inspector, party }) => lineOf(inspector, party))
  );
}

function twice<T>(path: string, list: readonly T[], key: (one: T) => string): TermsFault | null {
  const seen = new Set<string>();
  for (const [i, one] of list.entries()) {
    if (seen.has(key(one))) return { code: 'twice', path: `${path}[${i}]` };
    seen.add(key(one));
  }
  return null;
}

function strangers({ frame, strata, excluded, inspectors, recusals }: DrawTerms): TermsFault | null {
  const ids = new Set(frame.map(({ id }) => id));
  const names = new Set(strata.map(({ stratum }) => stratum));
  const people = new Set(inspectors);
  return (
    stranger('frame', frame, ({ stratum }) => names.has(stratum)) ??
    stranger('excluded', excluded, ({ id }) => ids.has(id)) ??
    stranger('recusals', recusals, ({ inspector }) => people.has(inspector))
  );
}

function stranger<T>(path: string, list: readonly T[], isKnown: (one: T) => boolean): TermsFault | null {
  const at = list.findIndex((one) => !isKnown(one));
  return at === -1 ? null : { code: 'unknown', path: `${path}[${at}]` };
}

/** Rows of one stratum that may be drawn, in the order of their lines. */
export function candidatesOf({ frame, excluded }: DrawTerms, stratum: string): string[] {
  const out = new Set(excluded.map(({ id }) => id));
  return frame
    .filter((row) => row.stratum === stratum && !out.has(row.id))
    .sort((one, other) => byBytes(rowLine(one), rowLine(other)))
    .map(({ id }) => id);
}
