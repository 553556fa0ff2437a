import { expect, it } from 'vitest';
import { backlogLevel, elapsedSince, formatElapsed } from './elapsed.ts';

const start = '2026-03-05T09:00:00.000Z';
const at = (seconds: number) => Date.parse(start) + seconds * 1_000;

it('shows minutes and seconds, and hours once there are any', () => {
  const shown = [0, 7, 247, 3_847].map((seconds) => formatElapsed(elapsedSince(start, at(seconds))));
  expect(shown).toEqual(['0:00', '0:07', '4:07', '1:04:07']);
});

it('shows zero where this PC’s clock is behind', () => {
  expect(formatElapsed(elapsedSince(start, at(-30)))).toBe('0:00');
});

it('calls the backlog old above fifteen minutes and critical above four hours', () => {
  const ages = [0, 15 * 60, 15 * 60 + 1, 4 * 3_600, 4 * 3_600 + 1];
  expect(ages.map((seconds) => backlogLevel(start, at(seconds)))).toEqual([
    'fresh',
    'fresh',
    'old',
    'old',
    'critical',
  ]);
  expect(backlogLevel(null, at(0))).toBe('fresh');
});
