import { defineConfig } from '@playwright/test';
import { cast } from './test/browser/kit/cast.js';
import { chromiumLaunch } from './test/browser/kit/chromium.js';

/**
 * Browser journeys (`test/browser`): against a private instance, with the system's Chromium, one at a time because all of
 * them move the same county. The instance writes down where it listens and who is signed in; with `DUCHA_BROWSER_COUNTY`
 * naming such a file the journeys use an instance that runs already.
 */
export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.journey.ts',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: process.env['CI'] === 'true',
  timeout: 300_000,
  expect: { timeout: 20_000 },
  ...(process.env['DUCHA_BROWSER_COUNTY'] === undefined && {
    webServer: {
      command: `node test/browser/kit/county.mjs ${Object.values(cast).join(' ')}`,
      wait: { stdout: /^Browser county: (?<ducha_browser_county>\S+)/m },
      gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 20_000 },
      timeout: 180_000,
    },
  }),
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: chromiumLaunch,
  },
  projects: [
    { name: 'desktop', grepInvert: /@narrow/, use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      grepInvert: /@wide/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
});
