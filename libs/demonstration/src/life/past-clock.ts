import pg from 'pg';
import type { EntityManager } from 'typeorm';

const schema = 'demonstration_clock';

/**
 * Lets one transaction live through past weeks. A `now()` of our own stands before PostgreSQL's on the transaction's
 * search path, so the product's use cases write the past as they would have then. The function belongs to the migrating
 * owner, exists only while the county is loaded, and means nothing to any other connection.
 */
export class PastClock {
  private constructor(private readonly owner: pg.Client) {}

  /** @param ownerUrl the migrating owner; the application's role may create nothing */
  static async open(ownerUrl: string): Promise<PastClock> {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    await owner.query(`
      create schema if not exists ${schema};
      create or replace function ${schema}.now() returns timestamptz language sql stable as
        $$ select current_setting('demonstration.now')::timestamptz $$;
      grant usage on schema ${schema} to public;`);
    return new PastClock(owner);
  }

  /** Sets the transaction's clock. */
  async travel(tx: EntityManager, to: Date): Promise<void> {
    await tx.query(
      `select set_config('demonstration.now', $1, true), set_config('search_path', '${schema}, public, pg_catalog', true)`,
      [to.toISOString()],
    );
  }

  /** Brings the transaction back to the present. @param path the search path it had */
  async comeBack(tx: EntityManager, path: string): Promise<void> {
    await tx.query(`select set_config('search_path', $1, true)`, [path]);
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
