import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import type { Person } from './cast.js';
import { chromiumLaunch } from './chromium.js';
import { county, sessionOf } from './county.js';
import { texts } from './languages.js';

const screen = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** A phone with a memory of its own: it is switched off and on again, loses signal and finds it. */
export class Device {
  readonly words = texts['zh-CN'];
  private context: BrowserContext | undefined;

  private constructor(private readonly folder: string) {}

  /** A new phone; with a person in whose name somebody is signed in on it. */
  static async of(person: Person | null): Promise<Device> {
    const device = new Device(mkdtempSync(join(tmpdir(), 'ducha-phone-')));
    const context = await device.on();
    if (person !== null) await context.addCookies(cookiesOf(person));
    return device;
  }

  /** Switches it on, with or without signal. */
  async on({ offline = false } = {}): Promise<BrowserContext> {
    const at = { baseURL: county().address, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
    this.context = await chromium.launchPersistentContext(this.folder, {
      ...screen,
      ...at,
      ...chromiumLaunch,
      offline,
    });
    return this.context;
  }

  /** The battery is empty. */
  async off(): Promise<void> {
    await this.context?.close();
  }

  /** Switched off and thrown away. */
  async end(): Promise<void> {
    await this.off();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get page(): Page {
    const [page] = this.context?.pages() ?? [];
    if (page === undefined) throw new Error('the phone is off');
    return page;
  }

  get dialog() {
    return this.page.getByRole('dialog');
  }

  async signal(there: boolean): Promise<void> {
    await this.context?.setOffline(!there);
  }

  /** Everything of a visit lies on the phone, and the application opens without signal. */
  async isReady(): Promise<void> {
    await this.page.goto('/visits');
    await expect(this.page.getByText(this.words.field.ready).first()).toBeVisible();
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      return caches.match('/');
    });
  }

  /** The counter that stands on every page while something waits. */
  get counter() {
    return this.page.locator('.unsent-badge');
  }

  /** Names of the databases that pages of the county have on this phone. */
  databases(): Promise<string[]> {
    return this.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
  }

  /** Keeps words in a database of their own as they are, as a careless page would. */
  async keepsPlain(name: string, words: string): Promise<void> {
    await this.page.evaluate(
      ([database, value]) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open(database ?? '');
          opening.onupgradeneeded = () => opening.result.createObjectStore('plain').put(value, 1);
          opening.onsuccess = () => resolve(opening.result.close());
          opening.onerror = () => reject(new Error('not kept'));
        }),
      [name, words],
    );
  }

  async forgetsPlain(name: string): Promise<void> {
    await this.page.evaluate((database) => void indexedDB.deleteDatabase(database), name);
  }

  /** Whether the files of the browser's databases hold the words, in one of the ways in which browsers write text. */
  holds(words: string): boolean {
    const wanted = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le'), Buffer.from(words, 'utf16le').swap16()];
    return filesUnder(join(this.folder, 'Default/IndexedDB')).some((file) => {
      const bytes = readFileSync(file);
      return wanted.some((one) => bytes.includes(one));
    });
  }
}

function cookiesOf(person: Person) {
  const state = sessionOf(person);
  if (typeof state !== 'object') throw new Error(`${person} is not signed in`);
  // a phone that is switched off forgets the cookies of a session that has no end
  const inAnHour = Math.floor(Date.now() / 1000) + 3600;
  return state.cookies.map((cookie) => ({ ...cookie, expires: inAnHour }));
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}
