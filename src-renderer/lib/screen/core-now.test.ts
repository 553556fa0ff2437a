import { expect, test } from 'vitest';
import { coreNow } from './core-now.ts';

const told = '2026-03-10T11:07:00.000Z';
const toldMillis = Date.parse(told);

test('a device whose clock stands years away shows the core’s time, as it goes on from the latest answer', () => {
  const wrongClock = Date.parse('2012-01-01T00:00:00.000Z');
  expect(coreNow(told, wrongClock, wrongClock)).toBe(toldMillis);
  expect(coreNow(told, wrongClock, wrongClock + 65_000)).toBe(toldMillis + 65_000);
});

test('a device whose clock was set back meanwhile stands still until it has caught up', () => {
  expect(coreNow(told, 5_000, 1_000)).toBe(toldMillis);
});

test('before anything was told it has its own clock alone', () => {
  expect(coreNow(told, null, 42)).toBe(42);
});
