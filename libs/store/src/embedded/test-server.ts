import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseUrls, type DatabaseUrls } from './database-urls.js';
import { EmbeddedServer } from './embedded-server.js';
import { dropDatabase, prepareDatabase } from './prepare-database.js';

/** A PostgreSQL server for tests, with as many databases as they want. */
export interface TestServer {
  /** Give it to `startTestServer` in another process to join this server. */
  readonly dir: string;
  readonly port: number;
  /**
   * Creates an empty database that the owner can migrate, or a copy of `template` (about 35 ms; nobody may be
   * connected to the template meanwhile).
   */
  createDatabase(name: string, template?: string): Promise<DatabaseUrls>;
  /** Drops a database and the connections to it. */
  dropDatabase(name: string): Promise<void>;
  /** Leaves the server; the last process to leave stops it. */
  stop(): Promise<void>;
  /** Stops the server and removes its files. */
  destroy(): Promise<void>;
}

/** How the test server differs from an installation's. */
export interface TestServerOptions {
  /** Home of the server; a new temporary folder when not given. */
  readonly dir?: string;
  /** Default true: commits may be lost in a crash, which makes tests fast. Promise tests and bench say false. */
  readonly unsafe?: boolean;
  /** Default 200. */
  readonly maxConnections?: number;
}

function temporaryHome(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ducha-test-'));
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
  return folder;
}

/** Starts a PostgreSQL server for tests, or joins the one of `dir`. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { dir = temporaryHome(), unsafe = true, maxConnections = 200 } = options;
  const server = await EmbeddedServer.hold(dir, { unsafe, maxConnections });
  const { record, port, home } = server;
  return {
    dir: home,
    port,
    createDatabase: async (name, template) => {
      await prepareDatabase(record, port, name, template);
      return databaseUrls(record, port, name);
    },
    dropDatabase: (name) => dropDatabase(databaseUrls(record, port, 'postgres').superuserUrl, name),
    stop: () => server.release(),
    destroy: async () => {
      await server.release();
      for (const folder of [record.base, home]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
