/** One act as the sealed chain keeps it, in a box of its own. Texts may stand in it: nobody outside reads them. */
export interface SealedAct {
  /** A word such as `open`; refusals end in `.refused`. */
  readonly act: string;
  /** UTC ISO, of the database's clock. */
  readonly at: string;
  readonly personId: string | null;
  readonly facts: SealedFacts;
}

/** What is told beside an act. */
export type SealedFacts = Readonly<Record<string, string | number | boolean | null | readonly (string | number)[]>>;

/** A link of the chain as it is stored. */
export interface SealedLink {
  readonly seq: number;
  readonly box: Uint8Array;
  readonly prevHash: Uint8Array;
  readonly hash: Uint8Array;
}

/** The chain's end at a moment. `hash` is hex. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

type Digest = (message: Uint8Array) => Uint8Array;

/** Before the first link. */
export const chainStart = new Uint8Array(32);

/** SHA-256 over the link before, which chain and place it is, and the digest of the box. */
export function sealedHash(
  { sealedId, prevHash, seq, box }: Pick<SealedLink, 'prevHash' | 'seq' | 'box'> & { readonly sealedId: string },
  sha256: Digest,
): Uint8Array {
  const place = new TextEncoder().encode(`${sealedId}\n${seq}\n`);
  return sha256(Uint8Array.of(...prevHash, ...place, ...sha256(box)));
}

/** What is wrong with a chain; null: nothing. */
export interface ChainFault {
  readonly seq: number;
  readonly kind: 'gap' | 'brokenLink' | 'edited' | 'headDiffers';
}

/**
 * Walks the chain from its first link.
 * @param head  what another chain keeps of this one since the release; null before
 */
export function faultInChain(
  sealedId: string,
  links: readonly SealedLink[],
  head: ChainHead | null,
  sha256: Digest,
): ChainFault | null {
  let before = chainStart;
  for (const [i, link] of links.entries()) {
    if (link.seq !== i + 1) return { seq: i + 1, kind: 'gap' };
    if (!same(link.prevHash, before)) return { seq: link.seq, kind: 'brokenLink' };
    if (!same(sealedHash({ sealedId, ...link }, sha256), link.hash)) return { seq: link.seq, kind: 'edited' };
    before = Uint8Array.from(link.hash);
  }
  if (head === null) return null;
  const kept = links[head.seq - 1];
  return kept && hexOf(kept.hash) === head.hash ? null : { seq: head.seq, kind: 'headDiffers' };
}

const same = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, i) => byte === other[i]);

const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
