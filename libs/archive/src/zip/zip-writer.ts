import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { Meter } from './meter.js';
import { openSeal, Sealing } from './seal.js';

/** A part of an archive as it was written. */
export interface WrittenPart {
  readonly path: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** What the archive says of a part beside its bytes. */
export interface PartOptions {
  /** False for what is compressed already: pictures, PDF. */
  readonly compress: boolean;
}

/**
 * Writes a sealed ZIP as a stream, one part after the other; holds no part in memory. ZIP64 where sizes ask for it.
 */
export class ZipWriter {
  private readonly zip = new yazl.ZipFile();
  private readonly failing = new AbortController();
  private readonly written: Promise<void>;

  /** @param at  instant that the parts carry */
  constructor(
    target: Writable,
    private readonly at: Date,
  ) {
    // boundary: yazl's output is a PassThrough
    this.written = pipeline(this.zip.outputStream as Readable, new Sealing(), target);
    this.written.catch((error: unknown) => this.failing.abort(error));
    this.zip.on('error', (error: unknown) => this.failing.abort(error));
  }

  /** Writes one part to its end. @throws what reading the source or writing the archive throws */
  async add(path: string, source: Readable, { compress }: PartOptions): Promise<WrittenPart> {
    const meter = new Meter();
    this.zip.addReadStream(meter, path, { compressionLevel: compress ? 1 : 0, mtime: this.at, mode: 0o100600 });
    await pipeline(source, meter, { signal: this.failing.signal });
    return { path, bytes: meter.bytes, sha256: meter.sha256 };
  }

  /** Writes a part that lies in memory. */
  addText(path: string, text: string): Promise<WrittenPart> {
    return this.add(path, Readable.from([Buffer.from(text)]), { compress: true });
  }

  /** Writes the directory and the seal. */
  async finish(): Promise<void> {
    this.zip.end({ comment: openSeal, forceZip64Format: false });
    await this.written;
  }

  /** Gives up: nothing more is written and the target is destroyed. */
  async abandon(): Promise<void> {
    // boundary: yazl's output is a PassThrough
    (this.zip.outputStream as Readable).destroy();
    await this.written.catch(() => undefined);
  }
}
