import type { Clock } from '../lib/clock.ts';
import type { SendOutcome } from './driver.ts';

const firstPauseMs = 5_000;
const longestPauseMs = 15 * 60_000;

/** How long a provider that refuses everything is left alone; some lock an account that keeps knocking. */
export const blockedPauseMs = 10 * 60_000;

/**
 * Doubles up to a quarter of an hour and never gives up; half of it is random, so that a crowd spreads out.
 * @param random gives a number from 0 up to 1
 */
export function pauseMs(attempts: number, random: () => number): number {
  const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(attempts, 20));
  return pause / 2 + (pause / 2) * random();
}

type Holding = Extract<SendOutcome, { kind: 'unknown' | 'blocked' }>;

export type ProviderPause = {
  /** What every SMS would be told now without asking the provider; undefined where it may be asked. */
  readonly now: () => Holding | undefined;
  readonly note: (outcomes: readonly SendOutcome[]) => void;
};

/** Keeps a provider from being asked again for each SMS what it has just refused for all of them. */
export function createProviderPause(clock: Clock): ProviderPause {
  let holding: { readonly outcome: Holding; readonly until: number } | undefined;

  function note(outcomes: readonly SendOutcome[]): void {
    for (const outcome of outcomes) {
      if ((outcome.kind !== 'unknown' && outcome.kind !== 'blocked') || outcome.holdsAll !== true) continue;
      const millis = outcome.kind === 'blocked' ? blockedPauseMs : (outcome.retryAfterMs ?? firstPauseMs);
      holding = { outcome, until: clock.now() + millis };
    }
  }

  return {
    now: () => {
      const left = holding === undefined ? 0 : holding.until - clock.now();
      if (holding === undefined || left <= 0) return undefined;
      return holding.outcome.kind === 'unknown'
        ? { ...holding.outcome, retryAfterMs: left }
        : holding.outcome;
    },
    note,
  };
}
