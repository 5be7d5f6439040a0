import { readFileSync } from 'node:fs';
import type { BrowserContextOptions } from '@playwright/test';
import { cast, type Person } from './cast.js';

interface County {
  address: string;
  sessions: Record<string, { name: string; value: string }>;
  /** Unused sign-in links of the first person of the cast. */
  links: string[];
}

let known: County | undefined;

/** The instance that runs for these journeys; `county.mjs` has written down where. */
export function county(): County {
  const file = process.env['DUCHA_BROWSER_COUNTY'] ?? '';
  return (known ??= JSON.parse(readFileSync(file, 'utf8')) as County);
}

/** The browser's memory of somebody who is signed in. */
export function sessionOf(person: Person): BrowserContextOptions['storageState'] {
  const session = county().sessions[cast[person]];
  if (session === undefined) throw new Error(`${person} is not signed in`);
  const place = { domain: new URL(county().address).hostname, path: '/', expires: -1 };
  return { cookies: [{ ...session, ...place, httpOnly: true, secure: false, sameSite: 'Lax' }], origins: [] };
}
