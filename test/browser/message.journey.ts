import { expect } from '@playwright/test';
import { asks, posts, type Row } from './kit/api.js';
import { unitName } from './kit/cast.js';
import { onEitherScreen, markOf, test } from './kit/journey.js';
import type { Visitor } from './kit/visitor.js';

const inAWeek = (): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(
    new Date(Date.now() + 7 * 86_400_000),
  );

/** The officer registers the message under the standing mandate and sends it to a unit in the same act. */
async function registers(officer: Visitor): Promise<void> {
  const { words, dialog, page } = officer;
  await officer.presses(words.matter.register);
  await officer.picks(words.task.field.leadUnit, unitName, dialog);
  const due = dialog.getByLabel(words.task.field.due, { exact: true });
  await due.fill(inAWeek());
  await due.press('Enter');
  await officer.findsNoFault();
  await officer.presses(words.matter.register, dialog);
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.page-head').getByText(words.words.matterState.registered)).toBeVisible();
}

/** The one task that was made of a matter. */
async function taskOf(officer: Visitor, matterId: string): Promise<string> {
  const { tasks } = await asks<{ tasks: Row[] }>(officer, `/matters/${matterId}`);
  expect(tasks).toHaveLength(1);
  return tasks[0]?.id ?? '';
}

/** What the unit does in between, without its pages: another journey has seen them. */
async function unitAnswers(liaison: Visitor, head: Visitor, taskId: string): Promise<void> {
  const mine = async (who: Visitor): Promise<Row> => {
    const { assignments } = await asks<{ assignments: Row[] }>(who, `/tasks/${taskId}`);
    return assignments[0] as Row;
  };
  await expect.poll(async () => (await mine(liaison))['state']).toBe('delivered');
  const act = async (who: Visitor, name: string, said: object): Promise<void> => {
    const { id, version } = await mine(who);
    await posts(who, `/assignments/${id}/${name}`, said, version);
  };
  await act(liaison, 'sign', {});
  await act(liaison, 'submit', { resultClass: 'A', body: '路灯已修复三盏，当晚点亮。', evidenceIds: [] });
  await act(head, 'sign-off', {});
}

/** The reply goes out; its one-time link is shown once. */
async function replies(officer: Visitor, body: string): Promise<string> {
  const { words, dialog } = officer;
  const act = words.words.act.matter.reply;
  await officer.presses(act);
  await dialog.getByLabel(words.task.field.replyBody).fill(body);
  await officer.presses(act, dialog);
  const link = dialog.getByText(/\/reply\?token=/);
  await expect(link).toBeVisible();
  await officer.findsNoFault();
  return (await link.innerText()).trim();
}

onEitherScreen((language) => {
  test('a message is registered, done, closed by the officer, answered, and the asker says whether it helped', async ({
    enter,
  }) => {
    const title = `仪封路晚上没有路灯 ${markOf(language)}`;
    const body = '好！您反映的三盏路灯已于昨晚修复。';
    const [officer, verifier] = [await enter('officer'), await enter('verifier')];
    const { words, page, dialog } = officer;
    const signatories = [{ name: '魏先生', contact: '13800000000' }];
    const matter = await posts(officer, '/matters', {
      kind: 'netizen_message',
      declaredUnclassified: true,
      title,
      body: title,
      category: '城乡建设/市政设施/路灯照明',
      signatories,
    });

    await test.step('registered and sent to the unit', async () => {
      await officer.opens(`/matters/${matter.id}`);
      await officer.findsNoFault();
      await registers(officer);
      const id = await taskOf(officer, matter.id);
      await unitAnswers(await enter('liaison'), await enter('unitHead'), id);
      const { version } = await asks<Row>(verifier, `/tasks/${id}`);
      await posts(
        verifier,
        `/tasks/${id}/verify`,
        { verdict: 'pass', manner: 'on_site', words: '现场亮灯。' },
        version,
      );
      await officer.opens(`/tasks/${id}`);
    });

    await test.step('closed', async () => {
      const act = words.words.act.task.close;
      await officer.presses(act);
      await officer.presses(act, dialog);
      await expect(page.locator('.page-head').getByText(words.words.taskState.closed, { exact: true })).toBeVisible();
    });

    const link = await test.step('answered', async () => {
      await officer.opens(`/matters/${matter.id}`);
      return replies(officer, body);
    });

    await test.step('read without an account, and judged by keyboard', async () => {
      const asker = await enter(null);
      await asker.opens(link);
      await expect(asker.page.getByText(body)).toBeVisible();
      await asker.findsNoFault();
      await asker.tabsTo(asker.page.getByRole('radio').first());
      await asker.page.keyboard.press('Space');
      await asker.tabsTo(asker.button(words.account.feedbackSend));
      await asker.page.keyboard.press('Enter');
      await expect(asker.page.getByText(words.account.feedbackThanks)).toBeVisible();
      await asker.findsNoFault();
      await officer.opens(`/matters/${matter.id}`);
      await expect(page.getByText(words.words.feedback.satisfied, { exact: true })).toBeVisible();
    });
  });
});
