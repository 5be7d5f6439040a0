import { SignInLinks } from '@ducha/access';
import { type Json, type PersonKey, World } from '#test-kit';
import { Door, inParallel, type RawAnswer, type RawRequest } from './kit/door.js';
import { inDays } from './kit/planted.js';
import { freshCookie } from './kit/readers.js';

const writers = 1_000;
const width = 64;

/** How many answered what, e.g. `200: 1, 409 store.movedOn: 12`. */
type Tally = Record<string, number>;

describe('of many writers one wins', () => {
  let world: World;
  let door: Door;
  const cookies = new Map<PersonKey, string>();
  beforeAll(async () => {
    world = await World.open();
    door = new Door(world, width);
    for (const key of ['magistrate', 'waterLiaison', 'waterHead', 'officer'] as const)
      cookies.set(key, await freshCookie(world, key));
  }, 180_000);
  afterAll(async () => {
    door.close();
    await world.close();
  });

  /** Sends the same request many times at once. */
  async function rush(what: string, request: RawRequest, times = writers): Promise<{ won: RawAnswer[]; tally: Tally }> {
    const answers = await inParallel(Array.from({ length: times }), width, () => door.send(request));
    const tally: Tally = {};
    for (const { status, text } of answers) {
      const name = status < 400 ? String(status) : `${status} ${String((JSON.parse(text) as { code?: string }).code)}`;
      tally[name] = (tally[name] ?? 0) + 1;
    }
    const won = answers.filter(({ status }) => status < 400);
    console.info(`${what}: ${times} writers, ${won.length} won; ${JSON.stringify(tally)}`);
    return { won, tally };
  }

  const write = (as: PersonKey, path: string, version: number | null, body: object = {}): RawRequest => ({
    method: 'POST',
    path,
    cookie: cookies.get(as),
    body: JSON.stringify(body),
    headers: version === null ? {} : { 'if-match': `"${version}"` },
  });

  const count = async (sql: string, params: unknown[]): Promise<number> =>
    (await world.store.query<{ n: number }>(sql, params))[0]?.n ?? 0;
  const acts = (act: string, id: string): Promise<number> =>
    count('select count(*)::int as n from audit_row where act = $1 and subject_id = $2', [act, id]);

  /** Nobody who lost was told anything but that somebody else was first. */
  function expectOneWinner({ won, tally }: { won: RawAnswer[]; tally: Tally }, losers: RegExp): void {
    expect(won).toHaveLength(1);
    expect(Object.keys(tally).filter((name) => !/^2\d\d$/.test(name) && !losers.test(name))).toEqual([]);
  }

  async function dispatched(): Promise<{ task: Json; order: Json }> {
    const task = await world.as('magistrate').does('/tasks', {
      title: '一件只能签收一次的事',
      demand: '按时办结。',
      leadUnitId: world.county.unit.water,
      dueAt: inDays(9),
      door: 'instruct',
      dispatch: true,
    });
    await world.settles();
    const { items } = await world.as('waterLiaison').sees('/assignments?box=to_sign');
    return { task, order: items.find(({ taskId }: Json) => taskId === task.id) };
  }

  const beaten = /^(409|412) /;

  it('signs, signs off, verifies, presents and closes once each', async () => {
    const { task, order } = await dispatched();
    const at = `/assignments/${order.id}`;
    expectOneWinner(await rush('sign', write('waterLiaison', `${at}/sign`, order.version)), beaten);
    expect(await acts('assignment.sign', order.id)).toBe(1);

    const signed = await world.as('waterLiaison').sees(at);
    const submitting = await rush(
      'submit',
      write('waterLiaison', `${at}/submit`, signed.version, { resultClass: 'A', body: '办完了。' }),
      200,
    );
    expectOneWinner(submitting, beaten);
    expect(await count('select count(*)::int as n from answer where assignment_id = $1', [order.id])).toBe(1);

    const submitted = await world.as('waterHead').sees(at);
    expectOneWinner(await rush('sign off', write('waterHead', `${at}/sign-off`, submitted.version)), beaten);
    expect(await acts('assignment.sign_off', order.id)).toBe(1);

    const claim = await world.as('officer').sees(`/tasks/${task.id}`);
    const verifying = write('officer', `/tasks/${task.id}/verify`, claim.version, {
      verdict: 'pass',
      manner: 'desk',
      words: '属实',
    });
    expectOneWinner(await rush('verify', verifying, 200), beaten);
    expect(await count('select count(*)::int as n from verification where task_id = $1', [task.id])).toBe(1);

    const passed = await world.as('officer').sees(`/tasks/${task.id}`);
    const presented = await world
      .as('officer')
      .does(`/tasks/${task.id}/present`, { summary: '已办结。' }, { ifMatch: passed.version });
    expectOneWinner(
      await rush('decide', write('magistrate', `/tasks/${task.id}/decide`, presented.version, { decision: 'close' })),
      beaten,
    );
    expect(await acts('task.close', task.id)).toBe(1);
  }, 600_000);

  it('closes once', async () => {
    const { task, order } = await dispatched();
    await world.store.query(`update task set principal_id = null where id = $1`, [task.id]);
    const signed = await world.as('waterLiaison').does(`/assignments/${order.id}/sign`, {}, { ifMatch: order.version });
    const submitted = await world
      .as('waterLiaison')
      .does(`/assignments/${order.id}/submit`, { resultClass: 'A', body: '完' }, { ifMatch: signed.version });
    await world.as('waterHead').does(`/assignments/${order.id}/sign-off`, {}, { ifMatch: submitted.version });
    const claim = await world.as('officer').sees(`/tasks/${task.id}`);
    const passed = await world
      .as('officer')
      .does(`/tasks/${task.id}/verify`, { verdict: 'pass', manner: 'desk', words: '属实' }, { ifMatch: claim.version });
    expectOneWinner(await rush('close', write('officer', `/tasks/${task.id}/close`, passed.version)), beaten);
    expect(await acts('task.close', task.id)).toBe(1);
  }, 300_000);

  it('lets one sign-in link in once', async () => {
    await world.store.query(
      `insert into county_setting (name, value) values ('county', '{"name": "试验县", "demo": true}')`,
    );
    const token = await world.app.get(SignInLinks, { strict: false }).make(world.county.account.clerk);
    const before = await count('select count(*)::int as n from session where account_id = $1', [
      world.county.account.clerk,
    ]);
    const request: RawRequest = { method: 'POST', path: '/sign-in-links/use', body: JSON.stringify({ token }) };
    expectOneWinner(await rush('sign-in link', request), /^404 access\.linkSpent$/);
    expect(
      await count('select count(*)::int as n from session where account_id = $1', [world.county.account.clerk]),
    ).toBe(before + 1);
  }, 300_000);

  it('does once what comes 200 times with one Idempotency-Key, and repeats the answer', async () => {
    const title = '同一请求只办一次';
    const request = write('officer', '/tasks', null, { title });
    const keyed = { ...request, headers: { 'idempotency-key': 'the-same-request-again' } };
    const { won, tally } = await rush('one key', keyed, 200);
    expect(Object.keys(tally).filter((name) => !['201', '409 http.requestRunning'].includes(name))).toEqual([]);
    const ids = new Set([...won, await door.send(keyed)].map(({ text }) => (JSON.parse(text) as { id: string }).id));
    expect(ids.size).toBe(1);
    expect(await count('select count(*)::int as n from task where title = $1', [title])).toBe(1);
    const other = await door.send({ ...keyed, body: JSON.stringify({ title: '另一件事' }) });
    expect([other.status, (JSON.parse(other.text) as { code: string }).code]).toEqual([422, 'http.keyReused']);
  }, 180_000);

  it('has a control: without the version several win', async () => {
    const { order } = await dispatched();
    const naive = async (): Promise<boolean> => {
      const [seen] = await world.store.query<{ state: string }>('select state from assignment where id = $1', [
        order.id,
      ]);
      if (seen?.state !== 'delivered') return false;
      await world.store.query(`update assignment set state = 'signed', version = version + 1 where id = $1`, [
        order.id,
      ]);
      return true;
    };
    const winners = (await Promise.all(Array.from({ length: 50 }, naive))).filter(Boolean).length;
    console.info(`control, read then write without the version: 50 writers, ${winners} won`);
    expect(winners).toBeGreaterThan(1);
  });
});
