import { Injectable } from '@nestjs/common';
import { Bell, idsAt, prepared, Store, Sweep, unread } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { MAIN_CHAIN } from '../act-record.js';
import { canonicalSql, type ChainedRow, GENESIS, linkHash } from './link-hash.js';

const batchSize = 2_000;
const pace = { everyMs: 1_000, restMs: 50 };
const linkerLock = 7_305_101;

/**
 * What waits, looked up row by row: joined at will, PostgreSQL walks all rows since the first to find the newest (measured:
 * 29 ms a batch among a few thousand rows, and more with every row).
 */
const pendingSql = prepared(`
  select due.id, due.canonical, last.seq as "lastSeq", last.hash as "lastHash" from audit_pending p
    left join (select l.seq::int as seq, l.hash from audit_link l where l.chain = $1 order by l.seq desc limit 1) as last on true
    cross join lateral (select r.id, ${canonicalSql} as canonical from audit_row r where r.id = p.row_id and r.chain = $1 offset 0) as due
  order by p.row_id limit $2`);
const waitsSql = prepared('select exists (select 1 from audit_pending) as waits');
const lockSql = prepared('select pg_try_advisory_xact_lock($1) as mine');
const linkSql = unread(`
  insert into audit_link (chain, seq, row_id, prev_hash, hash, linked_at)
  select $1, l.seq, l.row_id, decode(l.prev, 'hex'), decode(l.hash, 'hex'), now()
  from jsonb_to_recordset($2::jsonb) as l(seq bigint, row_id uuid, prev text, hash text)`);
const linkedSql = unread(`delete from audit_pending where row_id = any(${idsAt('$1')})`);

/** A row that waits, and the chain's last link so far. */
interface PendingRow extends ChainedRow {
  readonly lastSeq: number | null;
  readonly lastHash: Buffer | null;
}

/**
 * Chains unlinked audit rows in batches. Any number of processes may run it; an advisory lock lets one work at a time,
 * so the sequence has no gaps and follows the order of commits: whoever reads "seq > last seen" misses nothing.
 */
@Injectable()
export class Linker {
  private readonly sweep = new Sweep('audit linker', pace, () => this.linkAll().then(() => undefined));
  private undo: (() => void) | undefined;

  constructor(
    private readonly store: Store,
    private readonly bell: Bell,
  ) {}

  /** Starts linking: at every bell and every second. */
  start(): void {
    this.undo = this.bell.on('audit', this.sweep.wake);
    this.sweep.start();
  }

  async stop(): Promise<void> {
    this.undo?.();
    await this.sweep.stop();
  }

  /** Links everything that is committed now. Returns how many rows it linked. */
  async linkAll(): Promise<number> {
    // most turns of a quiet county find nothing: they open no transaction
    const pending = await this.store.queryOne<{ waits: boolean }>(waitsSql);
    if (!pending?.waits) return 0;
    let total = 0;
    for (let linked = batchSize; linked === batchSize; total += linked) linked = await this.linkBatch();
    if (total > 0) this.bell.ring('linked');
    return total;
  }

  private linkBatch(): Promise<number> {
    return this.store.separately(async (tx) => {
      const [lock] = await tx.query<{ mine: boolean }[]>(lockSql, [linkerLock]);
      if (!lock?.mine) return 0;
      const rows = await tx.query<PendingRow[]>(pendingSql, [MAIN_CHAIN, batchSize]);
      if (rows.length > 0) await this.append(tx, rows);
      return rows.length;
    });
  }

  private async append(tx: EntityManager, rows: readonly PendingRow[]): Promise<void> {
    let tail = { seq: rows[0]?.lastSeq ?? 0, hash: rows[0]?.lastHash ?? GENESIS };
    const links = rows.map((row) => {
      const seq = tail.seq + 1;
      const link = {
        seq,
        row_id: row.id,
        prev: tail.hash.toString('hex'),
        hash: linkHash(tail.hash, seq, row.canonical),
      };
      tail = link;
      return { ...link, hash: link.hash.toString('hex') };
    });
    await tx.query(linkSql, [MAIN_CHAIN, JSON.stringify(links)]);
    await tx.query(linkedSql, [rows.map(({ id }) => id)]);
  }
}
