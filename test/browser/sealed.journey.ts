import { expect } from '@playwright/test';
import { posts } from './kit/api.js';
import { markOf, onEitherScreen, test } from './kit/journey.js';

const passphrase = '雨夜里十点半的电话铃';

onEitherScreen((language) => {
  test(`a sealed plan is closed again by leaving and by five idle minutes (${language})`, async ({ enter }) => {
    const head = await enter('bureauHead');
    const { page, words } = head;
    const name = `夜查 ${markOf(language)}`;
    const { id } = await posts(head, '/sealed-inspections', { name, passphrase, least: 2, shares: 3 });
    await head.opens('/sealed');
    await page.clock.install();
    const opens = async (): Promise<void> => {
      await page.getByLabel(words.sealed.passphrase, { exact: true }).fill(passphrase);
      await head.button(words.sealed.unlock).click();
      await expect(page.getByRole('heading', { name })).toBeVisible();
    };
    await head.opens(`/sealed/${id}`);
    await expect(page.getByText(name)).toHaveCount(0);
    await opens();
    await expect(page.getByRole('note')).toContainText(words.sealed.band);
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]));
    expect(kept).not.toContain(passphrase);
    await page.clock.fastForward('05:10');
    await expect(page.getByText(name)).toHaveCount(0);
    await opens();
    await page.goBack();
    await head.isThere();
    await head.opens(`/sealed/${id}`);
    await expect(page.getByText(name)).toHaveCount(0);
    await opens();
    await head.button(words.sealed.lock).click();
    await expect(page.getByText(name)).toHaveCount(0);
  });
});
