import { type Json, World } from '#test-kit';

jest.setTimeout(60_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
});
afterAll(() => s.close());

const aMessage = (changes: object = {}): object => ({
  kind: 'netizen_message',
  title: '幸福路路灯不亮',
  body: '从仪封镇中心小学到幸福路口，路灯一个月不亮，孩子放学看不清路。',
  category: '城乡建设/市政设施/路灯照明',
  signatories: [{ name: '王先生', contact: '13812341234' }],
  ...changes,
});

describe('entering a matter by hand', () => {
  it('takes a netizen message in with its number, and masks the contact for everybody', async () => {
    const matter = await s.as('clerk').does('/matters', aMessage());
    expect(matter).toMatchObject({
      version: 1,
      kind: 'netizen_message',
      state: 'received',
      intakeNo: expect.stringMatching(/^网〔20\d\d〕00001号$/),
      number: null,
      category: '城乡建设/市政设施/路灯照明',
      categories: ['城乡建设/市政设施/路灯照明'],
      needsTriage: false,
      signatories: [{ name: '王先生', contact: '138****1234' }],
      createdBy: { name: '苗内勤' },
      tasks: [],
      replies: [],
    });
    const text = (await s.as('bureauHead').get(`/matters/${matter.id}`)).text;
    expect(text).not.toContain('13812341234');
  });

  it('takes an instruction in with its scanned original and puts the proposal before the principal', async () => {
    const scan = await s.as('clerkOfMagistrate').upload('/evidence', Buffer.from('批示：请水利局三天内查清。'), '批示原件.txt');
    const matter = await s.as('clerkOfMagistrate').does('/matters', {
      kind: 'instruction',
      title: '查清二坝寨渠道渗漏',
      body: '请水利局三天内查清并报告。',
      principalId: s.county.person.magistrate,
      evidenceIds: [scan.body.id],
      handlingProposal: { wording: '拟请水利局牵头办理', leadUnitId: s.county.unit.water, forPersonId: s.county.person.magistrate },
    });
    expect(matter).toMatchObject({
      kind: 'instruction',
      intakeNo: expect.stringContaining('批〔'),
      principal: { name: '程远' },
      evidence: [{ fileName: '批示原件.txt' }],
      proposals: [{ wording: '拟请水利局牵头办理', decision: null, leadUnit: { shortName: '县水利局' }, forPerson: { name: '程远' } }],
    });
    const tray = await s.as('magistrate').sees('/tray');
    expect(JSON.stringify(tray)).toContain(matter.proposals[0].id);
  });

  it('takes a meeting decision in', async () => {
    const matter = await s.as('officer').does('/matters', { kind: 'meeting_decision', title: '推进河道清淤', body: '年内完成。', meeting: '县政府第12次常务会议' });
    expect(matter).toMatchObject({ kind: 'meeting_decision', meeting: '县政府第12次常务会议', signatories: [], needsTriage: true });
  });

  it.each([
    ['kind', aMessage({ kind: 'rumour' })],
    ['kind', aMessage({ kind: 'hotline' })],
    ['title', aMessage({ title: ' \n ' })],
    ['title', aMessage({ title: 'x'.repeat(201) })],
    ['body', aMessage({ body: 'x'.repeat(20_001) })],
    ['body', aMessage({ body: undefined })],
    ['category', aMessage({ category: 'x'.repeat(201) })],
    ['categories', aMessage({ categories: Array.from({ length: 11 }, () => 'x') })],
    ['signatories', aMessage({ signatories: [] })],
    ['signatories', aMessage({ signatories: undefined })],
    ['signatories[0].name', aMessage({ signatories: [{ name: '' }] })],
    ['signatories[0].contact', aMessage({ signatories: [{ name: '甲', contact: 'x'.repeat(101) }] })],
    ['occurredAt', aMessage({ occurredAt: '2026-02-30T00:00:00Z' })],
    ['occurredAt', aMessage({ occurredAt: '昨天' })],
    ['principalId', { kind: 'instruction', title: '甲', body: '乙' }],
    ['principalId', { kind: 'instruction', title: '甲', body: '乙', principalId: 'x' }],
    ['meeting', { kind: 'meeting_decision', title: '甲', body: '乙' }],
    ['evidenceIds', aMessage({ evidenceIds: ['x'] })],
    ['surprise', aMessage({ surprise: true })],
    ['handlingProposal.wording', aMessage({ handlingProposal: { wording: '', forPersonId: '01920000-0000-7000-8000-000000000000' } })],
  ])('refuses 400 naming %s (case %#)', async (path, body) => {
    const answer = await s.as('officer').post('/matters', body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error: Json) => error.path)).toContain(path);
  });

  it.each([
    ['matter.dateInFuture', 'occurredAt', () => aMessage({ occurredAt: '2199-01-01T00:00:00Z' })],
    ['matter.notAPrincipal', 'principalId', () => ({ kind: 'instruction', title: '甲', body: '乙', principalId: s.county.person.officer })],
    ['matter.notAPrincipal', 'handlingProposal.forPersonId', () => aMessage({ handlingProposal: { wording: '甲', forPersonId: s.county.person.officer } })],
    [
      'matter.unknownUnit',
      'handlingProposal.leadUnitId',
      () => aMessage({ handlingProposal: { wording: '甲', forPersonId: s.county.person.magistrate, leadUnitId: s.county.person.officer } }),
    ],
    [
      'matter.repeatedUnit',
      'handlingProposal.assistUnitIds[0]',
      () =>
        aMessage({
          handlingProposal: { wording: '甲', forPersonId: s.county.person.magistrate, leadUnitId: s.county.unit.water, assistUnitIds: [s.county.unit.water] },
        }),
    ],
    ['matter.dueInPast', 'handlingProposal.dueAt', () => aMessage({ handlingProposal: { wording: '甲', forPersonId: s.county.person.magistrate, dueAt: '2020-01-01T00:00:00Z' } })],
    ['evidence.notYours', 'evidenceIds', () => aMessage({ evidenceIds: [s.county.person.officer] })],
  ])('refuses %s naming %s, and nothing is entered', async (code, path, body) => {
    const before = await s.as('officer').sees('/matters/count');
    const answer = await s.as('officer').post('/matters', body());
    expect(answer.body).toMatchObject({ status: 422, code });
    expect(answer.body.errors[0].path).toBe(path);
    expect(await s.as('officer').sees('/matters/count')).toEqual(before);
  });

  it('lets an office enter only what its own leader said', async () => {
    const body = { kind: 'instruction', title: '甲', body: '乙', principalId: s.county.person.secretary };
    expect(await s.as('clerkOfMagistrate').post('/matters', body)).toMatchObject({ status: 403, body: { code: 'matter.notAddressedToYou' } });
    expect(await s.as('magistrate').post('/matters', body)).toMatchObject({ status: 403 });
  });

  it('refuses a text that cannot be stored', async () => {
    const answer = await s.as('officer').post('/matters', aMessage({ title: 'a\u0000b' }));
    expect(answer.status).toBe(400);
  });

  it('enters the same message of a source once', async () => {
    await s.as('officer').does('/matters', aMessage({ foreignId: 'A-1' }));
    expect(await s.as('officer').post('/matters', aMessage({ foreignId: 'A-1' }))).toMatchObject({ status: 409, body: { code: 'matter.alreadyEntered' } });
    await s.as('officer').does('/matters', aMessage({ foreignId: 'A-1', body: '另一件事' }));
  });

  it('lets nobody of a unit enter or read what is not theirs', async () => {
    expect((await s.as('waterLiaison').post('/matters', aMessage())).status).toBe(403);
    const matter = await s.as('officer').does('/matters', aMessage());
    expect(matter.actions).toContain('register');
    expect((await s.as('waterLiaison').get(`/matters/${matter.id}`)).status).toBe(404);
    expect(await s.as('waterLiaison').sees('/matters')).toEqual({ items: [], next: null });
    expect((await s.as('sysadmin').get('/matters')).status).toBe(403);
    expect((await s.stranger().get('/matters')).status).toBe(401);
  });
});

describe('triage', () => {
  it('chooses among categories and ends the need for triage', async () => {
    const matter = await s.as('officer').does('/matters', aMessage({ category: null, categories: ['水利', '城乡建设'] }));
    expect(matter).toMatchObject({ category: '水利', needsTriage: true });
    const seen = await s.as('clerk').patch(`/matters/${matter.id}`, { category: '城乡建设', title: '改过的题目' }, { ifMatch: 1 });
    expect(seen.body).toMatchObject({ version: 2, category: '城乡建设', categories: ['城乡建设', '水利'], needsTriage: false, title: '改过的题目' });
    expect(seen.headers.etag).toBe('"2"');
    expect((await s.as('clerk').patch(`/matters/${matter.id}`, { title: '又改' }, { ifMatch: 1 })).status).toBe(412);
    expect((await s.as('clerk').patch(`/matters/${matter.id}`, { title: '又改' })).status).toBe(428);
    expect((await s.as('clerk').patch(`/matters/${matter.id}`, { title: '' }, { ifMatch: 2 })).status).toBe(400);
  });

  it('is over once the matter is settled', async () => {
    const matter = await s.as('officer').does('/matters', aMessage());
    const filed = await s.as('officer').does(`/matters/${matter.id}/file`, { reason: '无需办理' }, { ifMatch: 1 });
    expect(await s.as('clerk').patch(`/matters/${matter.id}`, { title: '改' }, { ifMatch: filed.version })).toMatchObject({ status: 409, body: { code: 'matter.moveRefused' } });
  });
});

describe('the list of matters', () => {
  it('finds by two characters, by number, by branch, by state, and pages by key', async () => {
    const drain = await s.as('officer').does('/matters', aMessage({ title: '窨井盖破损', category: '城乡建设/市政设施/窨井盖与排水' }));
    const ids = (answer: Json): string[] => answer.items.map((item: Json) => item.id);
    const find = async (query: string): Promise<string[]> => ids(await s.as('officer').sees(`/matters?${query}`));
    expect(await find(`q=${encodeURIComponent('井盖')}`)).toEqual([drain.id]);
    expect(await find(`q=${encodeURIComponent(drain.intakeNo)}`)).toContain(drain.id);
    expect(await find(`q=${encodeURIComponent('没有这个词')}`)).toEqual([]);
    expect(await find(`category=${encodeURIComponent('城乡建设/市政设施/窨井盖与排水')}`)).toEqual([drain.id]);
    expect(await find(`category=${encodeURIComponent('城乡建设')}&q=${encodeURIComponent('井盖')}`)).toEqual([drain.id]);
    expect(await find(`category=${encodeURIComponent('城乡')}&q=${encodeURIComponent('井盖')}`)).toEqual([]);
    expect(await find('state=filed')).toHaveLength(1);
    expect(await find('needsTriage=true')).not.toContain(drain.id);
    const all = await find('limit=200');
    const pages: string[] = [];
    for (let cursor = ''; ; ) {
      const page: Json = await s.as('officer').sees(`/matters?limit=3${cursor}`);
      pages.push(...ids(page));
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(pages).toEqual(all);
    expect(await s.as('officer').sees('/matters/count')).toEqual({ value: all.length, capped: false });
  });

  it.each(['state=lost', 'kind=x', 'needsTriage=perhaps', 'receivedFrom=gestern', 'limit=0', 'limit=201', 'cursor=x', `cursor=${Buffer.from('["x"]').toString('base64url')}`, 'importId=1', 'foo=1', 'q=a&q=b'])(
    'refuses ?%s with 400',
    async (query) => {
      expect((await s.as('officer').get(`/matters?${query}`)).status).toBe(400);
    },
  );
});
