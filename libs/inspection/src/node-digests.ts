import { createHash, createHmac } from 'node:crypto';
import type { Digests } from './domain/draw/digests.js';

/** The hash functions of Node. */
export const nodeDigests: Digests = {
  sha256: (message) => createHash('sha256').update(message).digest(),
  hmac: (key, message) => createHmac('sha256', key).update(message).digest(),
};
