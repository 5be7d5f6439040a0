import { LapseExports } from '@ducha/task';
import { type Json, type PersonKey, World } from '#test-kit';

jest.setTimeout(60_000);
let world: World;
beforeAll(async () => {
  world = await World.open();
  const { person, unit } = world.county;
  await world.store.query(
    `insert into task (id, kind, title, demand, state, round, lead_unit_id, assist_unit_ids, created_by, created_at, principal_id, version)
     select gen_random_uuid(), 'instruction', '任务' || n, '办', 'registered', 1, $1, '{}', $2, now(), case when n <= 5 then $3::uuid end, 1 from generate_series(1, 201) n`,
    [unit.water, person.officer, person.magistrate],
  );
});
afterAll(() => world.close());

const asks = (by: PersonKey, more: object = {}): Promise<Json> =>
  world.as(by).does('/export-requests', { format: 'csv', reason: '上报市局', ...more });
async function answer(by: PersonKey, { id, version }: Json, act: string, body: object = {}): Promise<[number, string]> {
  const { status, body: said } = await world.as(by).post(`/export-requests/${id}/${act}`, body, { ifMatch: version });
  return [status, said?.code ?? said?.state];
}
const linesOf = (text: string): number => text.trim().split('\n').length - 1;

describe('an export', () => {
  it('of up to 200 rows is made alone, of more it is refused', async () => {
    const few = await world.as('officer').get(`/tasks/export?format=csv&principalId=${world.county.person.magistrate}`);
    expect([few.status, linesOf(few.text)]).toEqual([200, 5]);
    for (const by of ['officer', 'bureauHead', 'magistrate', 'auditor'] as const) {
      const { status, body } = await world.as(by).get('/tasks/export?format=csv');
      expect([status, body.code, body.most]).toEqual([403, 'task.exportNeedsSecond', 200]);
      expect(await world.refusalsOf('task.exportNeedsSecond', by)).toBe(1);
    }
  });

  it('of more is asked by one, allowed by another, and taken once by the first', async () => {
    const request = await asks('officer', { filters: { state: ['registered'] } });
    expect(request).toMatchObject({ state: 'requested', rows: 201, rowsCapped: false, actions: [] });
    expect(await answer('officer', request, 'take')).toEqual([409, 'task.exportMoveRefused']);
    expect(await answer('officer2', request, 'approve')).toEqual([403, 'http.forbidden']);
    const [seen] = (await world.as('bureauHead').sees('/export-requests?waiting=true')).items;
    expect(seen).toMatchObject({ id: request.id, reason: '上报市局', actions: ['approve', 'refuse'] });
    expect(await answer('bureauHead', request, 'approve')).toEqual([200, 'approved']);
    expect(await answer('bureauHead', { ...request, version: 2 }, 'take')).toEqual([403, 'task.exportNotYours']);
    const file = await world.as('officer').post(`/export-requests/${request.id}/take`);
    expect([file.status, linesOf(file.text)]).toEqual([200, 201]);
    expect(await answer('officer', request, 'take')).toEqual([409, 'task.exportMoveRefused']);
  });

  it('is never allowed by who asked, in whatever post', async () => {
    const request = await asks('bureauHead');
    expect(request.actions).toEqual([]);
    expect(await answer('bureauHead', request, 'approve')).toEqual([403, 'task.exportOwnRequest']);
    await expect(
      world.store.query(`update export_request set decided_by = asked_by where id = $1`, [request.id]),
    ).rejects.toThrow('task.exportOwnRequest');
    expect(await answer('magistrate', request, 'approve')).toEqual([200, 'approved']);
  });

  it('that is refused stays refused, with the words', async () => {
    const request = await asks('clerk');
    expect((await answer('bureauHead', request, 'refuse', { words: ' ' }))[0]).toBe(400);
    expect(await answer('bureauHead', request, 'refuse', { words: '范围太大' })).toEqual([200, 'refused']);
    const [mine] = (await world.as('clerk').sees('/export-requests')).items;
    expect([mine.state, mine.decidedWords]).toEqual(['refused', '范围太大']);
    expect(await answer('clerk', request, 'take')).toEqual([409, 'task.exportMoveRefused']);
  });

  it('is made under the rights of who asked, at the time of taking', async () => {
    const request = await asks('clerkOfMagistrate');
    expect(request.rows).toBe(5);
    expect(await answer('bureauHead', request, 'approve')).toEqual([200, 'approved']);
    const file = await world.as('clerkOfMagistrate').post(`/export-requests/${request.id}/take`);
    expect(linesOf(file.text)).toBe(5);
  });

  it('is shown to who asked and to who decides, to nobody else', async () => {
    const request = await asks('officer');
    const ids = async (by: PersonKey) =>
      (await world.as(by).sees('/export-requests?limit=200')).items.map(({ id }: Json) => id);
    expect(await ids('officer')).toContain(request.id);
    expect(await ids('bureauHead')).toContain(request.id);
    expect(await ids('officer2')).not.toContain(request.id);
    expect(await ids('waterHead')).toEqual([]);
    expect((await world.as('waterLiaison').get('/export-requests')).status).toBe(403);
  });

  it('lapses a day after it was asked or allowed', async () => {
    const [waiting, allowed] = [await asks('officer'), await asks('officer')];
    await answer('bureauHead', allowed, 'approve');
    await world.passes({ hours: 25 });
    expect(await answer('bureauHead', waiting, 'approve')).toEqual([409, 'task.exportMoveRefused']);
    expect(await answer('officer', allowed, 'take')).toEqual([409, 'task.exportMoveRefused']);
    await world.app.get(LapseExports, { strict: false }).run();
    const rows = await world.store.query<{ state: string }>('select state from export_request where id = any($1)', [
      [waiting.id, allowed.id],
    ]);
    expect(rows.map(({ state }) => state)).toEqual(['lapsed', 'lapsed']);
  });

  it('leaves every step in the record', async () => {
    await world.settles();
    const rows = await world.store.query<{ act: string }>(
      `select distinct act from audit_row where subject_type = 'export_request' and act not like '%.refused' order by 1`,
    );
    expect(rows.map(({ act }) => act)).toEqual([
      'export.approve',
      'export.ask',
      'export.lapse',
      'export.refuse',
      'export.take',
    ]);
  });
});

describe('an export of the people’s register', () => {
  it('with whole telephone numbers needs another administrator, is taken once by who asked, and is recorded', async () => {
    await world.store.query(`update person set phone = '13900002222' where id = $1`, [world.county.person.waterStaff]);
    const ask = (by: PersonKey, change: object = {}) =>
      world.as(by).post('/export-requests', {
        ...{ register: 'people', format: 'csv', unmasked: true, reason: '换机核对' },
        ...change,
      });
    expect((await ask('waterHead')).status).toBe(403);
    expect((await ask('officer', { unmasked: false })).status).toBe(403);
    expect((await ask('secadmin', { unmasked: false })).status).toBe(403);
    const { body: asked } = await ask('sysadmin');
    expect(asked).toMatchObject({ register: 'people', unmasked: true, state: 'requested', actions: [] });
    const path = `/export-requests/${asked.id}`;
    const approve = (by: PersonKey) => world.as(by).post(`${path}/approve`, {}, { ifMatch: 1 });
    expect((await approve('sysadmin')).body.code).toBe('task.exportOwnRequest');
    expect((await approve('bureauHead')).body.code).toBe('task.exportRequestNotFound');
    const seen = (await world.as('bureauHead').sees('/export-requests?limit=200')).items;
    expect(seen.map(({ register }: Json) => register)).not.toContain('people');
    expect((await world.as('sysadmin').post(`${path}/take`)).body.code).toBe('task.exportMoveRefused');
    expect((await world.as('secadmin').sees('/export-requests')).items).toMatchObject([
      { actions: ['approve', 'refuse'] },
    ]);
    expect((await approve('secadmin')).body.state).toBe('approved');
    expect((await world.as('secadmin').post(`${path}/take`)).body.code).toBe('task.exportNotYours');
    expect((await world.as('sysadmin').post(`${path}/take`)).text).toContain('13900002222');
    expect((await world.as('sysadmin').post(`${path}/take`)).body.code).toBe('task.exportMoveRefused');
    const acts = await world.store.query(`select facts from audit_row where act = 'people.export' order by at desc`);
    expect(acts.map(({ facts }: Json) => facts.phones)).toEqual(['full']);
  });

  it('of more than 200 rows is refused to one person alone', async () => {
    const alone = () => world.as('sysadmin').get('/roster/people/export?format=csv');
    expect((await alone()).status).toBe(200);
    await world.store.query(
      `insert into person (id, name, created_at, version) select gen_random_uuid(), '名册' || n, now(), 1 from generate_series(1, 201) as n`,
    );
    const { status, body } = await alone();
    expect([status, body.code, body.most]).toEqual([403, 'roster.exportNeedsSecond', 200]);
    const asked = await world
      .as('sysadmin')
      .does('/export-requests', { register: 'people', format: 'csv', reason: '年度备份' });
    expect(asked.rows).toBeGreaterThan(200);
  });

  it('wants a fresh proof of who takes the register of people', async () => {
    await world.clock.advance({ minutes: 16 });
    const { status, body } = await world.as('sysadmin').get('/roster/people/export?format=csv');
    expect([status, body.code]).toEqual([403, 'access.proofNeeded']);
  });
});
