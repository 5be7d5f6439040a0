import { DataSource } from 'typeorm';
import { dataSourceOf } from './data-source.js';
import { startTestServer, type TestServer } from './embedded/test-server.js';
import { prepared } from './prepared.js';

jest.setTimeout(60_000);

const sumSql = prepared('select $1::int + $2::int as sum');

interface Known {
  statement: string;
  runs: number;
}

describe('a statement that is marked as prepared', () => {
  let server: TestServer;
  let dataSource: DataSource;

  beforeAll(async () => {
    server = await startTestServer();
    const { appUrl } = await server.createDatabase('prepared');
    dataSource = await dataSourceOf({ url: appUrl, poolMax: 1 }).initialize();
  });

  afterAll(async () => {
    await dataSource.destroy();
    await server.destroy();
  });

  it('is parsed once per connection, and others every time', async () => {
    for (const addend of [1, 2, 3]) {
      expect(await dataSource.query(sumSql, [addend, 10])).toEqual([{ sum: addend + 10 }]);
      expect(await dataSource.query('select $1::int as same', [addend])).toEqual([{ same: addend }]);
    }
    const known = await dataSource.query<Known[]>(
      'select statement, (generic_plans + custom_plans)::int as runs from pg_prepared_statements',
    );
    expect(known).toEqual([{ statement: sumSql, runs: 3 }]);
  });

  it('answers as before after it failed', async () => {
    await expect(dataSource.query(sumSql, ['no number', 1])).rejects.toThrow('invalid input syntax');
    expect(await dataSource.query(sumSql, [4, 4])).toEqual([{ sum: 8 }]);
  });
});
