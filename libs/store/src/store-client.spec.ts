import { DataSource } from 'typeorm';
import { dataSourceOf } from './data-source.js';
import { startTestServer, type TestServer } from './embedded/test-server.js';
import { unread } from './prepared.js';
import { Store } from './store.js';

jest.setTimeout(60_000);

const noteSql = unread('insert into note (id, word) values ($1, $2)');
const wordsSql = 'select word from note order by id';

describe('statements whose answer nobody reads', () => {
  let server: TestServer;
  let dataSource: DataSource;
  let store: Store;
  const seen = async (): Promise<string[]> =>
    (await dataSource.query<{ word: string }[]>(wordsSql)).map(({ word }) => word);

  beforeAll(async () => {
    server = await startTestServer();
    const { ownerUrl } = await server.createDatabase('unread');
    dataSource = await dataSourceOf({ url: ownerUrl, poolMax: 2 }).initialize();
    store = new Store(dataSource);
  });

  beforeEach(() => dataSource.query('create table note (id int primary key, word text not null)'));
  afterEach(() => dataSource.query('drop table note'));

  afterAll(async () => {
    await dataSource.destroy();
    await server.destroy();
  });

  it('wait for the next statement, which sees what they did', async () => {
    await store.transaction(async (tx) => {
      expect(await tx.query(noteSql, [1, '签收'])).toEqual([]);
      await tx.query(noteSql, [2, '反馈']);
      expect(await tx.query(wordsSql)).toEqual([{ word: '签收' }, { word: '反馈' }]);
      await tx.query(noteSql, [3, '报结']);
      expect(await seen()).toEqual([]);
    });
    expect(await seen()).toEqual(['签收', '反馈', '报结']);
  });

  it('open no transaction before there is something to say, and none for nothing', async () => {
    const opened = async (): Promise<number> => {
      const [row] = await dataSource.query<{ n: number }[]>(
        "select count(*)::int as n from pg_stat_activity where datname = current_database() and state = 'idle in transaction'",
      );
      return row?.n ?? -1;
    };
    await store.transaction(async () => expect(await opened()).toBe(0));
    await store.transaction(async (tx) => {
      await tx.query(noteSql, [1, '签收']);
      expect(await opened()).toBe(0);
      await tx.query('select 1');
      expect(await opened()).toBe(1);
    });
    expect(await opened()).toBe(0);
    expect(await seen()).toEqual(['签收']);
  });

  it('fail with the statement they went with, and undo the transaction', async () => {
    const twice = (last: string) =>
      store.transaction(async (tx) => {
        await tx.query(noteSql, [1, '签收']);
        await tx.query(noteSql, [1, '再签收']);
        if (last) await tx.query(last);
      });
    await expect(twice('select 1')).rejects.toMatchObject({ code: 'store.alreadyExists' });
    await expect(twice('')).rejects.toMatchObject({ code: 'store.alreadyExists' });
    expect(await seen()).toEqual([]);
    await store.transaction((tx) => tx.query(noteSql, [1, '签收']));
    expect(await seen()).toEqual(['签收']);
  });

  it('are gone with what threw, whether they were sent or not', async () => {
    const refused = (sent: boolean) =>
      store.transaction(async (tx) => {
        await tx.query(noteSql, [1, '签收']);
        if (sent) await tx.query('select 1');
        throw new Error('refused');
      });
    await expect(refused(false)).rejects.toThrow('refused');
    await expect(refused(true)).rejects.toThrow('refused');
    expect(await seen()).toEqual([]);
  });

  it('run at once outside a transaction', async () => {
    await store.query(noteSql, [1, '签收']);
    expect(await seen()).toEqual(['签收']);
    await expect(store.query(noteSql, [1, '签收'])).rejects.toMatchObject({ code: 'store.alreadyExists' });
  });
});
