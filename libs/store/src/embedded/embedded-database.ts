import { databaseUrls, type DatabaseUrls } from './database-urls.js';
import { EmbeddedServer } from './embedded-server.js';
import { prepareDatabase } from './prepare-database.js';

/** Name of the one database of an installation. */
const DATABASE = 'ducha';

/** The installation's own PostgreSQL, running. */
export interface EmbeddedDatabase extends DatabaseUrls {
  readonly port: number;
  /** True when the server ran already: another process of this home holds it, or a killed one left it. */
  readonly reused: boolean;
  /** Leaves the server, after the pools are closed; the last process to leave stops it. Safe to call twice. */
  stop(): Promise<void>;
}

/** Which installation, and whom to tell. */
export interface EmbeddedOptions {
  /** `Settings.home` */
  readonly home: string;
  /** When given, a server that dies is started again on the same port and this is told. */
  readonly onDeath?: (line: string) => void;
}

/**
 * Starts or joins the embedded PostgreSQL of a home and makes sure that both roles and the empty database exist.
 * Durable: a commit that was answered survives a power cut. Works as root and as an ordinary user.
 */
export async function startEmbeddedDatabase({ home, onDeath }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const server = await holdPrepared(home);
  if (onDeath) server.keepAlive(onDeath);
  return {
    ...databaseUrls(server.record, server.port, DATABASE),
    port: server.port,
    reused: server.wasRunning,
    stop: () => server.release(),
  };
}

/** A server that ran already may have been dying when it was joined: then a new one is started, once. */
async function holdPrepared(home: string, mayBeDying = true): Promise<EmbeddedServer> {
  const server = await EmbeddedServer.hold(home);
  try {
    await prepareDatabase(server.record, server.port, DATABASE);
    return server;
  } catch (error) {
    await server.release();
    if (server.wasRunning && mayBeDying) return holdPrepared(home, false);
    throw error;
  }
}
