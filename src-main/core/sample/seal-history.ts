import { type LogHead, sealEntry } from '../../../src-shared/ledger/chain.ts';
import type { Entry } from '../../../src-shared/ledger/entry.ts';
import { createHybridClock } from '../../../src-shared/ledger/hybrid-clock.ts';
import { sha256 } from '../ledger/digest.ts';
import type { TimedFact } from './history-options.ts';
import { createRandom } from './random.ts';
import { sampleUuid } from './sample-ids.ts';

/**
 * The facts as entries that continue a log after `head`: chained, stamped by a hybrid clock that follows the
 * facts' own time. Ids and salts come from the log and the head, so the same facts on the same head give the
 * same entries.
 */
export function* sealHistory(facts: Iterable<TimedFact>, head: LogHead): Generator<Entry> {
  const random = createRandom('seal', head.log, head.seq);
  let now = 0;
  const clock = createHybridClock(head.log.slice(-12), () => now);
  let last = head;
  for (const { at, actor, fact } of facts) {
    now = at;
    const entry = sealEntry(
      fact,
      last,
      {
        id: sampleUuid(random, at),
        recordedAt: clock.next(),
        at: new Date(at).toISOString(),
        actor,
        salt: random.hex(4),
      },
      sha256,
    );
    last = { log: entry.log, seq: entry.seq, hash: entry.hash };
    yield entry;
  }
}
