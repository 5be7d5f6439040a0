import { existsSync, readFileSync } from 'node:fs';
import { KeepShipped } from '@ducha/deadline';
import { type Answer, type Json, World } from '#test-kit';

let world: World;
let county: string;
beforeAll(async () => {
  world = await World.open();
  county = (await world.as('waterStaff').sees('/calendars/in-force')).id;
}, 60_000);
afterAll(() => world.close());

const refusal = ({ status, body }: Answer): unknown[] => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ path, constraint }: Json) => `${path} ${constraint}`),
];
const head = () => world.as('bureauHead');
const year = (of: string, calendar = county): Promise<Json> =>
  world.as('waterLiaison').sees(`/calendars/${calendar}/years/${of}`);
const due = async (from: string, n: number, more: object = {}): Promise<Answer> =>
  world
    .as('waterLiaison')
    .post('/deadlines/preview', { from: `${from}T10:00:00+08:00`, term: { n, unit: 'working_day' }, ...more });
const notice = [
  { day: '2027-01-01', name: '元旦', working: false },
  { day: '2027-02-05', name: '春节', working: false },
  { day: '2027-02-08', name: '春节', working: false },
  { day: '2027-02-07', name: '春节', working: true },
];
const publish = (days: object[], ifMatch: number, of = '2027', calendar = county): Promise<Answer> =>
  head().put(
    `/calendars/${calendar}/years/${of}`,
    { days, addresses: ['https://www.gov.cn/zhengce/2027'], origin: 'form' },
    { ifMatch },
  );

describe('the county’s calendar', () => {
  it('comes with the official years, each with its notice, for whoever is signed in', async () => {
    const [first]: Json[] = await world.as('auditadmin').sees('/calendars');
    expect(first).toMatchObject({ unit: null, week: [true, true, true, true, true, false, false] });
    expect(first.years.map((one: Json) => one.year).sort()).toEqual(Array.from({ length: 20 }, (_, at) => 2007 + at));
    expect(await year('2026')).toMatchObject({
      published: true,
      revision: 1,
      addresses: ['https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'],
      officeHours: [
        { from: '08:00', to: '12:00' },
        { from: '14:30', to: '18:00' },
      ],
    });
    expect(await year('2027')).toMatchObject({ published: false, revision: 0, workingDays: null, days: [] });
    expect((await world.stranger().get('/calendars')).status).toBe(401);
    expect((await head().get(`/calendars/${county}/years/275760`)).status).toBe(400);
    expect((await head().get(`/calendars/${county}/years/2026/revisions/99999999999`)).status).toBe(400);
    expect(refusal(await head().get(`/calendars/${county}/years/2026/revisions/7`))).toEqual([
      404,
      'deadline.revisionNotFound',
    ]);
  });

  it('refuses a wrong day by its place, and changes nothing', async () => {
    const wrong = async (days: object[]): Promise<unknown[]> => refusal(await publish(days, 0));
    const off = (day: string): object => ({ day, name: '元旦', working: false });
    const work = (day: string): object => ({ day, name: '元旦', working: true });
    expect(await wrong([off('2027-02-30')])).toEqual([400, 'http.invalidRequest', 'days[0].day isDay']);
    expect(await wrong([off('275760-09-13')])).toEqual([400, 'http.invalidRequest', 'days[0].day isDay']);
    expect(await wrong([off('2027-01-01'), off('2026-11-30')])).toEqual([
      422,
      'deadline.yearWrong',
      'days[1].day ofYear',
    ]);
    expect(await wrong([off('2027-01-02'), work('2027-01-02')])).toEqual([
      422,
      'deadline.yearWrong',
      'days[1].day offOrWorking',
    ]);
    expect(await wrong([off('2027-01-01'), off('2027-01-01')])).toEqual([
      422,
      'deadline.yearWrong',
      'days[1].day once',
    ]);
    expect(await wrong([work('2027-01-04')])).toEqual([422, 'deadline.yearWrong', 'days[0].day ordinary']);
    expect(await wrong([])).toEqual([422, 'deadline.noDays', 'days notEmpty']);
    const addresses = { days: notice, origin: 'form', addresses: ['javascript:alert(1)'] };
    expect(refusal(await head().put(`/calendars/${county}/years/2027`, addresses, { ifMatch: 0 })).slice(0, 2)).toEqual(
      [400, 'http.invalidRequest'],
    );
    expect(await year('2027')).toMatchObject({ published: false, revision: 0 });
  });

  it('is published after a look at what changes; time limits then run into the year', async () => {
    expect(refusal(await due('2026-12-30', 5))).toEqual([422, 'calendar.yearNotPublished']);
    expect((await due('2026-12-30', 5, { guess: true })).body).toMatchObject({ day: '2027-01-06', provisional: true });
    const preview = await head().does(`/calendars/${county}/years/2027/preview`, { days: notice });
    expect(preview).toEqual({
      revision: 0,
      gained: ['2027-02-07'],
      lost: ['2027-01-01', '2027-02-05', '2027-02-08'],
      workingDaysBefore: null,
      workingDays: 259,
      clocks: { open: 0, earlier: 0, later: 0, furthestDays: 0 },
    });
    expect(await year('2027')).toMatchObject({ published: false });
    expect(refusal(await world.as('officer').put(`/calendars/${county}/years/2027`, {}, { ifMatch: 0 }))[0]).toBe(403);
    expect((await publish(notice, 0)).body).toMatchObject({ published: true, revision: 1, workingDays: 259 });
    expect((await due('2026-12-30', 5)).body).toMatchObject({ day: '2027-01-07', provisional: false });
    expect(refusal(await publish(notice, 0)).slice(0, 2)).toEqual([412, 'http.preconditionFailed']);
  });

  it('keeps every revision with who, when and a digest', async () => {
    expect((await publish([...notice, { day: '2027-05-03', name: '劳动节', working: false }], 1)).status).toBe(200);
    const revisions: Json[] = await world.as('waterStaff').sees(`/calendars/${county}/years/2027/revisions`);
    expect(revisions.map(({ revision, off, working, madeBy }) => [revision, off, working, madeBy.name])).toEqual([
      [2, 4, 1, '陆局长'],
      [1, 3, 1, '陆局长'],
    ]);
    expect(new Set(revisions.map(({ digest }) => digest)).size).toBe(2);
    expect((await head().sees(`/calendars/${county}/years/2027/revisions/1`)).days).toHaveLength(4);
    const [act] = await world.store.query<Json>(
      `select facts from audit_row where act = 'calendar.publish' order by at desc limit 1`,
    );
    expect(act.facts).toMatchObject({ year: 2027, revision: 2, lost: 1, gained: 0 });
  });

  it('follows the product in years it left alone, and keeps what it published itself', async () => {
    const shipped = (of: number) => ({
      year: of,
      addresses: [],
      days: [{ day: `${of}-01-01`, name: '元旦', working: false }],
    });
    const { profiles } = { profiles: [] };
    await world.app.get(KeepShipped, { strict: false }).run({ years: [2026, 2027, 2028].map(shipped), profiles });
    expect(await year('2027')).toMatchObject({ revision: 2 });
    expect(await year('2028')).toMatchObject({ published: true, revision: 1 });
    expect(await year('2026')).toMatchObject({
      revision: 2,
      days: [{ day: '2025-12-06' }, { day: '2026-01-01' }].slice(1),
    });
    await world.app.get(KeepShipped, { strict: false }).onModuleInit();
    expect(await year('2026')).toMatchObject({ revision: 3, workingDays: 248 });
    await world.app.get(KeepShipped, { strict: false }).onModuleInit();
    expect(await year('2026')).toMatchObject({ revision: 3 });
  });
});

describe('a unit’s own calendar', () => {
  it('stands over the county’s for the unit and everything below it', async () => {
    const { town, village, water, county: root } = world.county.unit;
    const begin = (unitId: string): Promise<Answer> => head().post('/calendars', { unitId });
    expect(refusal(await begin(root))).toEqual([422, 'deadline.unitWithoutOwn', 'unitId known']);
    const own = (await begin(town)).body;
    expect(own).toMatchObject({ unit: { id: town }, week: null, officeHours: null, years: [] });
    expect(refusal(await begin(town))).toEqual([409, 'deadline.unitHasCalendar']);
    // the town works on Saturdays, and on the first day of 2027
    const officeHours = [{ from: '09:00', to: '17:00' }];
    const week = [true, true, true, true, true, true, false];
    const set = (body: object, ifMatch: number, id = own.id): Promise<Answer> =>
      head().put(`/calendars/${id}/week`, body, { ifMatch });
    expect((await set({ week, officeHours }, own.version)).body).toMatchObject({ week, officeHours });
    expect(refusal(await set({ week, officeHours }, own.version))[1]).toBe('http.preconditionFailed');
    expect(
      (await publish([{ day: '2027-01-01', name: '元旦值班', working: true }], 0, '2027', own.id)).body,
    ).toMatchObject({
      revision: 1,
      published: true,
    });
    const dueFor = async (unitId: string): Promise<string> => (await due('2026-12-31', 2, { unitId })).body.day;
    expect(await dueFor(water)).toBe('2027-01-05');
    expect(await dueFor(town)).toBe('2027-01-02');
    expect(await dueFor(village)).toBe('2027-01-02');
    expect((await world.as('villageSecretary').sees(`/calendars/in-force?unitId=${village}`)).id).toBe(own.id);
    // what the county does later still holds beneath
    expect((await publish([...notice, { day: '2027-01-02', name: '元旦', working: false }], 2)).status).toBe(200);
    expect(await dueFor(village)).toBe('2027-01-04');
    expect(refusal(await publish([], 0, '2030', own.id))).toEqual([200]);
    expect(await year('2030', own.id)).toMatchObject({ published: false });
    const { version } = await world.as('sysadmin').sees(`/calendars/in-force?unitId=${town}`);
    expect((await world.as('sysadmin').delete(`/calendars/${own.id}`, { ifMatch: version })).status).toBe(204);
    expect(await dueFor(village)).toBe('2027-01-05');
  });

  it('cannot make nonsense of a week, nor end the county’s', async () => {
    const { version } = await head().sees('/calendars/in-force');
    const wrong = async (body: object): Promise<unknown[]> =>
      refusal(await head().put(`/calendars/${county}/week`, body, { ifMatch: version }));
    const week = [true, true, true, true, true, false, false];
    const officeHours = [{ from: '08:00', to: '12:00' }];
    expect(await wrong({ week: null, officeHours })).toEqual([422, 'deadline.weekWrong', 'week isDefined']);
    expect(await wrong({ week: week.map(() => false), officeHours })).toEqual([
      422,
      'deadline.weekWrong',
      'week worked',
    ]);
    expect(await wrong({ week, officeHours: [{ from: '12:00', to: '08:00' }] })).toEqual([
      422,
      'deadline.weekWrong',
      'officeHours[0].to afterFrom',
    ]);
    expect(await wrong({ week, officeHours: [...officeHours, { from: '12:00', to: '13:00' }] })).toEqual([
      422,
      'deadline.weekWrong',
      'officeHours[1].from afterFormer',
    ]);
    expect(refusal(await head().delete(`/calendars/${county}`, { ifMatch: version }))).toEqual([
      409,
      'deadline.countyCalendarStays',
    ]);
    expect(
      refusal(await head().put(`/calendars/${world.county.unit.town}/week`, { week, officeHours }, { ifMatch: 1 })),
    ).toEqual([404, 'deadline.calendarNotFound']);
  });
});

describe('the list of a year from a file', () => {
  const read = (text: string | Buffer, name = 'list'): Promise<Answer> =>
    head().upload('/calendar-files', Buffer.from(text), name);
  const days = [
    { day: '2027-01-01', name: '元旦', working: false },
    { day: '2027-01-02', name: '元旦', working: true },
  ];
  const bare = ({ body }: Answer): unknown => body.days.map(({ row: _, ...day }: Json) => day);

  it('is read as JSON, iCalendar and a sheet alike', async () => {
    const json = await read(
      JSON.stringify({
        year: 2027,
        papers: ['https://www.gov.cn/a', 'javascript:alert(1)'],
        days: days.map(({ day, name, working }) => ({ name, date: day, isOffDay: !working })),
      }),
    );
    expect(json.body).toMatchObject({ format: 'json', year: 2027, addresses: ['https://www.gov.cn/a'], rejected: [] });
    expect(bare(json)).toEqual(days);
    const event = (lines: string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
    const ical = await read(
      [
        '\uFEFFBEGIN:VCALENDAR',
        'VERSION:2.0',
        event(['DTSTART;VALUE=DATE:20270101', 'DTEND;VALUE=DATE:20270102', 'SUMMARY:元旦（休）']),
        event(['DTSTART;VALUE=DATE:20270102', 'SUMMARY:上班(补元旦班)']),
        'END:VCALENDAR',
      ].join('\r\n'),
    );
    expect(ical.body).toMatchObject({ format: 'ical', year: 2027, rejected: [] });
    expect(bare(ical)).toEqual(days);
    const sheet = await read(
      '日期,名称,类型,来源\n2027年1月1日,元旦,放假,https://www.gov.cn/a\n2027/1/2,元旦,调休上班,\n',
    );
    expect(sheet.body).toMatchObject({ format: 'sheet', year: 2027, addresses: ['https://www.gov.cn/a'] });
    expect(bare(sheet)).toEqual(days);
  });

  it('is refused with row and field', async () => {
    const rejected = async (text: string | Buffer): Promise<unknown[]> =>
      (await read(text)).body.rejected.map(({ row, field, code, message }: Json) => [row, field, code, message !== '']);
    expect(await rejected('日期,名称,类型\n2027-02-30,元旦,放假\n,元旦,放假\n2027-01-01,元旦,也许\n')).toEqual([
      [2, 'date', 'invalidDate', true],
      [3, 'date', 'required', true],
      [4, 'sign', 'unknownSign', true],
    ]);
    expect(
      await rejected(
        JSON.stringify({ days: [{ date: '2027-13-01', isOffDay: true, name: 'x' }, 7, { date: '2027-01-01' }] }),
      ),
    ).toEqual([
      [1, 'date', 'invalidDate', true],
      [2, 'date', 'required', true],
      [3, 'isOffDay', 'unknownSign', true],
    ]);
    const ical =
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270230\r\nSUMMARY:元旦\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270101\r\nSUMMARY:开会\r\nEND:VEVENT\r\nEND:VCALENDAR';
    expect(await rejected(ical)).toEqual([
      [1, 'DTSTART', 'invalidDate', true],
      [2, 'SUMMARY', 'unknownSign', true],
    ]);
  });

  it('is refused whole where it is none', async () => {
    for (const text of ['{', '{"year": 2027}', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT'])
      expect(refusal(await read(text))).toEqual([422, 'deadline.fileUnreadable']);
    expect((await read('<html>')).status).toBe(415);
    expect((await read('甲,乙\n1,2\n')).status).toBe(422);
    expect(refusal(await head().post('/calendar-files', {}))).toEqual([422, 'deadline.noFile', 'file isDefined']);
  });

  it('of the official years gives what the product ships, and of an unpublished one nothing', async () => {
    const shared = new URL('../../../shared/data/holidays/', `file://${__filename}`);
    if (!existsSync(shared)) return console.warn('no shared data: skipped');
    for (const wanted of [2019, 2020, 2026, 2027]) {
      const { body } = await read(readFileSync(new URL(`${wanted}.json`, shared)));
      const answer = await head().post(`/calendars/${county}/years/${wanted}/preview`, {
        days: body.days.map(({ row: _, ...day }: Json) => day),
      });
      if (wanted === 2027) expect(refusal(answer)[1]).toBe('deadline.noDays');
      else expect(answer.body).toMatchObject({ gained: [], lost: [] });
    }
  });
});
