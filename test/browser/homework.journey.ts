import { expect, type Locator } from '@playwright/test';
import { unitName } from './kit/cast.js';
import { inEveryLanguage, markOf, test } from './kit/journey.js';
import type { Visitor } from './kit/visitor.js';

const row = ({ page }: Visitor, title: string): Locator => page.getByRole('listitem').filter({ hasText: title });
const photo = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');

/** The leader's three fields: what, who, when. */
async function assigns(leader: Visitor, title: string): Promise<void> {
  const { page, words } = leader;
  const onPhone = page.locator('.desk-switch');
  if (await onPhone.isVisible()) await onPhone.getByText(words.leader.assign).click();
  const form = page.getByRole('region', { name: words.leader.assign });
  await form.getByLabel(words.leader.what).fill(title);
  await leader.picks(words.leader.who, unitName, form);
  await leader.presses(words.leader.whenIn.d7, form);
  await leader.findsNoFault();
  await leader.presses(words.leader.send, form);
  await expect(page.getByText(words.leader.sent, { exact: true })).toBeVisible();
}

/** The liaison reports the work done, with a photograph. */
async function submits(liaison: Visitor, title: string, answer: string): Promise<void> {
  const { words, dialog } = liaison;
  await liaison.presses(words.words.act.assignment.submit, row(liaison, title));
  await dialog.getByText(words.words.resultClass.A).click();
  await dialog.getByLabel(words.task.field.answer).fill(answer);
  await dialog.locator('input[type=file]').setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: photo });
  await expect(dialog.getByText('现场.png')).toBeVisible();
  await liaison.findsNoFault();
  await liaison.presses(words.words.act.assignment.submit, dialog);
  await expect(dialog).toHaveCount(0);
}

/** The head of the unit puts the name under it. */
async function signsOff(head: Visitor, title: string): Promise<void> {
  const act = head.words.words.act.assignment.sign_off;
  await head.presses(act, row(head, title));
  await head.presses(act, head.dialog);
  await expect(row(head, title)).toHaveCount(0);
}

/** Somebody of the bureau checks the claim. */
async function verifies(officer: Visitor, verdict: 'pass' | 'redo', said: string): Promise<void> {
  const { words, dialog } = officer;
  const act = words.words.act.task.verify;
  await officer.isThere();
  await officer.presses(act);
  await dialog.getByText(words.words.verdict[verdict], { exact: true }).click();
  await dialog.getByText(words.words.manner.on_site, { exact: true }).click();
  await dialog.getByLabel(words.task.field.verifyWords).fill(said);
  if (verdict === 'redo') await dialog.getByLabel(unitName, { exact: true }).check();
  await officer.findsNoFault();
  await officer.presses(act, dialog);
  await expect(dialog).toHaveCount(0);
}

/** The result goes before the leader who asked for it. */
async function presents(officer: Visitor, summary: string): Promise<void> {
  const { words, dialog } = officer;
  await officer.presses(words.words.act.task.present);
  await dialog.getByLabel(words.task.field.summary).fill(summary);
  await officer.presses(words.words.act.task.present, dialog);
  await expect(state(officer, words.words.taskState.presented)).toBeVisible();
}

const state = ({ page }: Visitor, name: string): Locator => page.locator('.page-head').getByText(name, { exact: true });

inEveryLanguage((language) => {
  test('homework goes from the leader through unit and bureau back to the leader, and every window follows by itself', async ({
    enter,
  }) => {
    const title = `清掏北环路雨水井 ${markOf(language)}`;
    const [magistrate, liaison, head] = [await enter('magistrate'), await enter('liaison'), await enter('unitHead')];
    const [officer, verifier] = [await enter('officer'), await enter('verifier')];
    const { words } = magistrate;
    await Promise.all([liaison.opens('/inbox'), head.opens('/inbox'), officer.opens('/verify')]);
    await magistrate.opens('/desk');

    await test.step('the leader assigns', async () => {
      await assigns(magistrate, title);
      await expect(row(liaison, title)).toBeVisible();
      await magistrate.opens('/desk/decided');
      await expect(row(magistrate, title)).toContainText(words.words.taskState.dispatched);
    });

    await test.step('the unit signs and answers', async () => {
      await liaison.presses(words.words.act.assignment.sign, row(liaison, title));
      await expect(row(magistrate, title)).toContainText(words.words.taskState.under_way);
      await liaison.opens('/inbox?box=to_do');
      await submits(liaison, title, '已清掏雨水井四十二座，清出淤泥三十方。');
      await expect(row(head, title)).toBeVisible();
      await head.findsNoFault();
      await signsOff(head, title);
    });

    await test.step('the officer returns it', async () => {
      await expect(row(magistrate, title)).toContainText(words.words.taskState.answered);
      await row(officer, title).getByRole('link', { name: title }).click();
      await verifies(officer, 'redo', '路口东侧三座未清，退回补清。');
      await expect(state(officer, words.words.taskState.under_way)).toBeVisible();
    });

    await test.step('the unit answers again', async () => {
      await liaison.opens('/inbox?box=returned');
      await expect(row(liaison, title)).toContainText('路口东侧三座未清');
      await liaison.findsNoFault();
      await submits(liaison, title, '东侧三座已补清，闭水试验合格。');
      await signsOff(head, title);
    });

    await test.step('another person verifies, the officer presents, the leader closes', async () => {
      await expect(state(officer, words.words.taskState.answered)).toBeVisible();
      await verifier.page.goto(officer.page.url());
      await verifies(verifier, 'pass', '现场复看四十五座，全部畅通。');
      await expect(state(officer, words.words.taskState.verified)).toBeVisible();
      await presents(officer, '您交办的雨水井清掏已核查属实，请审阅。');
      await magistrate.opens('/desk');
      const card = magistrate.page.getByRole('article').filter({ hasText: title });
      await magistrate.presses(words.leader.noted, card);
      await expect(card).toHaveCount(0);
      await expect(state(officer, words.words.taskState.closed)).toBeVisible();
      await officer.findsNoFault();
    });
  });
});
