export type Seeded = {
  /** In [0, 1). */
  readonly next: () => number;
  readonly isOneIn: (times: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T | undefined;
};

/** mulberry32: the same seed gives the same run. */
export function createSeeded(seed: number): Seeded {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  return {
    next,
    isOneIn: (times) => next() * times < 1,
    pick: (from) => from[Math.floor(next() * from.length)],
  };
}

/** The run's seed: `BANKO_SEED` repeats one that failed. */
export function seedOfRun(): number {
  const given = Number(process.env.BANKO_SEED);
  return Number.isInteger(given) && given > 0 ? given : Math.floor(Math.random() * 1e9) + 1;
}
