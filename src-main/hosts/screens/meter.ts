import { minuteMs } from './limits.ts';

/** Counts by address, and forgets everybody when the minute is over. */
export type Meter = {
  /** Counts one more and says whether it is within the limit. */
  readonly count: (address: string) => boolean;
  /** Whether the limit has been passed in this minute. */
  readonly isOver: (address: string) => boolean;
};

export function createMeter(limit: number, now: () => number): Meter {
  const counts = new Map<string, number>();
  let minute = 0;

  function current(address: string): number {
    const at = Math.floor(now() / minuteMs);
    if (at !== minute) counts.clear();
    minute = at;
    return counts.get(address) ?? 0;
  }

  return {
    count: (address) => {
      const next = current(address) + 1;
      counts.set(address, next);
      return next <= limit;
    },
    isOver: (address) => current(address) >= limit,
  };
}
