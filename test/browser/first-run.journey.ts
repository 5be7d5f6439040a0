import { createHmac, randomUUID } from 'node:crypto';
import { type Browser, expect, test as base } from '@playwright/test';
import { screenOf } from './kit/journey.js';
import { filled, languages, type Language } from './kit/languages.js';
import { password, RealCounty } from './kit/real-county.js';
import { Visitor } from './kit/visitor.js';

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The six digits that an authenticator application shows now for a key. */
function shown(key: string): string {
  const letters = [...key.replace(/\s/g, '')];
  const bits = letters.map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const code = mac.readUInt32BE((mac[19] ?? 0) & 15) & 0x7fffffff;
  return String(code % 1_000_000).padStart(6, '0');
}

const test = base.extend<{ language: Language; empty: RealCounty }>({
  language: ['zh-CN', { option: true }],
  empty: async ({}, use) => {
    const county = await RealCounty.open();
    await use(county);
    await county.close();
  },
});

/** People of the journey, each in a window of their own. */
class Cast {
  readonly visitors: Visitor[] = [];
  constructor(
    private readonly browser: Browser,
    private readonly language: Language,
    private readonly county: RealCounty,
  ) {}

  async arrives(): Promise<Visitor> {
    const visitor = await Visitor.arrives(this.browser, this.language, null, this.county.address);
    // sessions that are not open yet, and a duty register that suggests nobody
    visitor.forgives(/status of 4(01|03|04)/);
    this.visitors.push(visitor);
    return visitor;
  }

  /** Opens an account by its link: a password, and the second factor where the post demands one. */
  async opens(link: string, demanded: boolean): Promise<Visitor> {
    const visitor = await this.arrives();
    const { page, words } = visitor;
    await page.goto(link);
    await page.getByLabel(words.founding.password, { exact: true }).fill(password);
    await page.getByLabel(words.founding.repeat).fill(password);
    await visitor.findsNoFault();
    await visitor.presses(words.founding.entryOk);
    if (demanded) await enrols(visitor);
    await page.waitForURL((url) => !url.pathname.startsWith('/enter'));
    await visitor.isThere();
    return visitor;
  }
}

async function enrols(visitor: Visitor): Promise<void> {
  const { page, words } = visitor;
  await page.getByRole('button', { name: new RegExp(words.security.way.totp) }).click();
  const key = (await page.locator('code.key').textContent()) ?? '';
  await page.getByLabel(words.security.field.totp).fill(shown(key));
  await visitor.presses(words.security.totpFinish);
  await visitor.presses(words.security.codesKept);
}

const linkIn = async (visitor: Visitor, at = 0): Promise<string> =>
  (await visitor.page.locator('code.token-once').nth(at).textContent()) ?? '';

/** Names somebody for an important post; the security administrator grants it and is given the link. */
async function appoints(
  sysadmin: Visitor,
  secadmin: Visitor,
  {
    step,
    name,
    login,
    role,
  }: {
    step: 'bureau' | 'principals';
    name: string;
    login: string;
    role: 'bureau_head' | 'bureau_officer' | 'principal';
  },
): Promise<string> {
  const { words } = sysadmin;
  await sysadmin.opens('/start');
  const line = sysadmin.page
    .locator('.guide-steps > li')
    .filter({ has: sysadmin.page.getByRole('heading', { name: words.founding.step[step] }) });
  await sysadmin.presses(words.founding.go.enter, line);
  await sysadmin.dialog.getByLabel(words.founding.name, { exact: true }).fill(name);
  await sysadmin.dialog.getByLabel(words.founding.login, { exact: true }).fill(login);
  if (role !== 'principal') await sysadmin.picks(words.admin.role, words.words.role[role], sysadmin.dialog);
  await sysadmin.presses(words.admin.askOk, sysadmin.dialog);
  await expect(sysadmin.dialog).toHaveCount(0);
  await secadmin.opens('/privileges');
  await secadmin.presses(words.admin.grant);
  await secadmin.presses(words.admin.grant, secadmin.dialog);
  await secadmin.button(words.founding.entryLinkOk).click();
  const link = await linkIn(secadmin);
  await secadmin.presses(words.security.tokenKept);
  return link;
}

/** In Chinese at a desk, in English on a phone: every page of the way is seen in both. */
for (const language of languages) {
  const title = `an empty county comes to its first dispatched task without a command line (${language})`;
  test(title, { tag: screenOf(language) }, async ({ browser, empty }) => {
    const began = performance.now();
    const cast = new Cast(browser, language, empty);
    const sysadmin = await cast.arrives();
    const { page, words } = sysadmin;
    const { founding } = words;

    await page.goto('/sign-in');
    await expect(page.getByText(founding.waiting)).toBeVisible();
    await page.goto(`/setup?token=${randomUUID()}`);
    await expect(page.getByText(founding.setupGone)).toBeVisible();
    await page.goto(empty.setup);
    await sysadmin.findsNoFault();
    await sysadmin.presses(founding.setupOk);
    await expect(page.getByText(filled(words.general.required, { what: founding.countyName }))).toBeVisible();
    await page.getByLabel(founding.countyName).fill('兰阳县');
    await page.getByLabel(founding.bureauName).fill('督查局');
    const people = [
      ['sysadmin', '于信息', 'yu'],
      ['secadmin', '公孙保密', 'gongsun'],
      ['auditadmin', '令狐审计', 'linghu'],
    ] as const;
    for (const [role, name, login] of people) {
      const part = page.getByRole('group', { name: new RegExp(words.words.role[role]) });
      await part.getByLabel(founding.name, { exact: true }).fill(name);
      await part.getByLabel(founding.login, { exact: true }).fill(login);
      if (role !== 'sysadmin') await part.getByLabel(founding.standsIn).check();
    }
    await page.getByLabel(founding.password, { exact: true }).fill(password);
    await page.getByLabel(founding.repeat).fill(password);
    await sysadmin.presses(founding.setupOk);
    await expect(page.getByRole('heading', { name: founding.linksTitle })).toBeVisible();
    await sysadmin.findsNoFault();
    const links = [await linkIn(sysadmin, 0), await linkIn(sysadmin, 1)];
    await sysadmin.presses(founding.linksKept);
    await enrols(sysadmin);
    await page.waitForURL('**/start');
    await sysadmin.isThere();
    await sysadmin.findsNoFault();

    const secadmin = await cast.opens(links[0] ?? '', true);
    await cast.opens(links[1] ?? '', true);
    const office = [
      { step: 'bureau', name: '陆局长', login: 'lu', role: 'bureau_head' },
      { step: 'bureau', name: '顾督查', login: 'gu', role: 'bureau_officer' },
      { step: 'principals', name: '程远', login: 'cheng', role: 'principal' },
    ] as const;
    const holders: Visitor[] = [];
    for (const one of office) holders.push(await cast.opens(await appoints(sysadmin, secadmin, one), true));
    const [head, , principal] = holders;
    if (head === undefined || principal === undefined) throw new Error('nobody came in');

    await sysadmin.opens('/units');
    await sysadmin.presses(words.people.newUnit);
    await sysadmin.dialog.getByLabel(words.people.name, { exact: true }).fill('兰阳县水利局');
    await sysadmin.dialog.getByLabel(words.people.shortName, { exact: true }).fill('水利局');
    await sysadmin.picks(words.people.parent, '兰阳县', sysadmin.dialog);
    await sysadmin.presses(words.people.newUnit, sysadmin.dialog);
    await expect(sysadmin.dialog).toHaveCount(0);
    await sysadmin.opens('/people');
    await sysadmin.presses(words.people.newPerson);
    await sysadmin.dialog.getByLabel(words.people.personName, { exact: true }).fill('水局长');
    await sysadmin.dialog.getByLabel(words.people.login, { exact: true }).fill('shui');
    await sysadmin.picks(words.people.role, words.words.role.unit_head, sysadmin.dialog);
    await sysadmin.picks(words.people.unit, '水利局', sysadmin.dialog);
    await sysadmin.dialog.getByLabel(words.people.postTitle, { exact: true }).fill('局长');
    await sysadmin.presses(words.people.newPerson, sysadmin.dialog);
    await sysadmin.button(founding.entryLinkOk).click();
    await sysadmin.findsNoFault();
    const unitLink = await linkIn(sysadmin);
    await sysadmin.presses(words.security.tokenKept);
    const waterHead = await cast.opens(unitLink, false);

    await head.opens('/mandates');
    await expect(head.page.getByText(founding.stripOpen)).toBeVisible();
    await head.findsNoFault();
    await proposesMandate(head);
    await approvesMandate(principal);
    await entersAndDispatches(head);
    await expect(async () => {
      await waterHead.opens('/inbox?box=to_sign');
      await expect(waterHead.page.getByText('排除桥头积水').first()).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await sysadmin.opens('/start');
    await expect(page.getByText(founding.guideComplete)).toBeVisible();
    await sysadmin.findsNoFault();
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(`first run, ${language}: ${seconds} s from the empty database to the unit's inbox`);
    for (const visitor of cast.visitors) await visitor.leaves();
  });
}

const inDays = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Asia/Shanghai' }).format(
    new Date(Date.now() + days * 86_400_000),
  );

async function proposesMandate(head: Visitor): Promise<void> {
  const { dialog, words } = head;
  await head.presses(words.matter.newMandate);
  const [from, to] = [dialog.locator('.ant-picker input').first(), dialog.locator('.ant-picker input').last()];
  await from.fill(inDays(-1));
  await from.press('Enter');
  await to.fill(inDays(300));
  await to.press('Enter');
  await dialog.getByLabel(words.matter.mandateReason).fill('网民留言常设授权');
  await head.presses(words.matter.newMandate, dialog);
  await expect(dialog).toHaveCount(0);
}

async function approvesMandate(principal: Visitor): Promise<void> {
  const { page, words } = principal;
  await principal.opens('/mandates');
  await principal.presses(words.matter.approve);
  await expect(principal.button(words.matter.approve)).toHaveCount(0);
  await expect(page.getByText(words.matter.standing.in_force, { exact: true })).toBeVisible();
}

/** The bureau enters the first matter, registers it under the mandate and dispatches it in the same act. */
async function entersAndDispatches(head: Visitor): Promise<void> {
  const { page, words, dialog } = head;
  await head.opens('/matters/new?kind=netizen_message');
  await page.getByLabel(words.matter.title, { exact: true }).fill('排除桥头积水');
  await page.getByLabel(words.matter.body, { exact: true }).fill('雨后桥头积水，三天未退。');
  await page.getByLabel(words.matter.category + words.general.optional).fill('城乡建设');
  await page.getByPlaceholder(words.matter.signatoryName).fill('刘先生');
  await page.getByText(words.matter.declaration).click();
  await head.presses(words.matter.submit);
  await head.presses(words.matter.register);
  await head.picks(words.task.field.leadUnit, '水利局', dialog);
  const due = dialog.getByLabel(words.task.field.due, { exact: true });
  await due.fill(`${inDays(3)} 18:00`);
  await due.press('Enter');
  await head.presses(words.matter.register, dialog);
  await expect(dialog).toHaveCount(0);
}
