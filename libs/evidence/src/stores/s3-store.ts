import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { evidenceFault } from '../evidence-faults.js';
import type { EvidenceStore } from './evidence-store.js';

/** Where the bucket is. */
export interface S3Place {
  readonly endpoint?: string | undefined;
  readonly bucket: string;
  readonly region?: string | undefined;
  readonly accessKey?: string | undefined;
  readonly secretKey?: string | undefined;
}

/** Evidence in an S3-compatible bucket (MinIO, OSS, COS); reached by every process, so it serves scale-out. */
export class S3Store implements EvidenceStore {
  readonly shared = true;
  private readonly client: S3Client;

  constructor(private readonly place: S3Place) {
    const { endpoint, accessKey, secretKey } = place;
    this.client = new S3Client({
      region: place.region ?? 'us-east-1',
      ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
      ...(accessKey !== undefined &&
        secretKey !== undefined && { credentials: { accessKeyId: accessKey, secretAccessKey: secretKey } }),
      // MinIO and OSS do not know the newer checksum trailers
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async keep(key: string, file: { path: string; sizeBytes: number; mediaType: string }): Promise<void> {
    await this.client.send(
      new PutObjectCommand({
        Bucket: this.place.bucket,
        Key: key,
        Body: createReadStream(file.path),
        ContentLength: file.sizeBytes,
        ContentType: file.mediaType,
      }),
    );
  }

  async open(key: string): Promise<Readable> {
    try {
      const object = await this.client.send(new GetObjectCommand({ Bucket: this.place.bucket, Key: key }));
      if (object.Body instanceof Readable) return object.Body;
    } catch (error) {
      if (!isAbsence(error)) throw error;
    }
    throw evidenceFault('fileMissing');
  }

  async has(key: string): Promise<boolean> {
    try {
      await this.client.send(new HeadObjectCommand({ Bucket: this.place.bucket, Key: key }));
      return true;
    } catch (error) {
      if (isAbsence(error)) return false;
      throw error;
    }
  }

  async discard(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.place.bucket, Key: key }));
  }
}

const isAbsence = (error: unknown): boolean => error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name);
