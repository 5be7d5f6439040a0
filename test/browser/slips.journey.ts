import { expect, type Locator } from '@playwright/test';
import { markOf, onEitherScreen, test } from './kit/journey.js';
import { overdueInAMoment, worksRoundTheClock } from './kit/round-the-clock.js';
import type { Visitor } from './kit/visitor.js';

/** The slip on that task, in the list of slips. */
const line = ({ page, words }: Visitor, title: string): Locator =>
  page.getByRole('region', { name: words.slip.title, exact: true }).locator('.slip-line').filter({ hasText: title });

/** Says something in the dialog that is open, under the label of its only field. */
async function says(visitor: Visitor, label: string, said: string, button: string): Promise<void> {
  const { dialog } = visitor;
  await dialog.getByLabel(label, { exact: true }).fill(said);
  await visitor.findsNoFault();
  await visitor.presses(button, dialog);
  await expect(dialog).toHaveCount(0);
}

/** Decides on the objection of that line. */
async function decides(visitor: Visitor, at: Locator, verdict: 'uphold' | 'reject', reason: string): Promise<void> {
  const { dialog, words } = visitor;
  await visitor.presses(words.slip.decide, at);
  await dialog.getByText(words.slip.objection[verdict], { exact: true }).click();
  await says(visitor, words.slip.reason, reason, words.slip.decide);
}

onEitherScreen((language) => {
  test('a slip is served at the end of the time, answered, judged by somebody else, and objected to', async ({
    enter,
  }) => {
    const mark = markOf(language);
    const [answered, wrong] = [`隐患清零 ${mark}`, `物资轮换 ${mark}`];
    const [magistrate, bureauHead] = [await enter('magistrate'), await enter('bureauHead')];
    const [unit, sender, other] = [await enter('emergencyHead'), await enter('officer'), await enter('verifier')];
    const { words } = unit;
    const unitId = await worksRoundTheClock(bureauHead);
    await unit.opens('/slips');
    await overdueInAMoment(magistrate, sender, unitId, [answered, wrong]);

    await test.step('it comes to the unit’s page by itself, with number, ground and date of reply, and as a document', async () => {
      await expect(line(unit, answered)).toContainText(words.slip.state.served, { timeout: 45_000 });
      await expect(line(unit, wrong)).toContainText(words.slip.state.served);
      await unit.findsNoFault();
      const paper = await line(unit, answered).getByRole('link', { name: words.slip.pdf }).getAttribute('href');
      const printed = await unit.page.context().request.get(paper ?? '');
      expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-');
    });

    await test.step('the unit gives its reason', async () => {
      await unit.presses(words.slip.reply, line(unit, answered));
      await says(unit, words.slip.replyWords, '汛期值守，月底前完成清零。', words.slip.reply);
      await expect(line(unit, answered)).toContainText(words.slip.state.replied);
    });

    await test.step('its sender may not judge the reason, another officer does', async () => {
      await sender.opens('/slips');
      await expect(line(sender, answered)).toContainText('汛期值守');
      await expect(sender.button(words.slip.accept, line(sender, answered))).toHaveCount(0);
      await other.opens('/slips');
      await other.presses(words.slip.accept, line(other, answered));
      await says(other, words.slip.judgeWords, '值守属实，理由成立。', words.slip.accept);
      await expect(line(unit, answered)).toContainText(words.slip.state.withdrawn);
      await expect(line(sender, answered)).toContainText(words.slip.state.withdrawn);
    });

    await test.step('an objection to the other slip is one tap away, and decided by who had no hand in it', async () => {
      await unit.presses(words.slip.object, line(unit, wrong));
      await says(unit, words.slip.objectWords, '交办时限有误，应为年底。', words.slip.object);
      await expect(line(unit, wrong)).toContainText(words.slip.objection.raised);
      await bureauHead.opens('/slips');
      const raised = bureauHead.page.getByRole('region', { name: words.slip.objections }).locator('.slip-line');
      await decides(bureauHead, raised.filter({ hasText: wrong }), 'uphold', '时限确有误，撤销本单。');
      await expect(line(unit, wrong)).toContainText(words.slip.objection.uphold);
      await expect(line(unit, wrong)).toContainText(words.slip.state.withdrawn);
      await unit.findsNoFault();
    });

    await test.step('so is one to being counted as late, and the figures say so', async () => {
      const late = unit.page.getByRole('region', { name: words.slip.late }).locator('.slip-line');
      await unit.presses(words.slip.object, late.filter({ hasText: answered }));
      await says(unit, words.slip.objectWords, '理由已被采纳，不应计为逾期。', words.slip.object);
      await bureauHead.opens('/slips');
      const raised = bureauHead.page.getByRole('region', { name: words.slip.objections }).locator('.slip-line');
      await decides(bureauHead, raised.filter({ hasText: answered }), 'reject', '理由成立不等于按期办结。');
      await expect(late.filter({ hasText: answered })).toContainText(words.slip.objection.reject);
      await bureauHead.opens('/slips');
      await expect(raised.filter({ hasText: mark })).toHaveCount(0);
      for (const visitor of [unit, bureauHead, other]) await visitor.findsNoFault();
    });
  });
});
