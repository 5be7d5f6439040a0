import { randomUUID } from 'node:crypto';
import { test as base } from '@playwright/test';
import type { Person } from './cast.js';
import { type Language, languages } from './languages.js';
import { Visitor } from './visitor.js';

interface Journey {
  language: Language;
  /** A person of the cast, signed in, in a window of their own; null for somebody without an account. */
  enter: (person: Person | null) => Promise<Visitor>;
}

/** A test with people in it. At its end everybody leaves, and nobody's browser may have complained. */
export const test = base.extend<Journey>({
  language: ['zh-CN', { option: true }],
  enter: async ({ browser, language }, use) => {
    const visitors: Visitor[] = [];
    await use(async (person) => {
      const visitor = await Visitor.arrives(browser, language, person);
      visitors.push(visitor);
      return visitor;
    });
    for (const visitor of visitors) await visitor.leaves();
  },
});

/** Tells a journey in every language of the screens; each size is a project of its own. */
export function inEveryLanguage(tell: (language: Language) => void): void {
  for (const language of languages) {
    test.describe(language, () => {
      test.use({ language });
      tell(language);
    });
  }
}

/**
 * Tells a journey in Chinese on the wide screen and in English on the narrow one, where its longer words must still fit.
 * What is told this way says the same in both; `DUCHA_EVERY_SCREEN=1` tells it four times.
 */
export function onEitherScreen(tell: (language: Language) => void): void {
  for (const language of languages) {
    test.describe(language, { tag: screenOf(language) }, () => {
      test.use({ language });
      tell(language);
    });
  }
}

/** The screen that a language has to itself in `onEitherScreen`, as a tag of Playwright. */
export function screenOf(language: Language): string[] {
  if (process.env['DUCHA_EVERY_SCREEN'] === '1') return [];
  return [language === 'zh-CN' ? '@wide' : '@narrow'];
}

/** What tells this journey's records from those of the other languages, sizes and runs. */
export const markOf = (language: Language): string =>
  `${language} ${test.info().project.name} ${randomUUID().slice(0, 4)}`;
