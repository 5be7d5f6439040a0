import { expect } from '@playwright/test';
import { asks, posts } from './kit/api.js';
import { inEveryLanguage, markOf, test } from './kit/journey.js';

inEveryLanguage((language) => {
  test('a deputy’s suggestion is entered by hand, with a hint that it came in before, and merged', async ({
    enter,
  }) => {
    const mark = markOf(language).replace(/[^\p{L}\p{N}]/gu, '');
    const title = `关于给谷营镇滩区道路补种行道树的建议${mark}`;
    const officer = await enter('officer');
    const { words, page, dialog } = officer;
    const first = await posts(officer, '/matters', {
      ...{ kind: 'deputy_suggestion', title, body: '行道树枯死较多。', declaredUnclassified: true },
      ...{ category: '交通运输/公路', fields: { session: '县十七届人大二次会议' }, signatories: [{ name: '甲代表' }] },
    });

    await test.step('the form is that of the kind, and the hint appears while the title is typed', async () => {
      await officer.opens('/matters/new?kind=deputy_suggestion');
      await page.getByLabel(words.matter.title, { exact: true }).fill(title);
      const hints = page.getByRole('region', { name: words.matter.hints });
      await expect(hints.getByText(words.matter.likelyDuplicate)).toBeVisible();
      await expect(hints.getByRole('link', { name: title })).toBeVisible();
      await officer.findsNoFault();
    });

    await test.step('without the declaration and the session nothing is taken in', async () => {
      await page.getByLabel(words.matter.body, { exact: true }).fill('沿路行道树枯死，建议补种。');
      await officer.presses(words.matter.submit);
      await expect(page.getByText(words.matter.declareFirst)).toBeVisible();
      const kinds = await asks<{ kind: string; fields: { name: string; label: { zh: string; en: string } }[] }[]>(
        officer,
        '/matter-kinds',
      );
      const session = kinds
        .find(({ kind }) => kind === 'deputy_suggestion')
        ?.fields.find(({ name }) => name === 'session');
      const label = session?.label[language === 'en' ? 'en' : 'zh'] ?? '';
      await page.getByLabel(label, { exact: true }).fill('县十七届人大二次会议');
      await page.getByPlaceholder(words.matter.signatoryName).fill('乙代表');
      await page.getByText(words.matter.declaration).click();
      await officer.presses(words.matter.submit);
      await expect(page.locator('.page-head h1')).toHaveText(title);
    });

    await test.step('the duplicate is merged from the hint', async () => {
      await officer.findsNoFault();
      await officer.presses(words.matter.mergeInto);
      await officer.presses(words.words.act.matter.merge, dialog);
      await expect(page.locator('.page-head').getByText(words.words.matterState.merged)).toBeVisible();
      const { merged } = await asks<{ merged: { title: string }[] }>(officer, `/matters/${first.id}`);
      expect(merged.map((one) => one.title)).toEqual([title]);
    });
  });
});
