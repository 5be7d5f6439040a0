import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { asks, posts, type Row } from './kit/api.js';
import { freshLink } from './kit/county.js';
import { Device } from './kit/device.js';
import { test } from './kit/journey.js';
import type { Visitor } from './kit/visitor.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Found extends Row {
  words: string;
  evidenceCount: number;
  capturedAt: string;
  receivedAt: string;
}
interface Visit extends Row {
  state: string;
  out: boolean;
  group: Row;
  inspection: Row;
  site: { name: string } | null;
}

/** Records a finding against the clause at that place of the list, with one file. */
async function finds(phone: Device, place: number, words: string, file = '现场.png'): Promise<void> {
  const { words: texts, dialog } = phone;
  await phone.page.locator('.clause-card').nth(place).getByRole('button', { name: texts.finding.checklist.find }).tap();
  await dialog.getByLabel(texts.finding.checklist.what).fill(words);
  const mimeType = file.endsWith('.png') ? 'image/png' : 'text/html';
  const buffer = file.endsWith('.png') ? png : Buffer.from('<!doctype html><script>1</script>');
  await dialog.locator('input[type=file]').last().setInputFiles({ name: file, mimeType, buffer });
  await expect(dialog.locator('.photo-strip li')).toHaveCount(1);
  await dialog.getByRole('button', { name: texts.finding.checklist.find }).tap();
  await expect(dialog).toHaveCount(0);
}

/** The visit of the officer's group where somebody stands now. */
async function standing(officer: Visitor): Promise<Visit> {
  const { items } = await asks<{ items: Visit[] }>(officer, '/visits?limit=200');
  const visit = items.find(({ state, out }) => state === 'arrived' && out);
  if (visit === undefined) throw new Error('nobody stands anywhere');
  return visit;
}

/** What the server has of this journey. */
async function received(officer: Visitor, visitId: string, mark: string): Promise<Found[]> {
  const { items } = await asks<{ items: Found[] }>(officer, `/findings?visitId=${visitId}&limit=200`);
  return items.filter(({ words }) => words.includes(mark));
}

test.describe('on the spot without signal', { tag: '@narrow' }, () => {
  test('what was recorded survives and arrives once', async ({ enter }) => {
    const officer = await enter('officer');
    const visit = await standing(officer);
    const mark = `暗号${randomUUID().slice(0, 8)}`;
    const phone = await Device.of('officer');
    const { words } = phone;

    await test.step('sheets come by themselves', async () => {
      await phone.isReady();
      await phone.page.goto(`/visits/${visit.id}`);
      await expect(phone.page.locator('.clause-card').first()).toBeVisible();
    });

    await test.step('three findings and answers without signal', async () => {
      await phone.signal(false);
      for (const place of [0, 1, 2]) await finds(phone, place, `${mark} 第${place + 1}条`);
      await phone.page
        .getByRole('button', { name: `${words.finding.checklist.met}：` })
        .last()
        .tap();
      // three findings, their three photos, one answer
      await expect(phone.counter).toContainText('7 条未发送');
      await expect(phone.page.getByText(words.field.waits).first()).toBeVisible();
    });

    const kept = await phone.counter.innerText();
    await test.step('a reload', async () => {
      await phone.page.reload();
      await expect(phone.counter).toHaveText(kept);
      await expect(phone.page.locator('.clause-card').first()).toContainText(words.field.waits);
    });

    await test.step('an empty battery', async () => {
      // what is not sealed is found by the same search of the same files
      await phone.keepsPlain('明文', `明文${mark.slice(2)}`);
      await phone.off();
      expect(phone.holds(`明文${mark.slice(2)}`)).toBe(true);
      expect(phone.holds(mark)).toBe(false);
      expect(phone.holds(visit.site?.name ?? '')).toBe(false);
      await phone.on({ offline: true });
      await phone.page.goto('/unsent');
      await expect(phone.counter).toHaveText(kept);
      await expect(phone.page.getByText(`${mark} 第1条`)).toBeVisible();
      await expect(phone.page.getByRole('img').first()).toBeVisible();
      await phone.forgetsPlain('明文');
      await phone.page.goto('/visits');
      await expect(phone.page.getByText(words.field.ready).first()).toBeVisible();
      expect(await received(officer, visit.id, mark)).toEqual([]);
    });

    await test.step('signal that breaks off after the server has done it', async () => {
      const lost = new Set<string>();
      await phone.page.route(/\/api\/v1\/(?:evidence|visits\/[^/]+\/(?:findings|answers))/, async (route) => {
        const path = new URL(route.request().url()).pathname;
        if (lost.has(path)) return route.fallback();
        lost.add(path);
        await route.fetch();
        return route.abort();
      });
      await phone.signal(true);
      await expect(phone.counter).toHaveCount(0, { timeout: 60_000 });
      expect([...lost].filter((path) => /evidence|findings/.test(path))).toHaveLength(2);
      const found = await received(officer, visit.id, mark);
      expect(found.map((one) => [one.words, one.evidenceCount]).sort()).toEqual(
        [1, 2, 3].map((n) => [`${mark} 第${n}条`, 1]),
      );
      for (const one of found) expect(one.capturedAt < one.receivedAt, 'captured before it was received').toBe(true);
    });

    await test.step('what the server refuses stays until a person mends it', async () => {
      await phone.page.goto(`/visits/${visit.id}`);
      await finds(phone, 0, `${mark} 被退回`, '说明.html');
      await expect(phone.counter).toHaveAttribute('data-refused', 'true');
      await phone.page.goto('/unsent');
      await expect(phone.page.getByRole('main').getByText(/服务器未接受：仅接受图片/)).toBeVisible();
      await phone.page.getByRole('button', { name: words.field.mend }).tap();
      await phone.dialog.getByRole('button', { name: /移除/ }).tap();
      await phone.dialog.getByRole('button', { name: words.finding.checklist.find }).tap();
      await expect(phone.page.getByText(words.field.empty)).toBeVisible();
      expect((await received(officer, visit.id, mark)).map((one) => one.evidenceCount).sort()).toEqual([0, 1, 1, 1]);
    });

    await test.step('the group comes home: nothing is left on the phone', async () => {
      expect((await phone.databases()).filter((name) => name.startsWith('ducha-field'))).toHaveLength(1);
      await bringsHome(officer, visit);
      await phone.page.goto('/visits');
      await expect(async () => expect(await phone.databases()).toEqual([])).toPass();
      expect(await phone.page.evaluate(() => localStorage.getItem('ducha.field'))).toBeNull();
    });
    await phone.end();
  });

  test('signing out warns of what was not sent, and takes everything along', async () => {
    const phone = await Device.of(null);
    const { words, page } = phone;
    await page.goto(freshLink('verifier'));
    await page.getByRole('button', { name: /以「.*」身份进入/ }).tap();
    await page.waitForURL(/bureau/);
    await phone.isReady();
    await phone.signal(false);
    await page.getByRole('button', { name: words.inspection.arrive }).first().tap();
    await expect(phone.counter).toContainText(words.field.unsent.replace('{{count}}', '1'));
    await page.locator('.who').tap();
    await page.getByRole('menuitem', { name: words.shell.signOut }).tap();
    await expect(phone.dialog).toContainText(words.field.leaveNote);
    expect(await phone.databases()).toHaveLength(1);
    await phone.dialog.getByRole('button', { name: words.field.leaveAnyway }).tap();
    await expect(page.getByRole('heading', { name: words.shell.signInTitle })).toBeVisible();
    expect(await phone.databases()).toEqual([]);
    await phone.end();
  });
});

/** Ends what is open, and brings the group back. */
async function bringsHome(leader: Visitor, { group, inspection }: Visit): Promise<void> {
  const { items } = await asks<{ items: Visit[] }>(leader, `/visits?groupId=${group.id}&limit=200`);
  for (const { id, state, version } of items)
    if (state === 'arrived') await posts(leader, `/visits/${id}/end`, { outcome: 'found' }, version);
  const { groups } = await asks<{ groups: Row[] }>(leader, `/inspections/${inspection.id}/board`);
  const own = groups.find(({ id }) => id === group.id);
  await posts(leader, `/inspections/${inspection.id}/groups/${group.id}/finish`, {}, own?.version);
}
