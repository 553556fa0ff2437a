import { expect, test } from 'vitest';
import { sentence, sumPlaywright, sumStep, sumVitest, total } from './lib/sum.mjs';

const green = { numPassedTests: 10, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };

test('the sum counts tests, types and lint together', () => {
  const sums = [sumStep(0), sumStep(0), sumVitest(green, 0), sumPlaywright({ stats }, 0)];
  expect(sentence(total(sums))).toBe('15 passed, 0 failed, 0 skipped');
});

test('a failed type check is a failure though every test passed', () => {
  expect(total([sumStep(2), sumVitest(green, 0)])).toEqual({ passed: 10, failed: 1, skipped: 0 });
});

test('skipped and planned tests are told', () => {
  expect(sumVitest({ ...green, numPendingTests: 2, numTodoTests: 1 }, 0)).toEqual({
    passed: 10,
    failed: 0,
    skipped: 3,
  });
});

test('a test file that could not be loaded is a failure though none of its tests ran', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(sumVitest({ ...green, testResults }, 1)).toEqual({ passed: 10, failed: 1, skipped: 0 });
});

test('a file with a failed test is counted by its tests', () => {
  const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }];
  expect(sumVitest({ ...green, numFailedTests: 1, testResults }, 1)).toMatchObject({ failed: 1 });
});

test('a test that passed only at a second try is a failure', () => {
  expect(sumPlaywright({ stats: { ...stats, flaky: 1 } }, 0)).toMatchObject({ failed: 1 });
});

test('a runner that left no report, or failed without a failed test, is a failure', () => {
  expect(sumVitest(undefined, 1)).toMatchObject({ failed: 1 });
  expect(sumPlaywright(undefined, 0)).toMatchObject({ failed: 1 });
  expect(sumVitest(green, 1)).toMatchObject({ passed: 10, failed: 1 });
  expect(sumPlaywright({ stats }, null)).toMatchObject({ passed: 3, failed: 1 });
});
