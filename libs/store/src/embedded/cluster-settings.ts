/** Environment of PostgreSQL's programs: nothing of the caller's, so no `PG…` or locale variable can change them. */
export const processEnvironment: Readonly<Record<string, string>> = {
  PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/**
 * initdb flags: ICU's Chinese collation sorts by pinyin, and a UTF-8 character type is what lets trigram search see
 * Chinese at all.
 * @param characterType  a UTF-8 locale of this machine
 */
export function initFlags(characterType: string): string[] {
  return [
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=zh-Hans-CN',
    `--locale=${characterType}`,
    '--auth=scram-sha-256',
    '--username=postgres',
  ];
}

/** Locales tried in this order; the first is part of every present Linux, the others serve older ones and macOS. */
export const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'zh_CN.UTF-8'];

const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '1GB',
  random_page_cost: '1.1',
  jit: 'off',
  // Statements and constraint details carry personal data: neither goes to the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

const unsafeSettings: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/** What kind of server is started. */
export interface ServerKind {
  /** Commits may be lost in a crash. Tests only; the application refuses such a server otherwise. */
  readonly unsafe?: boolean;
  /** Default 100. */
  readonly maxConnections?: number;
}

/** Command line of the server, beside its data folder and port. */
export function serverFlags({ unsafe = false, maxConnections = 100 }: ServerKind): string[] {
  const all = { ...settings, max_connections: String(maxConnections), ...(unsafe ? unsafeSettings : {}) };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
