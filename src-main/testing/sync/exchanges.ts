import { setImmediate } from 'node:timers/promises';
import type { Upstream } from '../../core/ports.ts';
import { createTestClock, type TestClock } from '../test-clock.ts';

export type Exchanges = {
  readonly clock: TestClock;
  /** The same upstream, with its requests counted. */
  readonly watch: (upstream: Upstream) => Upstream;
  /** Lets a running exchange end, then passes timers until the sync has asked the upstream again and rests. */
  readonly next: () => Promise<void>;
};

/** Many more than the chores of a core set between two exchanges. */
const mostTimers = 50;

/** Drives the sync of a core by its clock. Between two requests a core never leaves the microtask queue. */
export function createExchanges(startIso?: string): Exchanges {
  const clock = createTestClock(startIso);
  let begun = 0;
  let underWay = 0;
  const waiting: (() => void)[] = [];

  async function track<T>(request: Promise<T>): Promise<T> {
    begun += 1;
    underWay += 1;
    try {
      return await request;
    } finally {
      underWay -= 1;
      if (underWay === 0) for (const resolve of waiting.splice(0)) resolve();
    }
  }

  async function atRest(): Promise<void> {
    await setImmediate();
    while (underWay > 0) {
      await new Promise<void>((resolve) => waiting.push(resolve));
      await setImmediate();
    }
  }

  return {
    clock,
    watch: (upstream) => ({
      head: (...asked) => track(upstream.head(...asked)),
      push: (...asked) => track(upstream.push(...asked)),
      giveBack: (...asked) => track(upstream.giveBack(...asked)),
      logPage: (...asked) => track(upstream.logPage(...asked)),
      feed: (...asked) => track(upstream.feed(...asked)),
      findConsumers: (...asked) => track(upstream.findConsumers(...asked)),
      // Files go beside the exchange of entries, and a test of them waits for them by itself.
      attachments: upstream.attachments,
      close: upstream.close,
    }),
    next: async () => {
      await atRest();
      const before = begun;
      for (let timer = 0; begun === before; timer += 1) {
        if (timer === mostTimers || !clock.runNext()) throw new Error('The sync sleeps for good');
        await atRest();
      }
    },
  };
}
