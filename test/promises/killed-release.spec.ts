import pg from 'pg';
import { ServerProcess, World } from '#test-kit';
import { InspectionStory } from '../flows/stories/inspection-story.js';
import { freshCookie } from './kit/readers.js';

const crew = ['groupLeader', 'groupMember', 'waterStaff', 'officer', 'housingHead'] as const;

describe('a release that kill -9 meets in the middle', () => {
  let world: World;
  let story: InspectionStory;
  let id: string;
  let processes: ServerProcess[] = [];
  beforeAll(async () => {
    world = await World.open();
    story = new InspectionStory(world);
    await story.plantFrame(1);
    await story.trains(...crew);
    id = await story.planned();
  }, 120_000);
  afterEach(async () => {
    await Promise.all(processes.map((one) => one.kill()));
    processes = [];
  });
  afterAll(() => world.close());

  async function start(): Promise<ServerProcess> {
    // the process is killed, not the database
    const env = { DATABASE_URL: world.urls.appUrl, DUCHA_UNSAFE_DATABASE: 'test', DUCHA_ROLE: 'api' };
    const server = await ServerProcess.start({ ...env, DUCHA_LOG_LEVEL: 'error' });
    processes.push(server);
    return server;
  }

  async function release(server: ServerProcess, cookie: string): Promise<number> {
    const { version } = await story.reads(id);
    const headers = { cookie, 'content-type': 'application/json', 'if-match': `"${version}"` };
    const url = `${server.address}/api/v1/inspections/${id}/release`;
    return (await fetch(url, { method: 'POST', headers, body: '{}' })).status;
  }

  /** Everything that a release leaves behind. */
  async function facts(): Promise<unknown> {
    const [row] = await world.store.query(
      `select (select state from inspection where id = $1) as state,
         (select count(*)::int from inspection_group where inspection_id = $1 and state = 'released') as groups,
         (select count(*)::int from inspection_member m join post o on o.id = m.post_id where m.inspection_id = $1) as posts,
         (select count(*)::int from visit where inspection_id = $1) as visits,
         (select count(*)::int from inspection_code where inspection_id = $1) as codes,
         (select count(*)::int from audit_row where act = 'inspection.release') as acts`,
      [id],
    );
    return row;
  }

  /** Lets `work` run while nobody can write to the table, and answers once somebody waits for it. */
  async function heldUp(table: string, work: () => Promise<void>): Promise<void> {
    const holder = new pg.Client({ connectionString: world.urls.superuserUrl });
    await holder.connect();
    try {
      await holder.query(`begin; lock table ${table} in exclusive mode`);
      await work();
      await holder.query('rollback');
    } finally {
      await holder.end();
    }
  }

  const waiting = async (table: string): Promise<number> =>
    (
      await world.store.query<{ n: number }>(
        `select count(*)::int as n from pg_locks where relation = $1::regclass and not granted`,
        [table],
      )
    )[0]?.n ?? 0;

  async function until(done: () => Promise<boolean>): Promise<void> {
    const deadline = performance.now() + 30_000;
    while (!(await done())) {
      if (performance.now() > deadline) throw new Error('not reached');
      // whoever asks without a pause takes the time of the server that is waited for
      await world.store.query('select pg_sleep(0.02)');
    }
  }

  it('leaves all groups at home, though groups, posts and visits were written', async () => {
    const cookie = await freshCookie(world, 'bureauHead');
    const server = await start();
    const last = 'inspection_code';
    await heldUp(last, async () => {
      const answer = release(server, cookie).catch(() => 'cut off');
      await until(async () => (await waiting(last)) > 0);
      await server.kill();
      expect(await answer).toBe('cut off');
    });
    await until(async () => (await waiting(last)) === 0);
    expect(await facts()).toEqual({ state: 'planned', groups: 0, posts: 0, visits: 0, codes: 0, acts: 0 });
  }, 120_000);

  it('sends all of them out when it is asked again', async () => {
    const cookie = await freshCookie(world, 'bureauHead');
    expect(await release(await start(), cookie)).toBe(200);
    expect(await facts()).toEqual({ state: 'released', groups: 2, posts: 2, visits: 2, codes: 1, acts: 1 });
  }, 60_000);
});
