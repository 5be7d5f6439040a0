import { deleteDB, type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { FieldStore, Kept } from './field-store';

interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}
interface Layout extends DBSchema {
  keys: { key: string; value: CryptoKey };
  sealed: { key: Kept; value: Sealed };
}

const layoutVersion = 1;
const ivBytes = 12;
const nameOf = (personId: string): string => `ducha-field-${personId}`;
const utf8 = new TextEncoder();

/** Whether this browser can seal: WebCrypto and IndexedDB are there only over HTTPS (or on the device itself). */
export const canSeal = (): boolean => window.isSecureContext && 'indexedDB' in window;

/**
 * Keeps one person's sheets in the browser's database, each value sealed by AES-GCM under a key that no script can read
 * out. The name under which a value lies is part of the seal, so that no value passes for another.
 */
export class SealedStore implements FieldStore {
  readonly lasting = true;

  private constructor(
    private readonly personId: string,
    private readonly db: IDBPDatabase<Layout>,
    private readonly key: CryptoKey,
  ) {}

  /** @throws DOMException where the browser keeps nothing (private windows of some) */
  static async open(personId: string): Promise<SealedStore> {
    const db = await openDB<Layout>(nameOf(personId), layoutVersion, {
      upgrade: (made) => {
        made.createObjectStore('keys');
        made.createObjectStore('sealed');
      },
      // another window wipes: nothing here may hold it up
      blocking: (_now, _wanted, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
      },
    });
    return new SealedStore(personId, db, await keyOf(db));
  }

  async put(name: Kept, value: unknown): Promise<void> {
    await this.putBytes(name, utf8.encode(JSON.stringify(value)).buffer);
  }

  async putBytes(name: Kept, bytes: ArrayBuffer): Promise<void> {
    const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
    const sealed = await crypto.subtle.encrypt(sealOf(name, iv), this.key, bytes);
    // the battery may be empty a moment later: the disk has it before anybody is told that it is kept
    const tx = this.db.transaction('sealed', 'readwrite', { durability: 'strict' });
    await Promise.all([tx.store.put({ iv, bytes: sealed }, name), tx.done]);
  }

  async get(name: Kept): Promise<unknown> {
    const bytes = await this.bytes(name);
    return bytes === undefined ? undefined : JSON.parse(new TextDecoder().decode(bytes));
  }

  async bytes(name: Kept): Promise<ArrayBuffer | undefined> {
    const found = await this.db.get('sealed', name);
    return found === undefined ? undefined : crypto.subtle.decrypt(sealOf(name, found.iv), this.key, found.bytes);
  }

  names(): Promise<Kept[]> {
    return this.db.getAllKeys('sealed');
  }

  async remove(...names: Kept[]): Promise<void> {
    const tx = this.db.transaction('sealed', 'readwrite');
    await Promise.all([...names.map((name) => tx.store.delete(name)), tx.done]);
  }

  async wipe(): Promise<void> {
    await this.db.clear('keys');
    await this.db.clear('sealed');
    this.db.close();
    await deleteDB(nameOf(this.personId));
  }
}

const sealOf = (name: Kept, iv: Uint8Array<ArrayBuffer>): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: utf8.encode(name),
});

/** The one key of this database; of two windows that open it first, one makes it. */
async function keyOf(db: IDBPDatabase<Layout>): Promise<CryptoKey> {
  const known = await db.get('keys', 'seal');
  if (known !== undefined) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const tx = db.transaction('keys', 'readwrite');
  const first = await tx.store.get('seal');
  if (first === undefined) await tx.store.put(made, 'seal');
  await tx.done;
  return first ?? made;
}
