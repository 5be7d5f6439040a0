import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Passwords, People } from '@ducha/access';
import { demonstrationFault } from '@ducha/demonstration';
import { ImportMatters } from '@ducha/matter';
import pg from 'pg';
import { type Answer, World } from '#test-kit';
import { eventually } from '../promises/queue/eventually.js';
import { storedState } from '../promises/kit/stored-state.js';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
});
afterAll(() => s.close());

/** Does the work while another process has done `sql` and not yet ended its transaction. */
async function meanwhile<T>(
  sql: string,
  params: unknown[],
  work: (commit: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const other = new pg.Client({ connectionString: s.urls.superuserUrl });
  await other.connect();
  try {
    await other.query('begin');
    await other.query(sql, params);
    return await work(async () => void (await other.query('commit')));
  } finally {
    await other.end();
  }
}

describe('while somebody else is at it', () => {
  it('two editions of one instruction are not both the next', async () => {
    const magistrate = s.as('magistrate');
    const task = await magistrate.does('/tasks', { title: '一件事' });
    const words = { subjectType: 'task', subjectId: task.id, kind: 'guidance', words: '先看' };
    const first = await magistrate.does('/instructions', words);
    const rival = `insert into instruction (id, subject_type, subject_id, lineage_id, edition, kind, words, given_by, entered_by, given_at)
      select gen_random_uuid(), subject_type, subject_id, lineage_id, 2, kind, '再看', given_by, entered_by, now() from instruction where id = $1`;
    const late = await meanwhile(rival, [first.id], async (commit): Promise<Answer> => {
      const answer = magistrate.post('/instructions', { ...words, words: '也看', lineageId: first.lineageId });
      await eventually(async () => {
        const waiting = await s.store.query(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        expect(waiting).toHaveLength(1);
      });
      await commit();
      return answer;
    });
    expect([late.status, late.body.code]).toEqual([409, 'task.instructionMovedOn']);
    const kept = await s.store.query<{ words: string }>(
      'select words from instruction where lineage_id = $1 order by edition',
      [first.lineageId],
    );
    expect(kept.map(({ words: said }) => said)).toEqual(['先看', '再看']);
  });

  it('two rounds do not draw one claim', async () => {
    const story = new TaskStory(s);
    const { id: taskId } = await story.mandated({ lead: 'water' });
    await story.answers(taskId, 'water');
    await story.passes(taskId);
    await story.does('officer', taskId, 'close');
    const wanted = { from: story.inDays(-1), to: story.inDays(1), leastPercent: 100, mostPercent: 100 };
    const head = s.as('bureauHead');
    const [one, other] = [await head.does('/look-backs', wanted), await head.does('/look-backs', wanted)];
    const rival = `insert into look_back_check (id, look_back_id, task_id, round, unit_id, row_id, checker_id, state, assigned_at, version)
      select gen_random_uuid(), $1, t.id, t.round, t.lead_unit_id, t.number, $3, 'assigned', now(), 1 from task t where t.id = $2`;
    const late = await meanwhile(
      rival,
      [one.id, taskId, s.county.person.bureauHead],
      async (commit): Promise<Answer> => {
        const answer = head.post(`/look-backs/${other.id}/draw`, {}, { ifMatch: 1 });
        await eventually(async () => {
          const waiting = await s.store.query(
            `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          );
          expect(waiting).toHaveLength(1);
        });
        await commit();
        return answer;
      },
    );
    expect([late.status, late.body.code]).toEqual([409, 'inspection.underCheck']);
    expect((await head.sees(`/look-backs/${other.id}`)).state).toBe('committed');
  });

  it('a second import waits for its turn', async () => {
    const clerk = s.as('clerk');
    const sheet = Buffer.from('标题,内容\n路灯,不亮');
    const { body: seen } = await clerk.upload('/imports', sheet, '留言.csv', { sourceKind: 'netizen_message' });
    const before = await storedState(s);
    const refused = await meanwhile('select pg_advisory_xact_lock(4821, 1)', [], () =>
      clerk.post(`/imports/${seen.id}/commit`, { mode: 'all_or_nothing' }, { ifMatch: seen.version }),
    );
    expect([refused.status, refused.body.code]).toEqual([409, 'matter.importRunning']);
    expect(await storedState(s)).toBe(before);
  });
});

describe('behind the door', () => {
  it('a kind that comes as no sheet is not imported', async () => {
    const command = {
      kind: 'inspection_finding',
      path: '/nowhere.csv',
      mode: 'all_or_nothing',
      dryRun: false,
      by: null,
    } as const;
    await expect(s.app.get(ImportMatters, { strict: false }).run(command)).rejects.toMatchObject({
      code: 'matter.kindNotImported',
    });
  });

  it.each(['short', 'password123', 'aaaaaaaaaaaaaaaa'])('the password %s is refused', async (password) => {
    const hashed = async (): Promise<string> => s.app.get(Passwords, { strict: false }).hash(password);
    await expect(hashed()).rejects.toMatchObject({ code: 'access.weakPassword', errors: [{ path: 'password' }] });
  });

  it('demonstration.notRunning: sign-in links lead nowhere where no server has an address', async () => {
    const home = mkdtempSync(join(tmpdir(), 'ducha-nowhere-'));
    const env = { DATABASE_URL: s.urls.appUrl, DUCHA_UNSAFE_DATABASE: 'test', DUCHA_HOME: home };
    const program = join(__dirname, '../../dist/apps/cli/src/main.js');
    const asked = promisify(execFile)(process.execPath, [program, 'demo', 'links'], { env });
    const { title } = demonstrationFault('notRunning').spec;
    await expect(asked).rejects.toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(title) });
    rmSync(home, { recursive: true, force: true });
  });

  it('an account name is nobody else’s', async () => {
    const people = s.app.get(People, { strict: false });
    const before = await storedState(s);
    const opened = s.store.transaction((tx) => people.openAccount(tx, s.county.person.auditor, ' Officer', null, null));
    await expect(opened).rejects.toMatchObject({ code: 'access.loginTaken', errors: [{ path: 'login' }] });
    expect(await storedState(s)).toBe(before);
  });

  it.each([
    ['store.alreadyExists', 'insert into unit select * from unit limit 1', []],
    [
      'store.unknownReference',
      `insert into post select gen_random_uuid(), person_id, role, gen_random_uuid(), title, serves_person_id, from_at, to_at, version from post limit 1`,
      [],
    ],
    ['store.unstorableText', 'select $1::text', ['\u0000']],
    ['store.outOfRange', 'select $1::text::int', ['99999999999']],
  ])('%s is what the database’s own refusal becomes', async (code, sql, params) => {
    const before = await storedState(s);
    await expect(s.store.query(sql, params)).rejects.toMatchObject({ code });
    expect(await storedState(s)).toBe(before);
  });

  it('store.busy is what a lost connection becomes, until a new one is there', async () => {
    const lost = s.store.query('select pg_terminate_backend(pg_backend_pid())');
    await expect(lost).rejects.toMatchObject({ code: 'store.busy', spec: { status: 503 } });
    for (let asked = 0; asked < 30; asked += 1) {
      const code = await s.store.query('select 1').then(
        () => 'answered',
        (error: unknown) => (error as { code?: string }).code,
      );
      expect(['answered', 'store.busy']).toContain(code);
    }
    expect(await s.store.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('store.busy is what a statement that took too long becomes', async () => {
    const slow = s.store.transaction(async (tx) => {
      await tx.query(`set local statement_timeout = 1`);
      await tx.query('select pg_sleep(600)');
    });
    await expect(slow).rejects.toMatchObject({ code: 'store.busy' });
  });
});
