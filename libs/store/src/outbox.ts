import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Bell } from './bell.js';
import { unread } from './prepared.js';
import { Store } from './store.js';

/** What the outbox carries to the queue: a job's name and ids, never copies and never personal data. */
export interface OutboxEntry {
  readonly job: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Makes a repeated hand-over harmless: the same key is one job. */
  readonly key?: string;
}

const addSql = unread(`
  insert into outbox (job, payload, key, created_at)
  select e.job, e.payload, e.key, now() from jsonb_to_recordset($1::jsonb) as e(job text, payload jsonb, key text)`);

/** Where a use case leaves what must happen after it: a row in the same transaction. The relay of libs/queue takes it on. */
@Injectable()
export class Outbox {
  constructor(
    private readonly store: Store,
    private readonly bell: Bell,
  ) {}

  /** Adds entries in the transaction `tx` and rings the relay's bell after commit. */
  async add(tx: EntityManager, ...entries: OutboxEntry[]): Promise<void> {
    await tx.query(addSql, [JSON.stringify(entries)]);
    this.store.afterCommit(this.bell.ringer('outbox'));
  }
}
