import { createHash } from 'node:crypto';

/** SHA-256 of a token: what the database keeps instead of it. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
