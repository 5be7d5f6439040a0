import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';

/** Wake-ups that processes give each other. Losing one costs a delay until the next sweep, never anything else. */
export type BellName = 'outbox' | 'audit' | 'linked' | 'notice' | 'import';

const channel = (name: BellName): string => `ducha_${name}`;
const coalesceMs = 5;
const reconnectMs = 1_000;

/**
 * LISTEN/NOTIFY on one connection of its own. Rings are collected for 5 ms and sent outside the business transaction:
 * a NOTIFY inside it would serialise all commits behind one lock of PostgreSQL.
 */
@Injectable()
export class Bell implements OnModuleDestroy {
  private readonly logger = new Logger('Bell');
  private readonly listeners = new Map<BellName, Set<() => void>>();
  private readonly ringers = new Map<BellName, () => void>();
  private readonly due = new Set<BellName>();
  private client: pg.Client | undefined;
  private connecting: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private flushing: Promise<void> | undefined;
  private closed = false;

  constructor(private readonly connectionString: string) {}

  /** The function to hand to `Store.afterCommit`; always the same one per name, so that many rings of one act are one. */
  ringer(name: BellName): () => void {
    const known = this.ringers.get(name);
    if (known) return known;
    const ring = (): void => this.ring(name);
    this.ringers.set(name, ring);
    return ring;
  }

  /** Wakes every process that listens to `name`, this one included. */
  ring(name: BellName): void {
    if (this.closed) return;
    this.due.add(name);
    this.timer ??= setTimeout(() => {
      this.flushing = this.flush();
    }, coalesceMs);
  }

  /** Calls `wake` at every ring, and once after every reconnection since rings may have been missed. Returns the undo. */
  on(name: BellName, wake: () => void): () => void {
    const wakes = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, wakes.add(wake));
    void this.connect();
    return () => wakes.delete(wake);
  }

  /** What was rung last still goes out. */
  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.connecting;
    await this.flushing;
    if (this.client && this.due.size > 0) await this.flush();
    await this.client?.end().catch(() => undefined);
  }

  /** One at a time: a connection takes no second statement while the first one runs. */
  private async flush(): Promise<void> {
    const names = [...this.due];
    this.due.clear();
    await this.connect();
    try {
      await this.client?.query(names.map((name) => `notify ${channel(name)}`).join(';'));
    } catch (error) {
      this.logger.warn(`ring lost, the sweep will find the work: ${String(error)}`);
    }
    this.timer = undefined;
    for (const name of this.due) this.ring(name);
  }

  private async connect(): Promise<void> {
    if (this.client || this.closed) return;
    this.connecting ??= this.open().finally(() => (this.connecting = undefined));
    await this.connecting;
  }

  private async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.connectionString,
      keepAlive: true,
      application_name: 'ducha bell',
    });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel: heard }) => this.wake(heard));
    try {
      await client.connect();
      for (const name of ['outbox', 'audit', 'linked', 'notice', 'import'] as const)
        await client.query(`listen ${channel(name)}`);
      this.client = client;
      for (const name of this.listeners.keys()) this.wake(channel(name));
    } catch (error) {
      this.logger.warn(`bell is silent: ${String(error)}`);
      this.lost(client);
    }
  }

  private wake(heard: string): void {
    for (const [name, wakes] of this.listeners) if (channel(name) === heard) for (const wake of wakes) wake();
  }

  private lost(client: pg.Client): void {
    if (this.client === client) this.client = undefined;
    client.removeAllListeners('end');
    void client.end().catch(() => undefined);
    if (!this.closed) setTimeout(() => void this.connect(), reconnectMs).unref();
  }
}
