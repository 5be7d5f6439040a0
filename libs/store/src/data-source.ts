import pg from 'pg';
import { DataSource, type DataSourceOptions, type EntitySchema } from 'typeorm';
import { migrations } from './migrations/index.js';
import { SnakeNaming } from './naming.js';
import { StoreClient } from './store-client.js';

// a DATE stays `YYYY-MM-DD` instead of becoming a local midnight
pg.types.setTypeParser(1082, (value) => value);

/** How to reach the database. */
export interface Connection {
  readonly url: string;
  /** Upper bound of this pool's connections. */
  readonly poolMax?: number;
  /** Other schemas before `public`; only a test sets it, to put its own `now()` first. */
  readonly searchPath?: string;
}

/** Any row class of a module. */
export type RowClass = (abstract new (...args: never[]) => object) | EntitySchema;

/** TypeORM's options: never `synchronize`, UTC sessions, statements bounded to 30 s. */
function dataSourceOptions(connection: Connection, rows: readonly RowClass[] = []): DataSourceOptions {
  return {
    type: 'postgres',
    url: connection.url,
    entities: [...rows],
    migrations,
    migrationsTableName: 'schema_migration',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    installExtensions: false,
    poolSize: connection.poolMax ?? 24,
    applicationName: 'ducha',
    extra: {
      Client: StoreClient,
      keepAlive: true,
      statement_timeout: 30_000,
      // a connection knows its statements' plans; one that is closed at every pause would learn them anew
      idleTimeoutMillis: 120_000,
      // short questions of many people: starting parallel workers, compiling a plan or weighing every order of eight
      // joins (measured: 70 ms where seven take 20) takes longer than answering
      options: `-c timezone=UTC -c max_parallel_workers_per_gather=0 -c jit=off -c join_collapse_limit=7${connection.searchPath ? ` -c search_path=${connection.searchPath}` : ''}`,
    },
  };
}

/** A data source that is not yet connected. */
export function dataSourceOf(connection: Connection, rows: readonly RowClass[] = []): DataSource {
  return new DataSource(dataSourceOptions(connection, rows));
}
