import { expect, test } from 'vitest';
import { atRest, moved } from './fling.ts';

/** A frame of 16 ms each, by so many pixels. */
function after(...steps: readonly number[]) {
  let motion = moved(atRest, 0, 1_000);
  for (const step of steps) motion = moved(motion, motion.offset + step, motion.at + 16);
  return motion;
}

test('a list that runs through faster than anybody reads is flung, in either direction', () => {
  expect(after(320, 320).isFlung).toBe(true);
  expect(after(900_000, -320, -320).isFlung).toBe(true);
});

test('one jump of a key is not, nor is reading', () => {
  expect(after(900_000).isFlung).toBe(false);
  expect(after(900_000, 0).isFlung).toBe(false);
  expect(after(32, 32, 32).isFlung).toBe(false);
});

test('a list that slows down is not any more', () => {
  expect(after(320, 320, 320, 60).isFlung).toBe(false);
});
