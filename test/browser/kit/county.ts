import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions } from '@playwright/test';
import { cast, type Person } from './cast.js';

interface County {
  address: string;
  sessions: Record<string, { name: string; value: string }>;
}

const cli = fileURLToPath(new URL('../../../dist/apps/cli/src/main.js', import.meta.url));
const written = (): string => process.env['DUCHA_BROWSER_COUNTY'] ?? '';
let known: County | undefined;

/** The instance that runs for these journeys; `county.mjs` has written down where. */
export function county(): County {
  return (known ??= JSON.parse(readFileSync(written(), 'utf8')) as County);
}

/** The browser's memory of somebody who is signed in. */
export function sessionOf(person: Person): BrowserContextOptions['storageState'] {
  const session = county().sessions[cast[person]];
  if (session === undefined) throw new Error(`${person} is not signed in`);
  const place = { domain: new URL(county().address).hostname, path: '/', expires: -1 };
  return { cookies: [{ ...session, ...place, httpOnly: true, secure: false, sameSite: 'Lax' }], origins: [] };
}

/** A one-time sign-in link that nobody has used, as a path. */
export function freshLink(person: Person): string {
  const env = { PATH: process.env['PATH'], DUCHA_HOME: dirname(written()), DUCHA_LOG_LEVEL: 'warn' };
  const said = execFileSync(process.execPath, [cli, 'demo', 'links', '--login', cast[person]], {
    env,
    encoding: 'utf8',
  });
  const path = /\/sign-in\?token=\S+/.exec(said)?.[0];
  if (path === undefined) throw new Error(`no link in: ${said}`);
  return path;
}
