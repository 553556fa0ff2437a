import { type LocalValue, readLocal, saveLocal } from '../domains/settings/settings.repo.ts';
import { today } from '../domains/ticket/ticket-services.ts';
import { systemActor } from '../handler.ts';
import type { Fingerprint } from '../lan-port.ts';
import type { Reader } from '../ledger/entries.repo.ts';
import type { Clock, Ids } from '../ports.ts';
import type { Writer } from '../write.ts';
import type { Bounds } from './messages.ts';
import {
  boundAhead,
  boundOf,
  type NumberSeries,
  raiseWithin,
  unbounded,
  type Witness,
} from './number-bounds.ts';

type Kept = LocalValue<'numberBounds'>;

/** Keeps the hub's counting within what the other PCs have taken: see `number-bounds.ts`. */
export type Numbers = {
  /** Makes room for the next number of a category before the unit of work that gives it. */
  readonly ready: (categoryCode: string, next: number) => Promise<void>;
  readonly series: (categoryCode: string) => NumberSeries;
  /** As the hub from now on. @param workstationNo this PC's own, whose lane it has */
  readonly serve: (workstationNo: number, tellAll: (bounds: Bounds) => void) => Promise<void>;
  readonly rest: () => void;
  readonly heard: (from: Fingerprint) => void;
  /** True where that PC may take over on the strength of what it has taken, from this answer on. */
  readonly taken: (from: Fingerprint, boundsId: string) => Promise<boolean>;
  /** Tells everybody what stands, for one that has just come. */
  readonly repeat: () => void;
};

type Services = { readonly db: Reader; readonly writer: Writer; readonly clock: Clock; readonly ids: Ids };

const raisedWithinMs = 2_000;
/** Who was heard so lately is asked before a bound counts as raised. */
const presentMs = 5_000;

export function createNumbers({ db, writer, clock, ids }: Services): Numbers {
  const witnesses = new Map<Fingerprint, Witness>();
  let lane = 0;
  let tellAll: ((bounds: Bounds) => void) | undefined;
  let kept: Kept = nothingToday('');
  let standing: Bounds = { id: '', serviceDay: '', upTo: {} };
  let waiting: (() => void) | undefined;

  function beginDay(): void {
    const serviceDay = today(clock);
    if (kept.serviceDay === serviceDay) return;
    kept = nothingToday(serviceDay);
    // Who has taken nothing of this day yet would take over in a lane of its own.
    witnesses.clear();
    standing = { id: ids.uuid(), serviceDay, upTo: {} };
  }

  function bound(categoryCode: string): number {
    return boundOf(witnesses.values(), categoryCode, clock.now());
  }

  /** What would still be known after a crash; without limit while nobody else counts on it. */
  function confirmed(categoryCode: string): number {
    const isFree = bound(categoryCode) === Number.MAX_SAFE_INTEGER;
    return isFree ? Number.MAX_SAFE_INTEGER : (kept.confirmed[categoryCode] ?? 0);
  }

  async function raise(categoryCode: string, next: number): Promise<void> {
    standing = {
      ...standing,
      id: ids.uuid(),
      upTo: { ...standing.upTo, [categoryCode]: next + boundAhead },
    };
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting = resolve;
    const cancel = clock.after(raisedWithinMs, resolve);
    tellAll?.(standing);
    settle();
    await promise;
    cancel();
    await keep();
  }

  /** Everybody who is here has taken the bound that stands. */
  function settle(): void {
    const isTaken = [...witnesses.values()].every(
      ({ upTo, heardAt }) => clock.now() - heardAt > presentMs || isAbove(upTo, standing.upTo),
    );
    if (isTaken) waiting?.();
  }

  async function keep(): Promise<void> {
    const limits = Object.keys(standing.upTo).map((code) => [code, bound(code)] as const);
    const next: Kept = {
      ...kept,
      confirmed: Object.fromEntries(limits.filter(([, bound]) => bound < Number.MAX_SAFE_INTEGER)),
      witnesses: [...witnesses.keys()],
    };
    await writer.write(systemActor, async ({ trx }) => {
      await saveLocal(trx, 'numberBounds', next);
      return { ok: true, value: null };
    });
    kept = next;
  }

  let raising: Promise<void> = Promise.resolve();

  return {
    ready: async (categoryCode, next) => {
      if (tellAll === undefined) return;
      beginDay();
      if (kept.isInLane || bound(categoryCode) >= next + raiseWithin) return;
      raising = raising.then(async () => {
        if (bound(categoryCode) < next + raiseWithin) await raise(categoryCode, next);
      });
      if (Math.min(bound(categoryCode), confirmed(categoryCode)) < next) await raising;
    },

    series: (categoryCode) => {
      if (tellAll === undefined) return unbounded;
      beginDay();
      const upTo = kept.isInLane ? 0 : Math.min(bound(categoryCode), confirmed(categoryCode));
      return { above: kept.above[categoryCode] ?? 0, upTo, lane };
    },

    serve: async (workstationNo, tell) => {
      lane = workstationNo;
      tellAll = tell;
      witnesses.clear();
      kept = (await readLocal(db, 'numberBounds')) ?? nothingToday('');
      const { serviceDay, confirmed } = kept;
      standing = { id: ids.uuid(), serviceDay, upTo: confirmed };
      // Whoever had taken a bound may still take over on the strength of it.
      for (const pc of kept.witnesses) witnesses.set(pc, { upTo: confirmed, heardAt: clock.now() });
      beginDay();
    },

    rest: () => {
      tellAll = undefined;
      waiting?.();
    },

    heard: (from) => {
      const witness = witnesses.get(from);
      if (witness !== undefined) witnesses.set(from, { ...witness, heardAt: clock.now() });
    },

    taken: async (from, boundsId) => {
      if (tellAll === undefined || boundsId !== standing.id) return false;
      const isNew = !kept.witnesses.includes(from);
      witnesses.set(from, { upTo: standing.upTo, heardAt: clock.now() });
      if (isNew) await keep();
      settle();
      return true;
    },

    repeat: () => {
      if (tellAll === undefined) return;
      beginDay();
      tellAll(standing);
    },
  };
}

/** What a new hub's counting begins with; written in the unit of work that appoints it. */
export function beginningOf(
  serviceDay: string,
  lease: LocalValue<'hubBounds'> | undefined | 'all_known',
): Kept {
  if (lease === 'all_known') return nothingToday(serviceDay);
  if (lease?.serviceDay === serviceDay && lease.isGranted)
    return { ...nothingToday(serviceDay), above: lease.upTo };
  return { ...nothingToday(serviceDay), isInLane: true };
}

function nothingToday(serviceDay: string): Kept {
  return { serviceDay, confirmed: {}, witnesses: [], above: {}, isInLane: false };
}

function isAbove(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): boolean {
  return Object.entries(other).every(([code, bound]) => (one[code] ?? 0) >= bound);
}
