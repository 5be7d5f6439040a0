import { bytesOf, type Digests } from './digests.js';

const wordCount = 2 ** 32;

/**
 * A stream of chance that a key and a name fix: HMAC-SHA-256 in counter mode, read as 32-bit words, big end first. A word
 * beyond the last whole multiple of `n` is thrown away, so that no remainder is likelier than another.
 */
export class Chance {
  private block: Uint8Array = new Uint8Array();
  private at = 0;
  private blocks = 0;

  constructor(
    private readonly key: Uint8Array,
    private readonly name: string,
    private readonly digests: Digests,
  ) {}

  /** A number from 0 to n - 1, each as likely as the others; n is 1 to 2^32. */
  below(n: number): number {
    const fair = wordCount - (wordCount % n);
    let word = this.word();
    while (word >= fair) word = this.word();
    return word % n;
  }

  private word(): number {
    if (this.at >= this.block.length) {
      this.block = this.digests.hmac(this.key, bytesOf(`${this.name}\n${this.blocks}`));
      this.blocks += 1;
      this.at = 0;
    }
    const word = new DataView(this.block.buffer, this.block.byteOffset).getUint32(this.at);
    this.at += 4;
    return word;
  }
}

/** The things in an order of chance: Fisher-Yates from the front. */
export function shuffled<T>(things: readonly T[], chance: Pick<Chance, 'below'>): T[] {
  const order = [...things];
  for (let i = 0; i < order.length - 1; i += 1) {
    const j = i + chance.below(order.length - i);
    const [one, other] = [order[i], order[j]];
    if (one !== undefined && other !== undefined) [order[i], order[j]] = [other, one];
  }
  return order;
}
