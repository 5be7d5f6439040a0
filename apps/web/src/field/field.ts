import { Outbox, type OutboxState } from './outbox';
import { canSeal, SealedStore } from './sealed-store';
import { Drafts } from './drafts';
import { type FieldStore, type Kept, MemoryStore } from './field-store';
import { sendItem } from './send-item';
import type { FieldItem } from './field-item';

/** What this device keeps for its person, as pages look at it. */
export interface FieldState extends OutboxState {
  /** Visits whose sheet lies here, for a way without signal. */
  sheets: ReadonlySet<string>;
  /** Whether the application itself opens without signal. */
  opens: boolean;
  /** Whether it outlives the page. */
  lasting: boolean;
}

/** Whose part opens without asking the server, and for whom this device keeps a part at all. Ids only. */
const owner = 'ducha.field';
const keepers = 'ducha.field.people';
const nothing: FieldState = { items: [], way: 'open', sheets: new Set(), opens: false, lasting: true };
const isSheet = (name: Kept): boolean => /^(?:me|visits|visit\/.*|checklist\/.*)$/.test(name);

/** The part of this device that works without signal: one person's sheets and outbox. Nothing of it exists for who never goes out. */
class Field {
  private state: FieldState = nothing;
  private store: FieldStore | undefined;
  private outbox: Outbox | undefined;
  private written: Drafts | undefined;
  private personId: string | null = null;
  private opening: Promise<void> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly sentListeners = new Set<(item: FieldItem) => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly look = (): FieldState => this.state;

  /** Called after each thing that the server took. */
  onSent(listener: (item: FieldItem) => void): () => void {
    this.sentListeners.add(listener);
    return () => this.sentListeners.delete(listener);
  }

  /** Opens what an earlier page of this device kept, if anything. */
  async resume(): Promise<void> {
    const personId = localStorage.getItem(owner);
    if (personId !== null && this.personId === null) await this.openFor(personId);
  }

  /** Opens, or begins, the part of that person; another person's stays closed until they sign in again. */
  async openFor(personId: string): Promise<Outbox> {
    while (this.personId !== personId || this.outbox === undefined) {
      await (this.opening ??= this.begin(personId).finally(() => (this.opening = undefined)));
    }
    return this.outbox;
  }

  /** That person is signed in: their part opens, and another's is shut until they sign in again. */
  async belongsTo(personId: string): Promise<void> {
    if (people().includes(personId)) return void (await this.openFor(personId));
    localStorage.removeItem(owner);
    if (this.personId !== null && this.personId !== personId) this.shut();
  }

  /** What is kept under the name; undefined where nothing is. */
  async read(name: Kept): Promise<unknown> {
    await this.resume();
    return this.store?.get(name);
  }

  /** A newer copy of what is kept already. */
  async refresh(name: Kept, value: unknown): Promise<void> {
    if (this.store === undefined || !(await this.store.names()).includes(name)) return;
    await this.store.put(name, value);
  }

  /** Keeps it for the way without signal. */
  async keep(personId: string, kept: readonly (readonly [Kept, unknown])[]): Promise<void> {
    await this.openFor(personId);
    for (const [name, value] of kept) await this.store?.put(name, value);
    await this.count();
  }

  /** Names of what lies here. */
  async names(): Promise<Kept[]> {
    await this.resume();
    return (await this.store?.names()) ?? [];
  }

  /** What is half-written on this device; undefined where nothing is kept for anybody. */
  async drafts(): Promise<Drafts | undefined> {
    await this.resume();
    return this.written;
  }

  /** Bytes of a photo that waits. */
  async photo(id: string): Promise<ArrayBuffer | undefined> {
    return this.store?.bytes(`photo/${id}`);
  }

  /** The application opens without signal, or does not. */
  opensOffline(opens: boolean): void {
    this.tell({ opens });
  }

  /** Sheets that are needed no more. */
  async drop(names: readonly Kept[]): Promise<void> {
    if (names.length === 0) return;
    await this.store?.remove(...names);
    await this.count();
  }

  /** The session has ended elsewhere: everything to read goes, what waits to be sent stays for its person. */
  async dropSheets(): Promise<void> {
    await this.drop((await this.names()).filter(isSheet));
  }

  /** Nothing of this person stays on this device, the key included. */
  async wipe(): Promise<void> {
    const { store, personId } = this;
    this.shut();
    localStorage.removeItem(owner);
    remember(people().filter((one) => one !== personId));
    await store?.wipe();
  }

  /** Wipes unless something waits or is just being written down. */
  async wipeWhenDone(): Promise<void> {
    await this.resume();
    await this.outbox?.load();
    if (this.outbox?.done === true) await this.wipe();
  }

  /** Sends what waits, if there is anything. */
  async flush(): Promise<void> {
    await this.resume();
    if (this.state.items.length > 0) await this.outbox?.flush();
  }

  private async begin(personId: string): Promise<void> {
    this.shut();
    const store = canSeal() ? await SealedStore.open(personId).catch(() => new MemoryStore()) : new MemoryStore();
    const outbox = new Outbox(store, sendItem, (item) => {
      for (const listener of this.sentListeners) listener(item);
    });
    outbox.subscribe(() => this.tell(outbox.look()));
    this.store = store;
    this.outbox = outbox;
    this.written = new Drafts(store, () => outbox.look().items);
    this.personId = personId;
    if (store.lasting) {
      localStorage.setItem(owner, personId);
      remember([...new Set([...people(), personId])]);
    }
    await outbox.load();
    await this.count();
    this.tell({ opens: 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null });
  }

  private shut(): void {
    this.outbox?.close();
    this.store = undefined;
    this.outbox = undefined;
    this.written = undefined;
    this.personId = null;
    this.tell(nothing);
  }

  private async count(): Promise<void> {
    const names = (await this.store?.names()) ?? [];
    const sheets = new Set(names.flatMap((name) => (name.startsWith('checklist/') ? [name.slice(10)] : [])));
    this.tell({ sheets, lasting: this.store?.lasting ?? true });
  }

  private tell(change: Partial<FieldState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

const people = (): string[] => (localStorage.getItem(keepers) ?? '').split(' ').filter((one) => one !== '');

function remember(ids: readonly string[]): void {
  if (ids.length === 0) localStorage.removeItem(keepers);
  else localStorage.setItem(keepers, ids.join(' '));
}

/** The one of this page. */
export const field = new Field();
