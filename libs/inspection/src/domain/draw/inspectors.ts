import { Chance } from './chance.js';
import { byBytes, type Digests, lineOf } from './digests.js';
import type { DrawnInspectors, DrawTerms } from './draw-record.js';

/** Somebody who may be sent, and to how many objects they go so far. */
interface Member {
  readonly id: string;
  load: number;
}

/** An object and who may go there: whoever has no recusal for its party or for itself. */
interface Errand {
  readonly object: string;
  readonly free: readonly Member[];
}

/**
 * Draws who goes where: of those who may, one of those who go to the fewest objects so far, until enough go. The object
 * with the fewest to choose from is always next, so that nobody stays idle because the only object left is one they are
 * barred from. A recusal is applied before the draw: it changes nobody's chance afterwards.
 * @param batches  the objects drawn, then those that came in later; the answer keeps their order
 */
export function drawInspectors(
  terms: DrawTerms,
  batches: readonly (readonly string[])[],
  key: Uint8Array,
  digests: Digests,
): DrawnInspectors[] {
  const recused = new Set(terms.recusals.map(({ inspector, party }) => lineOf(inspector, party)));
  const partyOf = new Map(terms.frame.map(({ id, party }) => [id, party]));
  const pool: Member[] = [...terms.inspectors].sort(byBytes).map((id) => ({ id, load: 0 }));
  const errandTo = (object: string): Errand => {
    const barredFrom = [partyOf.get(object) ?? '', object];
    return { object, free: pool.filter(({ id }) => !barredFrom.some((from) => recused.has(lineOf(id, from)))) };
  };
  return batches.flatMap((objects) => {
    const left = objects.map(errandTo);
    const sent = new Map<string, string[]>();
    for (let next = takeNarrowest(left); next !== undefined; next = takeNarrowest(left))
      sent.set(next.object, pick(next.free, terms.perObject, new Chance(key, `object\t${next.object}`, digests)));
    return objects.map((object) => ({ object, inspectors: sent.get(object) ?? [] }));
  });
}

/** Those who go to the fewest objects so far. */
function idlest(members: readonly Member[]): readonly Member[] {
  const least = Math.min(...members.map(({ load }) => load));
  return members.filter(({ load }) => load === least);
}

/** Takes out the first of those with the fewest to choose from. */
function takeNarrowest(left: Errand[]): Errand | undefined {
  const choices = left.map(({ free }) => idlest(free).length);
  return left.splice(choices.indexOf(Math.min(...choices)), 1)[0];
}

function pick(free: readonly Member[], count: number, chance: Chance): string[] {
  const picked: Member[] = [];
  while (picked.length < Math.min(count, free.length)) {
    const idle = idlest(free.filter((one) => !picked.includes(one)));
    const next = idle[chance.below(idle.length)];
    if (next === undefined) break;
    next.load += 1;
    picked.push(next);
  }
  return picked.map(({ id }) => id);
}
