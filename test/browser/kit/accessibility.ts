import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type Axe from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong, as lines to read. A document is taught axe once, however often it is looked at. */
export async function violationsOn(page: Page, colours: boolean): Promise<string[]> {
  const isTaught = await page.evaluate(() => 'axe' in window);
  if (!isTaught) await page.evaluate(source);
  return page.evaluate(async (enabled) => {
    const { axe } = window as unknown as { axe: typeof Axe };
    const rules = { 'color-contrast': { enabled } };
    const { violations } = await axe.run(document, { resultTypes: ['violations'], rules });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }, colours);
}
