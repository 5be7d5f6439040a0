import { join } from 'node:path';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { asSwitch, asWholeNumber, IsUrlOf, IsWholeBetween, Key } from './setting-key.js';

const roles = ['api', 'worker', 'both'] as const;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const postgresProtocols = ['postgres', 'postgresql'];
const postgresMessage = 'must be a URL such as postgresql://user:password@host:5432/ducha';
const switchMessage = 'must be 0 or 1';

/**
 * Everything that the environment may decide, read once by `readSettings` and checked as a whole.
 * A property is undefined when its key is not set and no default is named.
 */
export class Settings {
  /** Port to listen on; strict when set (0: any free one). Not set: 3000 or the next free one. */
  @Key('PORT', asWholeNumber)
  @IsOptional()
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be 0 or more' })
  @Max(65535, { message: 'must be at most 65535' })
  readonly port?: number;

  /** Address to listen on. */
  @Key('HOST')
  @Matches(/^[\w.:[\]-]{1,255}$/, { message: 'must be an address or a host name' })
  readonly host: string = '127.0.0.1';

  /** Origin that people see; decides cookie name, Secure and the Origin check. */
  @Key('PUBLIC_URL')
  @IsOptional()
  @IsUrlOf(['http', 'https'], 'must be an http or https URL')
  readonly publicUrl?: string;

  /** Allows a plain http PUBLIC_URL beyond loopback: everyone on the way can read and take over sessions. */
  @Key('DUCHA_INSECURE_HTTP', asSwitch)
  @IsBoolean({ message: switchMessage })
  readonly insecureHttp: boolean = false;

  /** Folder of everything that is written: embedded database, evidence on disk, running instance. Absolute. */
  @Key('DUCHA_HOME')
  @IsString()
  @Length(1, 1000, { message: 'must be a path' })
  readonly home: string = '.ducha';

  /** What this process does: answer requests, do queued work, or both. */
  @Key('DUCHA_ROLE')
  @IsIn(roles, { message: `must be one of ${roles.join(', ')}` })
  readonly role: (typeof roles)[number] = 'both';

  /** Whether the demonstration county is loaded at the first start. Default: only into the embedded database. */
  @Key('DUCHA_DEMO', asSwitch)
  @IsBoolean({ message: switchMessage })
  readonly demo: boolean = false;

  /** The application's role on a PostgreSQL of your own. Not set: the embedded one. */
  @Key('DATABASE_URL', undefined, true)
  @IsOptional()
  @IsUrlOf(postgresProtocols, postgresMessage)
  readonly databaseUrl?: string;

  /** The migrating owner on a PostgreSQL of your own. */
  @Key('DATABASE_OWNER_URL', undefined, true)
  @IsOptional()
  @IsUrlOf(postgresProtocols, postgresMessage)
  readonly databaseOwnerUrl?: string;

  /** Moves the queue from PostgreSQL to Redis or Valkey. */
  @Key('REDIS_URL', undefined, true)
  @IsOptional()
  @IsUrlOf(['redis', 'rediss'], 'must be a URL such as redis://host:6379')
  readonly redisUrl?: string;

  /** `test` accepts a database that may lose commits. The test kit alone sets it. */
  @Key('DUCHA_UNSAFE_DATABASE')
  @IsOptional()
  @IsIn(['test'], { message: "may only be 'test'" })
  readonly unsafeDatabase?: 'test';

  /** Folder of evidence files when they are kept on disk. Not set: `evidence` in the home. */
  @Key('EVIDENCE_DIR')
  @IsOptional()
  @IsString()
  @Length(1, 1000, { message: 'must be a path' })
  readonly evidenceDir?: string;

  /** Folder of the backups that are made by schedule. Not set: `backups` in the home. Best on another disk. */
  @Key('BACKUP_DIR')
  @IsOptional()
  @IsString()
  @Length(1, 1000, { message: 'must be a path' })
  readonly backupDir?: string;

  /** Hour of the county's day, 0 to 23, from which on the daily backup is due. */
  @Key('BACKUP_HOUR', asWholeNumber)
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be 0 or more' })
  @Max(23, { message: 'must be at most 23' })
  readonly backupHour: number = 3;

  /** So many scheduled backups are kept, the newest; 0: none are made by schedule. */
  @Key('BACKUP_KEEP', asWholeNumber)
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be 0 or more' })
  @Max(1000, { message: 'must be at most 1000' })
  readonly backupKeep: number = 14;

  /** S3-compatible store; not set means Amazon's own. */
  @Key('S3_ENDPOINT')
  @IsOptional()
  @IsUrlOf(['http', 'https'], 'must be an http or https URL')
  readonly s3Endpoint?: string;

  @Key('S3_BUCKET')
  @IsOptional()
  @Length(3, 63, { message: 'must be a bucket name of 3 to 63 characters' })
  readonly s3Bucket?: string;

  @Key('S3_REGION')
  @IsOptional()
  @Matches(/^[\w-]{1,64}$/, { message: 'must be a region name' })
  readonly s3Region?: string;

  @Key('S3_ACCESS_KEY', undefined, true)
  @IsOptional()
  @Length(1, 256, { message: 'must be an access key' })
  readonly s3AccessKey?: string;

  @Key('S3_SECRET_KEY', undefined, true)
  @IsOptional()
  @Length(1, 1024, { message: 'must be a secret key' })
  readonly s3SecretKey?: string;

  /** Hours after which a session ends however busy it is. */
  @Key('DUCHA_SESSION_HOURS', asWholeNumber)
  @IsWholeBetween(1, 72)
  readonly sessionHours: number = 12;

  /** Minutes without a request after which a session ends. */
  @Key('DUCHA_SESSION_IDLE_MINUTES', asWholeNumber)
  @IsWholeBetween(5, 1440)
  readonly sessionIdleMinutes: number = 120;

  /** The same hours for people of whom a second factor is demanded. */
  @Key('DUCHA_STRICT_SESSION_HOURS', asWholeNumber)
  @IsWholeBetween(1, 72)
  readonly strictSessionHours: number = 10;

  /** The same minutes for people of whom a second factor is demanded. */
  @Key('DUCHA_STRICT_SESSION_IDLE_MINUTES', asWholeNumber)
  @IsWholeBetween(5, 1440)
  readonly strictSessionIdleMinutes: number = 30;

  /** Minutes for which having proved oneself counts before unmasking, exports and grants. */
  @Key('DUCHA_FRESH_MINUTES', asWholeNumber)
  @IsWholeBetween(1, 60)
  readonly freshMinutes: number = 10;

  /** Seals secrets in the database; the same in every process. Not set: a file in the home, made at its first need. */
  @Key('DUCHA_SECRET_KEY', undefined, true)
  @IsOptional()
  @Length(32, 200, { message: 'must have at least 32 characters' })
  readonly secretKey?: string;

  /** Lets messages go to this machine: for tests and trials with a mail or web server beside it, never for a county at work. */
  @Key('DUCHA_NOTICE_LOOPBACK', asSwitch)
  @IsBoolean({ message: switchMessage })
  readonly noticeLoopback: boolean = false;

  /** Identity provider whose people may sign in here; plain http only on this machine. */
  @Key('OIDC_ISSUER')
  @IsOptional()
  @IsUrlOf(['http', 'https'], 'must be an http or https URL')
  readonly oidcIssuer?: string;

  @Key('OIDC_CLIENT_ID')
  @IsOptional()
  @Length(1, 200, { message: 'must be a client id' })
  readonly oidcClientId?: string;

  @Key('OIDC_CLIENT_SECRET', undefined, true)
  @IsOptional()
  @Length(8, 500, { message: 'must be a client secret' })
  readonly oidcClientSecret?: string;

  /** Least important kind of line that is logged. */
  @Key('DUCHA_LOG_LEVEL')
  @IsIn(logLevels, { message: `must be one of ${logLevels.join(', ')}` })
  readonly logLevel: (typeof logLevels)[number] = 'info';

  /** Schemas before `public` on the search path of every connection. No key: the test clock alone uses it. */
  readonly databaseSearchPath?: string;

  /** True when no DATABASE_URL was given: this installation runs its own PostgreSQL. */
  readonly embedded: boolean = true;

  /** Whether this process answers requests. */
  get serves(): boolean {
    return this.role !== 'worker';
  }

  /** Where backups lie when no other place is named. */
  get backupFolder(): string {
    return this.backupDir ?? join(this.home, 'backups');
  }

  /** Whether this process does queued work. */
  get works(): boolean {
    return this.role !== 'api';
  }

  /** A copy with some properties replaced, for example the addresses of the embedded database once it runs. */
  with(changes: Partial<Omit<Settings, 'serves' | 'works' | 'backupFolder' | 'with'>>): Settings {
    return Object.assign(new Settings(), this, changes);
  }
}
