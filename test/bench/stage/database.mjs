import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { importBuilt } from './product.mjs';

const TEMPLATE = 'bench_template';

/**
 * One durable embedded PostgreSQL in a private folder, with a database per figure. It differs from an installation's in
 * two things that cost nothing measurable: more connections, and commit instants are kept (`track_commit_timestamp`).
 */
export class BenchDatabase {
  #server;
  #made = new Map();

  /** @param {import('./cleanup.mjs').Cleanup} cleanup */
  static async start(cleanup) {
    const { startTestServer } = await importBuilt('libs/store/src/index');
    const dir = mkdtempSync(join(tmpdir(), 'ducha-bench-'));
    if (process.getuid?.() === 0) chmodSync(dir, 0o711);
    cleanup.add(() => rmSync(dir, { recursive: true, force: true }));
    const options = { dir, unsafe: false, maxConnections: 200 };
    const first = await startTestServer(options);
    try {
      const { superuserUrl } = await first.createDatabase('postgres');
      await once(superuserUrl, 'alter system set track_commit_timestamp = on');
    } finally {
      await first.stop();
    }
    const database = new BenchDatabase();
    database.#server = await startTestServer(options);
    cleanup.add(() => database.#server.destroy());
    return database;
  }

  /**
   * A fresh migrated database. The first call fills the template that all are copied from.
   * @param {string} name
   * @param {(urls: object) => Promise<T>} plant  what every database of the bench contains
   */
  async make(name, plant) {
    if (!this.#made.has(TEMPLATE)) this.#made.set(TEMPLATE, await this.#fillTemplate(plant));
    const urls = await this.#server.createDatabase(name, TEMPLATE);
    return { ...urls, planted: this.#made.get(TEMPLATE) };
  }

  async drop(name) {
    await this.#server.dropDatabase(name);
  }

  async #fillTemplate(plant) {
    const { migrateAll } = await importBuilt('apps/server/src/boot/databases');
    const urls = await this.#server.createDatabase(TEMPLATE);
    await migrateAll(urls.ownerUrl, urls.appUrl);
    return plant(urls);
  }
}

/** Runs statements on a connection of their own. @returns rows of the last one */
export async function once(url, ...statements) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}
