import { setTimeout as pause } from 'node:timers/promises';
import { connectCrm } from '../../src-main/adapters/crm-http.ts';
import { sha256 } from '../../src-main/core/ledger/digest.ts';
import type { UpstreamResult } from '../../src-main/core/ports.ts';
import { createRandom } from '../../src-main/core/sample/random.ts';
import { maxBatch } from '../../src-shared/contract/gateway.ts';
import { isSealIntact } from '../../src-shared/ledger/chain.ts';
import { sampleEntries, takeEntries } from '../sample-entries.ts';
import { type CounterArgs, emptyWorked, type Settled, type Worked } from './messages.ts';
import { type Placed, tallies, tallyOf } from './tally.ts';

/** Sealed before the clock runs; what a counter writes beyond that it seals on the way. */
const prepared = 3_000;
const mostInBatch = 20;
const againMillis = 200;

export type Counter = {
  readonly work: (seconds: number, restMillis: number) => Promise<Worked>;
  readonly settle: () => Promise<Settled['counters'][number]>;
};

/** One PC's exchange with the gateway, as the product does it: what is new is pushed, then the feed is taken. */
export function createCounter(
  url: string,
  { log, branch, apiKey, workstationNo, seed }: CounterArgs,
): Counter {
  const upstream = connectCrm({ url, apiKey });
  const random = createRandom('counter', seed);
  const source = sampleEntries({ log, branch, workstationNo, seed, applications: 20_000 });
  const ready = takeEntries(source, prepared);
  const pushed: Placed[] = [];
  const received: Placed[] = [];
  let cursor = '';

  async function pushNew(worked: Worked): Promise<void> {
    const size = random.int(1, mostInBatch);
    const batch = ready.splice(0, size);
    batch.push(...takeEntries(source, size - batch.length));
    const reply = await sure(worked.failures, worked.pushMillis, () => upstream.push(log, batch));
    const last = batch.at(-1);
    if (reply.head.hash !== last?.hash) worked.failures.push(`head ${reply.head.seq} for ${last?.seq}`);
    pushed.push(...batch.map(placeOf));
    worked.pushed += batch.length;
  }

  async function pullAll(worked: Worked): Promise<void> {
    for (let hasMore = true; hasMore; ) {
      const page = await sure(worked.failures, worked.pullMillis, () => upstream.feed(cursor, maxBatch, log));
      for (const entry of page.entries) {
        if (!isSealIntact(entry, sha256)) worked.failures.push(`unsound ${entry.id}`);
        received.push(placeOf(entry));
      }
      if (page.isRestart) worked.failures.push('restart');
      worked.pulled += page.entries.length;
      cursor = page.next;
      hasMore = page.hasMore;
    }
  }

  return {
    work: async (seconds, restMillis) => {
      const worked: Worked = emptyWorked();
      const end = performance.now() + seconds * 1_000;
      while (performance.now() < end) {
        // Fifty counters that begin together should not stay in step.
        if (restMillis > 0) await pause(random.next() * 2 * restMillis);
        await pushNew(worked);
        await pullAll(worked);
      }
      return worked;
    },
    settle: async () => {
      const worked: Worked = emptyWorked();
      await pullAll(worked);
      if (worked.failures.length > 0) throw new Error(`Not settled: ${worked.failures.join(', ')}`);
      return { log, branch, pushed: tallyOf(log, pushed), received: [...tallies(received)] };
    },
  };
}

/** Until it is answered well, as a counter never gives up; the time is that of each request. */
async function sure<T>(
  failures: string[],
  millis: number[],
  ask: () => Promise<UpstreamResult<T>>,
): Promise<T> {
  for (;;) {
    const before = performance.now();
    const reply = await ask();
    millis.push(performance.now() - before);
    if (reply.ok) return reply.value;
    failures.push(JSON.stringify(reply.failure));
    await pause(againMillis);
  }
}

function placeOf({ id, log, seq }: Placed): Placed {
  return { id, log, seq };
}
