import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { Fault } from '@ducha/kernel';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { ReadLimits } from '../../limits.js';
import { spreadsheetFault } from '../../spreadsheet-faults.js';
import type { PartStream } from './xml-scan.js';

const ratioMatters = 4 * 1024 * 1024;
const cipherFlag = 0x1;

function refuse(reason: string, part?: string): never {
  throw spreadsheetFault('malformed', { ...(part === undefined ? {} : { part }), reason });
}

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
}

/**
 * The parts of an OPC package, read one at a time as streams. Nothing is inflated before it is asked for.
 * What a directory entry claims is checked before, and what really comes out is counted and checked by CRC-32.
 */
export class ZipParts {
  readonly #entries = new Map<string, Entry>();
  #inflated = 0;

  private constructor(
    readonly zip: ZipFile,
    readonly limits: ReadLimits,
  ) {}

  /** @throws Fault `spreadsheet.malformed`, `spreadsheet.bomb`, `spreadsheet.encrypted` */
  static async open(bytes: Buffer, limits: ReadLimits): Promise<ZipParts> {
    const zip = await openZip(bytes).catch((error: Error) => refuse(error.message));
    if (zip.entryCount > limits.maxZipEntries) {
      throw spreadsheetFault('bomb', { reason: 'entries', limit: limits.maxZipEntries });
    }
    const parts = new ZipParts(zip, limits);
    await parts.#list().catch((error: Error) => {
      throw error instanceof Fault ? error : refuse(error.message);
    });
    return parts;
  }

  /** Part names are case-insensitive (OPC 6.2.2.3). */
  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** @throws Fault `spreadsheet.malformed` when there is no such part; while reading also `spreadsheet.bomb` */
  part(name: string): PartStream {
    const entry = this.#entries.get(name.toLowerCase()) ?? refuse('part is missing', name);
    return { name, chunks: this.#chunks(name, entry) };
  }

  #list(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.zip.on('error', reject);
      this.zip.on('end', resolve);
      this.zip.on('entry', (entry: Entry) => {
        try {
          this.#add(entry);
          this.zip.readEntry();
        } catch (error) {
          reject(error instanceof Error ? error : new Error('entry is not readable', { cause: error }));
        }
      });
      this.zip.readEntry();
    });
  }

  #add(entry: Entry): void {
    const name = entry.fileName.toLowerCase();
    if ((entry.generalPurposeBitFlag & cipherFlag) !== 0) throw spreadsheetFault('encrypted');
    if (this.#entries.has(name)) refuse('part stands twice', entry.fileName);
    this.#entries.set(name, entry);
  }

  async *#chunks(name: string, entry: Entry): AsyncGenerator<Uint8Array> {
    const { maxInflatedBytes } = this.limits;
    this.#guardSize(name, entry.uncompressedSize, entry.compressedSize);
    let size = 0;
    let sum = 0;
    for await (const chunk of this.#stream(name, entry)) {
      size += chunk.length;
      this.#inflated += chunk.length;
      this.#guardSize(name, size, entry.compressedSize);
      if (this.#inflated > maxInflatedBytes)
        throw spreadsheetFault('bomb', { part: name, reason: 'inflated', limit: maxInflatedBytes });
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (sum !== entry.crc32) refuse('checksum differs', name);
  }

  #guardSize(part: string, size: number, stored: number): void {
    const { maxInflatedBytes, maxInflationRatio } = this.limits;
    if (size > maxInflatedBytes) throw spreadsheetFault('bomb', { part, reason: 'inflated', limit: maxInflatedBytes });
    if (size > ratioMatters && size > stored * maxInflationRatio) {
      throw spreadsheetFault('bomb', { part, reason: 'ratio', limit: maxInflationRatio });
    }
  }

  async *#stream(name: string, entry: Entry): AsyncGenerator<Uint8Array> {
    const stream = await this.#open(entry).catch((error: Error) => refuse(error.message, name));
    const chunks: AsyncIterator<Uint8Array> = stream[Symbol.asyncIterator]();
    try {
      for (;;) {
        const next = await chunks.next().catch((error: Error) => refuse(error.message, name));
        if (next.done) return;
        yield next.value;
      }
    } finally {
      stream.destroy();
    }
  }

  #open(entry: Entry): Promise<Readable> {
    return new Promise((resolve, reject) => {
      this.zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
    });
  }
}
