/**
 * `npm run lifecycles` writes every exported lifecycle as a diagram into its lib's README, between
 * `<!-- lifecycle:NAME -->` and `<!-- /lifecycle -->`; without `--write` it fails when a README says something else.
 * A lib publishes its tables as `export const lifecycles: Record<string, Lifecycle>` from its index. Needs a build.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './command.mjs';

const block = /<!-- lifecycle:([\w-]+) -->[\s\S]*?<!-- \/lifecycle -->/g;
const built = (lib) => join(root, 'dist/libs', lib, 'src/index.js');

/**
 * The README with the diagrams of today.
 * @param {string} readme
 * @param {Record<string, string>} diagrams  Mermaid text by the lifecycle's name
 * @returns {{text: string, faults: string[]}}  faults: blocks without a table, tables without a block
 */
export function withDiagrams(readme, diagrams) {
  const named = [...readme.matchAll(block)].map(([, name]) => name);
  const faults = [
    ...named.filter((name) => !(name in diagrams)).map((name) => `no exported lifecycle is called "${name}"`),
    ...Object.keys(diagrams)
      .filter((name) => !named.includes(name))
      .map((name) => `the block <!-- lifecycle:${name} --> is missing`),
  ];
  const text = readme.replace(block, (old, name) =>
    name in diagrams
      ? `<!-- lifecycle:${name} -->\n\n\`\`\`mermaid\n${diagrams[name]}\n\`\`\`\n\n<!-- /lifecycle -->`
      : old,
  );
  return { text, faults };
}

async function diagramsOf(lib, toMermaid) {
  const { lifecycles = {} } = await import(pathToFileURL(built(lib)).href);
  return Object.fromEntries(Object.entries(lifecycles).map(([name, table]) => [name, toMermaid(table)]));
}

/** @returns {Promise<string[]>} what is wrong with this lib's README */
async function faultsOf(lib, diagrams, write) {
  const file = `libs/${lib}/README.md`;
  if (!existsSync(join(root, file))) return Object.keys(diagrams).length > 0 ? [`${file} does not exist`] : [];
  const readme = await readFile(join(root, file), 'utf8');
  const { text, faults } = withDiagrams(readme, diagrams);
  if (write && text !== readme) await writeFile(join(root, file), text);
  if (!write && text !== readme) faults.push('a diagram is out of date; run `npm run lifecycles`');
  return faults.map((fault) => `${file}: ${fault}`);
}

async function main(write) {
  const { toMermaid } = await import(pathToFileURL(built('kernel')).href);
  const libs = (await readdir(join(root, 'libs'))).filter((lib) => existsSync(built(lib)));
  const faults = [];
  let tables = 0;
  for (const lib of libs) {
    const diagrams = await diagramsOf(lib, toMermaid);
    tables += Object.keys(diagrams).length;
    faults.push(...(await faultsOf(lib, diagrams, write)));
  }
  if (tables === 0) faults.push('no lib exports a lifecycle; is dist/ built?');
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.includes('--write'));
