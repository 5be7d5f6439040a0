import { Logger } from '@nestjs/common';
import pg from 'pg';
import { Bell } from './bell.js';
import { startTestServer, type TestServer } from './embedded/test-server.js';

jest.setTimeout(60_000);

describe('Bell', () => {
  let server: TestServer;
  let url: string;
  beforeAll(async () => {
    server = await startTestServer();
    url = (await server.createDatabase('bell')).appUrl;
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => server.destroy());

  /** A process that listens; `rung` ends with the next ring it hears. */
  async function listener() {
    const bell = new Bell(url);
    let hears: () => void = () => undefined;
    const rung = (): Promise<void> => new Promise((resolve) => (hears = resolve));
    const heard = jest.fn(() => hears());
    const listens = rung();
    bell.on('audit', heard);
    await listens;
    heard.mockClear();
    return { bell, heard, rung };
  }

  it('still sends what was rung as the last thing before its end, and nothing that is rung after', async () => {
    const other = await listener();
    const { bell: ending } = await listener();
    const [first] = [other.rung(), ending.ring('audit'), await ending.onModuleDestroy()];
    await first;
    ending.ring('audit');
    const second = other.rung();
    other.bell.ring('audit');
    await second;
    expect(other.heard).toHaveBeenCalledTimes(2);
    await other.bell.onModuleDestroy();
  });

  it('ends without a word while a ring is under way', async () => {
    const warned = jest.spyOn(Logger.prototype, 'warn');
    const { bell: ending } = await listener();
    const query = jest.spyOn(pg.Client.prototype, 'query');
    ending.ring('audit');
    while (query.mock.calls.length === 0) await new Promise(setImmediate);
    await ending.onModuleDestroy();
    expect(warned).not.toHaveBeenCalled();
  });
});
