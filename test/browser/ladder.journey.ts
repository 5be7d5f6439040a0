import { expect } from '@playwright/test';
import { asks } from './kit/api.js';
import { filled } from './kit/languages.js';
import { onEitherScreen, test } from './kit/journey.js';

interface Rungs {
  rungs: { id: number; offset: number }[];
  revision: number;
}

onEitherScreen(() => {
  test('a ladder gets another rung: what is wrong is named, what would change is shown, and a revision is kept', async ({
    enter,
  }) => {
    const head = await enter('bureauHead');
    const { page, words } = head;
    const { ladder } = words;
    const before = await asks<Rungs>(head, '/ladders/answer');
    const nth = before.rungs.length + 1;
    await head.opens('/ladders/answer');
    const rehearsal = page.getByRole('region', { name: ladder.rehearsal });

    await test.step('as it stands it changes nothing, and the rehearsal says who hears when', async () => {
      await expect(rehearsal.getByRole('listitem').first()).toBeVisible();
      await expect(rehearsal.getByRole('alert')).toHaveCount(0);
      await head.presses(ladder.preview);
      await expect(page.getByRole('status').filter({ hasText: notice(ladder.change.none) })).toBeVisible();
      await head.findsNoFault();
    });

    const rung = page.getByRole('group', { name: filled(ladder.nth, { at: nth }), exact: true });
    await test.step('a rung that does the same at the same time is refused at its place', async () => {
      head.forgives(/status of 422/);
      await head.presses(ladder.addRung);
      await rung.getByLabel(ladder.n, { exact: true }).fill('3');
      await expect(rehearsal.getByRole('alert')).toContainText(filled(ladder.nth, { at: nth }));
      await head.presses(ladder.save);
      const refusal = page.locator('form').getByRole('alert');
      await expect(refusal).toContainText(filled(ladder.nth, { at: nth }));
      await expect(refusal).toContainText(ladder.wrong.twice);
      await head.findsNoFault();
    });

    await test.step('an earlier one is rehearsed, and shows which running time limits it reaches', async () => {
      await rung.getByLabel(ladder.n, { exact: true }).fill('8');
      await expect(rehearsal.getByRole('alert')).toHaveCount(0);
      await expect(rehearsal.getByRole('listitem')).toHaveCount(nth);
      await head.presses(ladder.preview);
      const change = page.getByRole('status').filter({ has: page.getByRole('listitem') });
      await expect(change).toContainText(filled(ladder.change.line, { gained: 1, lost: 0 }));
      await expect(change.getByRole('link').first()).toBeVisible();
      await head.findsNoFault();
    });

    await test.step('it is kept as another revision, in which every other rung is the one it was', async () => {
      await head.presses(ladder.save);
      await expect(page).toHaveURL(/\/ladders$/);
      const after = await asks<Rungs>(head, '/ladders/answer');
      expect(after.revision).toBe(before.revision + 1);
      const ids = new Set(before.rungs.map(({ id }) => id));
      expect(after.rungs.filter(({ id }) => !ids.has(id)).map(({ offset }) => offset)).toEqual([-8]);
      expect(after.rungs.filter(({ id }) => ids.has(id))).toHaveLength(before.rungs.length);
      const line = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: /Answer|办理反馈/ }) });
      await expect(line.first()).toContainText(ladder.origin.edited);
      await head.findsNoFault();
    });

    await test.step('back to the text of the product', async () => {
      await head.opens('/ladders/answer');
      await head.presses(ladder.withdraw);
      await page.locator('.ant-popconfirm').getByRole('button').last().click();
      await expect(page).toHaveURL(/\/ladders$/);
      const { rungs } = await asks<Rungs>(head, '/ladders/answer');
      expect(rungs.map(({ offset }) => offset)).toEqual(before.rungs.map(({ offset }) => offset));
    });
  });
});

/** The end of the sentence, behind its number. */
const notice = (sentence: string): string => sentence.slice(sentence.lastIndexOf('}}') + 2);
