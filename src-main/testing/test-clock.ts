import type { Clock } from '../core/ports.ts';

export type TestClock = Clock & {
  readonly advance: (millis: number) => void;
  readonly set: (iso: string) => void;
  /** Moves to the next timer and runs it; false where none is set. */
  readonly runNext: () => boolean;
};

type Timer = { readonly at: number; readonly run: () => void };

/** Stands still until it is moved; timers run when it passes them. */
export function createTestClock(startIso = '2026-03-10T07:00:00.000Z'): TestClock {
  let now = Date.parse(startIso);
  const timers = new Set<Timer>();

  function moveTo(millis: number): void {
    now = millis;
    for (const timer of [...timers].sort((a, b) => a.at - b.at)) {
      if (timer.at > now || !timers.delete(timer)) continue;
      timer.run();
    }
  }

  return {
    now: () => now,
    after: (millis, run) => {
      const timer = { at: now + millis, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance: (millis) => moveTo(now + millis),
    set: (iso) => moveTo(Date.parse(iso)),
    runNext: () => {
      if (timers.size === 0) return false;
      const next = Math.ceil(Math.min(...[...timers].map((timer) => timer.at)));
      moveTo(Math.max(now, next));
      return true;
    },
  };
}
