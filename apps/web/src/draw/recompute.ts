import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { DrawFile } from './record';

/** What a browser finds when it draws again. */
export type Recomputed = Pick<
  DrawFile,
  'commitment' | 'frameHash' | 'termsHash' | 'drawn' | 'replacements' | 'assigned'
>;

/**
 * Draws again from what the record tells, by the description in the README of the server's `inspection` library. Written
 * apart from the server's own code: two programs agree, or one of them is wrong.
 */
export function recompute(file: DrawFile): Recomputed {
  const { terms, seed, contribution } = file;
  const frameHash = hashOf(terms.frame.map(({ stratum, party, id }) => line(stratum, party, id)));
  const termsHash = hashOf([
    line('purpose', terms.purpose),
    line('per_object', terms.perObject),
    ...terms.strata.map((one) => line('stratum', one.stratum, one.quota)),
    ...terms.excluded.map((one) => line('excluded', one.id, one.reason)),
    ...terms.inspectors.map((id) => line('inspector', id)),
    ...terms.recusals.map((one) => line('recusal', one.inspector, one.party, one.reason)),
  ]);
  const message = ['ducha-draw/2', frameHash, termsHash, contribution].map((part) => line(part)).join('');
  const key = hmac(sha256, hexToBytes(seed), utf8ToBytes(message));
  const drawn = sorted(terms.strata, ({ stratum }) => stratum).map(({ stratum, quota }) => {
    const order = shuffle(candidates(file, stratum), lots(key, `stratum\t${stratum}`));
    return { stratum, objects: order.slice(0, quota), reserves: order.slice(quota) };
  });
  const replacements = replaced(drawn, file.replacements);
  const assigned = terms.perObject === 0 ? [] : inspectors(file, drawn, replacements, key);
  return { commitment: bytesToHex(sha256(hexToBytes(seed))), frameHash, termsHash, drawn, replacements, assigned };
}

const line = (...parts: (string | number)[]): string => `${parts.join('\t')}\n`;

const hashOf = (lines: string[]): string => bytesToHex(sha256(utf8ToBytes(sorted(lines, (one) => one).join(''))));

/** In the order of UTF-8 bytes. */
function sorted<T>(list: readonly T[], textOf: (one: T) => string): T[] {
  const keyed = list.map((one) => ({ one, bytes: utf8ToBytes(textOf(one)) }));
  return keyed.sort((left, right) => compare(left.bytes, right.bytes)).map(({ one }) => one);
}

function compare(left: Uint8Array, right: Uint8Array): number {
  for (let i = 0; i < left.length && i < right.length; i += 1) {
    const apart = (left[i] ?? 0) - (right[i] ?? 0);
    if (apart !== 0) return apart;
  }
  return left.length - right.length;
}

function candidates({ terms }: DrawFile, stratum: string): string[] {
  const out = new Set(terms.excluded.map(({ id }) => id));
  const rows = terms.frame.filter((row) => row.stratum === stratum && !out.has(row.id));
  return sorted(rows, (row) => line(row.stratum, row.party, row.id)).map(({ id }) => id);
}

/** Even numbers below n from HMAC blocks: 32-bit words, big end first, those beyond the last whole multiple of n skipped. */
function lots(key: Uint8Array, name: string): (n: number) => number {
  const words: number[] = [];
  let blocks = 0;
  const next = (): number => {
    if (words.length === 0) {
      const block = hmac(sha256, key, utf8ToBytes(`${name}\n${blocks++}`));
      const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
      for (let at = 0; at < 32; at += 4) words.push(view.getUint32(at));
    }
    return words.shift() ?? 0;
  };
  return (n) => {
    const limit = Math.floor(2 ** 32 / n) * n;
    let word = next();
    while (word >= limit) word = next();
    return word % n;
  };
}

function shuffle(ids: string[], below: (n: number) => number): string[] {
  const left = [...ids];
  for (let place = 0; place + 1 < left.length; place += 1) {
    const from = place + below(left.length - place);
    const held = left[place] ?? '';
    left[place] = left[from] ?? '';
    left[from] = held;
  }
  return left;
}

function replaced(drawn: DrawFile['drawn'], failed: DrawFile['replacements']): DrawFile['replacements'] {
  const waiting = new Map(drawn.map(({ stratum, reserves }) => [stratum, [...reserves]]));
  const home = new Map<string, string>();
  for (const { stratum, objects } of drawn) for (const id of objects) home.set(id, stratum);
  const done: DrawFile['replacements'] = [];
  for (const { out, reason } of failed) {
    const stratum = home.get(out);
    if (stratum === undefined) continue;
    home.delete(out);
    const coming = waiting.get(stratum)?.shift() ?? null;
    if (coming !== null) home.set(coming, stratum);
    done.push({ stratum, out, reason, in: coming });
  }
  return done;
}

function inspectors(
  { terms }: DrawFile,
  drawn: DrawFile['drawn'],
  replacements: DrawFile['replacements'],
  key: Uint8Array,
): DrawFile['assigned'] {
  const party = new Map(terms.frame.map((row) => [row.id, row.party]));
  const loads = new Map(sorted(terms.inspectors, (id) => id).map((id) => [id, 0]));
  const barredFrom = (object: string): string[] =>
    terms.recusals
      .filter((one) => one.party === party.get(object) || one.party === object)
      .map(({ inspector }) => inspector);
  /** Of those who may go there and do not yet, the ones with the fewest objects so far. */
  const choice = (out: ReadonlySet<string>): string[] => {
    const free = [...loads].filter(([id]) => !out.has(id));
    const least = free.reduce((fewest, [, load]) => Math.min(fewest, load), Infinity);
    return free.filter(([, load]) => load === least).map(([id]) => id);
  };
  const assign = (objects: string[]): DrawFile['assigned'] => {
    const chosen = new Map<string, string[]>();
    const waiting = new Map(objects.map((object) => [object, new Set(barredFrom(object))]));
    while (waiting.size > 0) {
      const counted = [...waiting].map(([object, out]) => ({ object, out, count: choice(out).length }));
      const { object, out } = counted.reduce((first, one) => (one.count < first.count ? one : first));
      waiting.delete(object);
      const below = lots(key, `object\t${object}`);
      const sent: string[] = [];
      for (let some = choice(out); some.length > 0 && sent.length < terms.perObject; some = choice(out)) {
        const one = some[below(some.length)] ?? '';
        loads.set(one, (loads.get(one) ?? 0) + 1);
        sent.push(one);
        out.add(one);
      }
      chosen.set(object, sent);
    }
    return objects.map((object) => ({ object, inspectors: chosen.get(object) ?? [] }));
  };
  const later = replacements.flatMap((one) => (one.in === null ? [] : [one.in]));
  return [...assign(drawn.flatMap((one) => one.objects)), ...assign(later)];
}
