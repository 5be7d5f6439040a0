import { expect } from '@playwright/test';
import type { Person } from './kit/cast.js';
import { onEitherScreen, test } from './kit/journey.js';
import { routerPaths, samples, visits } from './kit/routes.js';

const routeOf = (path: string): string => path.split('?')[0] ?? '';
const visited = new Set(visits.flatMap(([, paths]) => paths.map(routeOf)));

interface Stop {
  readonly path: string;
  /** Nobody stopped there before. */
  readonly isNew: boolean;
}

/** Everybody's pages in their order, each told whether it is the first visit there. */
function stopsOf(): (readonly [Person | null, readonly Stop[]])[] {
  const seen = new Set<string>();
  const stop = (path: string): Stop => ({ path, isNew: !seen.has(path) && seen.add(path).has(path) });
  return visits.map(([person, paths]) => [person, paths.map(stop)]);
}

/** In the other language every page once; who sees what of it was looked at already. */
function eachPageOnce(): ReturnType<typeof stopsOf> {
  return stopsOf()
    .map(([person, stops]): [Person | null, Stop[]] => [person, stops.filter(({ isNew }) => isNew)])
    .filter(([, stops]) => stops.length > 0);
}

test('every page of the application is looked at by somebody', () => {
  expect(routerPaths().filter((path) => !visited.has(path))).toEqual([]);
  expect(routerPaths().length).toBeGreaterThan(20);
});

test('what is looked for is found where it is planted', async ({ enter }) => {
  const officer = await enter('officer');
  await officer.opens('/account');
  await officer.findsNoFault();
  await officer.page.evaluate(() => {
    document
      .querySelector('main')
      ?.insertAdjacentHTML(
        'beforeend',
        '<input><p style="width: 3000px">task.redo</p><p style="color: #ddd; background: #fff">under_way</p>',
      );
    console.error('planted');
    return fetch('http://127.0.0.2:9/').catch(() => undefined);
  });
  const kinds = async (): Promise<(string | undefined)[]> =>
    (await officer.violations()).map((line) => line.split(':')[0]).sort();
  expect(await kinds()).toEqual(['color-contrast', 'label']);
  // what was not readable once is judged every time
  expect(await kinds()).toEqual(['color-contrast', 'label']);
  expect(await officer.overflow()).toBeGreaterThan(1000);
  expect(await officer.rawCodes()).toEqual(['task.redo', 'under_way']);
  expect(officer.trouble).toContain('planted');
  officer.forgives(/planted|127\.0\.0\.2|ERR_CONNECTION|Content Security Policy/);
});

onEitherScreen((language) => {
  for (const [person, stops] of language === 'zh-CN' ? stopsOf() : eachPageOnce()) {
    test(`the pages of ${person ?? 'a passer-by'} (${language})`, async ({ enter }) => {
      const addressOf = await samples(enter);
      const visitor = await enter(person);
      // a passer-by brings no answer of an identity provider, which this county lacks, and no device issued to them
      visitor.forgives(person === null ? /status of 40[014]/ : /status of 400/);
      // in Chinese each page is met first by its own address, in English from page to page
      for (const [at, { path, isNew }] of stops.entries()) {
        await test.step(path, async () => {
          const isTurn = at > 0 && (language === 'en' || !isNew);
          await (isTurn ? visitor.turnsTo(addressOf(path)) : visitor.opens(addressOf(path)));
          await visitor.findsNoFault();
        });
      }
    });
  }
});
