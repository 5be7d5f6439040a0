import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTable } from '@ducha/spreadsheet';
import { commands } from '../../apps/cli/src/commands/commands.js';
import { type Json, World } from '#test-kit';

jest.setTimeout(240_000);
let world: World;
let home: string;
beforeAll(async () => {
  world = await World.open();
  home = mkdtempSync(join(tmpdir(), 'ducha-export-'));
  const { waterStaff, waterLiaison } = world.county.person;
  await world.store.query(`update person set phone = '13900002222' where id = $1`, [waterStaff]);
  await world.store.query(`update person set name = $2 where id = $1`, [waterLiaison, formula]);
  await world.store.query(`update post set title = $2 where person_id = $1`, [waterLiaison, '+1+1']);
});
afterAll(async () => {
  rmSync(home, { recursive: true, force: true });
  await world.close();
});

const formula = '=HYPERLINK("http://203.0.113.9","点")';
const program = join(__dirname, '../../dist/apps/cli/src/main.js');

interface Run {
  readonly code: number | null;
  readonly said: string;
  /** The file that was written; null: none. */
  readonly file: string | null;
}

const path = (name: string): string => join(home, name);
const written = (name: string): string | null => (existsSync(path(name)) ? path(name) : null);
const settings = (): NodeJS.ProcessEnv => ({
  DATABASE_URL: world.urls.appUrl,
  DUCHA_UNSAFE_DATABASE: 'test',
  DUCHA_HOME: home,
});

/** `ducha export people FILE …` on the world's database, by an operator at the server: a process of its own. */
async function operates(name: string, ...words: string[]): Promise<Run> {
  rmSync(path(name), { force: true });
  const [code, said] = await new Promise<[number | null, string]>((done) => {
    const all = [program, 'export', 'people', path(name), ...words];
    const child = execFile(process.execPath, all, { env: settings() }, (_, out, err) =>
      done([child.exitCode, `${out}${err}`]),
    );
  });
  return { code, said, file: written(name) };
}

/** The same command without a process of its own, for what is no matter of processes. */
async function exports(name: string, ...words: string[]): Promise<Run> {
  rmSync(path(name), { force: true });
  const before = process.env;
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  process.env = settings();
  process.exitCode = undefined;
  try {
    await commands().parseAsync(['export', 'people', path(name), ...words], { from: 'user' });
    const code = Number(process.exitCode ?? 0);
    return { code, said: stderr.mock.calls.map(([line]) => String(line)).join(''), file: written(name) };
  } finally {
    process.exitCode = undefined;
    process.env = before;
    stderr.mockRestore();
  }
}
const textOf = ({ file }: Run): string => readFileSync(file ?? '', 'utf8');
const grown = (): Promise<unknown> =>
  world.store.query(
    `insert into person (id, name, created_at, version) select gen_random_uuid(), '名册' || n, now(), 1 from generate_series(1, 201) as n`,
  );
const asks = (change: object = {}): Promise<Json> =>
  world
    .as('sysadmin')
    .does('/export-requests', { register: 'people', format: 'csv', unmasked: true, reason: '换机核对', ...change });
const approves = ({ id }: Json) => world.as('secadmin').does(`/export-requests/${id}/approve`, {}, { ifMatch: 1 });
const recorded = (): Promise<Json[]> =>
  world.store.query(
    `select act, person_id as by, facts from audit_row where act in ('people.export', 'export.take') order by id`,
  );

describe('`ducha export people`', () => {
  it('writes a small register alone: telephone numbers masked, for nobody else on the machine to read', async () => {
    const run = await operates('people.csv', '--format', 'csv');
    expect([run.code, run.said]).toEqual([0, '']);
    const text = textOf(run);
    expect(text).toContain('139******22');
    expect(text).not.toContain('13900002222');
    expect(statSync(run.file ?? '').mode & 0o777).toBe(0o600);
  });

  it('writes no cell that a spreadsheet would take for a formula, and the import reads it back as it was', async () => {
    const csv = textOf(await exports('formula.csv', '--format', 'csv'));
    expect(csv).toContain(`"'=HYPERLINK(""http://203.0.113.9"",""点"")"`);
    expect(csv).toContain("'+1+1");
    for (const cell of csv.split(/[,\r\n]+/)) expect(cell).not.toMatch(/^"?[=+\-@\t]/);
    const book = await exports('formula.xlsx');
    const names: unknown[] = [];
    const headers = { name: { names: ['姓名'], required: true } } as const;
    await readTable(book.file ?? '', { headers }, (rows) => {
      names.push(...rows.map(({ cells }) => cells.name));
      return Promise.resolve();
    });
    expect(JSON.stringify(names)).toContain('HYPERLINK');
  });

  it('of more than 200 rows, or with whole numbers, is refused without two persons, and leaves no file', async () => {
    await grown();
    const request = await asks();
    const other = await world.as('officer').does('/export-requests', { format: 'csv', reason: '上报' });
    await world.as('bureauHead').does(`/export-requests/${other.id}/approve`, {}, { ifMatch: 1 });
    const [alone, nonsense] = await Promise.all([
      operates('alone.csv', '--format', 'csv'),
      operates('nonsense.csv', '--request', '12'),
    ]);
    const early = await exports('early.csv', '--format', 'csv', '--request', request.id);
    const foreign = await exports('foreign.csv', '--request', other.id);
    expect([alone, early, foreign, nonsense].map(({ code, file }) => [code, file])).toEqual([
      [2, null],
      [2, null],
      [2, null],
      [1, null],
    ]);
    expect(alone.said).toContain('200');
  });

  it('is written once for a request that another administrator has allowed, and recorded', async () => {
    const request = await asks();
    await approves(request);
    const before = (await recorded()).length;
    const run = await exports('whole.csv', '--format', 'csv', '--request', request.id.toUpperCase());
    expect([run.code, run.said]).toEqual([0, '']);
    expect(textOf(run)).toContain('13900002222');
    expect(textOf(run).trim().split('\n').length).toBeGreaterThan(201);
    const acts = (await recorded()).slice(before);
    expect(acts.map(({ act, by }) => [act, by])).toEqual([
      ['export.take', null],
      ['people.export', null],
    ]);
    const again = await exports('whole.csv', '--format', 'csv', '--request', request.id);
    expect([again.code, again.file]).toEqual([2, null]);
    const masked = await asks({ unmasked: false });
    await approves(masked);
    expect(textOf(await exports('masked.csv', '--format', 'csv', '--request', masked.id))).not.toContain('13900002222');
  });
});
