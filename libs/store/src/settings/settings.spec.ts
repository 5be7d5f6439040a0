import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from './read-settings.js';
import { settingKeys, type Environment } from './setting-key.js';
import { SettingsFault } from './settings-fault.js';

function problemsOf(env: Environment): string[] {
  try {
    readSettings(env, '/srv/ducha');
    return [];
  } catch (fault) {
    if (!(fault instanceof SettingsFault)) throw fault;
    return fault.problems.map(({ key }) => key);
  }
}

const oidc = {
  PUBLIC_URL: 'https://ducha.example.gov.cn',
  OIDC_ISSUER: 'https://id.example.gov.cn',
  OIDC_CLIENT_ID: 'ducha',
  OIDC_CLIENT_SECRET: 'of the test only',
};
const own = { DATABASE_URL: 'postgresql://app:secret@db/ducha' };

describe('settings', () => {
  it('needs no environment at all', () => {
    const settings = readSettings({}, '/srv/ducha');
    expect(settings).toMatchObject({
      host: '127.0.0.1',
      home: '/srv/ducha/.ducha',
      role: 'both',
      demo: true,
      embedded: true,
      logLevel: 'info',
    });
    expect(settings.port).toBeUndefined();
    expect(settings.serves && settings.works).toBe(true);
  });

  it('loads demonstration data by itself only into the embedded database', () => {
    expect(readSettings(own).demo).toBe(false);
    expect(readSettings({ DUCHA_DEMO: '0' }).demo).toBe(false);
    expect(readSettings({ ...own, DATABASE_OWNER_URL: own.DATABASE_URL, DUCHA_DEMO: '1' }).demo).toBe(true);
  });

  it('counts an empty text as not set', () => {
    expect(readSettings({ PORT: '', PUBLIC_URL: ' ' }).port).toBeUndefined();
  });

  it.each<[string, Environment]>([
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '3000x' }],
    ['PORT', { PORT: '-1' }],
    ['PORT', { PORT: '3e3' }],
    ['HOST', { HOST: 'not a host' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'ducha.example.gov.cn' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'http://ducha.example.gov.cn' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://ducha.example.gov.cn/path' }],
    ['PUBLIC_URL', { HOST: '0.0.0.0' }],
    ['DUCHA_INSECURE_HTTP', { DUCHA_INSECURE_HTTP: 'yes' }],
    ['DUCHA_HOME', { DUCHA_HOME: 'x'.repeat(1001) }],
    ['DUCHA_ROLE', { DUCHA_ROLE: 'boss' }],
    ['DUCHA_DEMO', { DUCHA_DEMO: 'true' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://db/ducha' }],
    ['DATABASE_URL', { DATABASE_OWNER_URL: 'postgresql://owner@db/ducha' }],
    ['DATABASE_OWNER_URL', { ...own, DATABASE_OWNER_URL: 'db' }],
    ['DATABASE_OWNER_URL', { ...own, DUCHA_DEMO: '1' }],
    ['REDIS_URL', { REDIS_URL: 'localhost:6379' }],
    ['DUCHA_UNSAFE_DATABASE', { DUCHA_UNSAFE_DATABASE: '1' }],
    ['EVIDENCE_DIR', { EVIDENCE_DIR: 'x'.repeat(1001) }],
    ['EVIDENCE_DIR', { EVIDENCE_DIR: '/e', S3_BUCKET: 'evidence', S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 's' }],
    ['S3_ENDPOINT', { S3_ENDPOINT: 's3.example' }],
    ['S3_BUCKET', { S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 's' }],
    ['S3_BUCKET', { S3_BUCKET: 'x' }],
    ['S3_REGION', { S3_REGION: 'a b' }],
    ['S3_ACCESS_KEY', { S3_BUCKET: 'evidence', S3_SECRET_KEY: 's' }],
    ['S3_SECRET_KEY', { S3_BUCKET: 'evidence', S3_ACCESS_KEY: 'a' }],
    ['DUCHA_SESSION_HOURS', { DUCHA_SESSION_HOURS: '0' }],
    ['DUCHA_SESSION_IDLE_MINUTES', { DUCHA_SESSION_IDLE_MINUTES: 'never' }],
    ['DUCHA_STRICT_SESSION_HOURS', { DUCHA_STRICT_SESSION_HOURS: '100' }],
    ['DUCHA_STRICT_SESSION_IDLE_MINUTES', { DUCHA_STRICT_SESSION_IDLE_MINUTES: '1' }],
    ['DUCHA_FRESH_MINUTES', { DUCHA_FRESH_MINUTES: '61' }],
    ['DUCHA_SECRET_KEY', { DUCHA_SECRET_KEY: 'too short' }],
    ['OIDC_ISSUER', { ...oidc, OIDC_ISSUER: undefined }],
    ['OIDC_ISSUER', { ...oidc, OIDC_ISSUER: 'http://id.example' }],
    ['OIDC_CLIENT_ID', { ...oidc, OIDC_CLIENT_ID: undefined }],
    ['OIDC_CLIENT_SECRET', { ...oidc, OIDC_CLIENT_SECRET: 'short' }],
    ['PUBLIC_URL', { ...oidc, PUBLIC_URL: undefined }],
    ['DUCHA_LOG_LEVEL', { DUCHA_LOG_LEVEL: 'loud' }],
    ['DUCHA_PROT', { DUCHA_PROT: '3000' }],
  ])('names %s as the bad key (case %#)', (key, env) => {
    expect(problemsOf(env)).toEqual([key]);
  });

  it('names every bad key at once and never its value', () => {
    const env = { PORT: 'x', DUCHA_ROLE: 'y', DATABASE_URL: 'mysql://app:hunter2@db', DUCHA_TYPO: 'z' };
    expect(problemsOf(env).sort()).toEqual(['DATABASE_URL', 'DUCHA_ROLE', 'DUCHA_TYPO', 'PORT']);
    expect(() => readSettings(env)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    );
  });

  it.each([
    { PUBLIC_URL: 'http://localhost:8080' },
    { PUBLIC_URL: 'http://[::1]:8080/' },
    { PUBLIC_URL: 'http://10.1.2.3', DUCHA_INSECURE_HTTP: '1' },
    { PUBLIC_URL: 'https://ducha.example.gov.cn', HOST: '0.0.0.0' },
    { HOST: '0.0.0.0', DUCHA_ROLE: 'worker' },
    { S3_BUCKET: 'evidence', S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 's', S3_ENDPOINT: 'http://127.0.0.1:9000' },
    oidc,
    { DUCHA_REQUIRE_ALL: '1' },
    { PORT: '0' },
  ])('accepts %j', (env) => {
    expect(problemsOf(env)).toEqual([]);
  });

  it('offers no key without a rule and no rule without a key', () => {
    expect([...settingKeys()].filter((key) => key.endsWith('_FILE')).sort()).toEqual([
      'DATABASE_OWNER_URL_FILE',
      'DATABASE_URL_FILE',
      'DUCHA_SECRET_KEY_FILE',
      'OIDC_CLIENT_SECRET_FILE',
      'REDIS_URL_FILE',
      'S3_ACCESS_KEY_FILE',
      'S3_SECRET_KEY_FILE',
    ]);
  });
});

describe('secrets in files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ducha-settings-'));
  const file = join(folder, 'url');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads the value from the file', () => {
    writeFileSync(file, `${own.DATABASE_URL}\n`);
    expect(readSettings({ DATABASE_URL_FILE: file })).toMatchObject({ databaseUrl: own.DATABASE_URL, embedded: false });
  });

  it('refuses a missing file and a secret given twice', () => {
    expect(problemsOf({ REDIS_URL_FILE: join(folder, 'absent') })).toEqual(['REDIS_URL_FILE']);
    expect(problemsOf({ ...own, DATABASE_URL_FILE: file })).toEqual(['DATABASE_URL']);
  });
});
