import type { Entry } from '../../../src-shared/ledger/entry.ts';
import type { Fingerprint } from '../lan-port.ts';
import type { Clock } from '../ports.ts';
import type { HubPush } from './messages.ts';

/** Tells the PCs of the branch what the hub has committed, as one message for all that came within a moment. */
export type Announcer = {
  /** @param after where the feed stood before these entries; `next`, where it stands since */
  readonly announce: (announced: Announced) => void;
  /** Tells that PC at once what it has not been told yet. */
  readonly tellNow: (pc: Fingerprint) => void;
  /** Tells everybody, and stops the clock. */
  readonly flush: () => void;
};

export type Announced = {
  readonly after: string;
  readonly next: string;
  readonly entries: readonly Entry[];
};

type Services = {
  readonly clock: Clock;
  readonly connected: () => readonly Fingerprint[];
  readonly tell: (pcs: readonly Fingerprint[], message: HubPush) => void;
};

/**
 * Whoever pressed the key hears of it with the answer; the others, long before an eye would notice, together with
 * what follows at a rush, so that thirty PCs aren't woken once for each commit.
 */
const gatherMs = 30;
/** A message larger than this is left to the feed. */
const mostEntries = 500;

export function createAnnouncer({ clock, connected, tell }: Services): Announcer {
  let waiting: Announced[] = [];
  /** How many of those that wait a PC has been told before the others. */
  const told = new Map<Fingerprint, number>();
  let cancel: (() => void) | undefined;

  function send(pcs: readonly Fingerprint[], from: number): void {
    const fresh = waiting.slice(from);
    const [first, last] = [fresh[0], fresh.at(-1)];
    if (first === undefined || last === undefined || pcs.length === 0) return;
    const entries = fresh.flatMap((announced) => announced.entries);
    if (entries.length > mostEntries) tell(pcs, { kind: 'more' });
    else tell(pcs, { kind: 'entries', after: first.after, next: last.next, entries });
  }

  function flush(): void {
    cancel?.();
    cancel = undefined;
    const groups = Map.groupBy(connected(), (pc) => told.get(pc) ?? 0);
    for (const [from, pcs] of groups) send(pcs, from);
    waiting = [];
    told.clear();
  }

  return {
    announce: (announced) => {
      waiting.push(announced);
      cancel ??= clock.after(gatherMs, flush);
    },
    tellNow: (pc) => {
      send([pc], told.get(pc) ?? 0);
      told.set(pc, waiting.length);
    },
    flush,
  };
}
