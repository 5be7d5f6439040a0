import { expect, type Locator } from '@playwright/test';
import { asks, posts, type Row } from './kit/api.js';
import { markOf, onEitherScreen, test } from './kit/journey.js';
import type { Visitor } from './kit/visitor.js';

const passphrase = '夜里十点半下雨 42';

/** A sealed plan of the bureau's head. */
async function sealed(head: Visitor, name: string): Promise<string> {
  return (await posts(head, '/sealed-inspections', { name, passphrase, least: 2, shares: 3 })).id;
}

/** Somebody is called up by what the page would send; the journey of the dialog follows with the next one. */
async function calls(head: Visitor, id: string, personId: string): Promise<void> {
  const [startsAt, endsAt] = [8, 56].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
  const told = { place: '县政府大礼堂', lasts: '两天', bring: '换洗衣物' };
  await posts(head, `/sealed-inspections/${id}/call-ups`, {
    passphrase,
    personIds: [personId],
    startsAt,
    endsAt,
    ...told,
  });
}

/** Opens the plan with the passphrase and looks at who is called up. */
async function unlocks(head: Visitor, id: string): Promise<void> {
  const { words, page } = head;
  await head.opens(`/sealed/${id}`);
  await page.getByLabel(words.sealed.passphrase, { exact: true }).fill(passphrase);
  await head.presses(words.sealed.unlock);
  await page.locator('.sealed-parts').getByText(words.sealed.tab.calls, { exact: true }).click();
  await head.isThere();
}

/** A stroke across the field for signatures. */
async function signs(head: Visitor, pad: Locator): Promise<void> {
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) throw new Error('nowhere to sign');
  await head.page.mouse.move(box.x + 20, box.y + 20);
  await head.page.mouse.down();
  for (const step of [40, 60, 90, 120]) await head.page.mouse.move(box.x + step, box.y + 20 + (step % 50));
  await head.page.mouse.up();
}

onEitherScreen((language) => {
  test('somebody is called up without a purpose, hands in the telephone and gets a device', async ({
    enter,
    browser,
  }) => {
    const [head, staff] = [await enter('bureauHead'), await enter('staff')];
    await Promise.all([head.opens('/bureau'), staff.opens('/reports')]);
    const { person } = await asks<{ person: Row & { name: string } }>(staff, '/session');
    const id = await sealed(head, `夜查 ${markOf(language)}`);
    await calls(head, id, person.id);
    const { words, dialog, page } = head;
    const line = page.locator('.task-lines > li').filter({ hasText: person.name });

    await test.step('the planner opens the list with the passphrase and sees who has not confirmed', async () => {
      await unlocks(head, id);
      await expect(line).toContainText(words.callUp.silent);
      await head.findsNoFault();
    });

    await test.step('the called one sees it above the own page and confirms', async () => {
      await staff.opens('/inbox?box=to_do');
      await expect(staff.page.locator('.call-up-banner')).toContainText('县政府大礼堂');
      await staff.findsNoFault();
      await staff.page.locator('.call-up-banner').getByRole('link').click();
      await staff.isThere();
      await staff.findsNoFault();
      await staff.presses(staff.words.callUp.acknowledge);
      await expect(staff.button(staff.words.callUp.acknowledge)).toHaveCount(0);
      await staff.opens('/inbox?box=to_do');
      await expect(staff.page.locator('.call-up-banner')).toHaveCount(0);
    });

    await test.step('the planner reads the list again and sees it', async () => {
      await head.presses(words.callUp.again);
      await expect(line).toContainText(words.callUp.fact.acknowledged);
      await expect(line).not.toContainText(words.callUp.silent);
    });

    await test.step('on arrival the telephone is taken against a signature', async () => {
      await head.presses(words.callUp.arrive, line);
      await expect(line).toContainText(words.callUp.fact.arrived);
      await expect(line).toContainText(words.callUp.fact.acknowledged);
      await head.presses(words.callUp.handInPhone, line);
      await dialog.getByLabel(words.callUp.whichPhone).fill('黑色手机，尾号4417');
      await signs(head, dialog.getByRole('img', { name: words.callUp.signHere }));
      await head.findsNoFault();
      await head.presses(words.callUp.handInPhone, dialog);
      await expect(page.locator('.custody-table')).toContainText('尾号4417');
      await head.findsNoFault();
    });

    await test.step('a device is enrolled by its link, waits, and is signed out when it is given back', async () => {
      await head.presses(words.callUp.device, line);
      const address = await dialog.locator('code').innerText();
      await head.findsNoFault();
      const context = await browser.newContext({ baseURL: new URL(page.url()).origin });
      await context.addInitScript((code) => localStorage.setItem('ducha.language', code), language);
      const device = await context.newPage();
      await device.goto(address);
      await device.getByRole('button', { name: words.callUp.enrol }).click();
      await expect(device.getByText(words.callUp.waiting)).toBeVisible();
      await device.goto('/inbox');
      await expect(device.getByText(words.callUp.waiting)).toBeVisible();
      await page.keyboard.press('Escape');
      await unlocks(head, id);
      await head.presses(words.callUp.deviceReturn, line);
      await expect(line).toContainText(words.callUp.fact.deviceBack);
      await expect(device.getByText(words.callUp.notIssued)).toBeVisible();
      await context.close();
    });
  });
});
