import { expect } from '@playwright/test';
import { asks, posts } from './kit/api.js';
import { inEveryLanguage, markOf, onEitherScreen, test } from './kit/journey.js';
import { filled } from './kit/languages.js';

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

onEitherScreen((language) => {
  test('many are registered and answered at once, and each act first says what it will not do', async ({ enter }) => {
    const mark = markOf(language).replace(/[^\p{L}\p{N}]/gu, '');
    const officer = await enter('officer');
    const { words, page, dialog } = officer;
    const message = (title: string, category: string) =>
      posts(officer, '/matters', {
        ...{ kind: 'netizen_message', title: `${title}${mark}`, body: `${title}，请处理。`, category },
        ...{ declaredUnclassified: true, signatories: [{ name: '周女士' }] },
      });
    const ours = await message('路面破损', '城乡建设/市政设施/道路破损');
    const nobodys = await message('无人主办', `没有这一类${mark}`);

    await test.step('of two one has nobody to lead it: the preview names it, and only the other is registered', async () => {
      await officer.opens(`/matters?q=${encodeURIComponent(mark)}&kind=netizen_message`);
      await officer.presses(words.matter.registerMany);
      await expect(dialog.getByLabel(words.matter.registerFiltered)).toBeChecked();
      await expect(dialog.getByText(words.matter.mandatePrefixAll)).toBeVisible();
      await officer.presses(words.matter.mergeLook, dialog);
      await expect(dialog.getByText(filled(words.ledger.previewWill, { count: 1 }))).toBeVisible();
      await expect(dialog.getByRole('listitem')).toContainText(`无人主办${mark}`);
      await expect(dialog.getByRole('listitem')).toContainText(words.general.skipped.matter.noDuty);
      await officer.findsNoFault();
      expect(await asks(officer, `/matters/${ours.id}`)).toMatchObject({ state: 'received', number: null });
      await officer.presses(filled(words.ledger.previewDo, { count: 1 }), dialog);
      await expect(dialog.getByText(filled(words.matter.registered, { registered: 1, dispatched: 1 }))).toBeVisible();
      expect(await asks(officer, `/matters/${ours.id}`)).toMatchObject({ state: 'registered' });
      expect(await asks(officer, `/matters/${nobodys.id}`)).toMatchObject({ state: 'received', number: null });
      await page.keyboard.press('Escape');
    });

    await test.step('nobody is answered before the work is over; the way back keeps what was written', async () => {
      await officer.presses(words.matter.replyMany);
      await officer.presses(words.matter.replyPlace.name, dialog);
      await expect(dialog.getByLabel(words.matter.replyText)).toHaveValue(`{${words.matter.replyToken.name}}`);
      await officer.findsNoFault();
      await officer.presses(words.matter.mergeLook, dialog);
      await expect(dialog.getByRole('listitem')).toContainText(words.general.skipped.matter.tasksOpen);
      await expect(dialog.getByRole('button', { name: words.ledger.previewNothing })).toBeDisabled();
      await officer.findsNoFault();
      await officer.presses(words.general.back, dialog);
      await expect(dialog.getByLabel(words.matter.replyText)).toHaveValue(`{${words.matter.replyToken.name}}`);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: words.matter.replyMany })).toBeFocused();
    });
  });
});
