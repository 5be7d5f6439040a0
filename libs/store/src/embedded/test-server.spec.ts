import { existsSync } from 'node:fs';
import { connected } from './prepare-database.js';
import { startTestServer, type TestServer } from './test-server.js';

jest.setTimeout(60_000);

describe('the test server', () => {
  let server: TestServer;
  beforeAll(async () => (server = await startTestServer()));
  afterAll(() => server.destroy());

  const ask = (url: string, sql: string): Promise<unknown[]> =>
    connected(url, async (client) => (await client.query<{ value: unknown }>(sql)).rows.map(({ value }) => value));

  it('says openly that it may lose commits', async () => {
    const { appUrl } = await server.createDatabase('unsafe');
    expect(await ask(appUrl, `select current_setting('fsync') as value`)).toEqual(['off']);
  });

  it('copies a migrated template, one copy per test, also when many ask at once', async () => {
    const template = await server.createDatabase('template');
    await ask(template.ownerUrl, 'create table a as select 1 as value');
    await ask(template.ownerUrl, 'grant select on a to ducha_app');
    const names = ['w1', 'w2', 'w3', 'w4'];
    const copies = await Promise.all(names.map((name) => server.createDatabase(name, 'template')));
    await ask(copies[0]?.ownerUrl ?? '', 'insert into a values (2)');
    const counts = await Promise.all(copies.map(({ appUrl }) => ask(appUrl, 'select count(*)::int as value from a')));
    expect(counts).toEqual([[2], [1], [1], [1]]);
    await server.dropDatabase('w1');
    await expect(ask(copies[0]?.appUrl ?? '', 'select 1')).rejects.toMatchObject({ code: '3D000' });
  });

  it('is joined by its folder and lives until the last one leaves', async () => {
    const joined = await startTestServer({ dir: server.dir });
    expect(joined.port).toBe(server.port);
    await joined.stop();
    const { appUrl } = await server.createDatabase('after');
    expect(await ask(appUrl, 'select 1 as value')).toEqual([1]);
  });

  it('leaves nothing behind', async () => {
    const other = await startTestServer();
    await other.destroy();
    expect(existsSync(other.dir)).toBe(false);
  });
});
