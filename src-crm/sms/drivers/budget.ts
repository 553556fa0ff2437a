import type { Clock } from '../../lib/clock.ts';

const minuteMs = 60_000;

export type Budget = {
  /** False where the provider may not be asked again within this minute. */
  readonly spend: () => boolean;
};

/** Keeps what we ask below a provider's limit, since a refused question counts against the next ones too. */
export function createBudget(clock: Clock, perMinute: number): Budget {
  let spentAt: readonly number[] = [];
  return {
    spend: () => {
      const now = clock.now();
      spentAt = spentAt.filter((at) => at > now - minuteMs);
      if (spentAt.length >= perMinute) return false;
      spentAt = [...spentAt, now];
      return true;
    },
  };
}
