import { createTestClock, type TestClock } from '../test-clock.ts';

export type DrivenClock = TestClock & {
  /** Moves to the next timer and resolves when what it woke has set the one after: one exchange is through. */
  readonly nextExchange: () => Promise<void>;
};

/** A test clock that knows when the sync, which alone sets timers in a core, rests again. */
export function createDrivenClock(startIso?: string): DrivenClock {
  const clock = createTestClock(startIso);
  const due = new Set<number>();
  let waiting: (() => void)[] = [];

  function untilSet(): Promise<void> {
    return new Promise((resolve) => waiting.push(resolve));
  }

  return {
    ...clock,
    after: (millis, run) => {
      const at = clock.now() + millis;
      due.add(at);
      const cancel = clock.after(millis, () => {
        due.delete(at);
        run();
      });
      for (const resolve of waiting) resolve();
      waiting = [];
      return () => {
        due.delete(at);
        cancel();
      };
    },
    nextExchange: async () => {
      if (due.size === 0) await untilSet();
      const done = untilSet();
      clock.advance(Math.max(0, Math.ceil(Math.min(...due) - clock.now())));
      await done;
    },
  };
}
