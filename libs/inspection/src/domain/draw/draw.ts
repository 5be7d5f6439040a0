import { Chance, shuffled } from './chance.js';
import { byBytes, bytesOf, bytesOfHex, type Digests, hexOf, lineOf } from './digests.js';
import {
  drawAlgorithm,
  type DrawnStratum,
  type DrawRecord,
  type DrawTerms,
  type Failed,
  type Replacement,
} from './draw-record.js';
import { drawInspectors } from './inspectors.js';
import { candidatesOf, frameHashOf, termsHashOf } from './terms.js';

/** What a draw needs beside its terms. */
export interface Lots {
  readonly terms: DrawTerms;
  readonly seed: string;
  readonly contribution: string;
  readonly committedAt: string;
  readonly drawnAt: string;
  /** Drawn rows that could not be checked, in the order in which that was found. */
  readonly failed: readonly Failed[];
}

/** What is published before anything else: the digest of the seed's bytes. */
export const commitmentOf = (seed: string, { sha256 }: Digests): string => hexOf(sha256(bytesOfHex(seed)));

/**
 * The draw, whole: the same lots give the same record wherever and whenever (README, "The draw").
 * Expects terms without fault (`faultInTerms`).
 */
export function draw(lots: Lots, digests: Digests): DrawRecord {
  const { terms, seed, contribution, committedAt, drawnAt, failed } = lots;
  const frameHash = frameHashOf(terms, digests);
  const termsHash = termsHashOf(terms, digests);
  const name = `${drawAlgorithm.name}/${drawAlgorithm.version}`;
  const said = [name, frameHash, termsHash, contribution].map((line) => lineOf(line)).join('');
  const key = digests.hmac(bytesOfHex(seed), bytesOf(said));
  const drawn = drawStrata(terms, key, digests);
  const replacements = replace(drawn, failed);
  const batches = [drawn.flatMap((one) => one.objects), replacements.flatMap((one) => one.in ?? [])];
  const assigned = terms.perObject === 0 ? [] : drawInspectors(terms, batches, key, digests);
  const told = { committedAt, contribution, seed, drawnAt };
  const commitment = commitmentOf(seed, digests);
  return { algorithm: drawAlgorithm, commitment, ...told, frameHash, termsHash, terms, drawn, replacements, assigned };
}

function drawStrata(terms: DrawTerms, key: Uint8Array, digests: Digests): DrawnStratum[] {
  const strata = [...terms.strata].sort((one, other) => byBytes(one.stratum, other.stratum));
  return strata.map(({ stratum, quota }) => {
    const order = shuffled(candidatesOf(terms, stratum), new Chance(key, `stratum\t${stratum}`, digests));
    return { stratum, objects: order.slice(0, quota), reserves: order.slice(quota) };
  });
}

/** Each that failed is replaced by the first reserve of its stratum that was not used; who is not drawn is passed over. */
function replace(drawn: readonly DrawnStratum[], failed: readonly Failed[]): Replacement[] {
  const used = new Map(drawn.map(({ stratum }) => [stratum, 0]));
  const inPlace = new Map(drawn.flatMap(({ stratum, objects }) => objects.map((id) => [id, stratum] as const)));
  return failed.flatMap(({ out, reason }) => {
    const stratum = inPlace.get(out);
    if (stratum === undefined) return [];
    inPlace.delete(out);
    const next = used.get(stratum) ?? 0;
    const coming = drawn.find((one) => one.stratum === stratum)?.reserves[next] ?? null;
    used.set(stratum, next + 1);
    if (coming !== null) inPlace.set(coming, stratum);
    return [{ stratum, out, reason, in: coming }];
  });
}
