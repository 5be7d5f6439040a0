import { expect } from '@playwright/test';
import { gate } from './kit/gate.js';
import { onEitherScreen, test } from './kit/journey.js';

const tasks = /\/api\/v1\/tasks\?/;

onEitherScreen((language) => {
  test(`loading, failure and nothing found are said (${language})`, async ({ enter }) => {
    const officer = await enter('officer');
    const { page, words } = officer;

    await test.step('loading', async () => {
      const held = gate();
      await page.route(tasks, async (route) => {
        await held.opened;
        await route.continue();
      });
      await page.goto('/ledger');
      await expect(page.getByRole('status', { name: words.general.loading })).toBeVisible();
      await officer.findsNoFault();
      held.open();
      await officer.isThere();
    });

    await test.step('the server cannot be reached, and then it can', async () => {
      officer.forgives(/ERR_FAILED/);
      await page.unroute(tasks);
      await page.route(tasks, (route) => route.abort());
      await page.goto('/ledger');
      await expect(page.getByRole('alert')).toContainText(words.general.unreachable);
      await officer.findsNoFault();
      await page.unroute(tasks);
      await officer.presses(words.general.retry);
      await expect(page.getByRole('alert')).toHaveCount(0);
    });

    await test.step('nothing found', async () => {
      await officer.opens('/ledger?q=查无此事');
      await expect(page.getByText(words.bureau.ledgerEmpty)).toBeVisible();
      await officer.findsNoFault();
    });

    await test.step('not there, and not for this person', async () => {
      officer.forgives(/status of 40[34]/);
      await officer.opens('/tasks/00000000-0000-7000-8000-000000000000');
      await expect(page.getByText(words.shell.notFoundNote)).toBeVisible();
      await officer.findsNoFault();
      await officer.opens('/audit');
      await expect(page.getByRole('alert')).toBeVisible();
      await officer.findsNoFault();
      await officer.opens('/nowhere');
      await expect(page.getByText(words.shell.notFoundNote)).toBeVisible();
    });
  });
});
