import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedDatabase, type EmbeddedDatabase } from './embedded-database.js';
import { connected } from './prepare-database.js';
import { runningPostmaster } from './postmaster.js';
import { everyoneCanEnter } from './server-user.js';
import { compileSupervisor, DatabaseHolder, removeCompiledSupervisor } from '../../../../test/kit/database-holder.js';

jest.setTimeout(60_000);

const isRoot = process.getuid?.() === 0;
const itAsRoot = isRoot ? it : it.skip;
const folders: string[] = [];
const opened: EmbeddedDatabase[] = [];

function folder(name = 'clone', mode = 0o755): string {
  const top = mkdtempSync(join(tmpdir(), 'ducha-embedded-'));
  folders.push(top);
  chmodSync(top, mode);
  const path = join(top, name);
  mkdirSync(path);
  return path;
}

async function start(home: string): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase({ home });
  opened.push(database);
  return database;
}

async function one(url: string, sql: string): Promise<unknown> {
  return connected(url, async (client) => {
    const { rows } = await client.query<{ value: unknown }>(sql);
    return rows[0]?.value;
  });
}

function baseOf(home: string): string {
  const { base } = JSON.parse(readFileSync(join(home, 'postgres.json'), 'utf8')) as { base: string };
  return join(base.startsWith('/') ? '' : home, base);
}

beforeAll(compileSupervisor);
afterEach(async () => {
  for (const database of opened.splice(0)) await database.stop();
});
afterAll(() => {
  removeCompiledSupervisor();
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('starts durable, in UTC, with Chinese sorted by pinyin and found by trigrams', async () => {
    const { superuserUrl, reused } = await start(folder());
    expect(reused).toBe(false);
    expect(
      await one(superuserUrl, `select current_setting('fsync') || current_setting('synchronous_commit') as value`),
    ).toBe('onon');
    expect(await one(superuserUrl, `select current_setting('timezone') as value`)).toBe('UTC');
    const sorted = `select string_agg(x, '' order by x) as value from unnest(array['张','王','李','阿']) x`;
    expect(await one(superuserUrl, sorted)).toBe('阿李王张');
    expect(
      await one(superuserUrl, `select default_version as value from pg_available_extensions where name = 'pg_trgm'`),
    ).toBe('1.6');
  });

  it('gives the owner a database to migrate and the application no right to create', async () => {
    const { ownerUrl, appUrl } = await start(folder());
    await one(ownerUrl, 'create table public.a (id int)');
    await one(ownerUrl, 'create table bullmq.a (id int)');
    await expect(one(appUrl, 'create table public.b (id int)')).rejects.toMatchObject({ code: '42501' });
    await expect(one(appUrl, 'create table bullmq.b (id int)')).rejects.toMatchObject({ code: '42501' });
    await expect(one(appUrl, 'create extension ltree')).rejects.toMatchObject({ code: '42501' });
    expect(await one(appUrl, 'select rolsuper as value from pg_roles where rolname = current_user')).toBe(false);
  });

  it('refuses a wrong password and keeps the right ones from other users', async () => {
    const home = folder();
    const { appUrl } = await start(home);
    const wrong = appUrl.replace(/:[^:@]+@/, ':wrong@');
    await expect(one(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(join(home, 'postgres.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(baseOf(home), 'data')).mode & 0o077).toBe(0);
  });

  it('stops with its last holder and keeps what was committed', async () => {
    const home = folder();
    const first = await start(home);
    const second = await start(home);
    expect(second).toMatchObject({ reused: true, port: first.port });
    await one(first.ownerUrl, 'create table kept as select 42 as value');
    await first.stop();
    expect(await one(second.ownerUrl, 'select value from kept')).toBe(42);
    await second.stop();
    expect(runningPostmaster(baseOf(home))).toBeUndefined();
    const third = await start(home);
    expect(third.reused).toBe(false);
    expect(await one(third.ownerUrl, 'select value from kept')).toBe(42);
  });

  it('starts once when many ask at the same time', async () => {
    const home = folder();
    const all = await Promise.all([start(home), start(home), start(home)]);
    expect(new Set(all.map(({ port }) => port)).size).toBe(1);
    expect(all.filter(({ reused }) => !reused)).toHaveLength(1);
  });

  it.each(['与 空格 督查', `o'clock "$HOME" \`x\``])('runs in a folder named %s', async (name) => {
    const { appUrl } = await start(folder(name));
    expect(await one(appUrl, 'select 1 as value')).toBe(1);
  });

  it('keeps two installations side by side apart, also when one is a copy of the other', async () => {
    const home = folder();
    const original = await start(home);
    await one(original.ownerUrl, 'create table kept as select 42 as value');
    const copy = folder();
    cpSync(home, copy, { recursive: true });
    const copied = await start(copy);
    expect(copied.reused).toBe(false);
    expect(copied.port).not.toBe(original.port);
    expect(await one(original.ownerUrl, 'select value from kept')).toBe(42);
    await copied.stop();
    expect(runningPostmaster(baseOf(copy))).toBeUndefined();
  });
});

describe('after a SIGKILL', () => {
  it('of the process that held it, the running server is joined', async () => {
    const home = folder();
    const holder = await DatabaseHolder.start(home);
    await one(holder.database.superuserUrl, 'create table kept as select 42 as value');
    await holder.kill();
    const next = await start(home);
    expect(next).toMatchObject({ reused: true, port: holder.database.port });
    expect(await one(next.superuserUrl, 'select value from kept')).toBe(42);
    await next.stop();
    expect(runningPostmaster(baseOf(home))).toBeUndefined();
  });

  it('of process and server together, the next start recovers every commit', async () => {
    const home = folder();
    const holder = await DatabaseHolder.start(home);
    await one(holder.database.superuserUrl, 'create table kept as select generate_series(1, 1000) as value');
    const postmaster = runningPostmaster(baseOf(home));
    await holder.kill();
    process.kill(Number(postmaster?.pid), 'SIGKILL');
    const next = await start(home);
    expect(next.reused).toBe(false);
    expect(await one(next.superuserUrl, 'select count(*)::int as value from kept')).toBe(1000);
  });

  it('of the server alone, the supervisor starts it again on its port', async () => {
    const home = folder();
    let told: (line: string) => void = () => undefined;
    const death = new Promise<string>((resolve) => (told = resolve));
    const database = await startEmbeddedDatabase({ home, onDeath: told });
    opened.push(database);
    process.kill(Number(runningPostmaster(baseOf(home))?.pid), 'SIGKILL');
    expect(await death).toContain('unexpectedly');
    const again = await start(home);
    expect(again).toMatchObject({ reused: true, port: database.port });
  });

  it('during the first layout, nothing half made is taken for data', async () => {
    const home = folder();
    await (await start(home)).stop();
    const base = baseOf(home);
    mkdirSync(join(base, 'data.new'));
    rmSync(join(base, 'data'), { recursive: true });
    const { appUrl } = await start(home);
    expect(await one(appUrl, 'select 1 as value')).toBe(1);
  });
});

describe('whoever starts it', () => {
  itAsRoot('as root under a folder closed to others it lives in the system folder', async () => {
    const home = folder('clone', 0o700);
    const { superuserUrl } = await start(home);
    folders.push(baseOf(home));
    expect(baseOf(home)).toMatch(/^\/var\/lib\/ducha\/[0-9a-f]{16}/);
    expect(await one(superuserUrl, 'select 1 as value')).toBe(1);
    expect(statSync(baseOf(home)).uid).not.toBe(0);
  });

  itAsRoot('as an ordinary user it runs as that user, and root can take it over', async () => {
    expect(everyoneCanEnter(__dirname)).toBe(true);
    const nobody = { uid: 65534, gid: 65534 };
    const home = folder('用户 的');
    chownSync(home, nobody.uid, nobody.gid);
    const holder = await DatabaseHolder.start(home, nobody);
    expect(holder.database.error).toBeUndefined();
    expect(await one(holder.database.appUrl, 'select 1 as value')).toBe(1);
    expect(statSync(join(home, 'postgres', 'data')).uid).toBe(nobody.uid);
    await holder.stop();
    expect(runningPostmaster(join(home, 'postgres'))).toBeUndefined();
    const { appUrl } = await start(home);
    expect(await one(appUrl, 'select 1 as value')).toBe(1);
    expect(statSync(join(home, 'postgres', 'data')).uid).toBe(nobody.uid);
  });

  itAsRoot('says so when the home belongs to another account', async () => {
    const home = folder();
    const holder = await DatabaseHolder.start(home, { uid: 65534, gid: 65534 });
    expect(holder.database.error).toContain('belongs to another account');
    await holder.kill();
  });
});
