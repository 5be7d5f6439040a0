import type { ClusterRecord } from './cluster-record.js';

/** Connection addresses of one database of the embedded server, one per role. */
export interface DatabaseUrls {
  /** Migrates: owns the database and the schemas `public` and `bullmq`. */
  readonly ownerUrl: string;
  /** Serves: may use what the owner grants, may create nothing. */
  readonly appUrl: string;
  /** Administers: creates and drops databases. Never given to the application. */
  readonly superuserUrl: string;
}

/** The migrating owner on the embedded server. */
export const OWNER_ROLE = 'ducha_owner';
/** The serving application on the embedded server. */
export const APP_ROLE = 'ducha_app';

/** Addresses of a database that exists or is about to. */
export function databaseUrls({ passwords }: ClusterRecord, port: number, database: string): DatabaseUrls {
  const url = (role: string, password: string): string =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  return {
    ownerUrl: url(OWNER_ROLE, passwords.owner),
    appUrl: url(APP_ROLE, passwords.app),
    superuserUrl: url('postgres', passwords.superuser),
  };
}
