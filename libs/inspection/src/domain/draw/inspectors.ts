import { Chance } from './chance.js';
import { byBytes, type Digests, lineOf } from './digests.js';
import type { DrawnInspectors, DrawTerms } from './draw-record.js';

/**
 * Draws who goes where, object by object in the order given: of those without recusal for its party or for itself, one of those who go
 * to the fewest so far, until enough go. A recusal is applied before the draw, so that it changes nobody's chance afterwards.
 */
export function drawInspectors(
  terms: DrawTerms,
  objects: readonly string[],
  key: Uint8Array,
  digests: Digests,
): DrawnInspectors[] {
  const recused = new Set(terms.recusals.map(({ inspector, party }) => lineOf(inspector, party)));
  const partyOf = new Map(terms.frame.map(({ id, party }) => [id, party]));
  const pool = [...terms.inspectors].sort(byBytes);
  const load = new Map(pool.map((id) => [id, 0]));
  return objects.map((object) => {
    const isBarred = (id: string, from: string): boolean => recused.has(lineOf(id, from));
    const free = pool.filter((id) => !isBarred(id, partyOf.get(object) ?? '') && !isBarred(id, object));
    return { object, inspectors: pick(free, terms.perObject, load, new Chance(key, `object\t${object}`, digests)) };
  });
}

function pick(free: readonly string[], count: number, load: Map<string, number>, chance: Chance): string[] {
  const picked: string[] = [];
  while (picked.length < Math.min(count, free.length)) {
    const left = free.filter((id) => !picked.includes(id));
    const least = Math.min(...left.map((id) => load.get(id) ?? 0));
    const idle = left.filter((id) => load.get(id) === least);
    const next = idle[chance.below(idle.length)];
    if (next === undefined) break;
    picked.push(next);
    load.set(next, least + 1);
  }
  return picked;
}
