import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from '@ducha/store';
import { accessFault } from '../access-faults.js';

/** A secret as the database keeps it. */
export interface Sealed {
  readonly box: Buffer;
  /** Tells keys apart, and nothing about them. */
  readonly keyId: string;
}

const ivBytes = 12;
const tagBytes = 16;

/**
 * Seals secrets that must be read again (AES-256-GCM). The key is `DUCHA_SECRET_KEY`, else a file of the home that
 * only its owner reads; a dump of the database alone opens nothing.
 */
@Injectable()
export class Sealer {
  private key: Buffer | undefined;

  constructor(private readonly settings: Settings) {}

  /** @param about what the secret belongs to; a box moved to another row does not open */
  seal(secret: Buffer, about: string): Sealed {
    const key = this.ownKey();
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about));
    const text = Buffer.concat([cipher.update(secret), cipher.final()]);
    return { box: Buffer.concat([iv, cipher.getAuthTag(), text]), keyId: keyIdOf(key) };
  }

  /** @throws Fault `access.otherSecretKey` when this process has another key than the one that sealed it */
  open({ box, keyId }: Sealed, about: string): Buffer {
    const key = this.ownKey();
    if (keyIdOf(key) !== keyId) throw accessFault('otherSecretKey');
    const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, ivBytes))
      .setAAD(Buffer.from(about))
      .setAuthTag(box.subarray(ivBytes, ivBytes + tagBytes));
    return Buffer.concat([decipher.update(box.subarray(ivBytes + tagBytes)), decipher.final()]);
  }

  /** Tells texts apart without telling them: who has the database and not the key cannot try texts against it. */
  digest(text: string): string {
    return createHmac('sha256', this.ownKey()).update(text).digest('hex');
  }

  private ownKey(): Buffer {
    const said = this.settings.secretKey ?? fileKey(this.settings.home);
    return (this.key ??= createHash('sha256').update(said).digest());
  }
}

const keyIdOf = (key: Buffer): string => createHash('sha256').update('key|').update(key).digest('hex').slice(0, 16);

/** Written beside and linked into place: of two processes that start at once both read the same key. */
function fileKey(home: string): string {
  const path = join(home, 'secret.key');
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    mkdirSync(home, { recursive: true });
  }
  const own = `${path}.${process.pid}`;
  writeFileSync(own, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  try {
    linkSync(own, path);
  } catch {
    // another process was first: its key is read below
  } finally {
    rmSync(own, { force: true });
  }
  return readFileSync(path, 'utf8').trim();
}
