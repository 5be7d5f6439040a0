import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readSettings, settingKeys } from '@ducha/store';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');

interface Service {
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
}

const compose: {
  services: Record<string, Service>;
  configs: { proxy: { content: string } };
  volumes: Record<string, null>;
} = parse(text, { merge: true });
const ours = Object.entries(compose.services).filter(([, service]) => service.build !== undefined);
const withRole = (role: string) => ours.filter(([, { environment }]) => environment?.['DUCHA_ROLE'] === role);

/** What Compose makes of `${NAME:?why}` and `${NAME:-default}` when `.env` gives every name the same word. */
const filled = (value: string) => value.replace(/\$\{\w+(?::[?-]([^}]*))?\}/g, 'filled0'.repeat(5));
const environmentOf = ({ environment = {} }: Service) =>
  Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, filled(value)]));

describe('docker-compose.yml', () => {
  test('has two api and two worker processes, and one that migrates before them', () => {
    expect(withRole('api')).toHaveLength(2);
    expect(withRole('worker')).toHaveLength(2);
    expect(compose.services['migrate']?.command).toEqual(['migrate']);
  });

  test.each(ours)('%s: every key is a setting', (_name, service) => {
    const known = settingKeys();
    expect(Object.keys(service.environment ?? {}).filter((key) => !known.has(key))).toEqual([]);
  });

  test.each(ours)('%s: the settings accept its environment', (_name, service) => {
    const environment = { ...environmentOf(service), DUCHA_LOG_LEVEL: 'info' };
    expect(readSettings(environment)).toMatchObject({ embedded: false, demo: false });
  });

  test.each(ours)('%s: a mistyped key would be refused', (_name, service) => {
    const environment = { ...environmentOf(service), DUCHA_LOG_LEVEL: 'info', DUCHA_ROLL: 'api' };
    expect(() => readSettings(environment)).toThrow('DUCHA_ROLL is not a setting of Ducha');
  });

  test('only migrate knows the owner of the database', () => {
    const knowing = ours.filter(([, service]) => 'DATABASE_OWNER_URL' in environmentOf(service));
    expect(knowing.map(([name]) => name)).toEqual(['migrate']);
  });

  test('every secret is asked for; none has a default', () => {
    const named = [...text.matchAll(/\$\{(\w*PASSWORD)([^}]*)\}/g)];
    expect(named.length).toBeGreaterThanOrEqual(4);
    expect(named.filter(([, , rest]) => !rest?.startsWith(':?'))).toEqual([]);
    expect([...text.matchAll(/:\/\/\w*:([^@\n]+)@/g)].filter(([, secret]) => !secret?.startsWith('${'))).toEqual([]);
  });

  test('the proxy knows every api process and streams without holding back', () => {
    const { content } = compose.configs.proxy;
    for (const [name] of withRole('api')) expect(content).toContain(`${name}:3000`);
    expect(content).toContain('flush_interval -1');
  });

  test('the queue evicts nothing', () => {
    expect(compose.services['valkey']?.command?.join(' ')).toContain('--maxmemory-policy noeviction');
  });

  test('processes share the evidence folder and nothing else', () => {
    const folder = '/var/lib/ducha/evidence';
    for (const [, { volumes, environment }] of ours) {
      expect(volumes).toEqual([`evidence:${folder}`]);
      expect(environment).toMatchObject({ EVIDENCE_DIR: folder, DUCHA_HOME: '/tmp/ducha' });
    }
  });
});

describe('Dockerfile', () => {
  const lines = readFileSync(join(root, 'Dockerfile'), 'utf8').split('\n');

  test('does not run as root', () => expect(lines).toContain('USER node'));

  test('copies only files that the project has or the build makes', () => {
    const copied = lines.flatMap((line) => /^COPY --from=build (.*) \S+$/.exec(line)?.[1]?.split(' ') ?? []);
    const made = ['/build/node_modules', '/build/dist', '/build/apps/web/dist'];
    const committed = copied.filter((path) => !made.includes(path)).map((path) => path.replace('/build/', ''));
    expect(committed.length).toBeGreaterThan(0);
    expect(committed.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
