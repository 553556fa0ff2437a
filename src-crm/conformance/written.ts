import type { Json } from '../../src-shared/ledger/canonical-json.ts';
import { hashEntry } from '../../src-shared/ledger/chain.ts';
import type { Entry, NewEntry } from '../../src-shared/ledger/entry.ts';
import { sha256, uuidV7 } from '../lib/ids.ts';
import { createTestCounter, type TestCounter } from '../testing/counter.ts';

/** A kind and a type that no screen shows and no gateway knows: what the checks leave behind is inert. */
export function noted(payload: Json = { text: 'Gateway conformance check; means nothing.' }): NewEntry {
  return {
    stream: { kind: 'conformance', id: uuidV7(Date.now()) },
    type: 'conformance.noted',
    version: 1,
    payload,
  };
}

/** A new log with as many inert entries, under ids that nobody has used. */
export function newLog(count: number, payload?: Json): TestCounter {
  return goOn(createTestCounter({ now: Date.now }), count, payload);
}

/** The same log from its first `shared` entries on with other ones, as a copied store writes them. */
export function forkOf(log: TestCounter, shared: number, count: number): TestCounter {
  return goOn(createTestCounter({ now: Date.now }, log.entries.slice(0, shared)), count);
}

function goOn(counter: TestCounter, count: number, payload?: Json): TestCounter {
  for (let made = 0; made < count; made += 1) counter.write(noted(payload));
  return counter;
}

export function headOf({ log, entries }: TestCounter, seq: number) {
  const last = entries[seq - 1];
  if (last === undefined) throw new RangeError(`The log has no entry ${seq}`);
  return { log, seq, hash: last.hash };
}

export function erased(entry: Entry): Entry {
  return { ...entry, payload: null, salt: null };
}

/** The change under a hash of its own, as if the writer had sealed it so. */
export function resealed(entry: Entry, change: Partial<Entry>): Entry {
  const changed = { ...entry, ...change };
  return { ...changed, hash: hashEntry(changed, sha256) };
}
