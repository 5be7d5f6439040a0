import { startTestServer, type TestServer } from '@ducha/store';
import pg from 'pg';
import { migrateAll } from '../../apps/server/src/boot/databases.js';

jest.setTimeout(120_000);
let server: TestServer;
let superuserUrl: URL;
beforeAll(async () => {
  server = await startTestServer();
  superuserUrl = new URL((await server.createDatabase('elsewhere')).superuserUrl);
});
afterAll(() => server.destroy());

/** Runs statements as the administrator of the county's own server. */
async function administer(database: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(database) });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

function urlOf(database: string, login?: { name: string; password: string }): string {
  const url = new URL(superuserUrl);
  url.pathname = `/${database}`;
  if (login) [url.username, url.password] = [login.name, encodeURIComponent(login.password)];
  return url.href;
}

/** What the application's role may do there. */
async function tried(url: string, statement: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.query(statement);
    return 'done';
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? '') : String(error);
  } finally {
    await client.end();
  }
}

const bareDatabase = (name: string) =>
  `create database ${name} template template0 encoding 'UTF8' locale_provider icu icu_locale 'zh-Hans-CN' locale 'C.UTF-8'`;

describe('a PostgreSQL of the county', () => {
  it('gets schema and application role from one migration, as the compose file counts on', async () => {
    await administer('postgres', bareDatabase('county'));
    const appUrl = urlOf('county', { name: 'county_app', password: "p@ss/wörd'1" });
    const applied = await migrateAll(urlOf('county'), appUrl);
    expect(applied.length).toBeGreaterThan(0);
    expect(await tried(appUrl, 'select count(*) from task')).toBe('done');
    expect(await tried(appUrl, 'delete from audit_row')).toBe('42501');
    expect(await tried(appUrl, 'create table mine (id int)')).toBe('42501');
    expect(await migrateAll(urlOf('county'), appUrl)).toEqual([]);
  });

  it('leaves a role that exists as it is', async () => {
    await administer('postgres', bareDatabase('kept'), "create role kept_app login password 'first'");
    await migrateAll(urlOf('kept'), urlOf('kept', { name: 'kept_app', password: 'second' }));
    expect(await tried(urlOf('kept', { name: 'kept_app', password: 'first' }), 'select 1 from task')).toBe('done');
    expect(await tried(urlOf('kept', { name: 'kept_app', password: 'second' }), 'select 1')).toBe('28P01');
  });

  it('says what to run when the owner may not create roles', async () => {
    await administer('postgres', "create role plain_owner login password 'secret'", bareDatabase('plain'));
    await administer('postgres', 'alter database plain owner to plain_owner');
    await administer('plain', 'alter schema public owner to plain_owner');
    const ownerUrl = urlOf('plain', { name: 'plain_owner', password: 'secret' });
    const appUrl = urlOf('plain', { name: 'absent_app', password: 'other' });
    await expect(migrateAll(ownerUrl, appUrl)).rejects.toThrow('CREATE ROLE "absent_app" LOGIN PASSWORD');
    await administer('postgres', "create role absent_app login password 'other'");
    await migrateAll(ownerUrl, appUrl);
    expect(await tried(appUrl, 'select 1 from task')).toBe('done');
  });
});
