import type { Readable } from 'node:stream';

/**
 * Where the bytes of evidence lie: one port, two adapters (a folder, an S3 bucket), one conformance suite over both.
 * A key is the hex SHA-256 of the content, so that the same file is kept once and nothing stored is ever overwritten.
 */
export interface EvidenceStore {
  /** Keeps a file that is complete on the local disk. Keeping the same key twice is no error. */
  keep(key: string, file: { path: string; sizeBytes: number; mediaType: string }): Promise<void>;
  /** The stored bytes. @throws Fault `evidence.fileMissing` */
  open(key: string): Promise<Readable>;
  /** Whether the store has the file. */
  has(key: string): Promise<boolean>;
  /** Takes a file out again; no error when it is not there. Only for what no record names (a restore that failed). */
  discard(key: string): Promise<void>;
  /** True when other processes of the installation reach the same files. */
  readonly shared: boolean;
}

/** Nest's name for the port. */
export const EVIDENCE_STORE = Symbol('evidence.Store');
