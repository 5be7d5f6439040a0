import { type Answer, type Json, World } from '#test-kit';

let world: World;
beforeAll(async () => {
  world = await World.open();
}, 60_000);
afterAll(() => world.close());

const preview = (body: object): Promise<Answer> => world.as('waterLiaison').post('/deadlines/preview', body);
const clock = async (code: string, from: string, more: object = {}): Promise<Json> =>
  (await preview({ clock: `henan.deputy_suggestion/${code}`, from: `${from}T10:00:00+08:00`, ...more })).body;
const refusal = ({ status, body }: Answer): unknown[] => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ path }: Json) => path),
];

describe('a deputy’s suggestion in Henan, over the spring festival of 2026', () => {
  it('has its whole chain of time limits, each with its article', async () => {
    expect(await clock('return', '2026-02-06')).toMatchObject({
      day: '2026-02-27',
      workingDays: 10,
      provisional: false,
      basis: { titleZh: '河南省代表建议办理办法（2017）', article: '第14条' },
      extendedDay: null,
    });
    expect(await clock('reassign', '2026-02-27')).toMatchObject({ day: '2026-03-12' });
    expect(await clock('assist', '2026-02-28')).toMatchObject({ day: '2026-04-28' });
    expect(await clock('answer', '2026-02-06')).toMatchObject({ day: '2026-05-06', extendedDay: '2026-08-06' });
    expect(await clock('feedback', '2026-05-06')).toMatchObject({ day: '2026-05-19' });
    expect(await clock('redo', '2026-05-31')).toMatchObject({ day: '2026-06-30', dueAt: '2026-06-30T15:59:59.999Z' });
    expect(await clock('yearly_report', '2026-02-06')).toMatchObject({ day: '2026-08-31' });
    expect(await clock('yearly_report', '2025-09-01')).toMatchObject({ day: '2026-08-31' });
  });

  it('rolls from a last day off only when the county says so', async () => {
    expect(await clock('answer', '2026-02-01')).toMatchObject({ day: '2026-05-01', rolled: false });
    expect(await clock('answer', '2026-02-01', { rolls: true })).toMatchObject({
      day: '2026-05-06',
      countedDay: '2026-05-01',
      rolled: true,
    });
  });
});

describe('a term of one’s own', () => {
  const from = '2026-11-20T17:30:00+08:00';

  it('is counted in the units that were asked for', async () => {
    const days = async (n: number, unit: string, more: object = {}): Promise<Json> =>
      (await preview({ from, term: { n, unit }, ...more })).body;
    expect(await days(3, 'working_day')).toMatchObject({ day: '2026-11-25', basis: null });
    expect(await days(3, 'working_day', { countsFirstDay: true })).toMatchObject({ day: '2026-11-24' });
    expect(await days(3, 'working_hour')).toMatchObject({ dueAt: '2026-11-23T02:30:00.000Z' });
    expect(await days(1, 'natural_day', { dayEndsAt: '18:00' })).toMatchObject({ dueAt: '2026-11-21T10:00:00.000Z' });
  });

  it('is not guessed where the year is not published, unless asked for', async () => {
    const wanted = { from, term: { n: 60, unit: 'working_day' } };
    expect(refusal(await preview(wanted))).toEqual([422, 'calendar.yearNotPublished']);
    expect((await preview(wanted)).body).toMatchObject({ year: 2027 });
    expect((await preview({ ...wanted, guess: true })).body).toMatchObject({
      day: '2027-02-12',
      provisional: true,
      workingDays: null,
    });
  });

  it.each([
    [{ from: '2026-02-30T10:00:00+08:00', term: { n: 1, unit: 'month' } }, [400, 'http.invalidRequest', 'from']],
    [{ from, term: { n: 0, unit: 'month' } }, [400, 'http.invalidRequest', 'term.n']],
    [{ from, term: { n: 1e9, unit: 'month' } }, [400, 'http.invalidRequest', 'term.n']],
    [{ from, term: { n: 30_000, unit: 'working_day' } }, [422, 'calendar.termOutOfRange']],
    [{ from, term: { n: 1, unit: 'fortnight' } }, [400, 'http.invalidRequest', 'term.unit']],
    [{ from, dayEndsAt: '25:00', term: { n: 1, unit: 'month' } }, [400, 'http.invalidRequest', 'dayEndsAt']],
    [{ from }, [422, 'deadline.termOrClock', 'term']],
    [{ from, clock: 'henan.deputy_suggestion/never' }, [422, 'deadline.unknownClock', 'clock']],
    [{ from, clock: '__proto__/constructor' }, [422, 'deadline.unknownClock', 'clock']],
  ])('%j is refused with the field', async (body, wanted) => expect(refusal(await preview(body))).toEqual(wanted));

  it('is for whoever is signed in', async () => {
    expect((await world.stranger().post('/deadlines/preview', {})).status).toBe(401);
  });
});

describe('law profiles', () => {
  it('name kinds that exist, a source, and time limits that can be counted', async () => {
    const all: Json[] = await world.as('waterLiaison').sees('/law-profiles');
    const kinds = new Set((await world.as('officer').sees('/matter-kinds')).map(({ kind }: Json) => kind));
    expect(all.length).toBeGreaterThan(9);
    expect(all.flatMap(({ kinds: named }) => named).filter((kind: string) => !kinds.has(kind))).toEqual([]);
    expect(all.filter(({ source }) => !source)).toEqual([]);
    const codes = all.flatMap(({ code, clocks }) => clocks.map((one: Json) => `${code}/${one.code}`));
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes)
      expect((await preview({ from: '2026-03-02T09:00:00+08:00', clock: code })).body).toMatchObject({
        provisional: false,
      });
    const inForce = async (kind: string, place: string, on: string): Promise<Answer> =>
      world.as('waterLiaison').get(`/law-profiles/in-force?kind=${kind}&place=${place}&on=${on}`);
    const nearest = async (place: string, on: string): Promise<string> =>
      (await inForce('deputy_suggestion', place, on)).body.code;
    expect(await nearest('410225', '2026-03-02')).toBe('henan.deputy_suggestion');
    expect(await nearest('370102', '2026-03-02')).toBe('cn.deputy_suggestion');
    expect(refusal(await inForce('petition', '410225', '2021-03-02'))).toEqual([404, 'deadline.noProfile']);
    expect(refusal(await inForce('petition', '410225', '2021-02-30'))).toEqual([400, 'http.invalidRequest', 'on']);
    expect((await world.as('waterLiaison').sees('/law-profiles?kind=petition')).map(({ code }: Json) => code)).toEqual([
      'cn.petition',
    ]);
  });
});
