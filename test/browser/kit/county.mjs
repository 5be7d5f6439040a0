/**
 * `node county.mjs LOGIN…`: a private instance of the built server on a free port, with the demonstration county in an
 * embedded database of its own. Signs in everybody named, writes down address and sessions in its folder, prints
 * `Browser county: FILE`, and serves until a signal ends it. Playwright starts and stops it.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const logins = process.argv.slice(2);

const home = mkdtempSync(join(tmpdir(), 'ducha-browser-'));
const env = { PATH: process.env.PATH, DUCHA_HOME: home, DUCHA_LOG_LEVEL: 'warn', PORT: '0' };
const program = (name) => join(root, 'dist/apps', name);
const server = spawn(process.execPath, [program('server/src/main.js')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
server.once('exit', (code) => {
  rmSync(home, { recursive: true, force: true });
  process.exit(code ?? 0);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill('SIGTERM'));

async function addressOfServer() {
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /^Ducha: (\S+)/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  await once(server, 'exit');
  throw new Error('the server ended before it listened');
}

/** One-time tokens in the order of the accounts asked for. */
async function tokensFor(accounts) {
  const words = [program('cli/src/main.js'), 'demo', 'links', '--login', ...accounts];
  const { stdout } = await promisify(execFile)(process.execPath, words, { env });
  return [...stdout.matchAll(/token=(\S+)/g)].map(([, token]) => token);
}

async function signIn(address, token) {
  const answer = await fetch(`${address}/api/v1/sign-in-links/use`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: address },
    body: JSON.stringify({ token }),
  });
  const [name, value] = answer.headers.get('set-cookie')?.split(';')[0]?.split('=') ?? [];
  if (!answer.ok || value === undefined) throw new Error(`signing in: ${answer.status} ${await answer.text()}`);
  return { name, value };
}

const address = await addressOfServer();
server.stdout.resume();
const tokens = await tokensFor(logins);
const sessions = {};
for (const [place, login] of logins.entries()) sessions[login] = await signIn(address, tokens[place]);
const file = join(home, 'browser-county.json');
writeFileSync(file, JSON.stringify({ address, sessions }));
console.log(`Browser county: ${file}`);
