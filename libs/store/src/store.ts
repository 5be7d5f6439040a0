import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { faultOfDatabase } from './database-faults.js';

interface Open {
  readonly manager: EntityManager;
  readonly afterCommit: Set<() => void>;
}

/**
 * The door to PostgreSQL. A use case runs its whole move in `transaction`; a nested call joins the open one,
 * so that an idempotent request and its use case commit together or not at all.
 */
@Injectable()
export class Store {
  private readonly ambient = new AsyncLocalStorage<Open>();

  constructor(private readonly dataSource: DataSource) {}

  /** The open transaction's manager, else the pool's. */
  get manager(): EntityManager {
    return this.ambient.getStore()?.manager ?? this.dataSource.manager;
  }

  /**
   * Runs `work` in one transaction, or inside the one already open in this call chain.
   * @throws Fault for constraint violations that have a public code, else what `work` threw
   */
  async transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const open = this.ambient.getStore();
    return open ? work(open.manager) : this.separately(work);
  }

  /** Always a transaction of its own: refusals and protected reads stay recorded whatever happens to the caller. */
  async separately<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const afterCommit = new Set<() => void>();
    try {
      const result = await this.dataSource.transaction((manager) =>
        this.ambient.run({ manager, afterCommit }, () => work(manager)),
      );
      for (const ring of afterCommit) ring();
      return result;
    } catch (error) {
      throw faultOfDatabase(error);
    }
  }

  /**
   * Rings a bell once after the open transaction commits; outside a transaction at once.
   * Only for wake-ups: whatever is lost here must be found again by a sweep.
   */
  afterCommit(ring: () => void): void {
    const open = this.ambient.getStore();
    if (open) open.afterCommit.add(ring);
    else ring();
  }

  /** Rows of one statement, on the open transaction or the pool. */
  async query<R>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    try {
      return rowsOf<R>(await this.manager.query(sql, [...params]));
    } catch (error) {
      throw faultOfDatabase(error);
    }
  }

  /** The one row of a statement, or undefined. */
  async queryOne<R>(sql: string, params: readonly unknown[] = []): Promise<R | undefined> {
    return (await this.query<R>(sql, params))[0];
  }
}

/** TypeORM answers `[rows, count]` to UPDATE and DELETE and rows to everything else. */
function rowsOf<R>(answer: unknown): R[] {
  if (!Array.isArray(answer)) return [];
  const isPair = answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number';
  // boundary: what the driver answers is what the statement selects
  return (isPair ? answer[0] : answer) as R[];
}
