import { type Json, type PersonKey, World } from '#test-kit';
import { aMessage, inDays } from './stories/matter-story.js';

jest.setTimeout(60_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
});
afterAll(() => s.close());

const phone = '13812341234';
const idNumber = '11010519491231002X';
const aCall = (more: object = {}): object => ({
  ...aMessage({ title: `请回电13900002222`, body: `本人${idNumber}，路灯不亮` }),
  ...more,
});
const why = { reason: 'contact_asker', words: '核实路灯位置' };
const unmasks = (by: PersonKey, { id }: Json, more: object = {}) =>
  s.as(by).post(`/matters/${id}/unmask`, { ...why, ...more });
const contactOf = (matter: Json): object => ({ signatoryId: matter.signatories[0].id });

/** A message that the water bureau leads and the housing bureau assists. */
async function dispatched(more: object = {}): Promise<Json> {
  const matter = await s.as('officer').does('/matters', aCall(more));
  const given = await s
    .as('magistrate')
    .does('/instructions', { subjectType: 'matter', subjectId: matter.id, kind: 'order', words: '请办' });
  const { version } = await s.as('officer').sees(`/matters/${matter.id}`);
  const { unit } = s.county;
  await s.as('officer').does(
    `/matters/${matter.id}/register`,
    {
      by: 'instruction',
      instructionId: given.id,
      dispatch: true,
      task: { leadUnitId: unit.water, assistUnitIds: [unit.housing], dueAt: inDays(9) },
    },
    { ifMatch: version },
  );
  await s.settles();
  return s.as('officer').sees(`/matters/${matter.id}`);
}

describe('personal data', () => {
  it('is masked for everybody on every page, and a masked text that is corrected loses nothing', async () => {
    const matter = await s.as('clerk').does('/matters', aCall());
    expect([matter.title, matter.body, matter.maskedTexts, matter.signatories[0].contact]).toEqual([
      '请回电139****2222',
      '本人110*************2X，路灯不亮',
      true,
      '138****1234',
    ]);
    for (const by of ['clerk', 'officer', 'bureauHead', 'magistrate', 'auditor'] as const) {
      const [page, list] = [await s.as(by).get(`/matters/${matter.id}`), await s.as(by).get('/matters')];
      expect([page.status, list.status]).toEqual([200, 200]);
      for (const { text } of [page, list]) expect(text).not.toMatch(/13900002222|13812341234|11010519491231002X/);
    }
    const body = '本人110*************2X，路灯不亮，孩子怕黑';
    const triaged = await s.as('clerk').patch(`/matters/${matter.id}`, { body }, { ifMatch: 1 });
    expect([triaged.status, triaged.body.body]).toEqual([200, body]);
    const [row] = await s.store.query<Json>('select title, body from matter where id = $1', [matter.id]);
    expect(row).toEqual({ title: '请回电13900002222', body: `本人${idNumber}，路灯不亮，孩子怕黑` });
  });

  it('is shown to whoever handles it, with a reason, recorded without saying what', async () => {
    const matter = await s.as('officer').does('/matters', aCall());
    expect(matter.actions).toContain('unmask');
    const shown = await unmasks('officer', matter, contactOf(matter));
    expect([shown.status, shown.body, shown.headers['cache-control']]).toEqual([
      200,
      { contact: phone, title: null, body: null, fields: {}, left: 19 },
      'no-store',
    ]);
    const texts = await unmasks('officer', matter);
    expect(texts.body).toMatchObject({ title: '请回电13900002222', body: `本人${idNumber}，路灯不亮`, left: 18 });
    expect((await unmasks('officer', matter)).body.left).toBe(18);
    await s.settles();
    const acts = (await s.as('auditor').sees(`/audit?act=matter.unmask&about=${matter.id}`)).items;
    expect(acts.map(({ facts }: Json) => facts.what).sort()).toEqual(['contact', 'text', 'text']);
    expect(JSON.stringify(acts)).not.toMatch(/13812341234|13900002222|11010519491231002X/);
    const kept = await s.store.query('select 1 from idempotency_key where answer::text like $1', [`%${phone}%`]);
    expect(kept).toEqual([]);
  });

  it('is not shown without a reason, to others, or where nothing is masked', async () => {
    const matter = await s.as('officer').does('/matters', aCall());
    for (const [field, bad] of [
      ['reason', { reason: 'curious' }],
      ['words', { words: ' ' }],
      ['signatoryId', { signatoryId: 'x' }],
    ] as const) {
      const { status, body } = await unmasks('officer', matter, bad);
      expect([status, body.errors[0].path]).toEqual([400, field]);
    }
    const tries = async (by: PersonKey, more: object = {}) => {
      const { status, body } = await unmasks(by, matter, more);
      return [status, body.code];
    };
    for (const by of ['clerk', 'officer2', 'magistrate', 'auditor'] as const)
      expect(await tries(by)).toEqual([403, 'http.forbidden']);
    for (const by of ['waterHead', 'sysadmin'] as const) expect(await tries(by)).toEqual([404, 'http.notFound']);
    expect((await unmasks('bureauHead', matter, contactOf(matter))).status).toBe(200);
    const plain = await s.as('officer').does('/matters', aMessage({ signatories: [{ name: '无名' }] }));
    expect(plain.actions).not.toContain('unmask');
    expect((await unmasks('officer', plain)).body.code).toBe('matter.nothingMasked');
    expect((await unmasks('officer', plain, { signatoryId: matter.signatories[0].id })).body.code).toBe(
      'matter.nothingMasked',
    );
    const hidden = await s.as('officer').does(
      '/matters',
      aMessage({
        signatories: [{ name: '线索人', contact: phone, isProtected: true }],
        sourceOfficerIds: [s.county.person.officer, s.county.person.officer2],
      }),
    );
    expect((await unmasks('officer', hidden, contactOf(hidden))).body.code).toBe('matter.unmaskProtected');
  });

  it('is shown to the unit that leads, not to who assists, and never in kinds that may be about the unit', async () => {
    const matter = await dispatched();
    expect((await s.as('waterLiaison').sees(`/matters/${matter.id}`)).actions).toContain('unmask');
    for (const by of ['waterLiaison', 'waterHead'] as const)
      expect((await unmasks(by, matter, contactOf(matter))).body.contact).toBe(phone);
    for (const by of ['housingLiaison', 'waterStaff'] as const)
      expect((await unmasks(by, matter, contactOf(matter))).status).toBe(403);
    const petition = await dispatched({ kind: 'petition', fields: { manner: 'visit' } });
    expect((await s.as('waterLiaison').sees(`/matters/${petition.id}`)).actions).not.toContain('unmask');
    expect((await unmasks('waterLiaison', petition, contactOf(petition))).body.code).toBe('matter.unmaskNotForUnits');
    expect((await unmasks('bureauHead', petition, contactOf(petition))).status).toBe(200);
  });

  it('is never shown more often a day than the county allows, however many ask at once', async () => {
    await s.store.query(`insert into county_setting (name, value) values ('personal_data', '{"unmaskDailyCap": 7}')`);
    const matters = await Promise.all(
      Array.from({ length: 50 }, (_, n) => s.as('officer2').does('/matters', aCall({ title: `路灯${n} 13900002222` }))),
    );
    const answers = await Promise.all(matters.map((matter) => unmasks('officer2', matter)));
    const counts = (status: number): number => answers.filter((one) => one.status === status).length;
    expect([counts(200), counts(429)]).toEqual([7, 43]);
    expect(answers.find(({ status }) => status === 429)?.body).toMatchObject({
      code: 'matter.unmaskCapReached',
      most: 7,
    });
    const [read] = await s.store.query<{ n: number }>(
      `select count(*)::int as n from audit_row where act = 'matter.unmask' and person_id = $1`,
      [s.county.person.officer2],
    );
    expect(read?.n).toBe(7);
    const again = matters[answers.findIndex(({ status }) => status === 200)];
    expect((await unmasks('officer2', again)).body.left).toBe(0);
    await s.passes({ days: 1 });
    const next = matters[answers.findIndex(({ status }) => status === 429)];
    expect((await unmasks('officer2', next)).body.left).toBe(6);
    await s.clock.advance({ minutes: 16 });
    const stale = await unmasks('officer2', next);
    expect([stale.status, stale.body.code]).toEqual([403, 'access.proofNeeded']);
    await s.passes({ minutes: 1 });
  });
});

describe('an export', () => {
  it('is masked, and with personal numbers needs a second person however few its rows', async () => {
    await s.as('officer').does('/tasks', { title: '回访13900002222', demand: '办' });
    const alone = await s.as('officer').get('/tasks/export?format=csv&q=回访');
    expect([alone.status, alone.text.includes('回访139****2222')]).toEqual([200, true]);
    const filters = { q: '回访' };
    const take = async (unmasked: boolean): Promise<Json> => {
      const asked = await s
        .as('officer')
        .does('/export-requests', { format: 'csv', reason: '回访', filters, unmasked });
      expect([asked.rows, asked.unmasked]).toEqual([1, unmasked]);
      expect((await s.as('officer').post(`/export-requests/${asked.id}/take`)).status).toBe(409);
      await s.as('bureauHead').does(`/export-requests/${asked.id}/approve`, {}, { ifMatch: asked.version });
      return (await s.as('officer').post(`/export-requests/${asked.id}/take`)).text;
    };
    expect(await take(false)).toContain('回访139****2222');
    expect(await take(true)).toContain('回访13900002222');
    const [made] = await s.store.query<Json>(
      `select facts from audit_row where act = 'ledger.export' order by at desc limit 1`,
    );
    expect(made?.facts).toMatchObject({ unmasked: true });
  });

  it('wants a fresh proof', async () => {
    await s.clock.advance({ minutes: 16 });
    const stale = [
      await s.as('officer').get('/tasks/export?format=csv'),
      await s.as('officer').post('/export-requests', { format: 'csv', reason: '回访' }),
    ];
    expect(stale.map(({ status, body }) => [status, body.code])).toEqual(stale.map(() => [403, 'access.proofNeeded']));
  });
});
