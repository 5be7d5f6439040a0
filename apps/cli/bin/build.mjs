/** `npm run build [-- server|web]`: compiles what changed since the last build; `--force` compiles anyway. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isBundle, root, runVisibly, say } from './installation.mjs';
import { underLock } from './lock.mjs';

const tool = (path) => join(root, 'node_modules', path);

/**
 * A part that is built on its own.
 * @typedef {object} Part
 * @property {string} name
 * @property {string[]} sources  files and folders below the root whose content decides whether the build is current
 * @property {string} product    a file that the build makes
 * @property {() => Promise<void>} build
 */

/** @type {Record<string, Part>} */
export const parts = {
  server: {
    name: 'server',
    sources: [
      'apps/server/src',
      'apps/cli/src',
      'libs',
      'tsconfig.json',
      'tsconfig.build.json',
      'nest-cli.json',
      'apps/cli/bin/compile.mjs',
    ],
    product: 'dist/apps/server/src/main.js',
    build: () => runVisibly(process.execPath, [join(import.meta.dirname, 'compile.mjs')]),
  },
  web: {
    name: 'web',
    sources: ['apps/web'],
    product: 'apps/web/dist/index.html',
    build: () => runVisibly(process.execPath, [tool('vite/bin/vite.js'), 'build', 'apps/web', '--logLevel', 'warn']),
  },
};

const notSources = /(?:^|\/)(?:node_modules|dist|README[^/]*|[^/]*\.spec\.tsx?)$/;

function filesOf(path) {
  if (notSources.test(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const file = join(path, entry.name);
    if (entry.isDirectory()) return filesOf(file);
    return notSources.test(file) ? [] : [file];
  });
}

function digestOf({ sources }) {
  const digest = createHash('sha256');
  for (const source of [...sources, 'package-lock.json']) {
    const path = join(root, source);
    if (!existsSync(path)) continue;
    const files = /\.m?js(?:on)?$/.test(path) ? [path] : filesOf(path);
    for (const file of files) digest.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return digest.digest('hex');
}

const stampOf = ({ name }) => join(root, 'dist', `.built-${name}`);

/** Whether a part's build is missing or older than its sources. Judged by content: a checkout or a copy rebuilds nothing. */
export function isStale(part) {
  if (isBundle) return false;
  if (!existsSync(join(root, part.product)) || !existsSync(stampOf(part))) return true;
  return readFileSync(stampOf(part), 'utf8') !== digestOf(part);
}

async function buildPart(part, force) {
  if (!force && !isStale(part)) return;
  if (!existsSync(join(root, part.sources[0]))) throw new Error(`${part.sources[0]} is missing`);
  say(`Building ${part.name} …`);
  const digest = digestOf(part);
  await part.build();
  mkdirSync(dirname(stampOf(part)), { recursive: true });
  writeFileSync(stampOf(part), digest);
}

/**
 * Builds the named parts side by side, unless they are current. Two processes that build wait for each other.
 * @param {string[]} names
 * @throws Error when a compiler refuses the sources
 */
export async function build(names, { force = false } = {}) {
  const wait = () => say('Another process is building; waiting for it …');
  const work = () => Promise.all(names.map((name) => buildPart(parts[name], force)));
  await underLock(join(root, 'dist', '.building'), work, wait);
}

async function main(words) {
  const named = words.filter((word) => !word.startsWith('--'));
  const unknown = named.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0)
    throw new Error(`no such part: ${unknown.join(', ')} (there are ${Object.keys(parts).join(', ')})`);
  await build(named.length > 0 ? named : Object.keys(parts), { force: words.includes('--force') });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2)).catch((error) => {
    say(error.message);
    process.exitCode = 1;
  });
}
