import { expect } from '@playwright/test';
import { first, type Row } from './kit/api.js';
import { onEitherScreen, test } from './kit/journey.js';

const millimetre = 72 / 25.4;
const a4 = { width: Math.round(210 * millimetre), height: Math.round(297 * millimetre) };

/** The sizes of a PDF's pages in points. */
function pagesOf(pdf: Buffer): { width: number; height: number }[] {
  const boxes = pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g);
  return [...boxes].map(([, width, height]) => ({
    width: Math.round(Number(width)),
    height: Math.round(Number(height)),
  }));
}

onEitherScreen((language) => {
  test(`the assignment slip prints one A4 sheet a unit (${language})`, async ({ enter }) => {
    const officer = await enter('officer');
    const { page, words } = officer;
    const task = await first(officer, '/tasks?state=under_way&kind=instruction');
    const units = 1 + (task['assistUnits'] as Row[]).length;
    await officer.opens(`/tasks/${task.id}/slip`);
    await expect(page.locator('.slip')).toHaveCount(units);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await expect(officer.button(words.task.print)).toBeHidden();
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toEqual(Array(units).fill(a4));
  });
});
