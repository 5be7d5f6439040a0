import { BullQueues, JobQueue } from '@ducha/queue';
import { type Answer, type Json, type PersonKey, World } from '#test-kit';

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
