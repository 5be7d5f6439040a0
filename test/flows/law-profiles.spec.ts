import { KeepShipped } from '@ducha/deadline';
import { type Answer, type Json, World } from '#test-kit';
import { textOf } from './stories/profile-text.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
}, 60_000);
afterAll(() => world.close());

const refusal = ({ status, body }: Answer): unknown[] => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ path, constraint }: Json) => `${path} ${constraint}`),
];
const head = () => world.as('bureauHead');
const henan = 'henan.deputy_suggestion';
const sees = (path: string): Promise<Json> => world.as('waterLiaison').sees(`/law-profiles${path}`);
const put = (text: object, ifMatch: number, code = henan): Promise<Answer> =>
  head().put(`/law-profiles/${code}`, text, { ifMatch });
const dueOn = async (clock: string): Promise<string> =>
  (await head().does('/deadlines/preview', { clock, from: '2026-02-06T10:00:00+08:00' })).day;

describe('law profiles', () => {
  it('come with the product and say what clocks need to know', async () => {
    const all: Json[] = await sees('');
    expect(
      all.every(
        ({ origin, shippedText, revision }) => origin === 'shipped' && shippedText === 'same' && revision === 1,
      ),
    ).toBe(true);
    const instruction = await sees('/local.instruction');
    expect(instruction.clocks.map(({ code, importance }: Json) => [code, importance])).toEqual([
      ['urgent', 'urgent'],
      ['ordinary', 'ordinary'],
      ['hard', 'hard'],
      ['report_up', null],
    ]);
    expect((await sees(`/${henan}`)).clocks.find(({ code }: Json) => code === 'answer')).toMatchObject({
      article: '第20条',
      term: { n: 3, unit: 'month' },
      extendedTo: { n: 6, unit: 'month' },
      extensions: 1,
    });
    expect(refusal(await head().get('/law-profiles/no.such'))).toEqual([404, 'deadline.profileNotFound']);
    expect(refusal(await head().get('/law-profiles/no.such/revisions'))).toEqual([404, 'deadline.profileNotFound']);
  });

  it('are edited by the head of the bureau: a new revision, counted by at once, with history', async () => {
    expect(await dueOn(`${henan}/answer`)).toBe('2026-05-06');
    const before = await sees(`/${henan}`);
    const text = textOf(before);
    text.rolls = true;
    text.dayEndsAt = '18:00';
    text.receiptAfterHours = 8;
    text.clocks.find(({ code }: Json) => code === 'answer').term.n = 2;
    expect(await head().does(`/law-profiles/${henan}/preview`, text)).toEqual({
      clocks: { open: 0, earlier: 0, later: 0, furthestDays: 0 },
    });
    expect((await world.as('officer').put(`/law-profiles/${henan}`, text, { ifMatch: 1 })).status).toBe(403);
    expect((await world.as('sysadmin').put(`/law-profiles/${henan}`, text, { ifMatch: 1 })).status).toBe(403);
    expect((await put(text, 1)).body).toMatchObject({
      revision: 2,
      origin: 'edited',
      dayEndsAt: '18:00',
      receiptAfterHours: 8,
    });
    expect(await dueOn(`${henan}/answer`)).toBe('2026-04-07');
    expect(refusal(await put(text, 1)).slice(0, 2)).toEqual([412, 'http.preconditionFailed']);
    const revisions: Json[] = await sees(`/${henan}/revisions`);
    expect(revisions.map(({ revision, origin, madeBy, rolls }) => [revision, origin, madeBy?.name, rolls])).toEqual([
      [2, 'edited', '陆局长', true],
      [1, 'shipped', undefined, false],
    ]);
    expect((await sees(`/in-force?kind=deputy_suggestion&place=410225&on=2026-03-02`)).revision).toBe(2);
  });

  it('a newer version of the product does not touch what the county edited; the county may take its text', async () => {
    const texts = async (): Promise<Json[]> =>
      (await world.store.query<{ shipped: Json }>('select shipped from law_profile order by code')).map(
        ({ shipped }) => shipped,
      );
    const newer = (await texts()).map((profile) => ({ ...profile, title: `${profile.title}, amended` }));
    const keep = world.app.get(KeepShipped, { strict: false });
    await keep.run({ years: [], profiles: newer });
    expect(await sees(`/${henan}`)).toMatchObject({ revision: 2, origin: 'edited', shippedText: 'newer' });
    expect(await sees('/cn.petition')).toMatchObject({
      revision: 2,
      origin: 'shipped',
      shippedText: 'same',
      title: 'Petitions regulation 2022, amended',
    });
    const withdrawn = await head().post(`/law-profiles/${henan}/withdraw`, {}, { ifMatch: 2 });
    expect(withdrawn.body).toMatchObject({
      revision: 3,
      origin: 'shipped',
      rolls: false,
      title: 'Henan deputy suggestions 2017, amended',
    });
    await keep.onModuleInit();
    expect(await sees(`/${henan}`)).toMatchObject({ revision: 4, title: 'Henan deputy suggestions 2017' });
    expect(await dueOn(`${henan}/answer`)).toBe('2026-05-06');
  });

  it('of one kind, place and time there is one', async () => {
    const text = textOf(await sees(`/${henan}`));
    const begin = (code: string, change: object): Promise<Answer> =>
      head().post('/law-profiles', { ...text, code, ...change });
    const doubled = await begin('henan.second', { from: '2026-01-01' });
    expect(refusal(doubled)).toEqual([422, 'deadline.profileOverlaps', 'from overlaps']);
    expect(doubled.body).toMatchObject({ other: henan, otherTitleZh: '河南省代表建议办理办法（2017）' });
    expect(refusal(await begin(henan, {}))).toEqual([409, 'deadline.profileExists', 'code unique']);
    expect((await begin('lankao.deputy_suggestion', { place: '410225' })).status).toBe(201);
    const near = await sees('/in-force?kind=deputy_suggestion&place=410225&on=2026-03-02');
    expect(near).toMatchObject({ code: 'lankao.deputy_suggestion', revision: 1, shippedText: 'none' });
    expect(refusal(await head().post('/law-profiles/lankao.deputy_suggestion/withdraw', {}, { ifMatch: 1 }))).toEqual([
      409,
      'deadline.nothingShipped',
    ]);
    // the old law ends, the new one begins the day after
    expect((await put({ ...text, to: '2026-12-31' }, 4)).status).toBe(200);
    expect((await begin('henan.suggestion_2027', { from: '2027-01-01' })).status).toBe(201);
    expect(refusal(await put({ ...text, to: '2027-01-01' }, 5))[1]).toBe('deadline.profileOverlaps');
    expect((await sees('/in-force?kind=deputy_suggestion&place=410101&on=2027-01-01')).code).toBe(
      'henan.suggestion_2027',
    );
  });

  it('refuses what cannot be counted, with the field', async () => {
    const view = await sees('/local.documents');
    const wrong = async (change: (text: Json) => void): Promise<unknown[]> => {
      const text = structuredClone(textOf(view));
      change(text);
      return refusal(await put(text, view.revision, 'local.documents'));
    };
    const invalid = (field: string): unknown[] => [400, 'http.invalidRequest', field];
    expect(await wrong((text) => (text.clocks[0].term.n = 0))).toEqual(invalid('clocks[0].term.n min'));
    expect(await wrong((text) => (text.clocks[0].term.n = 1e9))).toEqual(invalid('clocks[0].term.n max'));
    expect(await wrong((text) => (text.from = '275760-09-13'))).toEqual(invalid('from isDay'));
    expect(await wrong((text) => (text.from = '2026-02-30'))).toEqual(invalid('from isDay'));
    expect(await wrong((text) => (text.dayEndsAt = '24:30'))).toEqual(invalid('dayEndsAt matches'));
    const refused = (field: string): unknown[] => [422, 'deadline.profileWrong', field];
    expect(await wrong((text) => (text.clocks[0].term.n = 9_999))).toEqual(refused('clocks[0].term.n max'));
    expect(await wrong((text) => (text.to = '2001-01-01'))).toEqual(refused('to notBeforeFrom'));
    expect(await wrong((text) => text.kinds.push('tittle_tattle'))).toEqual(refused('kinds[2] known'));
    expect(await wrong((text) => (text.clocks[1].code = 'document'))).toEqual(refused('clocks[1].code once'));
    expect(await wrong((text) => (text.clocks[0].yearly = '08-31'))).toEqual(refused('clocks[0].term oneOf'));
    expect(await wrong((text) => (text.clocks[0].extendedTo = { n: 3, unit: 'natural_day' }))).toEqual(
      refused('clocks[0].extendedTo.n longer'),
    );
    expect(await wrong((text) => (text.clocks[0].extensions = 2))).toEqual(refused('clocks[0].extensions belongs'));
    expect(
      await wrong((text) => {
        delete text.clocks[0].term;
        text.clocks[0].yearly = '02-29';
      }),
    ).toEqual(refused('clocks[0].yearly isDay'));
    expect((await sees('/local.documents')).revision).toBe(view.revision);
  });

  it('know the kinds of matters that there are', async () => {
    const kinds: string[] = (await world.as('officer').sees('/matter-kinds')).map(({ kind }: Json) => kind);
    const view = await sees('/cn.inspection_review');
    expect(
      (await put({ ...textOf(view), kinds, place: '99' }, view.revision, 'cn.inspection_review')).body.kinds,
    ).toEqual(kinds);
  });
});
