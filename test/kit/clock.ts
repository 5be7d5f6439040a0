import pg from 'pg';

/** How much time passes. */
export interface Lapse {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

/** Puts the test's own `now()` before PostgreSQL's on the search path. */
export const testSearchPath = 'test_clock,public,pg_catalog';

/** The database clock of one test world. */
export class TestClock {
  constructor(private readonly superuserUrl: string) {}

  /** Moves the clock forward. */
  async advance(lapse: Lapse): Promise<void> {
    const seconds =
      ((lapse.days ?? 0) * 24 + (lapse.hours ?? 0)) * 3600 + (lapse.minutes ?? 0) * 60 + (lapse.seconds ?? 0);
    await this.run(
      'update test_clock.shift set by = by + make_interval(secs => $1), stands = stands + make_interval(secs => $1)',
      [seconds],
    );
  }

  /** Sets the clock to an instant; from there it runs on. */
  async set(instant: string): Promise<void> {
    await this.run('update test_clock.shift set by = $1::timestamptz - pg_catalog.now(), stands = null', [instant]);
  }

  /** Sets the clock to an instant, where it stands until it is moved. */
  async stand(instant: string): Promise<void> {
    await this.run('update test_clock.shift set stands = $1::timestamptz', [instant]);
  }

  private async run(sql: string, params: unknown[]): Promise<void> {
    const client = new pg.Client({ connectionString: this.superuserUrl });
    await client.connect();
    try {
      await client.query(sql, params);
    } finally {
      await client.end();
    }
  }
}
