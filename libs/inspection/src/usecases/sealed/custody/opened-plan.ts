import type { EntityManager } from 'typeorm';
import { type SealedDocument, paddedText } from '../../../domain/sealed/sealed-document.js';
import type { ChainHead, SealedFacts } from '../../../domain/sealed/sealed-chain.js';
import type { Capacity } from '../../../domain/sealed/sealed-release.js';
import { sealedFault } from '../../../sealed-faults.js';
import type { SealedChain } from './chain-store.js';
import type { SealedKey } from './sealed-key.js';
import { aboutDocument, type SealedRow } from './sealed-rows.js';

/** Who opens, and what for. */
export interface Opener {
  readonly personId: string;
  readonly capacity: Capacity;
  /** The word under which the opening stands in the chain. */
  readonly act: string;
}

/** A sealed plan that a named person holds open in one transaction. */
export class OpenedPlan {
  private version: number;
  private shown: SealedDocument;
  private isRecorded = false;

  constructor(
    readonly tx: EntityManager,
    readonly row: SealedRow,
    readonly by: Opener,
    readonly key: SealedKey,
    private readonly chain: SealedChain,
  ) {
    this.version = row.version;
    const text = key.open(row.box, aboutDocument(row.id, row.version));
    if (!text) throw sealedFault('movedOn');
    // boundary: the box was written by `keep` alone
    this.shown = JSON.parse(text.toString('utf8')) as SealedDocument;
    text.fill(0);
  }

  get id(): string {
    return this.row.id;
  }

  get document(): SealedDocument {
    return this.shown;
  }

  /** Of the document, after what was kept. */
  get seenVersion(): number {
    return this.version;
  }

  /** Puts another document in the place of this one. */
  async keep(document: SealedDocument): Promise<void> {
    this.version += 1;
    this.shown = document;
    const box = this.key.seal(Buffer.from(paddedText(document)), aboutDocument(this.id, this.version));
    await this.tx.query('update sealed_inspection set box = $2, version = $3 where id = $1', [
      ...[this.id, box, this.version],
    ]);
  }

  /** Records the act; once, and at the latest when the work is done. */
  async record(facts: SealedFacts = {}): Promise<ChainHead> {
    this.isRecorded = true;
    const { act, personId } = this.by;
    return this.chain.append(this.tx, this.id, { act, personId, facts });
  }

  /** What nobody recorded is recorded now: no opening stays without its line. */
  async settle(): Promise<void> {
    if (!this.isRecorded) await this.record();
  }
}
