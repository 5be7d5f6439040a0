import { createHmac } from 'node:crypto';
import { expect, test as base } from '@playwright/test';
import { screenOf } from './kit/journey.js';
import { filled, languages, type Language } from './kit/languages.js';
import { password, RealCounty } from './kit/real-county.js';
import { Visitor } from './kit/visitor.js';

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The six digits that an authenticator application shows for a key, `steps` of 30 s from now. */
function shown(key: string, steps = 0): string {
  const letters = [...key.replace(/\s/g, '')];
  const bits = letters.map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const code = mac.readUInt32BE((mac[19] ?? 0) & 15) & 0x7fffffff;
  return String(code % 1_000_000).padStart(6, '0');
}

const test = base.extend<{ arrives: (language: Language) => Promise<Visitor> }, { real: RealCounty }>({
  real: [
    async ({}, use) => {
      const real = await RealCounty.open();
      await use(real);
      await real.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  arrives: async ({ browser, real }, use) => {
    const visitors: Visitor[] = [];
    await use(async (language) => {
      const visitor = await Visitor.arrives(browser, language, null, real.address);
      // a wrong or replayed code, and a session that is not open yet, are refusals that the journey provokes
      visitor.forgives(/status of 4(01|03|22)/);
      visitors.push(visitor);
      return visitor;
    });
    for (const visitor of visitors) await visitor.leaves();
  },
});

/** Gives the page a device with a passkey authenticator that says yes, as a finger on the sensor does. */
async function withFingerprint({ page }: Visitor): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function showsPassword({ page, words }: Visitor, login: string): Promise<void> {
  await page.getByLabel(words.shell.login).fill(login);
  await page.getByLabel(words.shell.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: words.shell.signIn, exact: true }).click();
}

for (const language of languages) {
  const tag = screenOf(language);
  test(
    `a magistrate enrols a passkey, signs in with it, and revokes it (${language})`,
    { tag },
    async ({ arrives, real }, { project }) => {
      const login = `magistrate-${language}-${project.name}`.toLowerCase();
      real.hires(login, '程远', 'principal', '县长');
      const visitor = await arrives(language);
      const { page, words } = visitor;
      await withFingerprint(visitor);
      await page.goto('/sign-in');
      await showsPassword(visitor, login);
      await expect(page.getByRole('heading', { name: words.security.enrolTitle })).toBeVisible();
      await visitor.findsNoFault();
      await page.getByRole('button', { name: new RegExp(words.security.way.passkey) }).click();
      await page.getByLabel(words.security.passkeyName).fill('办公室电脑');
      await visitor.findsNoFault();
      await visitor.presses(words.security.passkeyMake);
      await expect(page.getByRole('heading', { name: words.security.codesTitle })).toBeVisible();
      expect(await page.locator('.recovery-codes li').count()).toBe(10);
      await visitor.findsNoFault();
      await visitor.presses(words.security.codesKept);
      await page.waitForURL('**/desk');

      await page.goto('/account');
      await expect(page.getByText('办公室电脑')).toBeVisible();
      await visitor.findsNoFault();
      await visitor.presses(words.security.remove);
      await page.getByRole('tooltip').getByRole('button', { name: words.security.remove }).click();
      await expect(
        page.getByText(language === 'en' ? /Your post needs a second factor/ : /必须保留一种验证方式/),
      ).toBeVisible();

      await page.context().clearCookies();
      await page.goto('/sign-in');
      await showsPassword(visitor, login);
      await expect(page.getByRole('heading', { name: words.security.factorTitle })).toBeVisible();
      await visitor.findsNoFault();
      await visitor.presses(words.security.passkeyUse);
      await page.waitForURL('**/desk');
    },
  );

  test(
    `a liaison enrols an app by choice, and is asked anew before a token is made (${language})`,
    { tag },
    async ({ arrives, real }, { project }) => {
      const login = `liaison-${language}-${project.name}`.toLowerCase();
      real.hires(login, '刘巧云', 'unit_liaison', '督查联络员');
      const visitor = await arrives(language);
      const { page, words } = visitor;
      await page.goto('/sign-in?back=%2Faccount');
      await showsPassword(visitor, login);
      await page.waitForURL('**/account');
      await visitor.isThere();
      await visitor.presses(words.security.totpAdd);
      const key = (await page.locator('code.key').textContent()) ?? '';
      await expect(page.locator('.totp-key svg')).toBeVisible();
      await visitor.findsNoFault();
      await page.getByLabel(words.security.field.totp).fill('000000');
      await visitor.presses(words.security.totpFinish);
      await expect(page.getByRole('alert')).toBeVisible();
      await page.getByLabel(words.security.field.totp).fill(shown(key));
      await visitor.presses(words.security.totpFinish);
      await expect(page.getByText(words.security.codesOnce)).toBeVisible();
      const recovery = (await page.locator('.recovery-codes code').first().textContent()) ?? '';
      await visitor.findsNoFault();
      await visitor.presses(words.security.codesKept);
      await expect(page.getByText(filled(words.security.codesLeft, { count: 10 }))).toBeVisible();

      await visitor.presses(words.security.tokenMake);
      await page.getByLabel(words.security.tokenName).fill('县级大屏每日取数');
      await page.getByText(words.permits.task.read).click();
      await visitor.findsNoFault();
      // the proof is made old on the way, as eleven minutes at the desk would
      const once = { times: 1 };
      await page.route(
        '**/api/v1/access-tokens',
        async (route) => {
          const problem = {
            type: 'urn:ducha:fault:access.proofNeeded',
            code: 'access.proofNeeded',
            status: 403,
            title: 'x',
          };
          await route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(problem) });
        },
        once,
      );
      await visitor.presses(words.security.tokenMake, visitor.dialog);
      await expect(page.getByText(words.security.proofNote)).toBeVisible();
      await visitor.findsNoFault();
      await page.getByLabel(words.security.field.totp).last().fill(shown(key, 1));
      await visitor.presses(words.security.prove);
      await expect(page.locator('.token-once')).toBeVisible();
      await visitor.findsNoFault();
      await visitor.presses(words.security.tokenKept);
      await expect(page.getByText('县级大屏每日取数')).toBeVisible();

      await page.context().clearCookies();
      await page.goto('/sign-in');
      await showsPassword(visitor, login);
      await visitor.presses(words.security.way.recovery);
      await page.getByLabel(words.security.field.recovery).fill(recovery);
      await visitor.presses(words.security.prove);
      await page.waitForURL('**/inbox');
    },
  );
}
