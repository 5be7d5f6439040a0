import { randomInt } from 'node:crypto';
import { expect } from '@playwright/test';
import { asks, first, posts, type Row } from './kit/api.js';
import { markOf, onEitherScreen, test } from './kit/journey.js';
import type { Visitor } from './kit/visitor.js';

const dayOf = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + days * 86_400_000));

/** Whoever the register finds by that name. */
async function inspector(officer: Visitor, name: string): Promise<string> {
  const { items } = await asks<{ items: Row[] }>(officer, `/inspectors?q=${encodeURIComponent(name)}`);
  return items[0]?.id ?? '';
}

/** The plan of an inspection that the magistrate opened; its leader was never trained. */
async function planned(officer: Visitor, magistrate: Visitor, name: string, leaderId: string): Promise<Row> {
  const { items: units } = await asks<{ items: (Row & { kind: string; shortName: string })[] }>(
    officer,
    '/units?all=true',
  );
  const unit = units.find(({ shortName }) => shortName === '水利局') ?? units.find(({ kind }) => kind === 'department');
  const standard = await first(officer, '/standards');
  const { id } = await posts(officer, '/inspections', { name });
  // another week each time: two inspections that meet a unit in one week are refused
  const from = 60 + 7 * randomInt(300);
  const [fromOn, toOn] = [dayOf(from), dayOf(from + 1)];
  const plan = {
    ...{ name, contentClass: 'key_deployments', type: 'special', methods: ['consult_material'] },
    ...{ purpose: '查看防汛备料', scope: '防汛物资', standard: { id: standard.id, number: 1 }, fromOn, toOn },
    ...{ objects: [{ unitId: unit?.id, necessity: '直接看部门的物资' }], sites: [] },
    groups: [{ name: '一组', charter: '到水利局', leaderId, memberIds: [], unitIds: [unit?.id] }],
  };
  const headers = { Origin: new URL(officer.page.url()).origin, 'If-Match': '"1"' };
  const kept = await officer.page.context().request.put(`/api/v1/inspections/${id}/plan`, { data: plan, headers });
  expect(kept.ok(), await kept.text()).toBe(true);
  const { version } = (await kept.json()) as Row;
  const proposed = await posts(officer, `/inspections/${id}/propose`, {}, version);
  return posts(magistrate, `/inspections/${id}/approve`, {}, proposed.version);
}

onEitherScreen((language) => {
  test('a release that somebody untrained keeps back is mended on the page of inspectors', async ({ enter }) => {
    const [officer, magistrate, head] = [await enter('officer'), await enter('magistrate'), await enter('bureauHead')];
    const going = await enter(language === 'zh-CN' ? 'liaison' : 'unitHead');
    await Promise.all([officer.opens('/inspections'), magistrate.opens('/desk')]);
    const { person } = await asks<{ person: { id: string; name: string } }>(going, '/session');
    expect(await inspector(officer, person.name)).toBe(person.id);
    const { id } = await planned(officer, magistrate, `防汛备料督查 ${markOf(language)}`, person.id);
    const { words, dialog, page } = head;
    head.forgives(/status of 422/);

    await test.step('whoever goes acknowledges secrecy on their own page, once', async () => {
      await going.opens('/account');
      const own = going.page.locator('#inspector');
      await going.presses(going.words.inspection.secrecy, own);
      await going.page.locator('.ant-popconfirm').getByRole('button').last().click();
      await expect(own.getByText(/20\d\d-\d\d-\d\d/).first()).toBeVisible();
      await expect(going.button(going.words.inspection.secrecy, own)).toHaveCount(0);
      await going.findsNoFault();
    });

    await test.step('the release is refused, and says who keeps it back and where that is mended', async () => {
      await head.opens(`/inspections/${id}`);
      await head.presses(words.inspection.release);
      await head.presses(words.inspection.release, dialog);
      await expect(dialog).toHaveCount(0);
      const refusal = page.getByRole('alert').filter({ hasText: person.name });
      await expect(refusal).toContainText(language === 'en' ? 'is not trained to lead' : '未受组长培训');
      await head.findsNoFault();
      await refusal.getByRole('link').click();
    });

    await test.step('the training is recorded there', async () => {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.inspector.title);
      await head.isThere();
      const line = page.getByRole('listitem').filter({ hasText: person.name });
      await expect(line).toContainText(words.inspector.untrained);
      await expect(page.locator('.task-lines > li')).toHaveCount(1);
      await head.findsNoFault();
      await line.getByRole('button').click();
      await dialog.getByText(words.inspector.kind.leading, { exact: true }).click();
      await head.findsNoFault();
      await head.presses(words.inspector.train, dialog);
      await expect(line).toContainText(words.inspector.leads);
    });

    await test.step('and the release goes through', async () => {
      await head.opens(`/inspections/${id}`);
      await head.presses(words.inspection.release);
      await head.presses(words.inspection.release, dialog);
      await expect(page.locator('.page-head')).toContainText(words.inspection.state.released);
    });

    await test.step('whoever was sent out finds the visits from their home page by one tap', async () => {
      await going.opens('/inbox');
      await going.findsNoFault();
      await going.presses(going.words.shell.switchToVisits);
      await expect(going.page).toHaveURL(/\/visits$/);
      await expect(going.page.getByRole('heading', { level: 1 })).toHaveText(going.words.inspection.mine);
      await expect(going.button(going.words.inspection.secrecy)).toHaveCount(0);
      await going.findsNoFault();
      await going.presses(going.words.shell.switchPost);
      await expect(going.page).toHaveURL(/\/inbox/);
    });
  });
});
