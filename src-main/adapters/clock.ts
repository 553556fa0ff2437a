import type { Clock } from '../core/ports.ts';

/** setTimeout takes 31 bits; a longer wait would fire at once, so it is cut into steps. */
const longestTimer = 2 ** 31 - 1;

export function createSystemClock(): Clock {
  return { now: () => Date.now(), after };
}

function after(millis: number, run: () => void): () => void {
  let timer: NodeJS.Timeout;
  wait(Math.max(0, millis));
  return () => clearTimeout(timer);

  function wait(left: number): void {
    const step = Math.min(left, longestTimer);
    timer = setTimeout(() => (left > step ? wait(left - step) : run()), step);
  }
}
