import pg from 'pg';
import { ServerProcess, World } from '#test-kit';
import { passphraseOf, SealedPlanStory } from '../flows/stories/sealed-story.js';
import { freshCookie } from './kit/readers.js';

const crew = ['groupLeader', 'groupMember', 'waterStaff', 'officer', 'housingHead'] as const;

describe('a release of a sealed plan that kill -9 meets in the middle', () => {
  let world: World;
  let story: SealedPlanStory;
  let id: string;
  let processes: ServerProcess[] = [];
  beforeAll(async () => {
    world = await World.open();
    story = new SealedPlanStory(world);
    await story.open.plantFrame(1);
    await story.open.trains(...crew);
    id = await story.sealed({ name: '雨夜十六村暗访' });
    await story.does('bureauHead', id, 'ask-release');
  }, 120_000);
  afterEach(async () => {
    await Promise.all(processes.map((one) => one.kill()));
    processes = [];
  });
  afterAll(() => world.close());

  async function start(): Promise<ServerProcess> {
    const env = { DATABASE_URL: world.urls.appUrl, DUCHA_UNSAFE_DATABASE: 'test', DUCHA_ROLE: 'api' };
    const server = await ServerProcess.start({ ...env, DUCHA_LOG_LEVEL: 'info' });
    processes.push(server);
    return server;
  }

  async function confirm(server: ServerProcess, cookie: string): Promise<number> {
    const headers = { cookie, 'content-type': 'application/json', 'if-match': `"${await story.version(id)}"` };
    const url = `${server.address}/api/v1/sealed-inspections/${id}/confirm-release`;
    const body = JSON.stringify({ passphrase: passphraseOf('magistrate') });
    return (await fetch(url, { method: 'POST', headers, body })).status;
  }

  /** Everything that a release leaves behind. */
  async function facts(): Promise<unknown> {
    const [row] = await world.store.query(
      `select (select count(*)::int from inspection where id = $1) as inspections,
         (select count(*)::int from inspection_group where inspection_id = $1) as groups,
         (select count(*)::int from visit where inspection_id = $1) as visits,
         (select count(*)::int from inspection_code) as codes,
         (select count(*)::int from audit_row where subject_id = $1) as acts,
         (select released_at is not null from sealed_inspection where id = $1) as released`,
      [id],
    );
    return row;
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

  /** Every row of every table as text, as a dump of the database shows it. */
  async function dump(): Promise<string> {
    const tables = await world.store.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname in ('public', 'bullmq') and tablename not in ('site', 'unit', 'person', 'post')`,
    );
    const texts: string[] = [];
    for (const { name } of tables)
      for (const { row } of await world.store
        .query<{ row: string }>(`select t::text as row from ${name} t`)
        .catch(() => [{ row: '' }]))
        texts.push(row);
    return texts.join('\n');
  }
  const holds = (text: string, said: string): boolean =>
    text.includes(said) || text.includes(Buffer.from(said).toString('hex'));

  it('leaves everything sealed: no row, no act, no name in the dump or the log', async () => {
    const cookie = await freshCookie(world, 'magistrate');
    const server = await start();
    const last = 'inspection_code';
    const holder = new pg.Client({ connectionString: world.urls.superuserUrl });
    await holder.connect();
    try {
      await holder.query(`begin; lock table ${last} in exclusive mode`);
      const answer = confirm(server, cookie).catch(() => 'cut off');
      await until(async () => (await waiting(last)) > 0);
      await server.kill();
      expect(await answer).toBe('cut off');
      await holder.query('rollback');
    } finally {
      await holder.end();
    }
    await until(async () => (await waiting(last)) === 0);
    expect(await facts()).toEqual({ inspections: 0, groups: 0, visits: 0, codes: 0, acts: 0, released: false });
    const text = await dump();
    const said = ['雨夜十六村', '代庄村', '负责仪封镇', '村容村貌', story.open.site('代庄村')];
    const crewIds = ['groupLeader', 'groupMember'] as const;
    expect(said.filter((one) => holds(text, one))).toEqual([]);
    const sealed = text.split('\n').filter((row) => row.includes(id));
    expect(sealed.length).toBeGreaterThan(5);
    expect(crewIds.filter((key) => sealed.some((row) => holds(row, story.person(key))))).toEqual([]);
  }, 120_000);

  it('sends everybody out when it is confirmed again', async () => {
    const cookie = await freshCookie(world, 'magistrate');
    const server = await start();
    expect(await confirm(server, cookie)).toBe(200);
    expect(await facts()).toEqual({ inspections: 1, groups: 2, visits: 2, codes: 1, acts: 1, released: true });
    // control: what is released stands in plain rows, and the same search finds it
    const text = await dump();
    expect(['雨夜十六村', '负责仪封镇', story.open.site('代庄村')].filter((one) => holds(text, one))).toHaveLength(3);
  }, 60_000);
});
