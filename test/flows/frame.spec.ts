import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, type Json, World } from '#test-kit';

jest.setTimeout(60_000);
let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const csv = (...lines: string[]): Buffer => Buffer.from(`${lines.join('\n')}\n`);
const cells = ({ body }: Answer): unknown[] => body.rejected.map(({ row, code }: Json) => [row, code]);

/** Previews a sheet and takes it in. */
async function takes(path: 'sites' | 'postings', sheet: Buffer): Promise<Json> {
  const bureau = world.as('officer');
  const preview = await bureau.upload(`/roster/${path}/preview`, sheet, 'sheet.csv');
  const taken = await bureau.upload(`/roster/${path}`, sheet, 'sheet.csv', { digest: preview.body.digest });
  expect([preview.status, taken.status]).toEqual([200, 200]);
  return taken.body.counts;
}

const frame = csv(
  '类别,编号,名称,责任单位,所在村',
  '村,410225100201,代庄村,仪封镇,',
  '村,410225100202,坝头村,仪封镇,',
  '户,001,张建国,,代庄村',
  '户,002,欧阳秀英,,410225100201',
  '户,001,李四,,坝头村',
  '项目,P-1,代庄桥,仪封镇,',
);

describe('the frame', () => {
  it('comes by sheet, and of a household’s head only the family name is kept', async () => {
    expect(await takes('sites', frame)).toMatchObject({ rows: 6, added: 6, rejected: 0 });
    const { items } = await world.as('officer').sees('/sites?kind=household');
    expect(items.map(({ code, name, village }: Json) => [code, name, village]).sort()).toEqual([
      ['001', '张**', '代庄村'],
      ['001', '李**', '坝头村'],
      ['002', '欧**', '代庄村'],
    ]);
    const [kept] = await world.store.query<{ n: number }>(
      `select count(*)::int as n from site where name like '%建国%' or name like '%秀英%'`,
    );
    expect(kept?.n).toBe(0);
    expect(await world.as('officer').sees('/sites?kind=village&q=代庄')).toMatchObject({ items: [{ households: 2 }] });
  });

  it('is the same when it comes twice, and grows', async () => {
    expect(await takes('sites', frame)).toMatchObject({ same: 6, added: 0 });
    const more = csv('类别,编号,名称,责任单位,所在村', '村,410225100202,坝头新村,仪封镇,', '户,003,王五,,代庄村');
    expect(await takes('sites', more)).toMatchObject({ changed: 1, added: 1 });
  });

  it('refuses rows with their cells, and takes nothing of such a sheet', async () => {
    const bad = csv(
      '类别,编号,名称,责任单位,所在村',
      '楼,1,一号楼,仪封镇,',
      '村,2,无主村,不存在镇,',
      '户,3,赵六,,没有的村',
      '户,004,钱七,,代庄村',
      '户,004,孙八,,代庄村',
    );
    const preview = await world.as('officer').upload('/roster/sites/preview', bad, 'sheet.csv');
    expect(cells(preview)).toEqual([
      [2, 'unknownSiteKind'],
      [3, 'unknownUnit'],
      [4, 'unknownVillage'],
      [6, 'siteTwice'],
    ]);
    const refused = await world
      .as('officer')
      .upload('/roster/sites', bad, 'sheet.csv', { digest: preview.body.digest });
    expect([refused.status, refused.body.code]).toEqual([422, 'roster.sheetRefused']);
    expect((await world.as('townHead').upload('/roster/sites/preview', frame, 'sheet.csv')).status).toBe(403);
  });

  it('takes postings with their history, and who was posted stays away for three years', async () => {
    const heads = '姓名,村,工作队,职务,起,止';
    const first = csv(
      heads,
      '夏督查,代庄村,县委办工作队,第一书记,2025-03-01,',
      '水承办,代庄村,水利局工作队,队员,2019-03-01,2020-01-31',
    );
    expect(await takes('postings', first)).toMatchObject({ added: 2 });
    expect(await takes('postings', first)).toMatchObject({ same: 2 });
    const over = csv(heads, '夏督查,代庄村,县委办工作队,第一书记,2025-03-01,2026-02-28');
    expect(await takes('postings', over)).toMatchObject({ changed: 1 });
    const { items } = await world.as('officer').sees('/postings');
    expect(items.map(({ person, toOn }: Json) => [person, toOn]).sort()).toEqual([
      ['夏督查', '2026-02-28'],
      ['水承办', '2020-01-31'],
    ]);
    const { person, unit } = world.county;
    const asked = { personIds: [person.officer2, person.waterStaff], unitIds: [unit.town] };
    expect((await world.as('officer').does('/inspectors/recusals', asked)).recusals).toEqual([
      { personId: person.officer2, unitId: unit.town, reason: 'posted' },
    ]);
    const bad = csv(
      heads,
      '无此人,代庄村,队,队员,2025-01-01,',
      '夏督查,远村,队,书记,2025-02-30,',
      '夏督查,代庄村,队,第一书记,2025-06-01,',
    );
    const preview = await world.as('officer').upload('/roster/postings/preview', bad, 'sheet.csv');
    expect(cells(preview)).toEqual([
      [2, 'unknownPerson'],
      [3, 'unknownPostingRole'],
      [3, 'invalidDate'],
      [4, 'postOverlaps'],
    ]);
  });

  const register = join('..', 'shared', 'data', 'households', 'SAFI_clean.csv');
  (existsSync(register) ? it : it.skip)('takes a real register of 131 households', async () => {
    const [head = '', ...rows] = readFileSync(register, 'utf8').trim().split(/\r?\n/u);
    const columns = head.replaceAll('"', '').split(',');
    const [id, village] = [columns.indexOf('key_ID'), columns.indexOf('village')];
    const lines = rows.map((row) => row.replaceAll('"', '').split(','));
    const villages = [...new Set(lines.map((row) => row[village] ?? ''))];
    const sheet = csv(
      '类别,编号,名称,责任单位,所在村',
      ...villages.map((name, n) => `村,V${n},${name},仪封镇,`),
      ...lines.map((row, n) => `户,${row[id]}-${n},受访户,,${row[village]}`),
    );
    expect(await takes('sites', sheet)).toMatchObject({ added: villages.length + 131, rejected: 0 });
    const { items } = await world.as('officer').sees('/sites?kind=village&limit=200');
    const counts = items.filter(({ code }: Json) => code.startsWith('V')).map(({ households }: Json) => households);
    expect(counts.reduce((sum: number, n: number) => sum + n, 0)).toBe(131);
  });
});
