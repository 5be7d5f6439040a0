import { BullQueues, JobQueue } from '@ducha/queue';
import { Sweep } from '@ducha/store';
import { type Answer, type Json, type PersonKey, World } from '#test-kit';
import { SweepTurns } from '../../apps/server/src/health/sweep-turns.js';

jest.setTimeout(60_000);
let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const secret = '张三 13900002222';
const seen = (): Promise<Json> => world.as('sysadmin').sees('/queues');
const settles = (on: 'retry' | 'drop', key: string, by: PersonKey = 'sysadmin'): Promise<Answer> =>
  world.as(by).post(`/queues/parked/${on}`, { name: 'assignment.deliver', key });
const recorded = (): Promise<Json[]> =>
  world.store.query(`select act, facts from audit_row where act in ('queue.retry', 'queue.drop') order by id`);

/** A job whose only try fails: its payload is no dispatch at all. */
async function parks(key: string): Promise<void> {
  const queues = world.app.get(BullQueues, { strict: false });
  const name = 'assignment.deliver';
  await queues.ask('prompt', (bull) =>
    bull.add(name, { dispatchId: secret, chunk: 1 }, { jobId: `${name}~${key}`, attempts: 1 }),
  );
  const jobs = world.app.get(JobQueue, { strict: false });
  for (const until = performance.now() + 20_000; performance.now() < until;)
    if ((await jobs.parked()).some((job) => job.key === key)) return;
  throw new Error(`${key} was not parked`);
}

describe('the queue page', () => {
  it('shows depths, and parked jobs by name, ids and a code of the error, never what they carry', async () => {
    await parks('deliver_first');
    const page = await seen();
    expect(page.queues.map((one: Json) => [one.name, one.parked])).toEqual([
      ['prompt', 1],
      ['bulk', 0],
      ['slow', 0],
    ]);
    expect(page.parked).toMatchObject([
      { name: 'assignment.deliver', key: 'deliver_first', ids: { chunk: 1 }, error: 'unexpected', attempts: 1 },
    ]);
    expect(JSON.stringify(page)).not.toContain('13900002222');
    await world.settles();
    expect(await seen()).toMatchObject({
      outbox: { rows: 0, oldestSeconds: null },
      unlinked: { rows: 0, oldestSeconds: null },
    });
  });

  it('retries and drops a parked job with an audit row, once, and knows no other', async () => {
    await parks('deliver_second');
    const retried = await settles('retry', 'deliver_second');
    expect(retried.body.parked.map((one: Json) => one.key)).not.toContain('deliver_second');
    await parks('deliver_third');
    const dropped = await settles('drop', 'deliver_third');
    expect(dropped.body.parked.map((one: Json) => one.key)).not.toContain('deliver_third');
    expect(await recorded()).toEqual([
      { act: 'queue.retry', facts: { name: 'assignment.deliver', key: 'deliver_second' } },
      { act: 'queue.drop', facts: { name: 'assignment.deliver', key: 'deliver_third' } },
    ]);
    for (const on of ['retry', 'drop'] as const) {
      const again = await settles(on, 'deliver_third');
      expect([again.status, again.body.code]).toEqual([404, 'queue.notParked']);
      expect((await settles(on, '12')).status).toBe(400);
      expect((await settles(on, 'deliver_third', 'officer')).status).toBe(403);
    }
    expect(await recorded()).toHaveLength(2);
    expect((await world.as('secadmin').get('/queues')).status).toBe(403);
  });
});

describe('the sweeps', () => {
  const elsewhere = (name: string, process: string, ago: string, failed: boolean): Promise<unknown> =>
    world.store.query(
      `insert into sweep_turn (name, process, ran_at, failed) values ($1, $2, now() - $3::interval, $4)`,
      [...[name, process, ago, failed]],
    );
  const sweep = async (name: string): Promise<Json> => (await seen()).sweeps.find((one: Json) => one.name === name);
  /** What this process swept is written down now, not at its next ten seconds. */
  async function written(name: string): Promise<Json> {
    world.app.get(SweepTurns, { strict: false }).onApplicationBootstrap();
    for (const until = performance.now() + 20_000; performance.now() < until;) {
      const found = await sweep(name);
      if (found !== undefined) return found;
    }
    throw new Error(`${name} was not written down`);
  }

  it('are listed with their last turn, in how many processes, and whether it failed', async () => {
    const works = new Sweep('a sweep that works', { everyMs: 60_000 }, () => Promise.resolve());
    const fails = new Sweep('a sweep that fails', { everyMs: 60_000 }, () => Promise.reject(new Error(secret)));
    for (const one of [works, fails]) one.start();
    await Promise.all([works.stop(), fails.stop()]);
    expect(await written('a sweep that works')).toMatchObject({ failed: false, processes: 1 });
    expect(await written('a sweep that fails')).toMatchObject({ failed: true, processes: 1 });
    const { sweeps } = await seen();
    const names = sweeps.map(({ name }: Json) => name);
    expect(names).toEqual([...names].sort());
    for (const known of ['clocks', 'live events', 'turns of sweeps']) expect(names).toContain(known);
    for (const one of sweeps) expect([one.name, one.agoSeconds >= 0 && one.agoSeconds < 120]).toEqual([one.name, true]);
    expect(JSON.stringify(sweeps)).not.toContain('13900002222');
  });

  it('of every process count; of one that is gone the last turn stays for a day', async () => {
    await elsewhere('clocks', 'other:1', '1 minute', true);
    expect(await sweep('clocks')).toMatchObject({ failed: true, processes: 2 });
    await world.store.query(`update sweep_turn set ran_at = now() - interval '2 hours' where process = 'other:1'`);
    expect(await sweep('clocks')).toMatchObject({ failed: false, processes: 1 });
    await elsewhere('swept nowhere', 'other:1', '23 hours', false);
    const silent = await sweep('swept nowhere');
    expect([silent?.processes, Math.round((silent?.agoSeconds ?? 0) / 3600)]).toEqual([0, 23]);
    await elsewhere('forgotten', 'other:1', '25 hours', false);
    await written('clocks');
    for (const until = performance.now() + 20_000; performance.now() < until;)
      if ((await sweep('forgotten')) === undefined) break;
    expect([await sweep('forgotten'), (await sweep('swept nowhere')) !== undefined]).toEqual([undefined, true]);
  });

  it('are the system administrator’s to see', async () => {
    for (const by of ['officer', 'secadmin', 'auditadmin', 'magistrate'] as const)
      expect((await world.as(by).get('/queues')).status).toBe(403);
  });
});
