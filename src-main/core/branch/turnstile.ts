import { fail, type Result } from '../../../src-shared/contract/errors.ts';
import type { Clock } from '../ports.ts';

/** Counts the branch's commands that are being carried out here, so that the hub can hand over between two of them. */
export type Turnstile = {
  readonly pass: (run: () => Promise<Result<unknown>>) => Promise<Result<unknown>>;
  /** Lets nobody through for a moment, and resolves when nobody is inside. */
  readonly pause: () => Promise<void>;
};

/** By then another PC is the hub, or was not able to. */
export const pauseMs = 5_000;

export function createTurnstile(clock: Clock): Turnstile {
  const inside = new Set<Promise<unknown>>();
  let closedUntil = 0;
  return {
    pass: async (run) => {
      if (clock.now() < closedUntil) return fail('hub_unreachable');
      const running = run();
      inside.add(running);
      return running.finally(() => inside.delete(running));
    },
    pause: async () => {
      closedUntil = clock.now() + pauseMs;
      await Promise.allSettled(inside);
    },
  };
}
