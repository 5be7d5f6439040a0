import { expect, type Page } from '@playwright/test';
import type { Row } from './kit/api.js';
import { hostile, hostileTitle } from './kit/hostile.js';
import { onEitherScreen, test } from './kit/journey.js';

const ran = (page: Page): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'ran'));

test('the text does run where it is taken for markup', async ({ enter }) => {
  const { page } = await enter(null);
  await page.setContent(hostile);
  await expect.poll(() => ran(page)).toBeTruthy();
});

onEitherScreen((language) => {
  test(`a matter with hostile text is shown as it was typed (${language})`, async ({ enter }) => {
    const officer = await enter('officer');
    const { page, words } = officer;
    await officer.opens('/matters/new?kind=netizen_message');
    await page.getByLabel(words.matter.title, { exact: true }).fill(hostileTitle);
    await page.getByLabel(words.matter.body, { exact: true }).fill(hostile);
    await page.getByLabel(words.matter.signatoryName).fill('<b>魏先生</b>');
    await page.getByText(words.matter.declaration).click();
    await officer.presses(words.matter.submit);
    await expect(page).toHaveURL(/\/matters\/[0-9a-f-]{36}$/);
    await officer.isThere();
    await expect.poll(() => page.locator('h1').textContent()).toBe(hostileTitle);
    await expect.poll(() => page.locator('.matter-body').textContent()).toBe(hostile);
    await officer.findsNoFault();
    await officer.opens('/matters');
    await expect(page.getByText(hostileTitle).first()).toBeVisible();
    expect(await officer.overflow()).toBeLessThanOrEqual(0);
    expect(await ran(page)).toBeUndefined();
  });

  test(`a task with hostile text is shown as it was typed (${language})`, async ({ enter }) => {
    const magistrate = await enter('magistrate');
    const { page, words } = magistrate;
    await magistrate.opens('/desk');
    const tabs = page.locator('.desk-switch');
    if (await tabs.isVisible()) await tabs.getByText(words.leader.assign).click();
    await page.getByLabel(words.leader.what).fill(hostile);
    const made = page.waitForResponse((answer) => answer.request().method() === 'POST' && /tasks$/.test(answer.url()));
    await magistrate.presses(words.leader.sendIncomplete);
    const { id } = (await (await made).json()) as Row;
    await magistrate.opens(`/tasks/${id}`);
    await expect.poll(() => page.locator('.task-demand').textContent()).toBe(hostile);
    await magistrate.findsNoFault();
    expect(await ran(page)).toBeUndefined();
    await magistrate.opens('/desk/decided');
    expect(await magistrate.overflow()).toBeLessThanOrEqual(0);
    expect(await ran(page)).toBeUndefined();
  });
});
