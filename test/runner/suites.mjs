import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root, run } from '../check/command.mjs';
import { printVerdict, runSteps } from '../check/run-steps.mjs';
import { steps } from '../check/steps.mjs';
import { groupFlows, ungroupFlows } from './grouped-flows.mjs';
import { loudly, requireAll } from './requirements.mjs';
import { countListed, sum, tallyOfJest, tallyOfPlaywright, tallyOfSteps, withoutExcuses } from './tally.mjs';

/** Runs words with a file for the runner's JSON report; undefined when the runner wrote none. */
async function withReport(start) {
  const folder = await mkdtemp(join(tmpdir(), 'ducha-report-'));
  const file = join(folder, 'report.json');
  const { exitCode } = await start(file);
  const report = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  await rm(folder, { recursive: true });
  return { exitCode, report };
}

/** The steps of `npm run check`; the domain specs are left to Jest, which runs them all. */
export async function runCheck() {
  const chosen = steps.filter((step) => step.name !== 'domain');
  return tallyOfSteps(await runSteps(chosen, { write: false, report: printVerdict }));
}

/** Unit, flow and promise tests. */
export async function runJest() {
  const grouped = await groupFlows();
  const { exitCode, report } = await withReport((file) => {
    const words = ['node', 'node_modules/jest/bin/jest.js', '--ci', '--reporters=./test/runner/jest-reporter.cjs'];
    return run([...words, '--json', `--outputFile=${file}`, ...grouped], { echo: true, limitMs: 45 * 60_000 });
  }).finally(ungroupFlows);
  const tally = tallyOfJest(report, exitCode);
  for (const { file, title, count } of tally.skips) loudly(`SKIPPED ${count} in ${relative(root, file)}: ${title}`);
  return requireAll() ? withoutExcuses(tally) : tally;
}

const playwright = ['node', 'node_modules/@playwright/test/cli.js', 'test'];

/**
 * Browser journeys, both sizes at once, each in a county of its own; without Chromium they are counted, not run.
 * @param {string | undefined} chromium  path of the browser
 */
export async function runBrowser(chromium) {
  if (chromium === undefined) return skipBrowser();
  return sum(await Promise.all(['desktop', 'phone'].map((size) => runJourneys(size, chromium))));
}

async function runJourneys(size, chromium) {
  const { exitCode, report } = await withReport((file) => {
    const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    const words = [...playwright, `--project=${size}`, `--output=test-results/${size}`, '--reporter=list,json'];
    return run(words, { echo: true, env, limitMs: 30 * 60_000 });
  });
  return tallyOfPlaywright(report, exitCode);
}

async function skipBrowser() {
  const { stdout, output } = await run([...playwright, '--list', '--reporter=json']);
  const skipped = stdout.startsWith('{') ? countListed(JSON.parse(stdout)) : 0;
  if (skipped === 0) console.log(output);
  loudly(`SKIPPED ${skipped} browser tests: no Chromium (install it, or set CHROMIUM_PATH)`);
  return requireAll() ? { passed: 0, failed: Math.max(skipped, 1), skipped: 0 } : { passed: 0, failed: 0, skipped };
}
