/** Committed documents that the product can print: each is compared with what it prints now, or rewritten. */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './command.mjs';

const cli = 'dist/apps/cli/src/main.js';
const openApiFile = 'apps/server/openapi.json';
const webApiFile = 'apps/web/src/api/schema.d.ts';

const lines = (text) => text.replace(/\r\n/g, '\n').trimEnd().split('\n');

/**
 * The first place where two texts part, with three lines before it.
 * @returns {string | undefined}  undefined when they are equal
 */
export function firstDifference(committed, printed) {
  const [old, now] = [lines(committed), lines(printed)];
  const at = now.findIndex((line, index) => line !== old[index]);
  if (at < 0 && old.length === now.length) return undefined;
  const line = at < 0 ? now.length : at;
  const context = now.slice(Math.max(0, line - 3), line).map((text) => `    ${text}`);
  return [...context, `  - ${old[line] ?? '(end)'}`, `  + ${now[line] ?? '(end)'}`].join('\n');
}

async function compare(file, printed, write, remedy) {
  const text = `${lines(printed).join('\n')}\n`;
  if (write) {
    await writeFile(join(root, file), text);
    return { ok: true, output: '' };
  }
  if (!existsSync(join(root, file))) return { ok: false, output: `${file} is not committed; ${remedy}` };
  const difference = firstDifference(await readFile(join(root, file), 'utf8'), text);
  if (difference === undefined) return { ok: true, output: '' };
  return { ok: false, output: `${file} is out of date; ${remedy}\n${difference}` };
}

/** What the built command line prints on stdout, in a home of its own. */
async function printedBy(command) {
  const home = await mkdtemp(join(tmpdir(), 'ducha-check-'));
  await chmod(home, 0o711); // run by root, PostgreSQL belongs to another user and must get in
  try {
    const { exitCode, stdout, output } = await run(['node', cli, command], { env: { DUCHA_HOME: home } });
    if (exitCode !== 0) throw new Error(`"ducha ${command}" failed with ${exitCode}:\n${output}`);
    return stdout;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** The committed OpenAPI document is the one the controllers and DTOs make. */
export async function checkOpenApi(write) {
  const document = JSON.stringify(JSON.parse(await printedBy('openapi')), null, 2);
  return compare(openApiFile, document, write, 'run `npm run check -- openapi --write`');
}

/** The committed schema is the one the migrations make. */
export async function checkSchema(write) {
  return compare('libs/store/schema.sql', await printedBy('schema'), write, 'run `npm run check -- schema --write`');
}

/** The web's API types are generated from the committed OpenAPI document. */
export async function checkWebApiTypes(write) {
  const { exitCode, stdout, output } = await run(['node', 'node_modules/openapi-typescript/bin/cli.js', openApiFile]);
  if (exitCode !== 0) return { ok: false, output };
  return compare(webApiFile, stdout, write, 'run `npm run check -- web-api --write`');
}
