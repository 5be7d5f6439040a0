import { DurableCounty, type Json, ServerProcess } from '#test-kit';

const tasks = 1_200;
const inAMonth = (): string => new Date(Date.now() + 30 * 86_400_000).toISOString();

describe('what was committed is delivered once, whoever is killed', () => {
  let county: DurableCounty;
  let processes: ServerProcess[] = [];
  beforeAll(async () => (county = await DurableCounty.open()), 120_000);
  afterEach(async () => {
    await Promise.all(processes.map((one) => one.kill()));
    processes = [];
  });
  afterAll(() => county.close());

  async function start(role: 'api' | 'worker' | 'both'): Promise<ServerProcess> {
    const one = await ServerProcess.start({
      DATABASE_URL: county.urls.appUrl,
      DUCHA_ROLE: role,
      DUCHA_LOG_LEVEL: 'error',
    });
    processes.push(one);
    return one;
  }

  async function post(server: ServerProcess, path: string, body: object): Promise<Json> {
    const cookie = await county.cookieOf('magistrate');
    const answer = await fetch(`${server.address}/api/v1${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  const task = (title: string): object => ({
    title,
    demand: '限期办结',
    leadUnitId: county.county.unit.water,
    assistUnitIds: [],
    dueAt: inAMonth(),
    door: 'instruct',
  });

  /** Assignments by state, and how often each was told to its unit. */
  async function facts(): Promise<{ queued: number; delivered: number; notices: number; twice: number }> {
    const [row] = await county.store.query<{ queued: number; delivered: number; notices: number; twice: number }>(`
      select count(*) filter (where a.state = 'queued')::int as queued, count(*) filter (where a.state = 'delivered')::int as delivered,
        (select count(*)::int from notice where assignment_id is not null) as notices,
        (select count(*)::int from (select assignment_id from notice where assignment_id is not null group by assignment_id having count(*) > 1) as t) as twice
      from assignment a`);
    if (!row) throw new Error('counts are one row');
    return row;
  }

  async function until(
    done: (seen: Awaited<ReturnType<typeof facts>>) => boolean,
  ): Promise<Awaited<ReturnType<typeof facts>>> {
    for (const deadline = performance.now() + 90_000; ;) {
      const seen = await facts();
      if (done(seen)) return seen;
      if (performance.now() > deadline) throw new Error(`not reached: ${JSON.stringify(seen)}`);
      // whoever asks without a pause takes the time of those who deliver
      await county.store.query('select pg_sleep(0.1)');
    }
  }

  it('survives kill -9 of the api between commit and delivery', async () => {
    const api = await start('api');
    await post(api, '/tasks', { ...task('夜间交办'), dispatch: true });
    await api.kill();
    expect(await facts()).toMatchObject({ queued: 1, delivered: 0, notices: 0 });
    await start('both');
    expect(await until(({ queued }) => queued === 0)).toEqual({ queued: 0, delivered: 1, notices: 1, twice: 0 });
  }, 120_000);

  it('survives kill -9 of workers in the middle of a large dispatch', async () => {
    const api = await start('api');
    const ids: string[] = [];
    for (let n = 0; n < 12; n += 1) {
      const many = await Promise.all(
        Array.from({ length: tasks / 12 }, (_, m) => post(api, '/tasks', task(`批量任务 ${n}-${m}`))),
      );
      ids.push(...many.map(({ id }: Json) => id));
    }
    const sent = await post(api, '/tasks/dispatch', { taskIds: ids });
    expect(sent.skipped).toEqual([]);
    for (let kills = 0; kills < 2; kills += 1) {
      const worker = await start('worker');
      await worker.kill();
    }
    await start('worker');
    const all = tasks + 1;
    const seen = await until(({ queued }) => queued === 0);
    process.stdout.write(
      `killed-processes: ${all} assignments, lost ${all - seen.delivered}, delivered twice ${seen.twice}\n`,
    );
    expect(seen).toEqual({ queued: 0, delivered: all, notices: all, twice: 0 });
  }, 180_000);

  it('would find a lost one: an assignment whose outbox row and sweep are gone stays queued (negative control)', async () => {
    const api = await start('api');
    await post(api, '/tasks', { ...task('丢失的铃声'), dispatch: true });
    await county.store.query('delete from outbox');
    expect((await facts()).queued).toBe(1);
  }, 60_000);
});
