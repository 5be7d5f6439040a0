/** Every path that a README or ARCHITECTURE.md names must exist: a document that points nowhere is worse than none. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, normalize } from 'node:path';
import { root } from './command.mjs';

const inTree = /(?<![\w/.@-])(?:\.\/)?(?:apps|libs|test|\.ci)\/[\w.@/<>{}*-]+/g;
const inCode = /`([\w.@-]+(?:\/[\w.@<>{}*-]+)*\.(?:c?js|mjs|tsx?|json|ya?ml|md|sql|html|css))`/g;
const linked = /\]\(([^)#\s]+)(?:#[^)]*)?\)/g;
const elsewhere = /^(?:[a-z]+:|\/\/|mailto:)|^(?:\.\.\/)+shared\//;

/** A path up to its first placeholder (`<lib>`, `*`, `{a,b}`): what stands before it must exist. */
const solid = (path) => path.replace(/[^/]*[<{*].*$/, '').replace(/[.,:;)]+$/, '');

/**
 * Paths that a Markdown text names: under the project's folders, file names in code spans, targets of links.
 * @returns {string[]}
 */
export function pathsNamedIn(text) {
  const prose = text.replace(/```mermaid[\s\S]*?```/g, '');
  const groups = (pattern, index) => Array.from(prose.matchAll(pattern), (match) => match[index]);
  const found = [...groups(inTree, 0), ...groups(inCode, 1), ...groups(linked, 1).map(decodeURI)];
  return [...new Set(found)]
    .filter((path) => !elsewhere.test(path))
    .map(solid)
    .filter(Boolean);
}

/** The places a document may mean: the project, its own folder, its own sources. */
const meant = (document, path) =>
  [root, join(root, dirname(document)), join(root, dirname(document), 'src')].map((from) =>
    normalize(join(from, path)),
  );

/** Names of all files of the project: a bare `index.ts` means a kind of file, not one place. */
async function fileNames() {
  const inFolder = (folder) => readdir(join(root, folder), { recursive: true });
  const paths = (await Promise.all(['apps', 'libs', 'test'].map(inFolder))).flat();
  return new Set(paths.map((path) => basename(path)));
}

/** Documents under the rule, relative to the project. */
async function documents() {
  const libs = (await readdir(join(root, 'libs'))).map((lib) => `libs/${lib}/README.md`);
  const apps = (await readdir(join(root, 'apps'))).map((app) => `apps/${app}/README.md`);
  const top = (await readdir(root)).filter((name) => /^(?:README.*|ARCHITECTURE)\.md$/.test(name));
  const required = ['README.md', 'README.zh-CN.md', 'ARCHITECTURE.md', ...libs];
  return { required, all: [...new Set([...required, ...top, ...apps])] };
}

/** The step: fails for a missing document and for every path that leads nowhere. */
export async function checkDocsPaths() {
  const { required, all } = await documents();
  const faults = required.filter((file) => !existsSync(join(root, file))).map((file) => `${file} does not exist`);
  const names = await fileNames();
  const exists = (document, path) => names.has(path) || meant(document, path).some((place) => existsSync(place));
  for (const document of all.filter((file) => existsSync(join(root, file)))) {
    const named = pathsNamedIn(await readFile(join(root, document), 'utf8'));
    const lost = named.filter((path) => !exists(document, path));
    faults.push(...lost.map((path) => `${document} names ${path}, which does not exist`));
  }
  return { ok: faults.length === 0, output: faults.join('\n') };
}
