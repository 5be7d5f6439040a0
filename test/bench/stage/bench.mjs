import { BenchDatabase } from './database.mjs';
import { plantCounty } from './county.mjs';
import { Servers } from './servers.mjs';

/** What a figure measures with. Everything here is private to the bench and ends with it. */
export class Bench {
  #database;

  /** @param {import('./cleanup.mjs').Cleanup} cleanup  @param {import('../options.mjs').Options} options */
  constructor(cleanup, { quick, profile }) {
    this.cleanup = cleanup;
    this.quick = quick;
    this.servers = new Servers(cleanup, profile);
  }

  /** `full` normally, `short` with `--quick`. */
  either(full, short) {
    return this.quick ? short : full;
  }

  /**
   * A migrated database with the bench's county.
   * @returns addresses by role, and `planted`, a {@link import('./county.mjs').County}
   */
  async database(name) {
    this.#database ??= BenchDatabase.start(this.cleanup);
    return (await this.#database).make(name, plantCounty);
  }

  async drop(name) {
    await (await this.#database).drop(name);
  }

  /** A line of progress, on stderr. */
  tell(line) {
    process.stderr.write(`  ${line}\n`);
  }
}
