import { drawAlgorithm, type DrawRecord } from './draw-record.js';

type Shape = 'text' | 'hash' | 'count' | 'text?' | readonly [Shape] | { readonly [key: string]: Shape };

const recordShape: Shape = {
  algorithm: { name: 'text', version: 'count' },
  commitment: 'hash',
  committedAt: 'text',
  contribution: 'text',
  seed: 'hash',
  drawnAt: 'text',
  frameHash: 'hash',
  termsHash: 'hash',
  terms: {
    purpose: 'text',
    frame: [{ stratum: 'text', party: 'text', id: 'text' }],
    strata: [{ stratum: 'text', quota: 'count' }],
    excluded: [{ id: 'text', reason: 'text' }],
    inspectors: ['text'],
    perObject: 'count',
    recusals: [{ inspector: 'text', party: 'text', reason: 'text' }],
  },
  drawn: [{ stratum: 'text', objects: ['text'], reserves: ['text'] }],
  replacements: [{ stratum: 'text', out: 'text', in: 'text?', reason: 'text' }],
  assigned: [{ object: 'text', inspectors: ['text'] }],
};

/** Where and why something is no record of a draw. */
export interface NoRecord {
  readonly code: 'shape' | 'algorithm';
  readonly path: string;
}

/** A record from outside, or why it is none. Fields beyond the record's own are passed over. */
export function readRecord(said: unknown): DrawRecord | NoRecord {
  const path = misfit(said, recordShape, '');
  if (path !== null) return { code: 'shape', path };
  const record = said as DrawRecord; // boundary: every field was compared with the shape
  const { name, version } = record.algorithm;
  const isOurs = name === drawAlgorithm.name && version === drawAlgorithm.version;
  return isOurs ? record : { code: 'algorithm', path: 'algorithm' };
}

const leaves = {
  text: (said: unknown): boolean => typeof said === 'string',
  'text?': (said: unknown): boolean => said === null || typeof said === 'string',
  hash: (said: unknown): boolean => typeof said === 'string' && /^[0-9a-f]{64}$/.test(said),
  count: (said: unknown): boolean => typeof said === 'number' && Number.isSafeInteger(said) && said >= 0,
};

function misfit(said: unknown, shape: Shape, path: string): string | null {
  if (typeof shape === 'string') return leaves[shape](said) ? null : path;
  if (isList(shape)) return Array.isArray(said) ? misfitInList(said, shape[0], path) : path;
  if (typeof said !== 'object' || said === null) return path;
  const fields = new Map<string, unknown>(Object.entries(said));
  for (const [key, inner] of Object.entries(shape)) {
    const wrong = misfit(fields.get(key), inner, path === '' ? key : `${path}.${key}`);
    if (wrong !== null) return wrong;
  }
  return null;
}

const isList = (shape: Exclude<Shape, string>): shape is readonly [Shape] => Array.isArray(shape);

function misfitInList(said: readonly unknown[], shape: Shape, path: string): string | null {
  for (const [i, one] of said.entries()) {
    const wrong = misfit(one, shape, `${path}[${i}]`);
    if (wrong !== null) return wrong;
  }
  return null;
}
