import { expect, type Route } from '@playwright/test';
import { asks, type Row } from './kit/api.js';
import { gate } from './kit/gate.js';
import { filled } from './kit/languages.js';
import { inEveryLanguage, markOf, test } from './kit/journey.js';
import { messages } from './kit/workbook.js';

const rows = 40;
const badRow = 7;
const column = { 'zh-CN': 'D（留言时间）', en: 'D (留言时间)' };

inEveryLanguage((language) => {
  test('a workbook with a bad row: preview, refusal with its place, accepted rows only, progress', async ({
    enter,
  }) => {
    const mark = markOf(language);
    const clerk = await enter('clerk');
    const { page, words } = clerk;
    const texts = words.importing;
    let imported = '';

    await test.step('the file goes up and is previewed', async () => {
      await clerk.opens('/imports');
      const buffer = await messages(mark, rows, badRow);
      await page.locator('input[type=file]').setInputFiles({ name: `${mark}.xlsx`, mimeType: '', buffer });
      await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}$/);
      await clerk.isThere();
      imported = page.url().split('/').at(-1) ?? '';
      const figure = (name: string) => page.locator('.import-counts div').filter({ hasText: name }).locator('dd');
      await expect(figure(texts.counts.physicalRows)).toHaveText(String(rows));
      await expect(figure(texts.counts.imported)).toHaveText(String(rows - 1));
      await expect(figure(texts.counts.rejected)).toHaveText('1');
    });

    await test.step('the refusal names sheet, row, column and reason', async () => {
      const refused = page.getByRole('region', { name: texts.rejected, exact: true }).locator('tbody tr');
      await expect(refused).toHaveCount(1);
      await expect(refused.locator('td')).toHaveText(['留言', String(badRow), column[language], /2026-03-05 09:30/]);
      await clerk.findsNoFault();
    });

    await test.step('all or nothing would write nothing', async () => {
      await page.getByText(texts.allOrNothing, { exact: true }).click();
      await expect(clerk.button(filled(texts.commit, { count: 0 }))).toBeDisabled();
      await page.getByText(texts.acceptedOnly, { exact: true }).click();
    });

    await test.step('the accepted rows are written, with progress', async () => {
      const answer = gate();
      await page.route('**/commit', async (route: Route) => {
        const response = await route.fetch();
        await answer.opened;
        await route.fulfill({ response });
      });
      await clerk.presses(filled(texts.commit, { count: rows - 1 }));
      const progress = page.getByRole('status').filter({ has: page.getByRole('progressbar') });
      await expect(progress).toContainText(filled(texts.committing, { done: rows, total: rows }));
      await clerk.findsNoFault();
      answer.open();
      await expect(page.getByRole('status').getByText(texts.done)).toBeVisible();
      await clerk.findsNoFault();
    });

    await test.step('the matters are there, without the bad row', async () => {
      await page.getByRole('link', { name: texts.seeMatters }).click();
      await expect(page.getByText(filled(words.matter.counted, { count: rows - 1 }), { exact: true })).toBeVisible();
      const { items } = await asks<{ items: Row[] }>(clerk, `/matters?importId=${imported}&limit=100`);
      const buildings = items.map(({ title }) => Number(/\d+/.exec(String(title))?.[0])).sort((a, b) => a - b);
      expect(buildings).toEqual(Array.from({ length: rows }, (_, at) => at + 2).filter((row) => row !== badRow));
    });
  });

  test('a file that is no workbook is refused in words', async ({ enter }) => {
    const clerk = await enter('clerk');
    clerk.forgives(/status of 4\d\d/);
    await clerk.opens('/imports');
    const file = { name: '留言.xlsx', mimeType: '', buffer: Buffer.from('这不是表格') };
    await clerk.page.locator('input[type=file]').setInputFiles(file);
    await expect(clerk.page.getByRole('alert')).toBeVisible();
    await clerk.findsNoFault();
  });
});
