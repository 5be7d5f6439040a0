import { expect } from '@playwright/test';
import { asks, first, posts } from './kit/api.js';
import { freshLink } from './kit/county.js';
import { markOf, test } from './kit/journey.js';

test.describe('by keyboard, which is the same in every language', () => {
  test('signing in by a one-time link and signing out, by keyboard', async ({ enter }) => {
    const guest = await enter(null);
    const { page, words } = guest;
    const link = freshLink('magistrate');
    await guest.opens(link);
    await guest.findsNoFault();
    await guest.tabsTo(page.getByRole('button', { name: /沈知远/ }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/desk$/);
    await guest.isThere();

    await page.keyboard.press('Home');
    await guest.tabsTo(page.getByRole('link', { name: words.shell.skip }));
    await page.keyboard.press('Enter');
    await expect(page.locator('#content')).toBeFocused();

    await guest.tabsTo(page.getByRole('button', { name: /沈知远/ }));
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: words.shell.signOut }).press('Enter');
    await expect(page).toHaveURL(/\/sign-in/);

    guest.forgives(/status of 4\d\d/);
    await guest.opens(link);
    await expect(page.getByText(words.shell.linkGone)).toBeVisible();
    await guest.findsNoFault();
  });

  test('a dialog holds the focus, Escape gives it back', async ({ enter }) => {
    const officer = await enter('officer');
    const { page, words, dialog } = officer;
    const { id } = await first(officer, '/tasks?state=answered');
    await officer.opens(`/tasks/${id}`);
    const opener = officer.button(words.words.act.task.verify);
    await officer.tabsTo(opener);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeVisible();
    await officer.isStill();
    for (let press = 0; press < 20; press += 1) {
      await page.keyboard.press('Tab');
      const behind = await dialog.evaluate(
        (one) => document.activeElement !== document.body && !one.contains(document.activeElement),
      );
      expect(behind, `press ${press}`).toBe(false);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
  });

  test('the ledger opens a task by keyboard', async ({ enter }) => {
    const officer = await enter('officer');
    const { page } = officer;
    await officer.opens('/ledger');
    const grid = page.getByRole('grid');
    const start = (await grid.isVisible()) ? grid : page.locator('main ul.cards a').first();
    await officer.tabsTo(start);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/tasks\/[0-9a-f-]{36}$/);
  });

  test('a leader assigns by keyboard', async ({ enter }) => {
    const magistrate = await enter('magistrate');
    const { page, words } = magistrate;
    await magistrate.opens('/desk');
    const tabs = page.locator('.desk-switch');
    if (await tabs.isVisible()) {
      await magistrate.tabsTo(tabs.locator('input:checked'));
      await page.keyboard.press('ArrowRight');
    }
    await magistrate.tabsTo(page.getByLabel(words.leader.what));
    await page.keyboard.type('研究夜间公交');
    await magistrate.tabsTo(magistrate.button(words.leader.sendIncomplete));
    await page.keyboard.press('Enter');
    await expect(page.getByText(words.leader.sentIncomplete, { exact: true })).toBeVisible();
  });

  test('three matters are triaged by keys only', { tag: '@wide' }, async ({ enter }) => {
    const officer = await enter('officer');
    const { page, words, dialog } = officer;
    const mark = markOf('zh-CN').replace(/[^\p{L}\p{N}]/gu, '');
    const title = (name: string): string => `路灯不亮${name}${mark}`;
    const enters = (name: string) =>
      posts(officer, '/matters', {
        ...{ kind: 'netizen_message', title: title(name), body: `路灯不亮，孩子看不清路，${name}${mark}` },
        ...{ declaredUnclassified: true, signatories: [{ name: `网友${name}` }] },
      });
    const { id: accepted } = await enters('甲');
    const { id: filed } = await enters('乙');
    const { id: declined } = await enters('丙');
    await officer.opens(`/matters?q=${encodeURIComponent(mark)}`);
    const grid = page.getByRole('grid');
    const isActive = async (name: string) => {
      const active = (await grid.getAttribute('aria-activedescendant')) ?? '';
      return expect(page.locator(`[id="${active}"]`)).toContainText(title(name));
    };
    const gives = async (letter: string, act: string, reason: string) => {
      await page.keyboard.press(letter);
      await expect(dialog).toBeVisible();
      await officer.tabsTo(dialog.getByRole('textbox'));
      await page.keyboard.type(reason);
      await officer.tabsTo(officer.button(act, dialog));
      await page.keyboard.press('Enter');
      await expect(dialog).toHaveCount(0);
      await expect(grid).toBeFocused();
    };

    // the latest stands first
    await officer.tabsTo(grid);
    await isActive('丙');
    await gives('x', words.words.act.matter.decline, '已有结论');
    await page.keyboard.press('j');
    await isActive('乙');
    await gives('f', words.words.act.matter.file, '仅供参考');
    await page.keyboard.press('j');
    await isActive('甲');
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await page.keyboard.press('a');
    expect((await saved).status()).toBe(200);
    const stateOf = async (id: string) =>
      await asks<{ state: string; category: string | null }>(officer, `/matters/${id}`);
    expect([(await stateOf(declined)).state, (await stateOf(filed)).state]).toEqual(['declined', 'filed']);
    expect(await stateOf(accepted)).toMatchObject({ state: 'received', category: expect.stringMatching(/./u) });
    // a row whose acts are over takes no letter
    await page.keyboard.press('k');
    await isActive('乙');
    await page.keyboard.press('f');
    await expect(dialog).toHaveCount(0);
  });
});
