import { buffer } from 'node:stream/consumers';
import { ImportPeople, ImportUnits, PeopleExport, UnitExport } from '@ducha/roster';
import { type Answer, type Json, type PersonKey, World } from '#test-kit';

jest.setTimeout(120_000);
let world: World;
let empty: World;
beforeAll(async () => {
  world = await World.open();
  empty = await World.open({ planted: false });
});
afterAll(async () => {
  await world.close();
  await empty.close();
});

const unitTitles = ['单位名称', '简称', '类别', '上级单位', '排序号', '行政区划代码', '设立日期'];
const peopleTitles = [
  '账号',
  '姓名',
  '手机号',
  '单位',
  '角色',
  '职务',
  '任职时间',
  '到期时间',
  '借调前单位',
  '服务领导',
];
type Cells = readonly string[];
const csv = (titles: Cells, rows: readonly Cells[]): Buffer =>
  Buffer.from([titles, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n'));
const units = (...rows: Cells[]): Buffer => csv(unitTitles, rows);
const people = (...rows: Cells[]): Buffer => csv(peopleTitles, rows);

const looks = (what: string, file: Buffer, who: PersonKey = 'sysadmin'): Promise<Answer> =>
  world.as(who).upload(`/roster/${what}/preview`, file, '名册.csv');
const takes = (what: string, file: Buffer, digest: string, who: PersonKey = 'sysadmin'): Promise<Answer> =>
  world.as(who).upload(`/roster/${what}`, file, '名册.csv', { digest });
const cells = ({ body }: Answer): string[] =>
  body.rejected.map(({ row, column, code }: Json) => `${row} ${column} ${code}`);
const counted = ({ body }: Answer): Json => {
  const { added, changed, asked, same, rejected } = body.counts;
  return { added, changed, asked, same, rejected };
};
const unitNamed = async (name: string): Promise<Json> =>
  (await world.as('sysadmin').sees('/units?all=true')).items.find((unit: Json) => unit.name === name);
const person = async (name: string): Promise<Json> =>
  (await world.as('sysadmin').sees(`/people?q=${encodeURIComponent(name)}`)).items[0];

describe('a sheet of units', () => {
  const sheet = units(
    ['河务股', '', '内设机构', '县水利局', '30', '', '2024-03-01'],
    ['东坝头镇', '东坝头', '镇', '试验县', '', '410225101', ''],
    ['杨庄村', '', '村', '东坝头镇', '', '410225101201', ''],
    ['县水利局', '县水利局', '县直部门', '试验县', '', '', ''],
    ['县城市管理局', '城管局', '', '县住房和城乡建设局', '7', '', ''],
  );

  it('is looked at first, then taken in whole; the same sheet again changes nothing', async () => {
    const seen = await looks('units', sheet);
    expect(counted(seen)).toEqual({ added: 3, changed: 1, asked: 0, same: 1, rejected: 0 });
    expect(seen.body.sample.at(-1)).toEqual({
      row: 6,
      effect: 'changed',
      name: '县城市管理局',
      place: '县住房和城乡建设局',
      fields: ['shortName', 'sort', 'parent'],
    });
    expect(await unitNamed('杨庄村')).toBeUndefined();
    expect((await takes('units', sheet, '0'.repeat(64))).body.code).toBe('roster.planMoved');
    expect((await takes('units', sheet, seen.body.digest)).status).toBe(200);
    const [village, town, city] = [
      await unitNamed('杨庄村'),
      await unitNamed('东坝头镇'),
      await unitNamed('县城市管理局'),
    ];
    expect(village).toMatchObject({
      parentId: town.id,
      shortName: '杨庄村',
      kind: 'village',
      divisionCode: '410225101201',
    });
    const page = await world.as('sysadmin').sees(`/units/${city.id}`);
    expect(page).toMatchObject({ shortName: '城管局', sort: 7, kind: 'department' });
    expect(page.history.map(({ kind }: Json) => kind).sort()).toEqual(['moved', 'renamed']);
    const founded = await world.as('sysadmin').sees(`/units/${(await unitNamed('河务股')).id}`);
    expect(founded).toMatchObject({ from: '2024-02-29T16:00:00.000Z', history: [{ kind: 'founded' }] });
    const paths = await world.store.query(
      `select u.name from unit u join unit up on up.id = u.parent_id where u.path <> up.path || u.id || '/' or u.path is null`,
    );
    expect(paths).toEqual([]);
    const again = await looks('units', sheet);
    expect(counted(again)).toEqual({ added: 0, changed: 0, asked: 0, same: 5, rejected: 0 });
    const before = await world.store.query('select count(*) from unit_change');
    expect((await takes('units', sheet, again.body.digest)).status).toBe(200);
    expect(await world.store.query('select count(*) from unit_change')).toEqual(before);
  });

  it('swaps two units that lie one below the other', async () => {
    const swap = units(['杨庄村', '', '', '试验县', '', '', ''], ['东坝头镇', '', '', '杨庄村', '', '', '']);
    const seen = await looks('units', swap);
    expect((await takes('units', swap, seen.body.digest)).status).toBe(200);
    const wrong = await world.store.query(
      `select u.name from unit u join unit up on up.id = u.parent_id where u.path <> up.path || u.id || '/'`,
    );
    expect(wrong).toEqual([]);
    expect((await unitNamed('东坝头镇')).parentId).toBe((await unitNamed('杨庄村')).id);
    const back = units(['杨庄村', '', '', '东坝头镇', '', '', ''], ['东坝头镇', '', '', '试验县', '', '', '']);
    expect((await takes('units', back, (await looks('units', back)).body.digest)).status).toBe(200);
  });

  it('with a bad cell changes nothing and names every cell', async () => {
    const gone = await world.as('sysadmin').does('/units', {
      ...{ name: '县撤销局', shortName: '撤销局', kind: 'department' },
      parentId: world.county.unit.county,
    });
    await world.passes({ minutes: 1 });
    await world.as('sysadmin').post(`/units/${gone.id}/end`, { reason: '机构改革' }, { ifMatch: 1 });
    const bad = units(
      ['好单位', '', '部门', '试验县', '', '', ''],
      ['甲局', '', '不存在的类别', '试验县', '', '', ''],
      ['乙局', '', '部门', '没有的单位', '', '', ''],
      ['丙局', '', '部门', '丙局', '', '', ''],
      ['丁局', '', '部门', '戊局', '', '', ''],
      ['戊局', '', '部门', '丁局', '', '', ''],
      ['好单位', '', '部门', '试验县', '', '', ''],
      ['县撤销局', '', '部门', '试验县', '', '', ''],
      ['己局', '', '部门', '县撤销局', '', '', ''],
      ['庚局', '', '部门', '试验县', '-1', '41022', '2024-02-30'],
      ['辛局', '', '部门', '试验县', '', '', '2199-01-01'],
      ['壬局', '', '部门', '', '', '', ''],
      ['试验县', '', '县', '仪封镇', '', '', ''],
      ['仪封镇', '', '镇', '代庄村', '', '', ''],
      ['', '', '', '', '1', '', ''],
      ['癸局', '', '', '试验县', '', '', ''],
      ['长'.repeat(81), '', '部门', '试验县', '', '', ''],
    );
    const seen = await looks('units', bad);
    expect(cells(seen)).toEqual([
      '3 C unknownKind',
      '4 D unknownUnit',
      '5 D underItself',
      '6 D circularTree',
      '7 D circularTree',
      '8 A nameTwice',
      '9 A unitEnded',
      '11 E invalid',
      '11 F invalid',
      '11 G invalidDate',
      '12 G dateInFuture',
      '13 D secondRoot',
      '14 D rootStays',
      '15 D circularTree',
      '16 A required',
      '17 C required',
      '18 A tooLong',
    ]);
    expect(seen.body.rejected[0].message).toBe('没有这种单位类别');
    const taken = await takes('units', bad, seen.body.digest);
    expect([taken.status, taken.body.code, taken.body.rejectedRows]).toEqual([422, 'roster.sheetRefused', 15]);
    expect(await unitNamed('好单位')).toBeUndefined();
    const below = await looks('units', units(['己局', '', '部门', '县撤销局', '', '', '']));
    expect(cells(below)).toEqual(['2 D unitEnded']);
    const columns = await looks('units', csv(['单位名称', '上级单位'], [['甲', '乙']]));
    expect([columns.status, columns.body.code]).toEqual([422, 'spreadsheet.headerMissing']);
    expect((await world.as('sysadmin').post('/roster/units/preview')).body.code).toBe('roster.noFile');
    expect((await looks('units', bad, 'townHead')).status).toBe(403);
  });
});

describe('a sheet of people', () => {
  const sheet = people(
    ['zhao.min', '赵敏', '13800001111', '县水利局', '联络员', '办公室主任', '2025-01-06', '', '', ''],
    ['zhao.min', '赵敏', '', '河务股', '承办人', '河务股股长', '', '', '', ''],
    ['', '钱工', '13900002222', '河务股', 'unit_staff', '工程师', '2025-01-06 09:30', '', '', ''],
    ['sun.jie', '孙借', '', '县水利局', '承办人', '借调干部', '', '2199-01-01', '仪封镇', ''],
    ['li.du', '李督', '', '试验县督查局', '督查员', '督查员', '', '', '', ''],
    ['zhou.mi', '周秘', '', '县政府办公室', '秘书', '县长秘书', '', '', '', 'magistrate'],
    ['watersTaff', '水承办', '', '县水利局', '承办人', '水承办（unit_staff）', '', '', '', ''],
    ['waterliaison', '水联络', '13700003333', '县水利局', '联络员', '督查联络员', '', '', '', ''],
  );

  it('brings persons, accounts and posts, asks for privileged posts, and changes nothing the second time', async () => {
    const seen = await looks('people', sheet);
    expect(cells(seen)).toEqual([]);
    expect(counted(seen)).toEqual({ added: 4, changed: 1, asked: 2, same: 1, rejected: 0 });
    expect((await person('赵敏')) ?? null).toBeNull();
    expect((await takes('people', sheet, seen.body.digest)).status).toBe(200);
    const zhao = await person('赵敏');
    expect(zhao).toMatchObject({ login: 'zhao.min', phone: '138******11' });
    expect(zhao.posts.map(({ title, unit, from }: Json) => [title, unit.name, from.slice(0, 10)])).toEqual([
      ['办公室主任', '县水利局', '2025-01-05'],
      ['河务股股长', '河务股', expect.any(String)],
    ]);
    expect((await person('钱工')).login).toBeNull();
    expect((await person('孙借')).posts[0]).toMatchObject({ homeUnit: { name: '仪封镇' }, privileged: false });
    expect((await person('水联络')).posts[0].title).toBe('督查联络员');
    // nobody can sign in by what a sheet said
    const passwords = await world.store.query(
      `select 1 from account where login = 'zhao.min' and password_hash is not null`,
    );
    expect(passwords).toEqual([]);
    // the privileged post is asked for, and another administrator gives it
    expect((await person('李督')).posts).toEqual([]);
    const asked = (await world.as('secadmin').sees('/privilege-requests?state=requested')).items;
    expect(asked.map((one: Json) => [one.person.name, one.role]).sort()).toEqual([
      ['周秘', 'leader_office'],
      ['李督', 'bureau_officer'],
    ]);
    const again = await looks('people', sheet);
    expect(counted(again)).toEqual({ added: 0, changed: 0, asked: 0, same: 8, rejected: 0 });
    for (const { id, version } of asked)
      expect(
        (await world.as('secadmin').post(`/privilege-requests/${id}/grant`, {}, { ifMatch: version })).status,
      ).toBe(204);
    expect((await person('李督')).posts[0]).toMatchObject({ role: 'bureau_officer', privileged: true });
    expect(counted(await looks('people', sheet))).toMatchObject({ same: 8 });
    const before = await world.store.query('select (select count(*) from person), (select count(*) from post)');
    const third = await takes('people', sheet, (await looks('people', sheet)).body.digest);
    expect(third.status).toBe(200);
    expect(await world.store.query('select (select count(*) from person), (select count(*) from post)')).toEqual(
      before,
    );
  });

  const badPeople: readonly (readonly [string, Cells, string])[] = [
    ['no such unit', ['', '吴一', '', '没有的单位', '承办人', '职员', '', '', '', ''], 'D unknownUnit'],
    ['an ended unit', ['', '吴二', '', '县撤销局', '承办人', '职员', '', '', '', ''], 'D unitEnded'],
    ['no such role', ['', '吴三', '', '县水利局', '皇帝', '职员', '', '', '', ''], 'E unknownRole'],
    ['a day that is none', ['', '吴四', '', '县水利局', '承办人', '职员', '2025-02-30', '', '', ''], 'G invalidDate'],
    [
      'an end before the start',
      ['', '吴五', '', '县水利局', '承办人', '职员', '2025-03-01', '2025-02-01', '', ''],
      'H endsBeforeStart',
    ],
    [
      'a term that is over',
      ['', '吴六', '', '县水利局', '承办人', '职员', '2025-01-01', '2025-02-01', '', ''],
      'H inPast',
    ],
    ['a start ahead', ['', '吴七', '', '县水利局', '承办人', '职员', '2199-01-01', '', '', ''], 'G dateInFuture'],
    ['no title', ['', '吴八', '', '县水利局', '承办人', '', '', '', '', ''], 'F required'],
    [
      'a login of somebody else',
      ['waterhead', '吴九', '', '县水利局', '承办人', '职员', '', '', '', ''],
      'A loginTaken',
    ],
    [
      'somebody who is there',
      ['zhao.other', '赵敏', '13800001111', '县水利局', '承办人', '职员', '', '', '', ''],
      'A doublePerson',
    ],
    [
      'an overlap',
      ['', '钱工', '13900002222', '河务股', '承办人', '工程师', '2024-01-01', '', '', ''],
      'G postOverlaps',
    ],
    ['a secondment without end', ['', '吴十', '', '县水利局', '承办人', '职员', '', '', '仪封镇', ''], 'H required'],
    [
      'a secondment at home',
      ['', '郑一', '', '县水利局', '承办人', '职员', '', '2199-01-01', '县水利局', ''],
      'I sameUnit',
    ],
    ['a secretary of nobody', ['', '郑二', '', '县政府办公室', '秘书', '秘书', '', '', '', ''], 'J required'],
    ['an unknown leader', ['', '郑三', '', '县政府办公室', '秘书', '秘书', '', '', '', '没有这人'], 'J unknownLeader'],
    ['a leader for staff', ['', '郑四', '', '县水利局', '承办人', '职员', '', '', '', 'magistrate'], 'J servesNobody'],
    ['a masked number', ['', '郑五', '138******99', '县水利局', '承办人', '职员', '', '', '', ''], 'C maskedPhone'],
    ['no number', ['', '郑六', '打电话', '县水利局', '承办人', '职员', '', '', '', ''], 'C invalid'],
    ['a bad login', ['有 空格', '郑七', '', '县水利局', '承办人', '职员', '', '', '', ''], 'A invalid'],
    [
      'an administrator with another post',
      ['secadmin', '保密员', '', '县水利局', '承办人', '职员', '', '', '', ''],
      'E mixedAdministrator',
    ],
    ['oneself', ['sysadmin', '系统员', '', '县水利局', '承办人', '职员', '', '', '', ''], 'E ownPost'],
    [
      'a privileged term',
      ['', '郑八', '', '试验县督查局', '督查员', '督查员', '', '2199-01-01', '', ''],
      'H twoPersons',
    ],
  ];

  it('names the cell of everything that is wrong, and takes nothing of it', async () => {
    const before = await world.store.query('select (select count(*) from person), (select count(*) from post)');
    const found: string[] = [];
    for (const [what, row] of badPeople) found.push(`${what}: ${cells(await looks('people', people(row))).join(', ')}`);
    expect(found).toEqual(
      badPeople.map(([what, row, cell]) =>
        what === 'oneself'
          ? `${what}: 2 E ownPost, 2 E mixedAdministrator`
          : `${what}: 2 ${row.length > 0 ? cell : ''}`,
      ),
    );
    const twice = people(
      ['', '冯一', '13600001111', '县水利局', '承办人', '职员', '', '', '', ''],
      ['', '冯一', '13600001111', '县水利局', '承办人', '职员', '', '', '', ''],
      ['feng.er', '冯二', '', '县水利局', '承办人', '职员', '', '', '', ''],
      ['feng.er', '冯三', '', '县水利局', '承办人', '职员', '', '', '', ''],
      ['feng.si', '冯四', '13600004444', '县水利局', '承办人', '职员', '', '', '', ''],
      ['feng.wu', '冯四', '13600004444', '县水利局', '承办人', '职员', '', '', '', ''],
    );
    const seen = await looks('people', twice);
    expect(cells(seen)).toEqual(['3 E postOverlaps', '5 B unlikeBefore', '5 E postOverlaps', '7 B doublePerson']);
    expect((await takes('people', twice, seen.body.digest)).body.code).toBe('roster.sheetRefused');
    expect(await world.store.query('select (select count(*) from person), (select count(*) from post)')).toEqual(
      before,
    );
  });

  it('of a unit head brings the own people only', async () => {
    const own = people(['', '陈新', '', '县水利局', '承办人', '新来的', '', '', '', '']);
    const seen = await looks('people', own, 'waterHead');
    expect(counted(seen)).toMatchObject({ added: 1, rejected: 0 });
    expect((await takes('people', own, seen.body.digest, 'waterHead')).status).toBe(200);
    expect(await person('陈新')).toMatchObject({ posts: [{ title: '新来的' }] });
    const foreign = people(
      ['', '褚一', '', '县城市管理局', '承办人', '职员', '', '', '', ''],
      ['', '褚二', '', '县水利局', '主要负责人', '局长', '', '', '', ''],
      ['citystaff2', '褚三', '', '', '', '', '', '', '', ''],
      ['cityliaison', '城联络', '', '县水利局', '承办人', '兼职', '', '', '', ''],
    );
    expect(cells(await looks('people', foreign, 'waterHead'))).toEqual([
      '2 E notYours',
      '3 E notYours',
      '4 D required',
      '5 B notYours',
    ]);
    expect((await looks('people', own, 'officer')).status).toBe(403);
  });
});

describe('an export', () => {
  const unitFacts = (where: World): Promise<Json[]> =>
    where.store.query(
      `select u.name, u.short_name, u.kind, up.name as parent, u.sort, u.division_code, date_trunc('second', u.from_at) as "from"
       from unit u left join unit up on up.id = u.parent_id where u.to_at is null order by u.name`,
    );
  const peopleFacts = (where: World): Promise<Json[]> =>
    where.store.query(
      `select pe.name, pe.phone, a.login, u.name as unit, p.role, p.title, date_trunc('second', p.from_at) as "from", date_trunc('second', p.to_at) as "to",
         h.name as home, l.name as leader
       from person pe left join account a on a.person_id = pe.id
         left join post p on p.person_id = pe.id and (p.to_at is null or p.to_at > now()) left join unit u on u.id = p.unit_id
         left join unit h on h.id = p.home_unit_id left join person l on l.id = p.serves_person_id order by pe.name, u.name, p.role`,
    );

  it.each(['xlsx', 'csv'] as const)(
    'as %s brings the same county into an empty one, and nothing into this one',
    async (format) => {
      const unitFile = await buffer(await world.app.get(UnitExport, { strict: false }).open(format, null));
      const full = { format, phones: 'full', by: null } as const;
      const peopleFile = await buffer(await world.app.get(PeopleExport, { strict: false }).open(full));
      for (const [what, file] of [
        ['units', unitFile],
        ['people', peopleFile],
      ] as const)
        expect(counted(await looks(what, file))).toMatchObject({ added: 0, changed: 0, asked: 0, rejected: 0 });
      const into = format === 'xlsx' ? empty : await World.open({ planted: false });
      try {
        await into.passes({ days: 30 });
        await into.app.get(ImportUnits, { strict: false }).run({ file: unitFile, by: null }, null);
        const seen = await into.app.get(ImportPeople, { strict: false }).preview({ file: peopleFile, by: null });
        expect(seen.rejected).toEqual([]);
        await into.app.get(ImportPeople, { strict: false }).run({ file: peopleFile, by: null }, null);
        expect(await unitFacts(into)).toEqual(await unitFacts(world));
        expect(await peopleFacts(into)).toEqual(await peopleFacts(world));
        expect((await unitFacts(into)).length).toBeGreaterThan(8);
        expect((await peopleFacts(into)).length).toBeGreaterThan(30);
        const again = await into.app.get(ImportPeople, { strict: false }).preview({ file: peopleFile, by: null });
        expect(again.counts).toMatchObject({ added: 0, changed: 0, rejected: 0 });
      } finally {
        if (into !== empty) await into.close();
      }
    },
  );

  it('masks numbers, reaches as far as its reader, defuses formulas and is recorded', async () => {
    await world.as('sysadmin').patch(`/people/${(await person('陈新')).id}`, { name: '=陈新' }, { ifMatch: 1 });
    const masked = (await world.as('sysadmin').get('/roster/people/export?format=csv')).text;
    expect(masked).toContain('139******22');
    expect(masked).not.toContain('13900002222');
    expect(masked).toContain("'=陈新");
    expect(counted(await looks('people', Buffer.from(masked)))).toMatchObject({ added: 0, changed: 0, rejected: 0 });
    const own = (await world.as('waterHead').get('/roster/people/export?format=csv')).text;
    expect(own).toContain('水联络');
    expect(own).not.toContain('城联络');
    expect((await world.as('officer').get('/roster/people/export')).status).toBe(403);
    expect((await world.as('clerk').get('/roster/units/export?format=csv')).text).toContain('县水利局');
    expect((await world.as('waterLiaison').get('/roster/units/export')).status).toBe(403);
    expect((await world.as('sysadmin').get('/roster/units/export?format=pdf')).status).toBe(400);
  });
});
