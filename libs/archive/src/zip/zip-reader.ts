import { buffer } from 'node:stream/consumers';
import { type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { archiveFault } from '../archive-faults.js';
import { Meter } from './meter.js';

/** What a part should be. */
export interface ExpectedPart {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A ZIP on disk, read part by part as streams. */
export class ZipReader {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws Fault `archive.notWhole` when it is no ZIP, `archive.unknownPart` when a part stands twice */
  static async open(path: string): Promise<ZipReader> {
    const zip = await new Promise<ZipFile>((resolve, reject) => {
      yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, opened) =>
        error ? reject(archiveFault('notWhole', { file: path, reason: error.message })) : resolve(opened),
      );
    });
    try {
      return new ZipReader(zip, await entriesOf(zip));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  get paths(): string[] {
    return [...this.entries.keys()];
  }

  /** A part's bytes. @throws Fault `archive.missingPart` */
  stream(path: string): Promise<Readable> {
    const entry = this.entries.get(path);
    if (!entry) throw archiveFault('missingPart', { part: path });
    return new Promise((resolve, reject) => {
      this.zip.openReadStream(entry, (error, stream) =>
        error ? reject(archiveFault('partDiffers', { part: path, reason: error.message })) : resolve(stream),
      );
    });
  }

  /** A small part in memory. @throws Fault `archive.missingPart`, `archive.partDiffers` when it is larger than allowed */
  async text(path: string, atMostBytes: number): Promise<string> {
    const claimed = this.entries.get(path)?.uncompressedSize ?? 0;
    if (claimed > atMostBytes) throw archiveFault('partDiffers', { part: path, reason: 'too large' });
    return (await buffer(await this.stream(path))).toString('utf8');
  }

  /** Size and digest of what a part really contains; undefined when it cannot be inflated. */
  async measure(path: string): Promise<{ bytes: number; sha256: string } | undefined> {
    const meter = new Meter();
    try {
      await pipeline(await this.stream(path), meter, async (bytes) => {
        for await (const _ of bytes) void _;
      });
      return { bytes: meter.bytes, sha256: meter.sha256 };
    } catch {
      return undefined;
    }
  }

  /**
   * A part's bytes; the stream fails at its end when they are not what was expected.
   * @throws Fault `archive.partDiffers` while reading
   */
  async *checked(part: ExpectedPart): AsyncGenerator<Buffer> {
    const meter = new Meter();
    const stream = await this.stream(part.path);
    stream.on('error', (error) => meter.destroy(error));
    try {
      // boundary: no encoding is set, so chunks are bytes
      for await (const chunk of stream.pipe(meter)) yield chunk as Buffer;
    } catch (error) {
      throw archiveFault('partDiffers', { part: part.path, reason: String(error) });
    } finally {
      stream.destroy();
    }
    if (meter.bytes !== part.bytes || meter.sha256 !== part.sha256)
      throw archiveFault('partDiffers', { part: part.path, reason: 'SHA-256' });
  }

  close(): void {
    this.zip.close();
  }
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('error', (error: Error) => reject(archiveFault('notWhole', { reason: error.message })));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      if (entries.has(entry.fileName)) return reject(archiveFault('unknownPart', { part: entry.fileName }));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}
