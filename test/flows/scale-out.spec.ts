import { readFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DurableCounty, type Json, redisOnPath, roundRobin, ServerProcess, startPrivateRedis } from '#test-kit';
import { parse } from 'yaml';

/** What the compose file sets in a process of a role; only addresses and folders are this machine's. */
function composeKeys(service: string): string[] {
  const compose: Json = parse(readFileSync(join(__dirname, '../../docker-compose.yml'), 'utf8'), { merge: true });
  return Object.keys(compose.services[service].environment);
}

describe('two api and two worker processes on one PostgreSQL and one Redis', () => {
  const evidence = mkdtempSync(join(tmpdir(), 'ducha-shared-'));
  const processes: ServerProcess[] = [];
  let county: DurableCounty | undefined;
  let redis: Awaited<ReturnType<typeof startPrivateRedis>> | undefined;
  let proxy: { address: string; stop: () => Promise<void> } | undefined;

  beforeAll(async () => {
    const program = redisOnPath();
    if (program === undefined) {
      if (process.env['DUCHA_REQUIRE_ALL'] === '1') throw new Error('redis-server is required and not installed');
      process.stderr.write('SKIPPED scale-out: no redis-server on the PATH\n');
      return;
    }
    redis = await startPrivateRedis(program);
    county = await DurableCounty.open();
    const known: Record<string, string> = {
      DATABASE_URL: county.urls.appUrl,
      REDIS_URL: `redis://127.0.0.1:${redis.port}`,
      EVIDENCE_DIR: evidence,
      DUCHA_LOG_LEVEL: 'error',
    };
    for (const [service, role] of [
      ['api-1', 'api'],
      ['api-2', 'api'],
      ['worker-1', 'worker'],
      ['worker-2', 'worker'],
    ] as const) {
      const keys = composeKeys(service);
      expect(keys).toEqual(expect.arrayContaining(['DATABASE_URL', 'REDIS_URL', 'DUCHA_ROLE']));
      const env = Object.fromEntries(Object.entries(known).filter(([key]) => keys.includes(key)));
      processes.push(await ServerProcess.start({ ...env, DUCHA_ROLE: role }));
    }
    proxy = await roundRobin(processes.slice(0, 2).map(({ address }) => address));
  }, 180_000);
  afterAll(async () => {
    await proxy?.stop();
    const codes = await Promise.all(processes.map((one) => one.stop()));
    await redis?.stop();
    await county?.close();
    rmSync(evidence, { recursive: true, force: true });
    expect(codes.every((code) => code === 0)).toBe(true);
  }, 60_000);

  it('assigns on one, signs on the other, and both tell their pages', async () => {
    if (!county || !proxy) return;
    const { unit } = county.county;
    const magistrate = await county.cookieOf('magistrate');
    const liaison = await county.cookieOf('waterLiaison');
    const call = async (
      cookie: string,
      method: string,
      path: string,
      body?: object,
      ifMatch?: number,
    ): Promise<Json> => {
      const headers = {
        cookie,
        ...(body && { 'content-type': 'application/json' }),
        ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
      };
      const answer = await fetch(`${proxy?.address ?? ''}/api/v1${path}`, {
        method,
        headers,
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    };
    const pages = await Promise.all(
      processes
        .slice(0, 2)
        .map(({ address }) => fetch(`${address}/api/v1/events`, { headers: { cookie: magistrate } })),
    );
    const dueAt = new Date(Date.now() + 5 * 86_400_000).toISOString();
    const task = await call(magistrate, 'POST', '/tasks', {
      title: '跨进程交办',
      demand: '办结',
      leadUnitId: unit.water,
      assistUnitIds: [],
      dueAt,
      door: 'instruct',
      dispatch: true,
    });
    await Promise.all(pages.map((page) => heard(page, task.id, 'assignment.deliver')));
    const inbox = await call(liaison, 'GET', '/assignments?box=to_sign');
    expect(inbox.items.map(({ taskId }: Json) => taskId)).toEqual([task.id]);
    const [order] = inbox.items;
    expect((await call(liaison, 'POST', `/assignments/${order.id}/sign`, {}, order.version)).state).toBe('signed');
    for (let n = 0; n < 2; n += 1) expect((await call(magistrate, 'GET', `/tasks/${task.id}`)).state).toBe('under_way');
  }, 120_000);
});

/** Reads a page's event stream until it tells of an act on a task. */
async function heard(page: Response, taskId: string, act: string): Promise<void> {
  const reader = page.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let text = ''; reader;) {
    const { value, done } = await reader.read();
    if (done) throw new Error('the stream ended');
    text += value;
    if (text.split('\n').some((line) => line.includes(taskId) && line.includes(act))) {
      await reader.cancel();
      return;
    }
  }
}
