import { uuidv7 } from 'uuidv7';
import { Problem } from '../api/problem';
import type { FieldDeed, FieldItem, FieldPhoto } from './field-item';
import type { FieldStore, Kept } from './field-store';
import { fateOf, inOrder, mended, nextOf, refusalOf, waitBefore } from './outbox-rules';

/** What was done where and when. */
export interface Done {
  visitId: string;
  where: string;
  capturedAt: string;
  deed: FieldDeed;
}

/** A photo with its bytes. */
export type Taken = FieldPhoto & { bytes: ArrayBuffer };

/** Sends one thing; throws `Problem` unless the server has it. Sending it twice must do it once. */
export type Send = (item: FieldItem, bytesOf: (photoId: string) => Promise<ArrayBuffer>) => Promise<void>;

/** What the outbox tells whoever looks. */
export interface OutboxState {
  items: readonly FieldItem[];
  /** How the last attempt ended: everything sent so far, no way to the server, or nobody signed in. */
  way: 'open' | 'lost' | 'sign_in';
}

const lockName = 'ducha.outbox';

/**
 * What was done on the spot and the server does not have yet. Kept on the device before anybody is told that it is noted;
 * sent in order, one at a time; forgotten only when the server has it or a person discards it.
 */
export class Outbox {
  private state: OutboxState = { items: [], way: 'open' };
  private running: Promise<void> | undefined;
  private attempts = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  private closed = false;
  private adding = 0;
  private wanted = false;

  constructor(
    private readonly store: FieldStore,
    private readonly send: Send,
    /** Told after each thing that the server took. */
    private readonly onSent: (item: FieldItem) => void,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly look = (): OutboxState => this.state;

  /** Reads what is kept, also what another window has added or sent. */
  async load(): Promise<void> {
    const names = (await this.store.names()).filter((name) => name.startsWith('item/'));
    const kept = await Promise.all(names.map((name) => this.store.get(name)));
    // boundary: only this class writes under item/
    this.tell({ items: inOrder(kept.filter((one) => one !== undefined) as FieldItem[]) });
  }

  /** Keeps it on the device, photos first, then sends. @throws DOMException where the device has no room: then nothing is kept */
  async add(done: Done, taken: readonly Taken[] = []): Promise<void> {
    const place = 1 + Math.max(0, ...this.state.items.map((one) => one.place));
    const item: FieldItem = { id: uuidv7(), place, refusal: null, ...done };
    this.adding += 1;
    try {
      await this.keepPhotos(taken);
      await this.keep(item);
    } finally {
      this.adding -= 1;
    }
    void this.flush();
  }

  /** Whether nothing waits and nothing is just being written down. */
  get done(): boolean {
    return this.adding === 0 && this.state.items.length === 0;
  }

  /** Sends a refused thing once more as it is: what it waited for may have happened. */
  async retry(id: string): Promise<void> {
    const item = this.find(id);
    if (item === undefined) return;
    await this.keep({ ...item, refusal: null });
    void this.flush();
  }

  /** Puts the mended thing in the place of the refused one, under an id of its own. */
  async mend(id: string, deed: FieldDeed, taken: readonly Taken[] = []): Promise<void> {
    const item = this.find(id);
    if (item === undefined) return;
    await this.keepPhotos(taken);
    const left = mended(item, deed, uuidv7());
    await this.keep(left);
    await this.forget(item, photosOf(left));
    void this.flush();
  }

  /** Gives up a refused thing: only a person does. */
  async discard(id: string): Promise<void> {
    const item = this.find(id);
    if (item?.refusal == null) return;
    await this.forget(item);
    void this.flush();
  }

  /** Sends everything that may go. Called whenever there might be a way; a call during another is not lost. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.wanted = true;
    return (this.running ??= this.run());
  }

  /** Nothing is sent any more. */
  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    try {
      while (this.wanted && !this.closed) {
        this.wanted = false;
        await this.alone(() => this.sendAll());
      }
    } finally {
      this.running = undefined;
    }
  }

  /** Of all windows of this browser one sends at a time; the server would take a thing once all the same. */
  private async alone(work: () => Promise<void>): Promise<void> {
    if (typeof navigator === 'undefined' || !('locks' in navigator)) return work();
    await navigator.locks.request(lockName, work);
  }

  private async sendAll(): Promise<void> {
    await this.load();
    for (let next = nextOf(this.state.items); next !== undefined && !this.closed; next = nextOf(this.state.items)) {
      if (!(await this.sendOne(next))) return;
    }
    if (!this.closed) this.tell({ way: 'open' });
  }

  /** @returns whether the next one may be tried at once */
  private async sendOne(item: FieldItem): Promise<boolean> {
    try {
      await this.send(item, (photoId) => this.bytesOf(photoId));
    } catch (cause) {
      return this.settle(item, cause);
    }
    this.attempts = 0;
    await this.forget(item);
    this.onSent(item);
    return true;
  }

  private async settle(item: FieldItem, cause: unknown): Promise<boolean> {
    const fate = fateOf(cause);
    if (fate === 'refused' && cause instanceof Problem) {
      await this.keep({ ...item, refusal: refusalOf(cause) });
      return true;
    }
    this.attempts += 1;
    this.tell({ way: fate === 'sign_in' ? 'sign_in' : 'lost' });
    if (fate === 'later' && !this.closed) this.timer = setTimeout(() => void this.flush(), waitBefore(this.attempts));
    return false;
  }

  private async bytesOf(photoId: string): Promise<ArrayBuffer> {
    const bytes = await this.store.bytes(`photo/${photoId}`);
    if (bytes === undefined) throw new Problem(410, 'web.photoLost', '');
    return bytes;
  }

  private async keepPhotos(taken: readonly Taken[]): Promise<void> {
    const kept: Kept[] = [];
    try {
      for (const { id, bytes } of taken) {
        await this.store.putBytes(`photo/${id}`, bytes);
        kept.push(`photo/${id}`);
      }
    } catch (cause) {
      await this.store.remove(...kept);
      throw cause;
    }
  }

  private async keep(item: FieldItem): Promise<void> {
    await this.store.put(`item/${item.id}`, item);
    this.tell({ items: inOrder([...this.state.items.filter(({ id }) => id !== item.id), item]) });
  }

  private async forget(item: FieldItem, but: readonly string[] = []): Promise<void> {
    const photos = photosOf(item).filter((id) => !but.includes(id));
    await this.store.remove(`item/${item.id}`, ...photos.map((id): Kept => `photo/${id}`));
    this.tell({ items: this.state.items.filter(({ id }) => id !== item.id) });
  }

  private find(id: string): FieldItem | undefined {
    return this.state.items.find((one) => one.id === id);
  }

  private tell(change: Partial<OutboxState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

const photosOf = ({ deed }: FieldItem): string[] => (deed.kind === 'finding' ? deed.photos.map(({ id }) => id) : []);
