import { World } from '#test-kit';
import { aMessage, matterStory } from './stories/matter-story.js';

jest.setTimeout(60_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
});
afterAll(() => s.close());
const story = matterStory(() => s);
const year = async (): Promise<number> =>
  (
    await s.store.query<{ year: number }>(`select extract(year from now() at time zone 'Asia/Shanghai')::int as year`)
  )[0]?.year ?? 0;

describe('numbers of matters', () => {
  it('are written as the county sets them, from a year in which none was given', async () => {
    const fromYear = await year();
    const set = (pattern: string, series = 'intake.superior_document') =>
      s.as('sysadmin').put('/number-patterns', { series, pattern, fromYear });
    expect((await set('兰督文〔{year}〕{n}号')).status).toBe(200);
    const entered = await s.as('clerk').does('/matters', {
      ...{ kind: 'superior_document', title: '关于防汛的通知', body: '请落实', declaredUnclassified: true },
      fields: { issuer: '省应急厅', documentNo: '豫应急〔2026〕3号' },
    });
    expect(entered.intakeNo).toBe(`兰督文〔${fromYear}〕1号`);
    expect(await set('兰督文〔{year}〕第{n}号')).toMatchObject({
      status: 422,
      body: { code: 'matter.patternYear', errors: [{ path: 'fromYear' }] },
    });
    expect(await set('兰督文〔{year}〕{n:4}号', 'intake.work_report')).toMatchObject({
      status: 409,
      body: { code: 'matter.patternTaken' },
    });
    expect(await set('文{n}号', 'intake.work_report')).toMatchObject({
      status: 422,
      body: { code: 'matter.patternWrong', errors: [{ path: 'pattern', constraint: 'yearOnce' }] },
    });
    expect((await set('甲〔{year}〕{n}', 'no.such')).status).toBe(400);
    expect(
      (await s.as('officer').put('/number-patterns', { series: 'reply', pattern: '答〔{year}〕{n}号', fromYear }))
        .status,
    ).toBe(403);
    const shown = await s.as('sysadmin').sees('/number-patterns');
    expect(shown).toContainEqual(
      expect.objectContaining({
        series: 'intake.superior_document',
        pattern: '兰督文〔{year}〕{n}号',
        isDefault: false,
      }),
    );
    expect(shown).toContainEqual(
      expect.objectContaining({ series: 'reply', isDefault: true, example: `复〔${fromYear}〕00012号` }),
    );
  });

  it('that an act lost are listed as void, and no other', async () => {
    const first = await story.message();
    // a handling proposal for somebody who is no principal is refused after the number was drawn
    const broken = aMessage({ handlingProposal: { wording: '拟办', forPersonId: s.county.person.officer } });
    expect((await s.as('officer').post('/matters', broken)).status).toBe(422);
    const second = await story.message();
    const list = await s.as('officer').sees(`/void-numbers?series=intake.netizen_message&year=${await year()}`);
    expect(list).toMatchObject({ given: 3, lost: [first.intakeNo.replace('00001', '00002')] });
    expect(second.intakeNo).toContain('00003');
    expect((await s.as('waterLiaison').get(`/void-numbers?series=reply&year=2026`)).status).toBe(403);
    expect((await s.as('officer').get('/void-numbers?series=reply&year=x')).status).toBe(400);
  });
});
