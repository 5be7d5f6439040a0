import { countListed, lastLine, sum, tallyOfJest, tallyOfPlaywright, withoutExcuses } from '../runner/tally.mjs';

const jestReport = (over) => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults: [],
  ...over,
});
const skippedSuite = (outer) => ({
  name: '/repo/libs/queue/src/conformance.spec.ts',
  assertionResults: [
    { status: 'pending', ancestorTitles: [outer], title: 'delivers' },
    { status: 'pending', ancestorTitles: [outer, 'poison'], title: 'parks' },
    { status: 'passed', ancestorTitles: [outer], title: 'closes' },
  ],
});
const withSkips = (outer) => jestReport({ numPendingTests: 2, testResults: [skippedSuite(outer)] });
const playwrightReport = (stats, errors = []) => ({
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
});

describe('counting', () => {
  test('the last line adds up all runners', () => {
    const total = sum([
      { passed: 12, failed: 0, skipped: 0 },
      { passed: 400, failed: 1, skipped: 7 },
    ]);
    expect(lastLine(total)).toBe('Tests: 412 passed, 1 failed, 7 skipped');
  });

  test('a suite that could not be loaded is one failure', () => {
    expect(tallyOfJest(jestReport({ numRuntimeErrorTestSuites: 1 }), 1)).toMatchObject({ passed: 3, failed: 1 });
  });
  test('a run that ends badly without a failed test is one failure', () => {
    expect(tallyOfJest(jestReport(), 1)).toMatchObject({ passed: 3, failed: 1 });
    expect(tallyOfPlaywright(playwrightReport({ expected: 2 }), 1)).toMatchObject({ passed: 2, failed: 1 });
  });
  test('a run that reports nothing is one failure', () => {
    expect(tallyOfJest(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(tallyOfPlaywright(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
  test('a flaky browser test and an error outside of tests are failures', () => {
    const report = playwrightReport({ expected: 5, flaky: 1, skipped: 2 }, [{ message: 'no server' }]);
    expect(tallyOfPlaywright(report, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });
  test('listed browser tests are counted through nested suites', () => {
    const specs = [{ tests: [{}, {}] }, { tests: [{}] }];
    expect(countListed({ suites: [{ specs }, { suites: [{ specs, suites: [] }] }] })).toBe(6);
  });
});

describe('skips', () => {
  test('are told once per outer title', () => {
    const { skipped, skips } = tallyOfJest(withSkips('Redis backend'), 0);
    expect(skipped).toBe(2);
    expect(skips).toEqual([{ file: '/repo/libs/queue/src/conformance.spec.ts', title: 'Redis backend', count: 2 }]);
  });
  test('become failures when everything is required', () => {
    const tally = withoutExcuses(tallyOfJest(withSkips('Redis backend'), 0));
    expect(tally).toMatchObject({ passed: 3, failed: 2, skipped: 0 });
  });
  test('stay skips where only the shared sample data is absent', () => {
    const tally = withoutExcuses(tallyOfJest(withSkips('workbook of ../shared/data'), 0));
    expect(tally).toMatchObject({ passed: 3, failed: 0, skipped: 2 });
  });
});
