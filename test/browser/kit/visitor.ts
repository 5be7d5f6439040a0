import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { violationsOn } from './accessibility.js';
import type { Person } from './cast.js';
import { county, sessionOf } from './county.js';
import { type Language, texts } from './languages.js';

/** What the application's router leaves in the window. */
interface Router {
  readonly history: { push(path: string): void };
  load(): Promise<void>;
}

/** Somebody in front of a browser window: what they do in their own words, and what must hold on every page they see. */
export class Visitor {
  readonly words;
  private readonly complaints: string[] = [];
  private readonly forgiven: RegExp[] = [];

  private constructor(
    readonly page: Page,
    language: Language,
    private readonly address: string,
  ) {
    this.words = texts[language];
    page.on('console', (said) => said.type() === 'error' && this.complaints.push(said.text()));
    page.on('pageerror', (fault) => this.complaints.push(String(fault)));
    page.on('request', (request) => this.notice(request.url()));
  }

  /** Opens a window of one's own; without a person nobody is signed in. */
  static async arrives(
    browser: Browser,
    language: Language,
    person: Person | null,
    address = county().address,
  ): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: address,
      ...(person !== null && { storageState: sessionOf(person) }),
    });
    await context.addInitScript((code) => localStorage.setItem('ducha.language', code), language);
    return new Visitor(await context.newPage(), language, address);
  }

  private notice(url: string): void {
    const own = url.startsWith(`${this.address}/`) || /^(?:data|blob|about):/.test(url);
    if (!own) this.complaints.push(`asked ${url}`);
  }

  /** What the browser will complain about because the journey provokes it. */
  forgives(complaint: RegExp): void {
    this.forgiven.push(complaint);
  }

  /** Errors in the console and requests to other origins. */
  get trouble(): string[] {
    return this.complaints.filter((one) => !this.forgiven.some((known) => known.test(one)));
  }

  /** Goes to an address and waits until its heading and its data are there. */
  async opens(path: string): Promise<void> {
    await this.page.goto(path);
    await this.isThere();
  }

  /** Follows a link of the application to another of its pages: the window keeps what it has loaded. */
  async turnsTo(path: string): Promise<void> {
    await this.page.evaluate(async (to) => {
      // boundary: the router leaves itself in the window, which has no type for it
      const { __TSR_ROUTER__: router } = window as unknown as { __TSR_ROUTER__: Router };
      router.history.push(to);
      await router.load();
    }, path);
    await this.isThere();
  }

  /** The page has its heading, and nothing on it is still being read. */
  async isThere(): Promise<void> {
    await expect(this.page.locator('h1').first()).toBeVisible();
    await expect(this.page.getByRole('status', { name: this.words.general.loading })).toHaveCount(0);
  }

  /** The nearest button of that very name. */
  button(name: string, within: Locator | Page = this.page): Locator {
    return within.getByRole('button', { name, exact: true });
  }

  /** Presses a button of the page; within a dialog the one at its foot, not the cross that may bear the same name. */
  async presses(name: string, within?: Locator): Promise<void> {
    const found = this.button(name, within);
    await (within === undefined ? found.first() : found.last()).click();
  }

  /** Chooses in a field that offers a list, as one does who knows what to type. */
  async picks(label: string, option: string, within: Locator | Page = this.page): Promise<void> {
    const field = within.getByLabel(label, { exact: true });
    await field.click();
    await field.fill(option);
    await this.page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
  }

  /** Moves through the page by Tab until that control has the focus. */
  async tabsTo(control: Locator, most = 80): Promise<void> {
    for (let press = 0; press < most; press += 1) {
      if (await control.evaluate((one) => one === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`not reached by ${most} presses of Tab`);
  }

  /** The dialog that is open. */
  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Everything that moves has come to rest, and the list of a field that was left is closed. */
  async isStill(): Promise<void> {
    await expect(this.page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')).toHaveCount(0);
    await this.page.evaluate(async () => {
      const moving = document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity);
      await Promise.allSettled(moving.map((one) => one.finished));
    });
  }

  /** Violations of the accessibility rules that axe knows, as lines to read. */
  async violations(): Promise<string[]> {
    await this.isStill();
    return violationsOn(this.page);
  }

  /** Pixels by which the page is wider than the screen. */
  async overflow(): Promise<number> {
    const width = this.page.viewportSize()?.width ?? 0;
    return this.page.evaluate((screen) => document.documentElement.scrollWidth - screen, width);
  }

  /** Codes of the program that a reader should see in words. Records of acts show them on purpose, as code. */
  async rawCodes(): Promise<string[]> {
    return this.page.evaluate(() => {
      const code =
        /\b(?:task|assignment|matter|mandate|words|account|bureau|shell|unit|import(?:ing)?)\.[a-zA-Z_]+\b|\b[a-z]+_[a-z_]+\b/g;
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (texts.nextNode()) {
        const { parentElement, textContent } = texts.currentNode;
        if (parentElement?.closest('code, script, style, .plain-table') != null) continue;
        found.push(...(textContent?.match(code) ?? []));
      }
      return found;
    });
  }

  /** Accessible by axe, no wider than the screen, no codes in place of words. */
  async findsNoFault(): Promise<void> {
    expect.soft(await this.violations()).toEqual([]);
    expect.soft(await this.overflow(), `pixels beyond the right edge of ${this.page.url()}`).toBeLessThanOrEqual(0);
    expect.soft(await this.rawCodes()).toEqual([]);
  }

  /** Leaves; the window has nothing to complain of. */
  async leaves(): Promise<void> {
    await this.page.context().close();
    expect(this.trouble).toEqual([]);
  }
}
