/**
 * `npm run bench [-- --only NAME] [--quick] [--json FILE]`: how fast the product is, as ratios against the bare stack where
 * there is one. Decides no test: it ends with 0 unless something could not be measured. See README.md beside this file.
 */
import { writeFileSync } from 'node:fs';
import { build } from '../../apps/cli/bin/build.mjs';
import { Budget } from './budget.mjs';
import { figures } from './figures/index.mjs';
import { readOptions } from './options.mjs';
import { machine, readable, tableOf, versions } from './report.mjs';
import { Bench } from './stage/bench.mjs';
import { Cleanup } from './stage/cleanup.mjs';

const QUICK_MS = 9 * 60_000;

async function main(words) {
  const options = readOptions(
    words,
    figures.map(({ name }) => name),
  );
  const chosen = figures.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  const where = machine();
  await build(['server']);
  const cleanup = new Cleanup();
  cleanup.onEveryEnd();
  try {
    const { results, failed } = await measureAll(
      chosen,
      new Bench(cleanup, options),
      new Budget(options.quick ? QUICK_MS : Infinity),
    );
    process.stdout.write(`${tableOf(results)}\n`);
    if (options.json) writeResult(options.json, where, results);
    if (failed.length > 0) throw new Error(`not measured: ${failed.join(', ')}`);
  } finally {
    await cleanup.run();
  }
}

/** One figure after the other; one that cannot be measured does not keep the others from it. */
async function measureAll(chosen, bench, budget) {
  const results = [];
  const failed = [];
  for (const [at, figure] of chosen.entries()) {
    process.stderr.write(`${figure.name}: ${figure.about}\n`);
    const weightLeft = chosen.slice(at).reduce((sum, { weight }) => sum + weight, 0);
    try {
      results.push(...(await figure.measure(bench, budget.share(figure.weight, weightLeft))));
    } catch (error) {
      failed.push(figure.name);
      process.stderr.write(`${figure.name} could not be measured: ${error.stack}\n`);
    }
  }
  return { results, failed };
}

function writeResult(file, where, results) {
  const result = { machine: where, versions: versions(), figures: results.map(readable) };
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
