/** How a list was last seen moving. */
export type Motion = {
  /** Pixels from the top. */
  readonly offset: number;
  /** Milliseconds of any steady clock. */
  readonly at: number;
  readonly isFast: boolean;
  /** Faster than anybody reads, and not by one jump of a key. */
  readonly isFlung: boolean;
};

/** Pixels a millisecond: above it a row of 38 px is in sight of a screen for less than a tenth of a second. */
const fastest = 7;

export const atRest: Motion = { offset: 0, at: 0, isFast: false, isFlung: false };

/** The motion after the list was seen at another place. */
export function moved(before: Motion, offset: number, at: number): Motion {
  const speed = Math.abs(offset - before.offset) / Math.max(1, at - before.at);
  const isFast = speed > fastest;
  return { offset, at, isFast, isFlung: isFast && before.isFast };
}
