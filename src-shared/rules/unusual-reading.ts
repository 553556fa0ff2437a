/** How many different files, cards and papers somebody opened on a local day. */
export type ReadingDay = { readonly userId: string; readonly day: string; readonly opened: number };
export type UnusualDay = ReadingDay & {
  /** What a day of theirs looks like otherwise. */
  readonly usual: number;
};

/** Whoever opens fewer than this has had visitors and calls, however quiet the other days were. */
const leastOpened = 40;
const timesUsual = 3;
/** Of fewer days nothing can be said of a person alone. */
const fewestDays = 5;

/**
 * Days on which somebody opened far more than they use to: at least forty, and more than three times the median of
 * their other days, or of everybody's where they have too few. No proof of anything: a reason to ask (Board decision
 * 2018/63 wants misuse of access to be noticed).
 * @returns the latest first
 */
export function unusualReading(days: readonly ReadingDay[]): readonly UnusualDay[] {
  return days
    .map((day) => ({ ...day, usual: usualBeside(days, day) }))
    .filter(({ opened, usual }) => opened >= leastOpened && opened > timesUsual * usual)
    .toSorted((a, b) => b.day.localeCompare(a.day) || b.opened - a.opened);
}

function usualBeside(days: readonly ReadingDay[], day: ReadingDay): number {
  const others = days.filter((other) => other !== day);
  const own = others.filter(({ userId }) => userId === day.userId);
  return median((own.length < fewestDays ? others : own).map(({ opened }) => opened));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
