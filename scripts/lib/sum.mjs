/**
 * One sum over everything that was checked. A runner that fails or dies without a failed test in its report
 * counts as one failure, so that nothing broken can look green.
 * @typedef {{ passed: number, failed: number, skipped: number }} Sum
 */

/**
 * What is read of Vitest's JSON report.
 * @typedef {{
 *   numPassedTests: number,
 *   numFailedTests: number,
 *   numPendingTests: number,
 *   numTodoTests: number,
 *   testResults: readonly { status: string, assertionResults: readonly { status: string }[] }[],
 * }} VitestReport
 */

/**
 * What is read of Playwright's JSON report.
 * @typedef {{
 *   stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 * }} PlaywrightReport
 */

/**
 * @param {number | null} code
 * @returns {Sum} of a step that only says yes or no: types, lint, build
 */
export function sumStep(code) {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * @param {VitestReport | undefined} report undefined where it left none
 * @param {number | null} code
 * @returns {Sum}
 */
export function sumVitest(report, code) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return withExitCode(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles.length,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    code,
  );
}

/**
 * @param {PlaywrightReport | undefined} report undefined where it left none
 * @param {number | null} code
 * @returns {Sum}
 */
export function sumPlaywright(report, code) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return withExitCode({ passed: expected, failed: unexpected + flaky, skipped }, code);
}

/**
 * @param {readonly Sum[]} sums
 * @returns {Sum}
 */
export function total(sums) {
  return sums.reduce(
    (all, sum) => ({
      passed: all.passed + sum.passed,
      failed: all.failed + sum.failed,
      skipped: all.skipped + sum.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** @param {Sum} sum */
export function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * @param {Sum} sum
 * @param {number | null} code
 * @returns {Sum}
 */
function withExitCode(sum, code) {
  return code !== 0 && sum.failed === 0 ? { ...sum, failed: 1 } : sum;
}
