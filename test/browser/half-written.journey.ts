import { expect } from '@playwright/test';
import { asks, type Row } from './kit/api.js';
import { markOf, onEitherScreen, test } from './kit/journey.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** How many photos lie in the store of this device; runs in the page. */
async function photosKept(): Promise<number> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('ducha-field-') ? [name] : []));
  const opened = indexedDB.open(names[0] ?? '');
  const db = await new Promise<IDBDatabase>((done) => (opened.onsuccess = () => done(opened.result)));
  const asked = db.transaction('sealed').objectStore('sealed').getAllKeys();
  const keys = await new Promise<IDBValidKey[]>((done) => (asked.onsuccess = () => done(asked.result)));
  db.close();
  return keys.filter((key) => typeof key === 'string' && key.startsWith('photo/')).length;
}

onEitherScreen((language) => {
  test('a finding that was left half-written is there after the page ended, with its photo', async ({ enter }) => {
    const officer = await enter('officer');
    const { page, words, dialog } = officer;
    await officer.opens('/visits');
    const { items } = await asks<{ items: (Row & { state: string })[] }>(officer, '/visits?limit=200');
    const there = items.find(({ state }) => state === 'arrived');
    expect(there).not.toBeUndefined();
    const seen = `东头垃圾池满溢 ${markOf(language)}`;
    const what = dialog.getByLabel(words.finding.checklist.what);

    await test.step('written by half when the page ends', async () => {
      await officer.opens(`/visits/${there?.id ?? ''}`);
      await page.getByRole('button', { name: words.finding.checklist.find }).first().click();
      await what.fill(seen);
      await dialog
        .locator('input[type=file]')
        .last()
        .setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: png });
      await expect(dialog.getByRole('img', { name: /现场\.png/u })).toBeVisible();
      await expect.poll(() => page.evaluate(photosKept)).toBe(1);
      await page.reload();
      await officer.isThere();
    });

    await test.step('the visit offers to go on with it', async () => {
      await expect(page.locator('.half-written')).toContainText(seen);
      await officer.findsNoFault();
      await officer.presses(words.field.goOn);
      await expect(what).toHaveValue(seen);
      await expect(dialog.getByRole('img', { name: /现场\.png/u })).toBeVisible();
    });

    await test.step('given up it is gone, for the next page too', async () => {
      await officer.presses(words.general.cancel, dialog);
      await expect(page.locator('.half-written')).toHaveCount(0);
      await page.reload();
      await officer.isThere();
      await expect(page.locator('.half-written')).toHaveCount(0);
    });
  });
});
