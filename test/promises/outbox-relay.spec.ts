import { RelayModule } from '@ducha/queue';
import { Outbox, Store, startTestServer, StoreModule, type TestServer } from '@ducha/store';
import { migrateAll } from '../../apps/server/src/boot/databases.js';
import { eventually } from './queue/eventually.js';
import { type ProbeProcess, Script, startProcess } from './queue/probes.js';

jest.setTimeout(120_000);

// What stands in the outbox is handed to the queue: nothing lost, nothing jammed, nothing of a rolled-back act.
describe('outbox relay', () => {
  let server: TestServer;
  let url: string;
  let script: Script;
  const processes: ProbeProcess[] = [];

  beforeAll(async () => {
    server = await startTestServer();
    const { ownerUrl, appUrl } = await server.createDatabase('relay');
    await migrateAll(ownerUrl, appUrl);
    url = appUrl;
  });
  afterAll(() => server.destroy());
  beforeEach(() => (script = new Script()));
  afterEach(async () => {
    await processes[0]?.app.get(Store).query('delete from bullmq.job');
    await Promise.all(processes.splice(0).map((one) => one.stop()));
  });

  const start = async (role: 'api' | 'both'): Promise<{ store: Store; outbox: Outbox }> => {
    const modules = [StoreModule.connect({ url, poolMax: 6 }, []), RelayModule];
    const one = await startProcess({ databaseUrl: url, role, poolMax: 8 }, script, modules);
    processes.push(one);
    return { store: one.app.get(Store), outbox: one.app.get(Outbox) };
  };
  const entry = (key: string): { job: string; payload: { word: string }; key: string } => ({
    job: 'probe.prompt',
    payload: { word: key },
    key,
  });
  const rowsLeft = async (store: Store): Promise<number> =>
    (await store.queryOne<{ n: number }>('select count(*)::int as n from outbox'))?.n ?? -1;

  it('runs what was committed, soon, and never what was rolled back', async () => {
    const { store, outbox } = await start('both');
    await store.transaction((tx) => outbox.add(tx, entry('kept')));
    const undone = store.transaction(async (tx) => {
      await outbox.add(tx, entry('undone'));
      throw new Error('the seal broke');
    });
    await expect(undone).rejects.toThrow('the seal broke');
    await eventually(() => expect(script.runsOf('kept')).toHaveLength(1));
    // the job may run before the relay has written down that it handed it over
    await eventually(async () => expect(await rowsLeft(store)).toBe(0));
    expect(script.runsOf('undone')).toEqual([]);
  });

  it('gives an entry without a key one of its own', async () => {
    const { store, outbox } = await start('both');
    await store.transaction((tx) => outbox.add(tx, { job: 'probe.prompt', payload: { word: 'keyless' } }));
    await eventually(() => expect(script.runs.map((run) => run.word)).toEqual(['keyless']));
    expect(script.runs[0]?.key).toMatch(/^outbox_\d+$/);
  });

  it('shares 1,200 entries between three processes: each runs once', async () => {
    const { store, outbox } = await start('api');
    const keys = Array.from({ length: 1_200 }, (_, at) => `shared_${at}`);
    await store.transaction((tx) => outbox.add(tx, ...keys.map(entry)));
    await Promise.all([start('both'), start('both'), start('both')]);
    await eventually(() => expect(new Set(script.runs.map((run) => run.key)).size).toBe(1_200));
    await eventually(async () => expect(await rowsLeft(store)).toBe(0));
    expect(script.runs).toHaveLength(1_200);
  });

  it('hands over again what a dying relay had handed over already', async () => {
    const { store, outbox } = await start('api');
    const [api] = processes;
    await store.transaction((tx) => outbox.add(tx, entry('dying')));
    await api?.queue.add('probe.prompt', { word: 'dying' }, { key: 'dying' }); // and then it died, before its commit
    await start('both');
    await eventually(async () => expect(await rowsLeft(store)).toBe(0));
    await eventually(() => expect(script.runsOf('dying').length).toBeGreaterThanOrEqual(1));
    expect(script.runsOf('dying').length).toBeLessThanOrEqual(2);
  });

  it('leaves rows that no job can be made of, says so, and goes on with the others', async () => {
    const { store, outbox } = await start('both');
    await store.transaction((tx) =>
      outbox.add(tx, { ...entry('x'), job: 'probe.of_next_year' }, { ...entry('a:b') }, entry('fine')),
    );
    await eventually(() => expect(script.runsOf('fine')).toHaveLength(1));
    await eventually(async () => expect(await rowsLeft(store)).toBe(2));
    expect(script.lines.filter((line) => line.includes('is left where it is'))).toHaveLength(1);
  });
});
