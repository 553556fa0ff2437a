import { expect, it } from 'vitest';
import { pairWithinMs, timeLeft } from './time-left.ts';

it('counts a code’s time down in minutes and seconds, the last second as one, and ends at nothing', () => {
  expect([pairWithinMs, 545_000, 59_001, 400, 0, -5_000].map(timeLeft)).toEqual([
    ...['10:00', '9:05', '1:00'],
    ...['0:01', '0:00', '0:00'],
  ]);
});
