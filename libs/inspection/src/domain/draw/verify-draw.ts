import type { Digests } from './digests.js';
import { commitmentOf, draw } from './draw.js';
import type { DrawRecord } from './draw-record.js';
import { readRecord } from './read-record.js';
import { faultInTerms, frameHashOf, termsHashOf } from './terms.js';

/** What recomputing a draw found: nothing else, or the first thing that differs. */
export type DrawVerdict =
  | { readonly holds: true; readonly record: DrawRecord }
  | { readonly holds: false; readonly difference: DrawDifference };

/** The first difference; `code` is the step that failed, in the order of the steps. */
export interface DrawDifference {
  readonly code: 'shape' | 'algorithm' | 'terms' | 'commitment' | 'frame' | 'rules' | 'result';
  readonly path: string;
  /** What the record says there, as JSON; null where it is no record at all. */
  readonly said: string | null;
  /** What was recomputed, as JSON. */
  readonly found: string | null;
}

/** Draws again from what the record tells and compares, step by step. */
export function verifyDraw(said: unknown, digests: Digests): DrawVerdict {
  const record = readRecord(said);
  if ('code' in record) return refuted(record.code, record.path, null, null);
  const fault = faultInTerms(record.terms);
  if (fault !== null) return refuted('terms', `terms.${fault.path}`, fault.code, null);
  const commitment = commitmentOf(record.seed, digests);
  if (commitment !== record.commitment) return refuted('commitment', 'commitment', record.commitment, commitment);
  const frame = frameHashOf(record.terms, digests);
  if (frame !== record.frameHash) return refuted('frame', 'frameHash', record.frameHash, frame);
  const rules = termsHashOf(record.terms, digests);
  if (rules !== record.termsHash) return refuted('rules', 'termsHash', record.termsHash, rules);
  const { drawn, replacements, assigned } = draw({ ...record, failed: record.replacements }, digests);
  for (const [name, again] of Object.entries({ drawn, replacements, assigned })) {
    const at = firstDifference(new Map<string, unknown>(Object.entries(record)).get(name), again, name);
    if (at !== null) return refuted('result', at.path, at.said, at.found);
  }
  return { holds: true, record };
}

const refuted = (code: DrawDifference['code'], path: string, said: unknown, found: unknown): DrawVerdict => ({
  holds: false,
  difference: { code, path, said: told(said), found: told(found) },
});

const told = (value: unknown): string | null => (value === null ? null : (JSON.stringify(value) ?? null));

interface Place {
  readonly path: string;
  readonly said: unknown;
  readonly found: unknown;
}

/** Walks what was recomputed; fields that only the record has are passed over, surplus entries of a list are not. */
function firstDifference(said: unknown, found: unknown, path: string): Place | null {
  if (Array.isArray(found) && Array.isArray(said)) {
    const longest = Math.max(found.length, said.length);
    const indices = Array.from({ length: longest }, (_, i) => i);
    return firstOf(indices, (i) => firstDifference(said[i], found[i], `${path}[${i}]`));
  }
  if (isObject(found) && isObject(said)) {
    const fields = new Map<string, unknown>(Object.entries(said));
    return firstOf(Object.entries(found), ([key, inner]) => firstDifference(fields.get(key), inner, `${path}.${key}`));
  }
  return said === found ? null : { path, said: said ?? null, found: found ?? null };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function firstOf<T>(list: readonly T[], place: (one: T) => Place | null): Place | null {
  for (const one of list) {
    const found = place(one);
    if (found !== null) return found;
  }
  return null;
}
