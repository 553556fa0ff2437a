import { randomBytes } from 'node:crypto';
import { emptyHead, sealEntry } from '../../src-shared/ledger/chain.ts';
import type { Entry, NewEntry } from '../../src-shared/ledger/entry.ts';
import { createHybridClock } from '../../src-shared/ledger/hybrid-clock.ts';
import type { Clock } from '../lib/clock.ts';
import { sha256, uuidV7 } from '../lib/ids.ts';

export type TestCounter = {
  readonly log: string;
  readonly entries: readonly Entry[];
  /** Seals a fact as the next entry of this counter's log. */
  readonly write: (fact: NewEntry, actor?: string) => Entry;
};

/** A counter's log in memory, sealed as a counter does it. `history` is what a copied store begins with. */
export function createTestCounter(clock: Clock, history: readonly Entry[] = []): TestCounter {
  const log = history[0]?.log ?? uuidV7(clock.now());
  const entries = [...history];
  const hybrid = createHybridClock(`c-${log.slice(-8)}`, clock.now, history.at(-1)?.recordedAt);
  return {
    log,
    entries,
    write: (fact, actor = 'u-clerk') => {
      const last = entries.at(-1);
      const entry = sealEntry(
        fact,
        last ?? emptyHead(log),
        {
          id: uuidV7(clock.now()),
          recordedAt: hybrid.next(),
          at: new Date(clock.now()).toISOString(),
          actor,
          salt: randomBytes(16).toString('hex'),
        },
        sha256,
      );
      entries.push(entry);
      return entry;
    },
  };
}
