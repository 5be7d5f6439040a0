import { type Json, World } from '#test-kit';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
});
afterAll(() => world.close());

const settings = {
  filters: { state: ['dispatched', 'under_way'], overdue: 'true' },
  columns: ['number', 'title', 'due'],
  sort: 'due',
  group: 'lead_unit',
  density: 'compact',
};
const namesOf = (views: Json): string[] => views.map(({ name }: Json) => name);

describe('a saved view', () => {
  it('is kept as it was said, and is nobody else’s', async () => {
    const view = await world.as('officer').does('/ledger-views', { name: '水利逾期', settings });
    expect(view).toMatchObject({ name: '水利逾期', own: true, shared: false, first: false, settings });
    expect(namesOf(await world.as('officer2').sees('/ledger-views'))).toEqual([]);
    const stranger = await world.as('officer2').patch(`/ledger-views/${view.id}`, { name: '我的' }, { ifMatch: 1 });
    expect([stranger.status, stranger.body.code]).toEqual([404, 'task.viewNotFound']);
  });

  it('is shared with the unit, read by it, and changed by its owner alone', async () => {
    const view = await world.as('officer').does('/ledger-views', { name: '全局逾期', settings, shared: true });
    const [seen] = await world.as('officer2').sees('/ledger-views');
    expect(seen).toMatchObject({ id: view.id, own: false, shared: true });
    expect(namesOf(await world.as('waterHead').sees('/ledger-views'))).toEqual([]);
    const renamed = await world.as('officer2').patch(`/ledger-views/${view.id}`, { name: '改名' }, { ifMatch: 1 });
    expect([renamed.status, renamed.body.code]).toEqual([403, 'task.viewNotYours']);
    expect((await world.as('officer2').delete(`/ledger-views/${view.id}`)).body.code).toBe('task.viewNotYours');
    const stale = await world.as('officer').patch(`/ledger-views/${view.id}`, { shared: false }, { ifMatch: 9 });
    expect(stale.status).toBe(412);
    const changed = await world.as('officer').patch(`/ledger-views/${view.id}`, { shared: false }, { ifMatch: 1 });
    expect(changed.body).toMatchObject({ version: 2, shared: false, name: '全局逾期' });
    expect(namesOf(await world.as('officer2').sees('/ledger-views'))).toEqual([]);
  });

  it('reaches the colleagues in another division of the same office', async () => {
    const { unit, person } = world.county;
    await world.store.query(
      `insert into unit (id, parent_id, path, name, short_name, kind, sort, from_at, version)
       select gen_random_uuid(), id, path || 'first/', '督办一科', '督办一科', 'division', 99, from_at, 1 from unit where id = $1`,
      [unit.bureau],
    );
    await world.store.query(
      `update post set unit_id = (select id from unit where name = '督办一科') where person_id = $1`,
      [person.officer],
    );
    const view = await world.as('officer').does('/ledger-views', { name: '科室的', settings, shared: true });
    expect(namesOf(await world.as('officer2').sees('/ledger-views'))).toContain('科室的');
    expect(namesOf(await world.as('waterHead').sees('/ledger-views'))).toEqual([]);
    expect((await world.as('officer').delete(`/ledger-views/${view.id}`)).status).toBe(204);
  });

  it('may be what the ledger opens with, until it is removed', async () => {
    const view = await world.as('officer').does('/ledger-views', { name: '首屏', settings, shared: true });
    const mine = await world.as('officer2').put('/ledger-views/first', { viewId: view.id });
    expect(mine.body.find(({ first }: Json) => first).name).toBe('首屏');
    const hidden = await world.as('waterHead').put('/ledger-views/first', { viewId: view.id });
    expect([hidden.status, hidden.body.code]).toEqual([404, 'task.viewNotFound']);
    expect((await world.as('officer').delete(`/ledger-views/${view.id}`)).status).toBe(204);
    expect((await world.as('officer2').sees('/ledger-views')).some(({ first }: Json) => first)).toBe(false);
    expect((await world.as('officer2').put('/ledger-views/first', { viewId: null })).status).toBe(200);
  });

  it('never widens what its reader sees: the list follows the reader, not the owner', async () => {
    await story.assigned({ lead: 'city' });
    await world.as('waterHead').does('/ledger-views', { name: '全部', settings: { filters: {} }, shared: true });
    const [view] = await world.as('waterLiaison').sees('/ledger-views');
    expect(view.name).toBe('全部');
    expect((await world.as('waterLiaison').sees('/tasks')).items).toEqual([]);
  });

  it('holds no filter, column or order that the ledger does not know', async () => {
    const answer = async (wrong: object) => {
      const { status, body } = await world.as('officer').post('/ledger-views', { name: '错', settings: wrong });
      return [status, body.errors?.[0]?.path];
    };
    expect(await answer({ filters: { unitId: 'x' } })).toEqual([400, 'settings.filters.unitId']);
    expect(await answer({ columns: ['secret'] })).toEqual([400, 'settings.columns']);
    expect(await answer({ filters: { scope: 'all' } })).toEqual([400, 'settings.filters.scope']);
    expect(await answer({ sort: 'title' })).toEqual([400, 'settings.sort']);
  });

  it('is limited to a hundred a person', async () => {
    await world.store.query(
      `insert into ledger_view (id, owner_id, name, settings, created_at, version) select gen_random_uuid(), $1, 'v' || n, '{}', now(), 1 from generate_series(1, 100) n`,
      [world.county.person.clerk],
    );
    const { status, body } = await world.as('clerk').post('/ledger-views', { name: '多一个', settings: {} });
    expect([status, body.code]).toEqual([409, 'task.tooManyViews']);
  });

  it('leaves its acts in the record, and its name out of it', async () => {
    await world.settles();
    const rows = await world.store.query<{ act: string; facts: object; words: string | null }>(
      `select r.act, r.facts, w.words from audit_row r left join audit_words w on w.row_id = r.id where r.act like 'ledger_view.%'`,
    );
    expect([...new Set(rows.map(({ act }) => act))].sort()).toEqual(
      expect.arrayContaining(['ledger_view.change', 'ledger_view.first', 'ledger_view.remove', 'ledger_view.save']),
    );
    expect(JSON.stringify(rows)).not.toContain('水利逾期');
  });
});
