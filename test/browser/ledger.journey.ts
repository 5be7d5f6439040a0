import { expect } from '@playwright/test';
import { posts } from './kit/api.js';
import { onEitherScreen, markOf, test } from './kit/journey.js';
import { filled } from './kit/languages.js';

const inTenDays = (): string => new Date(Date.now() + 10 * 24 * 3_600_000).toISOString();

onEitherScreen((language) => {
  test(`a view is kept, shared and opened first (${language})`, async ({ enter }) => {
    const officer = await enter('officer');
    const { page, words, dialog } = officer;
    const name = `逾期 ${markOf(language)}`;
    await officer.opens('/ledger?overdue=true&group=lead_unit&density=compact');
    await expect(page.getByText(words.ledger.chip.overdue, { exact: true })).toBeVisible();
    await expect(page.getByRole('columnheader', { name: words.ledger.groupOverdue })).toBeVisible();
    await officer.findsNoFault();

    await officer.presses(words.ledger.saveView);
    await dialog.getByLabel(words.ledger.viewName).fill(name);
    await dialog.getByLabel(words.ledger.viewShared).check();
    await officer.findsNoFault();
    await officer.presses(words.ledger.saveView, dialog);
    await expect(page).toHaveURL(/view=/);

    await officer.presses(words.ledger.viewActs);
    await page.getByRole('menuitem', { name: words.ledger.makeFirst }).click();
    await expect(page.getByText(filled(words.ledger.viewFirst, { name })).first()).toBeVisible();
    await officer.opens('/ledger');
    await expect(page).toHaveURL(/overdue=true/);
    await expect(page.getByText(words.ledger.chip.overdue, { exact: true })).toBeVisible();

    const colleague = await enter('verifier');
    await colleague.opens('/ledger');
    await colleague.page.getByLabel(colleague.words.ledger.view, { exact: true }).click();
    await colleague.page.locator('.ant-select-item-option').filter({ hasText: name }).click();
    await expect(colleague.page).toHaveURL(/overdue=true/);

    await officer.presses(words.ledger.viewActs);
    await page.getByRole('menuitem', { name: words.ledger.removeView }).click();
    await officer.presses(words.ledger.removeView, dialog);
    await expect(page).toHaveURL(/view=all/);
    await expect(page.getByRole('group').getByText(words.ledger.allTasks, { exact: true })).toBeVisible();
  });

  test(`an act on many is shown before it is done (${language})`, async ({ enter }) => {
    const [magistrate, officer] = [await enter('magistrate'), await enter('officer')];
    const { page, words, dialog } = officer;
    const mark = markOf(language);
    const { items } = await officer.page
      .context()
      .request.get('/api/v1/units?limit=200')
      .then((answer) => answer.json() as Promise<{ items: { id: string; leads: boolean; kind: string }[] }>);
    const lead = items.find(({ leads, kind }) => leads && kind === 'department')?.id;
    const order = { demand: '逐户排查', leadUnitId: lead, dueAt: inTenDays(), door: 'instruct' };
    await posts(magistrate, '/tasks', { ...order, title: `可以交办 ${mark}` });
    await posts(officer, '/tasks', { title: `尚未立项 ${mark}` });

    await officer.opens(`/ledger?q=${encodeURIComponent(mark)}`);
    for (const title of [`可以交办 ${mark}`, `尚未立项 ${mark}`])
      await page.getByLabel(filled(words.general.select, { title }), { exact: true }).check();
    await officer.presses(words.bureau.bulkDispatch);
    await expect(dialog.getByText(filled(words.ledger.previewWill, { count: 1 }))).toBeVisible();
    await expect(dialog.getByRole('listitem')).toContainText(words.general.skipped.task.moveRefused);
    await officer.findsNoFault();
    await officer.presses(filled(words.ledger.previewDo, { count: 1 }), dialog);
    await expect(page.getByText(filled(words.bureau.dispatched, { count: 1 }))).toBeVisible();
  });

  test(`the matters have views, groups and columns of their own (${language})`, async ({ enter }) => {
    const officer = await enter('officer');
    const { page, words, dialog } = officer;
    const name = `待办 ${markOf(language)}`;
    await officer.opens('/matters?state=registered&group=lead_unit&density=compact&columns=intakeNo,title,leadUnits');
    await expect(page.getByText(words.words.matterState.registered, { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('columnheader', { name: words.ledger.groupOverdue })).toBeVisible();
    await officer.findsNoFault();
    await officer.presses(words.ledger.saveView);
    await dialog.getByLabel(words.ledger.viewName).fill(name);
    await dialog.getByLabel(words.ledger.viewShared).check();
    await officer.presses(words.ledger.saveView, dialog);
    await expect(page).toHaveURL(/view=/);

    const colleague = await enter('verifier');
    await colleague.opens('/matters');
    await colleague.page.getByLabel(colleague.words.ledger.view, { exact: true }).click();
    await colleague.page.locator('.ant-select-item-option').filter({ hasText: name }).click();
    await expect(colleague.page).toHaveURL(/group=lead_unit/);
    await colleague.opens('/ledger');
    await colleague.page.getByLabel(colleague.words.ledger.view, { exact: true }).click();
    await expect(colleague.page.locator('.ant-select-item-option').filter({ hasText: name })).toHaveCount(0);

    await officer.presses(words.ledger.viewActs);
    await page.getByRole('menuitem', { name: words.ledger.removeView }).click();
    await officer.presses(words.ledger.removeView, dialog);
    await expect(page).toHaveURL(/view=all/);
    await officer.opens('/matters?q=cgj');
    await expect(page.getByText(filled(words.matter.chip.q, { value: 'cgj' }), { exact: true })).toBeVisible();
    await expect(page.getByText(words.matter.empty)).toHaveCount(0);
  });

  test(`an export of many rows goes through two people (${language})`, async ({ enter }) => {
    const [officer, head] = [await enter('officer'), await enter('bureauHead')];
    const reason = `月度上报 ${markOf(language)}`;
    await posts(officer, '/export-requests', { format: 'csv', reason, filters: { overdue: 'true' } });
    await head.opens('/exports');
    const asked = head.page.getByRole('listitem').filter({ hasText: reason });
    await head.findsNoFault();
    await head.presses(head.words.ledger.exportApprove, asked);
    await expect(asked.getByText(head.words.ledger.exportState.approved)).toBeVisible();
    await officer.opens('/exports');
    const mine = officer.page.getByRole('listitem').filter({ hasText: reason });
    const download = officer.page.waitForEvent('download');
    await officer.presses(officer.words.ledger.exportTake, mine);
    expect((await download).suggestedFilename()).toBe(`${officer.words.ledger.registers.ledger}.csv`);
    await expect(mine.getByText(officer.words.ledger.exportState.taken)).toBeVisible();
    await officer.findsNoFault();
  });
});

// a phone shows cards, and there the page itself scrolls
test('whoever opens a record comes back to the same row and choice', { tag: '@wide' }, async ({ enter }) => {
  const officer = await enter('officer');
  const { page, words } = officer;
  await officer.opens('/ledger');
  const grid = page.getByRole('grid');
  await page.keyboard.press('j');
  await expect(grid).toBeFocused();
  for (let press = 0; press < 30; press += 1) await page.keyboard.press('j');
  await page.keyboard.press('x');
  const active = await grid.getAttribute('aria-activedescendant');
  const top = await grid.evaluate((one) => one.scrollTop);
  expect(top).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tasks\/[0-9a-f-]{36}$/);
  await page.goBack();
  await expect(grid).toHaveAttribute('aria-activedescendant', active ?? '');
  await expect.poll(() => grid.evaluate((one) => one.scrollTop)).toBe(top);
  await expect(page.getByText(filled(words.general.chosen, { count: 1 }))).toBeVisible();

  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(officer.dialog.getByText(words.ledger.keys.search, { exact: true })).toBeVisible();
  await officer.findsNoFault();
  await page.keyboard.press('Escape');
  await expect(officer.dialog).toHaveCount(0);
  await page.keyboard.press('/');
  await expect(page.getByLabel(words.bureau.searchHint)).toBeFocused();
});

test('whoever opens a matter comes back to the same row', { tag: '@wide' }, async ({ enter }) => {
  const officer = await enter('officer');
  const { page } = officer;
  await officer.opens('/matters');
  const grid = page.getByRole('grid');
  await page.keyboard.press('j');
  await expect(grid).toBeFocused();
  for (let press = 0; press < 20; press += 1) await page.keyboard.press('j');
  const active = await grid.getAttribute('aria-activedescendant');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/matters\/[0-9a-f-]{36}$/);
  await page.goBack();
  await expect(grid).toHaveAttribute('aria-activedescendant', active ?? '');
});
