import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ivBytes = 12;
const tagBytes = 16;

/** Puts a secret into a box (AES-256-GCM). @param about  what it belongs to; a box moved elsewhere does not open */
export function boxed(secret: Uint8Array, key: Uint8Array, about: string): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about));
  const text = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]);
}

/** What lies in a box; undefined with another key, in another place, or when it was changed. */
export function unboxed(box: Uint8Array, key: Uint8Array, about: string): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, ivBytes))
    .setAAD(Buffer.from(about))
    .setAuthTag(box.subarray(ivBytes, ivBytes + tagBytes));
  try {
    return Buffer.concat([decipher.update(box.subarray(ivBytes + tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}
