import { isIP } from 'node:net';
import { settingKeys, type Environment, type SettingProblem } from './setting-key.js';
import type { Settings } from './settings.js';

/** Keys of the test runner; a server that a test starts inherits them and must not trip over them. */
const testRunnerKeys = new Set(['DUCHA_REQUIRE_ALL']);

/** Keys of our own prefix that nobody reads: most likely a typing slip, so the start is refused. */
export function unknownKeys(env: Environment): SettingProblem[] {
  const known = settingKeys();
  return Object.keys(env)
    .filter((key) => key.startsWith('DUCHA_') && !known.has(key) && !testRunnerKeys.has(key))
    .map((key) => ({ key, reason: 'is not a setting of Ducha' }));
}

/** True for names and addresses that never leave this machine. */
function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

/** What is wrong with each key alone is a decorator's work; these are the keys that contradict one another. */
export function contradictions(settings: Settings): SettingProblem[] {
  return [
    ...addressProblems(settings),
    ...databaseProblems(settings),
    ...evidenceProblems(settings),
    ...oidcProblems(settings),
  ];
}

function addressProblems({ publicUrl, insecureHttp, host, serves }: Settings): SettingProblem[] {
  if (publicUrl === undefined) {
    const isReachable = serves && !isLoopback(host);
    return isReachable ? [{ key: 'PUBLIC_URL', reason: 'must be set when HOST is not this machine alone' }] : [];
  }
  if (!URL.canParse(publicUrl)) return [];
  const { protocol, hostname, origin } = new URL(publicUrl);
  if (publicUrl.replace(/\/$/, '') !== origin) {
    return [{ key: 'PUBLIC_URL', reason: 'must be an origin such as https://ducha.example.gov.cn, without a path' }];
  }
  if (protocol === 'https:' || isLoopback(hostname) || insecureHttp) return [];
  return [{ key: 'PUBLIC_URL', reason: 'is plain http beyond this machine: use https, or set DUCHA_INSECURE_HTTP=1' }];
}

function databaseProblems({ databaseUrl, databaseOwnerUrl, demo }: Settings): SettingProblem[] {
  if (databaseUrl === undefined) {
    return databaseOwnerUrl === undefined
      ? []
      : [{ key: 'DATABASE_URL', reason: 'must be set with DATABASE_OWNER_URL' }];
  }
  const demoNeedsOwner = demo && databaseOwnerUrl === undefined;
  return demoNeedsOwner ? [{ key: 'DATABASE_OWNER_URL', reason: 'must be set with DUCHA_DEMO=1' }] : [];
}

function evidenceProblems(settings: Settings): SettingProblem[] {
  const { s3Bucket, s3AccessKey, s3SecretKey, s3Endpoint, s3Region, evidenceDir } = settings;
  const problems: SettingProblem[] = [];
  const usesS3 = [s3Bucket, s3AccessKey, s3SecretKey, s3Endpoint, s3Region].some((value) => value !== undefined);
  if (!usesS3) return problems;
  if (s3Bucket === undefined) problems.push({ key: 'S3_BUCKET', reason: 'must be set with the other S3 keys' });
  if (s3AccessKey === undefined) problems.push({ key: 'S3_ACCESS_KEY', reason: 'must be set with S3_BUCKET' });
  if (s3SecretKey === undefined) problems.push({ key: 'S3_SECRET_KEY', reason: 'must be set with S3_BUCKET' });
  if (evidenceDir !== undefined) problems.push({ key: 'EVIDENCE_DIR', reason: 'contradicts S3_BUCKET: choose one' });
  return problems;
}

function oidcProblems({ oidcIssuer, oidcClientId, oidcClientSecret, publicUrl }: Settings): SettingProblem[] {
  const given = { OIDC_ISSUER: oidcIssuer, OIDC_CLIENT_ID: oidcClientId, OIDC_CLIENT_SECRET: oidcClientSecret };
  if (Object.values(given).every((value) => value === undefined)) return [];
  const problems = Object.entries({ ...given, PUBLIC_URL: publicUrl })
    .filter(([, value]) => value === undefined)
    .map(([key]) => ({ key, reason: 'must be set for signing in by OIDC' }));
  if (oidcIssuer === undefined || !URL.canParse(oidcIssuer)) return problems;
  const { protocol, hostname } = new URL(oidcIssuer);
  const isOpen = protocol === 'http:' && !isLoopback(hostname);
  return isOpen ? [...problems, { key: 'OIDC_ISSUER', reason: 'is plain http beyond this machine' }] : problems;
}
