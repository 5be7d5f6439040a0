import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/** Passes bytes through, counts them and takes their SHA-256. */
export class Meter extends Transform {
  private readonly hash = createHash('sha256');
  bytes = 0;
  /** Hex; empty until the last byte has passed. */
  sha256 = '';

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    this.sha256 = this.hash.digest('hex');
    done();
  }
}
