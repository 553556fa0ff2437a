/**
 * Numbers that are never given twice, whoever becomes the hub, also while two PCs take themselves for it.
 *
 * The hub counts up to a bound that every PC which may take over has taken, and asks them before it goes above.
 * Whoever takes over goes on above that bound. It may do so only while it has heard the hub within `leaseMs`; the hub
 * keeps to what a silent PC has taken for `mindedMs`, which is longer. Where a bound can't be raised in time, or
 * somebody takes over whose lease is over, numbers come from the PC's own lane: its workstation number times
 * `laneSize`, which no other PC ever gives.
 */
export const leaseMs = 10 * 60_000;
export const mindedMs = 15 * 60_000;
/** Above every number of the plain series: the highest first number and the highest daily limit together. */
export const laneSize = 20_000;
/** So far above the latest number a new bound lies, and so near to it the next one is asked for. */
export const boundAhead = 30;
export const raiseWithin = 15;

export type NumberSeries = {
  /** Only above it: what the hub before may have given. */
  readonly above: number;
  /** Up to it, the plain series; then the lane. */
  readonly upTo: number;
  /** 0 where this PC has no lane of its own, since it works alone. */
  readonly lane: number;
};

export const unbounded: NumberSeries = { above: 0, upTo: Number.MAX_SAFE_INTEGER, lane: 0 };

/** The next number of a series, given the highest of its plain part and of its lane so far. */
export function nextNumber(
  series: NumberSeries,
  given: { readonly plain: number; readonly inLane: number },
  firstNumber: number,
): number {
  const plain = Math.max(firstNumber, given.plain + 1, series.above + 1);
  if (plain <= series.upTo) return plain;
  const bottom = series.lane * laneSize;
  return Math.max(bottom + firstNumber, given.inLane + 1);
}

/** What one PC has taken, and when it was last heard, in milliseconds since 1970. */
export type Witness = { readonly upTo: Readonly<Record<string, number>>; readonly heardAt: number };

/** Up to where the hub may count in a category: what every PC has taken whose word still counts. */
export function boundOf(witnesses: Iterable<Witness>, categoryCode: string, now: number): number {
  let bound = Number.MAX_SAFE_INTEGER;
  for (const { upTo, heardAt } of witnesses)
    if (now - heardAt < mindedMs) bound = Math.min(bound, upTo[categoryCode] ?? 0);
  return bound;
}
