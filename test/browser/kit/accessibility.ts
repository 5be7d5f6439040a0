import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type Axe from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** How texts look that axe found readable: to ask for the contrast of every text costs more than all its other rules together. */
const readable = new Set<string>();

/**
 * What axe finds wrong, as lines to read. A document is taught axe once. Contrast is asked of one text of every look that
 * was not found readable before; the other rules are asked of the whole page.
 */
export async function violationsOn(page: Page): Promise<string[]> {
  const isTaught = await page.evaluate(() => 'axe' in window);
  if (!isTaught) await page.evaluate(source);
  const besides = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe };
    const rules = { 'color-contrast': { enabled: false } };
    return (await axe.run(document, { resultTypes: ['violations'], rules })).violations;
  });
  const unknown = await page.evaluateHandle(looksBesides, [...readable]);
  const faint = await unknown.evaluate(async (texts) => {
    // a text that the page has just drawn anew is judged when it is met again
    for (const [look, text] of texts) if (!text.isConnected) texts.delete(look);
    if (texts.size === 0) return [];
    const { axe } = window as unknown as { axe: typeof Axe };
    const options: Axe.RunOptions = { resultTypes: ['violations'], runOnly: ['color-contrast'] };
    return (await axe.run({ include: [...texts.values()] }, options)).violations;
  });
  const looks = await unknown.evaluate((texts) => [...texts.keys()]);
  if (faint.length === 0) looks.forEach((look) => readable.add(look));
  return [...besides, ...faint].flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** One text of every look that is not known; a look is all that contrast depends on: letters, what lies behind, and whether axe judges it. */
function looksBesides(known: readonly string[]): Map<string, Element> {
  const lookOf = (holder: Element): string => {
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(holder);
    const ofDisabled = holder.closest('label')?.control?.matches(':disabled') === true;
    const isExcused = ofDisabled || holder.closest('[aria-hidden=true], [aria-disabled=true], :disabled') !== null;
    const look: unknown[] = [holder.className, isExcused, color, fontSize, fontWeight, textShadow];
    for (let one: Element | null = holder; one !== null; one = one.parentElement) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(one);
      if (backgroundColor !== 'rgba(0, 0, 0, 0)' || backgroundImage !== 'none' || opacity !== '1')
        look.push(backgroundColor, backgroundImage, opacity);
    }
    return look.join(' ');
  };
  const seen = new Set(known);
  const unknown = new Map<string, Element>();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement: holder, textContent } = texts.currentNode;
    if (!holder || !textContent?.trim() || !holder.checkVisibility({ visibilityProperty: true })) continue;
    const look = lookOf(holder);
    if (!seen.has(look)) unknown.set(look, holder);
  }
  return unknown;
}
