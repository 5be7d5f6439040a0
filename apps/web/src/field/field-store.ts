/** Names of what is kept: the sheets of a person, what is half-written or waits to be sent, and the bytes of photos. */
export type Kept =
  | 'me'
  | 'visits'
  | `visit/${string}`
  | `checklist/${string}`
  | `draft/${string}`
  | `item/${string}`
  | `photo/${string}`;

/**
 * Where a device keeps what its person needs without signal. Two of them: sealed in the browser's database, and, where
 * the browser gives no means of sealing (no HTTPS), in memory only, which survives lost signal but no reload.
 */
export interface FieldStore {
  /** Whether it outlives the page. */
  readonly lasting: boolean;
  put(name: Kept, value: unknown): Promise<void>;
  putBytes(name: Kept, bytes: ArrayBuffer): Promise<void>;
  /** @returns undefined where nothing is kept under the name */
  get(name: Kept): Promise<unknown>;
  bytes(name: Kept): Promise<ArrayBuffer | undefined>;
  names(): Promise<Kept[]>;
  remove(...names: Kept[]): Promise<void>;
  /** Removes everything, the key first: what a disk may still hold of it is ciphertext. */
  wipe(): Promise<void>;
}

/** Keeps in memory: survives lost signal, not a reload. */
export class MemoryStore implements FieldStore {
  readonly lasting = false;
  private readonly kept = new Map<Kept, unknown>();

  async put(name: Kept, value: unknown): Promise<void> {
    this.kept.set(name, structuredClone(value));
  }

  async putBytes(name: Kept, bytes: ArrayBuffer): Promise<void> {
    this.kept.set(name, bytes.slice(0));
  }

  async get(name: Kept): Promise<unknown> {
    return structuredClone(this.kept.get(name));
  }

  async bytes(name: Kept): Promise<ArrayBuffer | undefined> {
    const found = this.kept.get(name);
    return found instanceof ArrayBuffer ? found : undefined;
  }

  async names(): Promise<Kept[]> {
    return [...this.kept.keys()];
  }

  async remove(...names: Kept[]): Promise<void> {
    for (const name of names) this.kept.delete(name);
  }

  async wipe(): Promise<void> {
    this.kept.clear();
  }
}
