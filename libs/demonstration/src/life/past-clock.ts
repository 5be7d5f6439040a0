import pg from 'pg';
import type { EntityManager } from 'typeorm';

const schema = 'demonstration_clock';

interface Here {
  readonly now: Date;
  readonly path: string;
}

/**
 * Lets one transaction live through past weeks. A `now()` of our own stands before PostgreSQL's on the transaction's
 * search path, so the product's use cases write the past as they would have then. The function belongs to the migrating
 * owner, exists only while the county is loaded, and means nothing to any other connection.
 */
export class PastClock {
  private constructor(
    private readonly owner: pg.Client,
    private readonly tx: EntityManager,
    /** The database's instant outside the past. */
    readonly present: Date,
    private readonly path: string,
  ) {}

  /**
   * @param ownerUrl the migrating owner; the application's role may create nothing
   * @param tx       the one transaction that travels
   */
  static async open(ownerUrl: string, tx: EntityManager): Promise<PastClock> {
    const [here] = await tx.query<Here[]>(`select now() as now, current_setting('search_path') as path`);
    if (!here) throw new Error('the database did not tell the time');
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    await owner.query(`
      create schema if not exists ${schema};
      create or replace function ${schema}.now() returns timestamptz language sql stable as
        $$ select current_setting('demonstration.now')::timestamptz $$;
      grant usage on schema ${schema} to public;`);
    return new PastClock(owner, tx, here.now, here.path);
  }

  /** Sets the transaction's clock. */
  async travel(to: Date): Promise<void> {
    await this.tx.query(
      `select set_config('demonstration.now', $1, true), set_config('search_path', '${schema}, public, pg_catalog', true)`,
      [to.toISOString()],
    );
  }

  /** Brings the transaction back to the present. */
  async comeBack(): Promise<void> {
    await this.tx.query(`select set_config('search_path', $1, true)`, [this.path]);
  }

  /** Leaves nothing behind. Call it before the transaction commits: then a crash can leave the function, never the county with it. */
  async close(): Promise<void> {
    try {
      await this.owner.query(`drop schema if exists ${schema} cascade`);
    } finally {
      await this.owner.end();
    }
  }
}
