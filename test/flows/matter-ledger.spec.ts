import { type Json, type PersonKey, World } from '#test-kit';
import { inDays, matterStory } from './stories/matter-story.js';

jest.setTimeout(90_000);
let s: World;
let water: Json;
let town: Json;
let paper: Json;
let plain: Json;
let accusation: Json;
const story = matterStory(() => s);

beforeAll(async () => {
  s = await World.open();
  const { unit, person } = s.county;
  const { id: mandateId } = await story.mandate();
  const registered = async (title: string, task: object): Promise<Json> => {
    const matter = await story.message({ title });
    const door = { by: 'mandate', mandateId, dispatch: true, task: { dueAt: inDays(9), ...task } };
    await s.as('officer').does(`/matters/${matter.id}/register`, door, { ifMatch: 1 });
    return matter;
  };
  water = await registered('渠道淤塞', { leadUnitId: unit.water, assistUnitIds: [unit.housing] });
  town = await registered('道路硬化', { leadUnitId: unit.town });
  await s.store.query('update task set case_officer_id = $1 where matter_id = $2', [person.officer2, town.id]);
  paper = await s.as('officer').does('/matters', {
    ...{ kind: 'instruction', declaredUnclassified: true, title: '查清渗漏', body: '三天内' },
    principalId: person.secretary,
  });
  plain = await story.message({ title: '路灯不亮', signatories: [{ name: '苏丽娟', contact: '13812341234' }] });
  accusation = await s.as('clerk').does('/matters', {
    ...{ kind: 'petition', title: '检举有人收受好处', body: '来信属实', declaredUnclassified: true },
    fields: { manner: 'letter', purpose: 'accusation' },
    signatories: [{ name: '夏来信', isProtected: true }],
    sourceOfficerIds: [person.officer, person.officer2],
    restriction: { accusedUnitIds: [unit.city], accusedPersonIds: [person.secretary], keeperIds: [person.officer] },
  });
  await s.settles();
});
afterAll(() => s.close());

const sought = (q: string): string => `q=${encodeURIComponent(q)}`;

/** What somebody finds, by list and count alike, latest first. */
async function finds(by: PersonKey, query: string): Promise<string[]> {
  const { items } = await s.as(by).sees(`/matters?${query}`);
  expect((await s.as(by).sees(`/matters/count?${query}`)).value).toBe(items.length);
  return items.map(({ id }: Json) => id);
}

const linesOf = (text: string): string[] => text.trim().split('\r\n').slice(1);

describe('the search of the matters', () => {
  it('finds by the name and the initials of a unit that leads or assists', async () => {
    for (const words of ['水利局', 'slj', 'SLJ']) expect(await finds('officer', sought(words))).toEqual([water.id]);
    expect(await finds('officer', sought('yfz'))).toEqual([town.id]);
    expect(await finds('officer', sought('住房'))).toEqual([water.id]);
  });

  it('finds by principal and case officer, together with the words as before', async () => {
    expect(await finds('officer', sought('秦书记'))).toEqual([paper.id]);
    expect(await finds('officer', sought('qsj'))).toEqual([paper.id]);
    expect(await finds('officer', sought('xdc'))).toEqual([town.id]);
    expect(await finds('officer', sought('路灯'))).toEqual([plain.id]);
    expect(await finds('officer', `${sought('slj')}&state=registered`)).toEqual([water.id]);
    expect(await finds('officer', `${sought('slj')}&state=closed`)).toEqual([]);
  });

  it('narrows to a lead unit and to a principal', async () => {
    const { unit, person } = s.county;
    expect(await finds('officer', `leadUnitId=${unit.water}`)).toEqual([water.id]);
    expect(await finds('officer', `leadUnitId=${unit.housing}`)).toEqual([]);
    expect(await finds('officer', `principalId=${person.secretary}`)).toEqual([paper.id]);
  });

  it('never finds by who asked, nor by whom an accusation is against', async () => {
    for (const words of ['苏丽娟', 'slij', 'sulijuan', '夏来信', 'xlx', '138****1234', '13812341234'])
      expect(await finds('officer', sought(words))).toEqual([]);
    // the keeper reads the accusation, and finds it by its words only
    expect(await finds('officer', sought('收受好处'))).toEqual([accusation.id]);
    expect(await finds('officer', sought('城管'))).toEqual([]);
    expect(await finds('officer2', sought('收受好处'))).toEqual([]);
  });

  it('finds nothing that the reader may not see, whomever the words name', async () => {
    expect(await finds('waterHead', sought('slj'))).toEqual([water.id]);
    expect(await finds('housingHead', sought('slj'))).toEqual([water.id]);
    expect(await finds('cityHead', sought('slj'))).toEqual([]);
    expect(await finds('waterHead', sought('yfz'))).toEqual([]);
    // nor by the share of a neighbour in a matter that both have a task of
    await s.store.query(
      `insert into task (id, matter_id, kind, title, demand, state, round, lead_unit_id, assist_unit_ids, created_by, created_at, version)
       values ('01920000-0000-7000-8000-00000000aaaa', $1, 'netizen_message', '分办', '办', 'registered', 1, $2, '{}', $3, now(), 1)`,
      [water.id, s.county.unit.town, s.county.person.officer],
    );
    expect(await finds('officer', sought('yfz'))).toEqual([town.id, water.id]);
    expect(await finds('waterHead', sought('yfz'))).toEqual([]);
    await s.store.query(`delete from task where id = '01920000-0000-7000-8000-00000000aaaa'`);
  });

  it('says to every reader that words which name nobody are found nowhere', async () => {
    const readers = ['magistrate', 'viceMagistrate', 'clerkOfMagistrate', 'clerk', 'waterHead', 'auditor'] as const;
    for (const reader of readers) {
      expect(await finds(reader, sought('无人机表演'))).toEqual([]);
      for (const part of ['count?', 'groups?by=state&', 'export?format=csv&']) {
        const { status } = await s.as(reader).get(`/matters/${part}${sought('无人机表演')}`);
        expect([reader, part, status < 500]).toEqual([reader, part, true]);
      }
    }
  });

  it('pages along, also far behind the latest and with several tasks of a unit', async () => {
    const { unit, person } = s.county;
    const old = await copies(2_300);
    await s.store.query(
      `insert into task (id, matter_id, kind, title, demand, state, round, lead_unit_id, assist_unit_ids, created_by, created_at, version)
       select gen_random_uuid(), m.id, 'netizen_message', '分办' || n, '办', 'registered', 1, $1, '{}', $2, now(), 1
       from matter m, generate_series(1, 3) n where m.id = any($3::uuid[])`,
      [unit.water, person.officer, [old[0], old[1], old[900], old[2_299]]],
    );
    const expected = [old[2_299], old[900], old[1], old[0], water.id];
    for (const limit of [1, 2, 3, 200]) expect(await turned(`${sought('slj')}&limit=${limit}`)).toEqual(expected);
    expect((await s.as('officer').sees(`/matters/count?${sought('slj')}`)).value).toBe(5);
    expect(await turned(`leadUnitId=${unit.water}&limit=2`)).toEqual(expected);
    await s.store.query(`delete from task where lead_unit_id = $1 and title like '分办%'`, [unit.water]);
    await s.store.query(`delete from matter where intake_no like '抄%'`);
  });

  it('means the same in an act on all that a filter finds', async () => {
    const { id: mandateId } = await story.mandate();
    const skipped = async (q: string) => {
      const body = { mandateId, filter: { q, state: 'registered' } };
      return (await s.as('officer').does('/matters/register', body)).skipped.map(({ matterId }: Json) => matterId);
    };
    expect(await skipped('slj')).toEqual([water.id]);
    expect(await skipped('qsj')).toEqual([]);
  });
});

describe('groups of the matters', () => {
  const groups = (by: PersonKey, query: string) => s.as(by).sees(`/matters/groups?${query}`);

  it('count by state, kind, lead unit and principal what the filter finds', async () => {
    const byState = await groups('officer', '');
    expect([byState.by, byState.total, byState.capped]).toEqual(['state', 5, false]);
    expect(byState.items).toContainEqual({ key: 'registered', name: null, count: 2, overdue: 0, closed: 0 });
    const units = (await groups('officer', 'by=lead_unit')).items;
    expect(units.find(({ key }: Json) => key === s.county.unit.water).count).toBe(1);
    expect(units.find(({ key }: Json) => key === null).count).toBe(3);
    const principals = (await groups('officer', 'by=principal&kind=instruction')).items;
    expect(principals).toEqual([expect.objectContaining({ name: '秦书记', count: 1 })]);
    for (const by of ['kind', 'category'])
      expect((await groups('officer', `by=${by}`)).items.length).toBeGreaterThan(0);
    expect((await groups('officer', `by=state&${sought('slj')}`)).total).toBe(1);
  });

  it('count only what the reader sees: an accusation in nobody else’s numbers', async () => {
    expect((await groups('waterHead', 'by=kind')).total).toBe(1);
    expect((await groups('cityHead', 'by=kind')).items).toEqual([]);
    const kinds = async (by: PersonKey) => (await groups(by, 'by=kind')).items.map(({ key }: Json) => key);
    expect(await kinds('officer')).toContain('petition');
    expect(await kinds('officer2')).not.toContain('petition');
    expect(await kinds('secretary')).not.toContain('petition');
  });

  it('tell what the supervisors are late with', async () => {
    const late = async () =>
      (await groups('officer', 'by=state')).items.reduce((sum: number, { overdue }: Json) => sum + overdue, 0);
    expect(await late()).toBe(0);
    await s.store.query(
      `update clock set due_at = now() - interval '1 hour' where matter_id = $1 and state = 'running'`,
      [plain.id],
    );
    expect(await late()).toBe(1);
  });
});

describe('an export of the matters', () => {
  const takes = (by: PersonKey, query = '') => s.as(by).get(`/matters/export?format=csv${query}`);

  it('has the rows of the list, no asker, no accusation, and is recorded', async () => {
    const file = await takes('officer');
    expect([file.status, linesOf(file.text).length]).toEqual([200, 4]);
    expect(file.text).toContain('渠道淤塞');
    expect(file.text).toContain('县水利局');
    for (const hidden of ['苏丽娟', '1381234', '收受好处', '夏来信']) expect(file.text).not.toContain(hidden);
    expect(linesOf((await takes('officer', `&${sought('slj')}`)).text)).toHaveLength(1);
    const rows = await s.store.query<{ facts: Json }>(`select facts from audit_row where act = 'matter.export'`);
    expect(rows.map(({ facts }) => facts)).toContainEqual({ format: 'csv', unmasked: false });
  });

  it('is nothing for units and colleagues without the right', async () => {
    for (const by of ['waterHead', 'waterLiaison', 'viceMagistrate', 'sysadmin'] as const)
      expect((await takes(by)).status).toBe(403);
    expect((await s.as('waterHead').post('/matters/export-requests', { format: 'csv', reason: '看' })).status).toBe(
      403,
    );
  });

  it('is safe from formulas, and masks numbers unless two people wanted them', async () => {
    const title = '=HYPERLINK("x")联系 13912345678';
    const matter = await story.message({ title });
    const masked = (await takes('officer', `&${sought('联系')}`)).text;
    expect(masked).not.toContain('13912345678');
    expect(masked).toContain(`'=HYPERLINK`);
    const request = await s
      .as('officer')
      .does('/matters/export-requests', { format: 'csv', reason: '核对', unmasked: true, filters: { q: '联系' } });
    expect(request).toMatchObject({ register: 'matters', rows: 1, unmasked: true, state: 'requested', actions: [] });
    const path = `/export-requests/${request.id}`;
    const approve = (by: PersonKey) => s.as(by).post(`${path}/approve`, {}, { ifMatch: 1 });
    expect((await approve('officer')).status).toBe(403);
    expect((await approve('secadmin')).body.code).toBe('task.exportRequestNotFound');
    expect((await s.as('officer').post(`${path}/take`)).body.code).toBe('task.exportMoveRefused');
    expect((await approve('bureauHead')).body.state).toBe('approved');
    expect((await s.as('officer').post(`${path}/take`)).text).toContain('13912345678');
    await s.as('officer').does(`/matters/${matter.id}/file`, { reason: '试' }, { ifMatch: 1 });
  });

  it('of more than 200 is refused to one, allowed by another, and has no accusation either', async () => {
    await copies(205);
    const alone = await takes('officer');
    expect([alone.status, alone.body.code, alone.body.most]).toEqual([403, 'matter.exportNeedsSecond', 200]);
    const head = await s.as('bureauHead').does('/matters/export-requests', { format: 'csv', reason: '月报' });
    expect((await s.as('bureauHead').post(`/export-requests/${head.id}/approve`, {}, { ifMatch: 1 })).body.code).toBe(
      'task.exportOwnRequest',
    );
    const asked = await s.as('officer').does('/matters/export-requests', { format: 'csv', reason: '月报' });
    expect(asked.rows).toBe(210);
    await s.as('bureauHead').does(`/export-requests/${asked.id}/approve`, {}, { ifMatch: 1 });
    const { text } = await s.as('officer').post(`/export-requests/${asked.id}/take`);
    expect(linesOf(text)).toHaveLength(210);
    expect(text).not.toContain('收受好处');
    await s.store.query(`delete from matter where intake_no like '抄%'`);
  });

  it('wants filters that the matters know', async () => {
    const ask = async (filters: object) => {
      const { status, body } = await s
        .as('officer')
        .post('/matters/export-requests', { format: 'csv', reason: '试', filters });
      return [status, body.errors?.[0]?.path];
    };
    expect(await ask({ overdue: 'true' })).toEqual([400, 'filters.overdue']);
    expect(await ask({ kind: 'x' })).toEqual([400, 'filters.kind']);
    const asLedger = await s
      .as('officer')
      .post('/export-requests', { format: 'csv', reason: '试', register: 'matters' });
    expect(asLedger.status).toBe(400);
  });
});

describe('a view of the matters', () => {
  const settings = {
    filters: { state: 'received', needsTriage: true },
    columns: ['intakeNo', 'title', 'leadUnits'],
    group: 'lead_unit',
    density: 'compact',
  };
  const namesIn = async (by: PersonKey, query = '?list=matters'): Promise<string[]> =>
    (await s.as(by).sees(`/ledger-views${query}`)).map(({ name }: Json) => name);

  it('is kept, shared with the office, and stands among those of the matters alone', async () => {
    const view = await s.as('officer').does('/matter-views', { name: '待甄别', settings, shared: true });
    expect(view).toMatchObject({ list: 'matters', own: true, settings: { ...settings, sort: 'recent' } });
    expect(await namesIn('officer2')).toEqual(['待甄别']);
    expect(await namesIn('officer2', '')).toEqual([]);
    expect(await namesIn('waterHead')).toEqual([]);
    const stranger = await s.as('officer2').patch(`/matter-views/${view.id}`, { name: '改' }, { ifMatch: 1 });
    expect([stranger.status, stranger.body.code]).toEqual([403, 'task.viewNotYours']);
    const changed = await s.as('officer').patch(`/matter-views/${view.id}`, { settings: {} }, { ifMatch: 1 });
    expect(changed.body).toMatchObject({ version: 2, name: '待甄别', shared: true, settings: { group: null } });
  });

  it('opens first on its own list, and takes no settings of the other', async () => {
    const [view] = await s.as('officer').sees('/ledger-views?list=matters');
    const ledger = await s.as('officer').does('/ledger-views', { name: '任务的', settings: {} });
    const first = (viewId: string | null, list?: string) =>
      s.as('officer').put('/ledger-views/first', { viewId, list });
    expect((await first(view.id)).body.code).toBe('task.viewNotFound');
    expect((await first(view.id, 'matters')).body).toMatchObject([{ id: view.id, first: true }]);
    expect((await first(ledger.id)).body).toMatchObject([{ id: ledger.id, first: true }]);
    expect((await s.as('officer').sees('/ledger-views?list=matters'))[0].first).toBe(true);
    const wrong = await s.as('officer').patch(`/ledger-views/${view.id}`, { settings: {} }, { ifMatch: view.version });
    expect([wrong.status, wrong.body.code]).toEqual([404, 'task.viewNotFound']);
    expect((await first(null, 'matters')).body).toMatchObject([{ first: false }]);
    expect((await s.as('officer').sees('/ledger-views'))[0].first).toBe(true);
    expect((await s.as('officer').delete(`/ledger-views/${view.id}`)).status).toBe(204);
  });

  it('holds no filter, column or group that the matters do not know', async () => {
    const answer = async (wrong: object) => {
      const { status, body } = await s.as('officer').post('/matter-views', { name: '错', settings: wrong });
      return [status, body.errors?.[0]?.path];
    };
    expect(await answer({ filters: { officerId: 'x' } })).toEqual([400, 'settings.filters.officerId']);
    expect(await answer({ columns: ['progress'] })).toEqual([400, 'settings.columns']);
    expect(await answer({ group: 'officer' })).toEqual([400, 'settings.group']);
    expect(await answer({ sort: 'due' })).toEqual([400, 'settings.sort']);
  });
});

describe('a file of matters', () => {
  it('wants a fresh proof', async () => {
    await s.clock.advance({ minutes: 16 });
    const stale = [
      await s.as('officer').get('/matters/export?format=csv'),
      await s.as('officer').post('/matters/export-requests', { format: 'csv', reason: '回访' }),
    ];
    expect(stale.map(({ status, body }) => [status, body.code])).toEqual(stale.map(() => [403, 'access.proofNeeded']));
  });
});

/** Every id of a list, page after page. */
async function turned(query: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor = ''; ;) {
    const page: Json = await s.as('officer').sees(`/matters?${query}${cursor}`);
    ids.push(...page.items.map(({ id }: Json) => id));
    if (page.next === null) return ids;
    cursor = `&cursor=${page.next}`;
  }
}

/** So many later matters like the plain one; their ids, oldest first. */
async function copies(count: number): Promise<string[]> {
  const rows = await s.store.query<{ id: string }>(
    `insert into matter (id, kind, state, intake_no, title, body, category, needs_triage, content_sha256, received_at, round, created_at, version)
     select ('fffffff0-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, kind, state, '抄' || n, title, body, category, false, content_sha256, received_at, 1, created_at, 1
     from matter, generate_series(1, $2::int) n where matter.id = $1 returning id`,
    [plain.id, count],
  );
  return rows.map(({ id }) => id).sort();
}
