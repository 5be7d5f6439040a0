/**
 * Counts over all runners.
 * @typedef {{passed: number, failed: number, skipped: number}} Tally
 */

/** Sample data beside the clone: a suite that needs it says so in its title and may always be skipped. */
const sharedFiles = '../shared';

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const tally of tallies) for (const key of Object.keys(total)) total[key] += tally[key];
  return total;
}

/** The last line of a run; nothing is printed after it. */
export function lastLine({ passed, failed, skipped }) {
  return `Tests: ${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** One test per step of the check. @returns {Tally} */
export function tallyOfSteps(verdicts) {
  const passed = verdicts.filter((verdict) => verdict.ok).length;
  return { passed, failed: verdicts.length - passed, skipped: 0 };
}

/**
 * Counts of a Jest run. A suite that could not even be loaded counts as one failure; so does a run that ends badly
 * without a failed test (a broken set-up or tear-down).
 * @param {object | undefined} report  what `--json --outputFile` wrote; undefined when it wrote nothing
 * @param {number} exitCode
 * @returns {Tally & {skips: Skip[]}}
 *
 * @typedef {{file: string, title: string, count: number}} Skip  skipped tests under one title
 */
export function tallyOfJest(report, exitCode) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0, skips: [] };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const skips = new Map();
  for (const suite of report.testResults) {
    for (const { status, ancestorTitles, title } of suite.assertionResults) {
      if (status !== 'pending' && status !== 'todo') continue;
      const titles = [...ancestorTitles, title];
      const outer = titles.find((words) => words.includes(sharedFiles)) ?? titles[0];
      const key = `${suite.name}\n${outer}`;
      skips.set(key, { file: suite.name, title: outer, count: (skips.get(key)?.count ?? 0) + 1 });
    }
  }
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    skips: [...skips.values()],
  };
}

/**
 * Counts of a Playwright run. A flaky test is a failed test; an error outside of any test counts as one failure.
 * @param {object | undefined} report  what the JSON reporter wrote
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyOfPlaywright(report, exitCode) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky + report.errors.length;
  return { passed: expected, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped };
}

/** How many tests a Playwright `--list` report names. */
export function countListed(report) {
  const inSuite = (suite) =>
    (suite.specs ?? []).reduce((count, spec) => count + spec.tests.length, 0) +
    (suite.suites ?? []).reduce((count, inner) => count + inSuite(inner), 0);
  return report.suites.reduce((count, suite) => count + inSuite(suite), 0);
}

/**
 * With `DUCHA_REQUIRE_ALL=1` a skip is a failure, except where the sample data is absent.
 * @param {Tally & {skips: Skip[]}} tally
 * @returns {Tally & {skips: Skip[]}}
 */
export function withoutExcuses(tally) {
  const unexcused = tally.skips.filter((skip) => !skip.title.includes(sharedFiles));
  const count = unexcused.reduce((total, skip) => total + skip.count, 0);
  return { ...tally, failed: tally.failed + count, skipped: tally.skipped - count };
}
