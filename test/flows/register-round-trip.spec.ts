import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ImportRegister, registerTables, WriteRegister } from '@ducha/archive';
import { ImportPeople, ImportUnits, PeopleExport, UnitExport } from '@ducha/roster';
import { TakeExport } from '@ducha/task';
import { type Json, type PersonKey, World } from '#test-kit';
import { FindingStory } from './stories/finding-story.js';
import { matterStory } from './stories/matter-story.js';
import { ringsAt } from './stories/ringing.js';
import { SealedPlanStory } from './stories/sealed-story.js';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(180_000);
let home: World;
let other: World;
let folder: string;
beforeAll(async () => {
  home = await World.open();
  other = await World.open({ planted: false });
  folder = mkdtempSync(join(tmpdir(), 'ducha-register-'));
});
afterAll(async () => {
  await home.close();
  await other.close();
  rmSync(folder, { recursive: true, force: true });
});

const { message, act, says, workedOff } = matterStory(() => home);
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const imports = (world: World, path: string, dryRun = false) =>
  world.app.get(ImportRegister, { strict: false }).run({ path, dryRun });
const refusedCells = async (path: string): Promise<string[]> =>
  (await imports(other, path)).rejected.map(({ row, column, code }) => `${row} ${column} ${code}`);

/** In March a unit let a task lapse: two slips, one opened and stood, one objected to. In summer another unit was renamed. */
async function earlier(): Promise<void> {
  const { officer } = home.county.person;
  const slips = [0, 3].map((offset, place) => ({ offset, action: 'slip', level: place + 1 }));
  const rungs = slips.map((slip) => ({ ...slip, unit: 'working_day', audience: ['unit_head'] }));
  const ladder = { title: 'Answer', titleZh: '办理反馈', clock: 'answer', kinds: [], rungs };
  await home.as('bureauHead').put('/ladders/answer', ladder, { ifMatch: 1 });
  await ringsAt(home, '2026-03-02T01:00:00Z');
  const story = new TaskStory(home);
  const { id } = await story.assigned({ dueAt: '2026-03-13T15:59:59.999Z', caseOfficerId: officer });
  await story.unitDoes('waterLiaison', id, 'water', 'sign');
  await ringsAt(home, '2026-03-16T00:00:01Z');
  const served = async () => (await home.as('waterHead').sees(`/slips?taskId=${id}`)).items[0];
  const [blue] = [await served()];
  await home.as('waterHead').sees(`/assignments/${blue.assignmentId}/slips/${blue.id}`);
  await ringsAt(home, '2026-03-19T00:00:01Z');
  const orange = await served();
  const against = { slipId: orange.id, words: '用地未批' };
  await home.as('waterHead').does(`/assignments/${orange.assignmentId}/objections`, against);
  await ringsAt(home, new Date().toISOString());
  const renamed = { name: '县住房和城市更新局', shortName: '县住更局', reason: '机构改革' };
  const housing = `/units/${home.county.unit.housing}`;
  const { version } = await home.as('sysadmin').sees(housing);
  await home.as('sysadmin').does(`${housing}/rename`, renamed, { ifMatch: version });
}

/** A county in the middle of its work: answered and closed, under way with a report, corrected, suspended, split, urged, still a draft. */
async function work(): Promise<Json> {
  await earlier();
  const answered = await message({
    signatories: [{ name: '甲', contact: '13900001111' }, { name: '乙' }],
    title: '=路灯不亮',
  });
  const done = await workedOff(answered);
  const { replies } = await act(done, 'reply', { body: '\t已修复，\n请查看。' });
  await says(replies[0], 'satisfied', '谢谢');
  const task = await home.as('magistrate').does('/tasks', {
    ...{
      title: '雨前疏通城关排水沟',
      demand: '汛期前完成清淤，逐沟验收。',
      door: 'instruct',
      dispatch: true,
      dueAt: inDays(20),
    },
    ...{ leadUnitId: home.county.unit.water, assistUnitIds: [home.county.unit.city, home.county.unit.housing] },
    ...{ targetValue: 12.5, targetUnit: '公里' },
  });
  await home.settles();
  const [order] = (await home.as('waterLiaison').sees('/assignments?box=to_sign')).items;
  await home.as('waterLiaison').does(`/assignments/${order.id}/sign`, {}, { ifMatch: order.version });
  await home.as('waterStaff').does(`/assignments/${order.id}/report`, {
    ...{ progress: '@已清淤三公里', problem: '', nextStep: '  调配两台泵  ', value: 3.25 },
  });
  const version = async () => (await home.as('officer').sees(`/tasks/${task.id}`)).version;
  const change = { reason: '笔误', demand: '汛期前完成清淤。', dueAt: inDays(25) };
  await home.as('officer').does(`/tasks/${task.id}/correct`, change, { ifMatch: await version() });
  await home.as('officer').does(`/tasks/${task.id}/suspend`, { reason: '等待用地批复' }, { ifMatch: await version() });
  await home.as('officer').does('/tasks', { title: '尚未下达的任务', demand: '拟稿', assistUnitIds: [] });
  await home
    .as('waterHead')
    .does('/needs', { kind: 'funds', title: '缺清淤经费', body: '尚缺二十万元。', wantedBy: inDays(30) });
  await home.settles();
  return task;
}

/** An inspection that came back: findings, one of them a clue of an offence, a conclusion that was served, and a review asked for. */
async function inspected(): Promise<string> {
  const s = new FindingStory(home);
  await s.begins();
  await s.out.trains('waterStaff', 'housingHead');
  await home.store.query(
    `insert into posting (id, person_id, site_id, team, role, from_on, version) values (gen_random_uuid(), $1, $2, '水利局驻村工作队', 'first_secretary', '2025-03-01', 1)`,
    [home.county.person.townHead, s.out.site('代庄村')],
  );
  await home.as('groupMember').put(`/visits/${s.visit.other}/answers/team`, { met: false });
  const found = await s.confirmed('officer', 'village');
  await s.confirmed('groupMember', 'other');
  const clue = await s.finds('officer', 'village', { words: '疑似套取资金', severity: 'serious' });
  const handed = { organ: 'supervisory', toOrgan: '县监察委员会', reason: '涉嫌违法' };
  await s.does('bureauHead', 'findings', clue.id, 'hand-over', handed);
  const { spreads } = await home.as('officer2').sees(`/inspections/${s.id}/spreads`);
  const { findingIds } = spreads.find(({ clause }: Json) => clause === 'waste');
  const common = { name: '垃圾积存', findingIds, cause: '保洁机制不健全' };
  await home.as('officer2').does(`/inspections/${s.id}/common-problems`, common);
  await home.as('housingHead').does('/recusal-declarations', { unitId: s.unit('town'), ground: 'kin' });
  await s.returns();
  const { body: draft } = await s.drafts(s.unit('town'), { findingIds: [found.id] });
  const served = await s.served(draft.id);
  await home
    .as('townHead')
    .does(`/conclusions/${draft.id}/reviews`, { grounds: '垃圾当日已清运' }, { ifMatch: served.version });
  await home.settles();
  return s.id;
}

/** What both instances say of an inspection; ids of units and persons differ between them, so both stand by their names. */
async function roundOf(world: World, id: string): Promise<Json> {
  const named = await world.store.query<{ id: string; name: string }>(
    'select id, name from unit union all select id, name from person',
  );
  const nameOf = new Map(named.map((one) => [one.id, one.name]));
  const byName = (_: string, value: unknown): unknown => (typeof value === 'string' && nameOf.get(value)) || value;
  const { now: _now, ...rollUp } = await world.as('magistrate').sees(`/inspections/${id}/roll-up`);
  const { items: findings } = await world.as('officer2').sees(`/findings?inspectionId=${id}&limit=100`);
  const { items: conclusions } = await world.as('townHead').sees(`/conclusions?limit=100`);
  // evidence stays behind, as said
  const said = (key: string, value: unknown): unknown =>
    /^(evidence|photos?|files?)/u.test(key) ? undefined : byName(key, value);
  return JSON.parse(JSON.stringify({ rollUp, findings, conclusions }, said));
}

/** The lines of the whole register but for where its numbers stand: the other instance has its own. */
async function linesOf(world: World, name: string): Promise<string[]> {
  const text = readFileSync(await exported(name, world), 'utf8');
  return text.split('\r\n').filter((line) => !line.startsWith('编号序列,'));
}

async function ledgerOf(world: World, format: 'csv' | 'xlsx'): Promise<string> {
  const cookie = await world.cookieOf('bureauHead');
  const port = (await world.app.getUrl()).replace('[::1]', '127.0.0.1');
  const answer = await fetch(`${port}/api/v1/tasks/export?format=${format}`, { headers: { cookie } });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer()).toString('base64');
}

/** Two persons agree, the operator writes. */
async function exported(name: string, world = home): Promise<string> {
  const { id } = await world.as('bureauHead').does('/export-requests', {
    ...{ register: 'register', format: 'xlsx', reason: '迁移到新服务器' },
  });
  const approve = await world.as('magistrate').post(`/export-requests/${id}/approve`, {}, { ifMatch: 1 });
  expect([approve.status, approve.body.unmasked]).toEqual([200, true]);
  await world.app.get(TakeExport, { strict: false }).byOperator(id, 'register');
  await world.app.get(WriteRegister, { strict: false }).run(join(folder, name), id);
  return join(folder, name);
}

/** The other instance gets the same units and people, by their own files. */
async function moveIn(): Promise<void> {
  const units = await buffer(await home.app.get(UnitExport, { strict: false }).open('xlsx', null));
  const people = await buffer(
    await home.app.get(PeopleExport, { strict: false }).open({ format: 'xlsx', phones: 'full', by: null }),
  );
  await other.app.get(ImportUnits, { strict: false }).run({ file: units, by: null }, null);
  await other.app.get(ImportPeople, { strict: false }).run({ file: people, by: null }, null);
  const accounts = await other.store.query<{ login: string; id: string }>('select login, id from account');
  for (const key of Object.keys(home.county.account))
    Object.assign(other.county.account, { [key]: accounts.find(({ login }) => login === key.toLowerCase())?.id });
}

const counts = async (world: World): Promise<Json> => {
  const sums = registerTables.map(
    ({ table, where }) => `(select count(*)::int from "${table}" t where ${where ?? 'true'}) as "${table}"`,
  );
  return world.store.queryOne(`select ${sums.join(', ')}`);
};

describe('a register', () => {
  let file: string;
  let task: Json;
  let round: string;
  beforeAll(async () => {
    task = await work();
    round = await inspected();
    file = await exported('register.xlsx');
  });

  it('leaves only when two people agreed, once, by the operator’s hand, and is recorded', async () => {
    const body = { register: 'register', format: 'xlsx', reason: '迁移' };
    for (const by of ['officer', 'clerk', 'auditor', 'sysadmin'] as PersonKey[])
      expect((await home.as(by).post('/export-requests', body)).status).toBe(403);
    const { id } = await home.as('bureauHead').does('/export-requests', body);
    const take = () => home.app.get(TakeExport, { strict: false }).byOperator(id, 'register');
    await expect(take()).rejects.toMatchObject({ code: 'task.exportMoveRefused' });
    expect((await home.as('bureauHead').post(`/export-requests/${id}/approve`, {}, { ifMatch: 1 })).body.code).toBe(
      'task.exportOwnRequest',
    );
    const { body: allowed } = await home.as('secretary').post(`/export-requests/${id}/approve`, {}, { ifMatch: 1 });
    expect(
      (await home.as('bureauHead').sees('/export-requests')).items.find((one: Json) => one.id === id).actions,
    ).toEqual([]);
    expect(allowed.state).toBe('approved');
    expect((await home.as('bureauHead').post(`/export-requests/${id}/take`)).body.code).toBe('task.exportByOperator');
    const people = home.app.get(TakeExport, { strict: false }).byOperator(id, 'people');
    await expect(people).rejects.toMatchObject({ code: 'task.exportRequestNotFound' });
    await take();
    await expect(take()).rejects.toMatchObject({ code: 'task.exportMoveRefused' });
    const [said] = await home.store.query<Json>(`select facts, person_id from audit_row where act = 'register.export'`);
    expect(said.person_id).toBeNull();
    const write = home.app.get(WriteRegister, { strict: false }).run(file, id);
    await expect(write).rejects.toMatchObject({ code: 'archive.fileExists' });
  });

  it('is refused whole where units and people are missing, by row and column', async () => {
    expect((await imports(home, file)).imported).toBe(0);
    const cells = await refusedCells(file);
    expect(cells.length).toBeGreaterThan(10);
    expect(new Set(cells.map((cell) => cell.split(' ')[2]))).toEqual(new Set(['unknownPerson', 'unknownUnit']));
    expect(Object.values(await counts(other)).every((n) => n === 0)).toBe(true);
  });

  it('brings an empty instance to the same ledger, byte for byte; twice brings nothing twice', async () => {
    await moveIn();
    const dry = await imports(other, file, true);
    expect([dry.rejected, (await counts(other)).task]).toEqual([[], 0]);
    const taken = await imports(other, file);
    expect([taken.rejected, taken.known, taken.imported]).toEqual([[], 0, dry.imported]);
    const there = await counts(home);
    const here = await counts(other);
    expect({ ...here, number_series: 0 }).toEqual({ ...there, number_series: 0 });
    for (const needed of [
      'reply',
      'answer',
      'verification',
      'report',
      'correction',
      'suspension',
      'upward_need',
      'clock',
      'slip',
      'slip_opening',
      'objection',
      'unit_change',
      ...['site', 'posting', 'standard_version', 'competence', 'recusal_declaration', 'inspection_object'],
      ...['inspection_group', 'inspection_member', 'visit', 'visit_answer', 'finding', 'common_problem'],
      ...['conclusion', 'conclusion_finding', 'review'],
    ])
      expect([needed, there[needed] > 0]).toEqual([needed, true]);
    for (const format of ['csv', 'xlsx'] as const)
      expect(await ledgerOf(other, format)).toBe(await ledgerOf(home, format));
    const again = await imports(other, file);
    expect(again).toMatchObject({ imported: 0, known: taken.imported, rejected: [] });
    expect(await counts(other)).toEqual(here);
    expect(await imports(home, file)).toMatchObject({ imported: 0, known: taken.imported, rejected: [] });
    const back = await other.as('officer').sees(`/tasks/${task.id}/timeline`);
    expect(back.items.map((one: Json) => one.act)).toContain('register.import');
  });

  it('brings frame, standards and inspections to the same roll-up; clues of offences stay behind', async () => {
    const there = await roundOf(home, round);
    expect(there.rollUp.totals).toMatchObject({ findings: 2, common: 2 });
    expect(await roundOf(other, round)).toEqual(there);
    const [filed] = await home.store.query<Json>(`select count(*)::int as n from finding where restricted`);
    expect(filed).toEqual({ n: 1 });
    const left = await other.store.queryOne<Json>(
      `select (select count(*)::int from finding where restricted or words like '%套取%') as clues,
         (select count(*)::int from inspection_key) as keys, (select count(*)::int from inspection_code) as codes`,
    );
    expect(left).toEqual({ clues: 0, keys: 0, codes: 0 });
  });

  it('comes out of the other instance letter for letter as it went in', async () => {
    const there = await linesOf(home, 'there.csv');
    expect(there.filter((line) => /^(督查结论|时限),/u.test(line)).length).toBeGreaterThan(2);
    expect(await linesOf(other, 'here.csv')).toEqual(there);
  });

  it('tells nothing of a sealed plan before its release', async () => {
    const before = readFileSync(await exported('before.csv'), 'utf8');
    const story = new SealedPlanStory(home);
    const [standard] = await home.store.query<{ id: string }>('select id from standard');
    story.open.standardId = standard?.id ?? '';
    for (const { id, name } of await home.store.query<{ id: string; name: string }>('select id, name from site'))
      story.open.sites.set(name, id);
    await story.sealed();
    await home.settles();
    const [kept] = await home.store.query<Json>('select count(*)::int as n from sealed_inspection');
    expect(kept).toEqual({ n: 1 });
    expect(readFileSync(await exported('after.csv'), 'utf8')).toBe(before);
  });

  it('goes on where it stood: work, numbers and pages', async () => {
    const page = async (world: World) => {
      const { assignments, corrections, demand, dueAt, suspendedAt, targetValue } = await world
        .as('officer')
        .sees(`/tasks/${task.id}`);
      const said = assignments.map(({ unit, duty, state, signedAt, lastReport }: Json) => [
        unit.shortName,
        duty,
        state,
        signedAt,
        lastReport?.nextStep,
      ]);
      return { said, demand, dueAt, suspendedAt, targetValue, reasons: corrections.map(({ reason }: Json) => reason) };
    };
    expect(await page(other)).toEqual(await page(home));
    const { version } = await other.as('officer').sees(`/tasks/${task.id}`);
    await other.as('officer').does(`/tasks/${task.id}/resume`, {}, { ifMatch: version });
    const next = {
      title: '迁移后的第一件',
      demand: '办',
      assistUnitIds: [],
      dueAt: inDays(9),
      door: 'instruct',
    };
    const unit = await other.store.queryOne<{ id: string }>(`select id from unit where name = '县水利局'`);
    const opened = await other.as('magistrate').does('/tasks', { ...next, leadUnitId: unit?.id });
    const given = await home.store.query<{ number: string }>('select number from task where number is not null');
    expect(given.map(({ number }) => number)).not.toContain(opened.number);
    const lived = await refusedCells(file);
    expect([lived.length > 0, new Set(lived.map((cell) => cell.split(' ')[2]))]).toEqual([true, new Set(['differs'])]);
  });
});

it('a file with a bad cell is refused whole, every cell by its place', async () => {
  const text = (await exported('register.csv').then((path) => readFileSync(path, 'utf8'))).replace(/^\uFEFF/u, '');
  const [titles = '', ...lines] = text.split('\r\n');
  const at = (title: string) => titles.split(',').indexOf(title);
  const task = lines.findIndex((line) => line.startsWith('任务,'));
  const broken = (title: string, value: string): string => {
    const cells = (lines[task] ?? '').split(',');
    cells[at(title)] = value;
    const path = join(folder, 'broken.csv');
    writeFileSync(path, `\uFEFF${[titles, ...lines.with(task, cells.join(','))].join('\r\n')}`);
    return path;
  };
  const before = await counts(other);
  for (const [title, value, code] of [
    ['状态', 'on_fire', 'invalid'],
    ['编号键', 'x', 'invalid'],
    ['标题', '', 'differs'],
    ['建立时间', '2026-02-31 00:00:00+00', 'invalid'],
    ['轮次', '1.5', 'invalid'],
    ['主办单位', '县无此局', 'unknownUnit'],
    ['建立人', 'nobody', 'unknownPerson'],
    ['所属事项', '00000000-0000-7000-8000-000000000000', 'differs,unknownKey'],
    ['核查结论', 'pass', 'foreignColumn'],
    ['记录', '别的', 'unknownRecord'],
  ] as const) {
    const cells = await refusedCells(broken(title, value));
    expect([
      title,
      cells
        .filter((cell) => cell.startsWith(`${task + 2} `))
        .map((cell) => cell.split(' ')[2])
        .join(),
    ]).toEqual([title, code]);
  }
  await expect(imports(other, broken('办理要求', '（机密）不得外传'))).rejects.toMatchObject({
    code: expect.stringMatching(/^spreadsheet\./u),
  });
  expect(await counts(other)).toEqual(before);
});
