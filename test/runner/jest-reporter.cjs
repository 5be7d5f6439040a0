const { relative } = require('node:path');

/**
 * Jest reporter of `npm test`: one line per suite, everything a failed suite has to say, and no summary, because the run
 * as a whole ends with exactly one.
 */
module.exports = class SuitePerLine {
  onTestResult(_test, result) {
    const { numFailingTests, numPassingTests, numPendingTests, testExecError, testFilePath, perfStats } = result;
    const failed = numFailingTests > 0 || testExecError !== undefined;
    const counts = `${numPassingTests} passed${numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''}`;
    const seconds = (perfStats.runtime / 1000).toFixed(1);
    console.log(`${failed ? 'FAIL' : 'pass'}  ${relative(process.cwd(), testFilePath)} (${counts}, ${seconds} s)`);
    for (const line of chaptersOf(result)) console.log(`      ${line}`);
    if (!failed) return;
    for (const { type, message } of result.console ?? []) console.log(`  console.${type}: ${message}`);
    console.log(result.failureMessage);
  }

  onRunComplete(_contexts, { runExecError, openHandles = [] }) {
    if (runExecError) console.log(runExecError);
    for (const handle of openHandles) console.log(`left open: ${handle.message}`);
  }
};

/** What the specs of a group took, one line each (see grouped-flows.mjs). */
function chaptersOf({ testResults }) {
  const taken = new Map();
  for (const { ancestorTitles, duration } of testResults)
    if (ancestorTitles[0]?.startsWith('test/flows/'))
      taken.set(ancestorTitles[0], (taken.get(ancestorTitles[0]) ?? 0) + (duration ?? 0));
  return [...taken].map(([spec, ms]) => `${spec} ${(ms / 1000).toFixed(1)} s`);
}
