import { type Json, World } from '#test-kit';
import { aMessage } from './stories/matter-story.js';

jest.setTimeout(60_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
});
afterAll(() => s.close());

describe('triage', () => {
  it('chooses among categories and ends the need for triage', async () => {
    const matter = await s
      .as('officer')
      .does('/matters', aMessage({ category: null, categories: ['水利', '城乡建设'] }));
    expect(matter).toMatchObject({ category: '水利', needsTriage: true });
    const seen = await s
      .as('clerk')
      .patch(`/matters/${matter.id}`, { category: '城乡建设', title: '改过的题目' }, { ifMatch: 1 });
    expect(seen.body).toMatchObject({
      version: 2,
      category: '城乡建设',
      categories: ['城乡建设', '水利'],
      needsTriage: false,
      title: '改过的题目',
    });
    expect(seen.headers.etag).toBe('"2"');
    expect((await s.as('clerk').patch(`/matters/${matter.id}`, { title: '又改' }, { ifMatch: 1 })).status).toBe(412);
    expect((await s.as('clerk').patch(`/matters/${matter.id}`, { title: '又改' })).status).toBe(428);
    expect((await s.as('clerk').patch(`/matters/${matter.id}`, { title: '' }, { ifMatch: 2 })).status).toBe(400);
  });

  it('is read anew each time: the version is no word on what stands beside the record', async () => {
    const { id } = await s.as('clerk').does('/matters', aMessage());
    const first = await s.as('clerk').get(`/matters/${id}`);
    const again = await s.as('clerk').get(`/matters/${id}`, { 'If-None-Match': first.headers['etag'] ?? '' });
    expect([first.headers['etag'], again.status, again.body.id]).toEqual(['"1"', 200, id]);
    expect(again.headers['cache-control']).toBe('no-store');
  });

  it('is over once the matter is settled', async () => {
    const matter = await s.as('officer').does('/matters', aMessage());
    const filed = await s.as('officer').does(`/matters/${matter.id}/file`, { reason: '无需办理' }, { ifMatch: 1 });
    expect(
      await s.as('clerk').patch(`/matters/${matter.id}`, { title: '改' }, { ifMatch: filed.version }),
    ).toMatchObject({ status: 409, body: { code: 'matter.moveRefused' } });
  });
});

describe('the list of matters', () => {
  it('finds by two characters, by number, by branch, by state, and pages by key', async () => {
    const drain = await s
      .as('officer')
      .does('/matters', aMessage({ title: '窨井盖破损', category: '城乡建设/市政设施/窨井盖与排水' }));
    const ids = (answer: Json): string[] => answer.items.map((item: Json) => item.id);
    const find = async (query: string): Promise<string[]> => ids(await s.as('officer').sees(`/matters?${query}`));
    expect(await find(`q=${encodeURIComponent('井盖')}`)).toEqual([drain.id]);
    expect(await find(`q=${encodeURIComponent(drain.intakeNo)}`)).toContain(drain.id);
    expect(await find(`q=${encodeURIComponent('没有这个词')}`)).toEqual([]);
    expect(await find(`category=${encodeURIComponent('城乡建设/市政设施/窨井盖与排水')}`)).toEqual([drain.id]);
    expect(await find(`category=${encodeURIComponent('城乡建设')}&q=${encodeURIComponent('井盖')}`)).toEqual([
      drain.id,
    ]);
    expect(await find(`category=${encodeURIComponent('城乡')}&q=${encodeURIComponent('井盖')}`)).toEqual([]);
    expect(await find('state=filed')).toHaveLength(1);
    expect(await find('needsTriage=true')).not.toContain(drain.id);
    const all = await find('limit=200');
    expect(await turned('limit=3')).toEqual(all);
    expect(await s.as('officer').sees('/matters/count')).toEqual({ value: all.length, capped: false });
  });

  it('finds a word page by page, among the latest and far back', async () => {
    const old = await s.as('officer').does('/matters', aMessage({ title: '古桥栏杆断裂' }));
    await copies(old.id, 2_100, (n) => (n % 700 === 0 ? '桥头栏杆松动' : '街边积水'));
    const hits = await turned(`limit=200&q=${encodeURIComponent('栏杆')}`);
    expect(hits).toHaveLength(4);
    expect(hits.at(-1)).toBe(old.id);
    expect([...hits].sort().reverse()).toEqual(hits);
    for (const limit of [1, 2, 3]) expect(await turned(`limit=${limit}&q=${encodeURIComponent('栏杆')}`)).toEqual(hits);
    expect(await turned(`limit=200&q=${encodeURIComponent('积水')}&state=received`)).toHaveLength(2_097);
  });

  it.each([
    'state=lost',
    'kind=x',
    'needsTriage=perhaps',
    'receivedFrom=gestern',
    'limit=0',
    'limit=201',
    'cursor=x',
    `cursor=${Buffer.from('["x"]').toString('base64url')}`,
    'importId=1',
    'foo=1',
    'q=a&q=b',
  ])('refuses ?%s with 400', async (query) => {
    expect((await s.as('officer').get(`/matters?${query}`)).status).toBe(400);
  });
});

/** Every id of a list, page after page. */
async function turned(query: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor = ''; ;) {
    const page: Json = await s.as('officer').sees(`/matters?${query}${cursor}`);
    ids.push(...page.items.map((item: Json) => item.id));
    if (page.next === null) return ids;
    cursor = `&cursor=${page.next}`;
  }
}

/** Lays out later matters like one that is there. */
async function copies(id: string, count: number, titleOf: (n: number) => string): Promise<void> {
  const rest = await s.store.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = 'matter'
     and is_generated = 'NEVER' and column_name not in ('id', 'intake_no', 'title')`,
  );
  const names = rest.map(({ name }) => name);
  await s.store.query(
    `insert into matter (id, intake_no, title, ${names.join(', ')})
     select ('fffffff0-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '抄' || n, t.title, ${names.map((name) => `m.${name}`).join(', ')}
     from matter m cross join unnest($2::text[]) with ordinality as t(title, n) where m.id = $1`,
    [id, Array.from({ length: count }, (_, i) => titleOf(i + 1))],
  );
}
