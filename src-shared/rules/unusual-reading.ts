/** What kind of reading is put before a supervisor; the order is the one in which they stand on a day. */
export const unusualSigns = ['opened', 'revealed', 'off_hours', 'no_work'] as const;
export type UnusualSign = (typeof unusualSigns)[number];

/** How much somebody read on a local day. */
export type ReadingDay = { readonly userId: string; readonly day: string; readonly count: number };
export type UnusualDay = ReadingDay & {
  /** What a day of theirs looks like otherwise. */
  readonly usual: number;
};

/** Whoever opens or reveals fewer than this has had visitors and calls, however quiet the other days were. */
const least = { opened: 40, revealed: 15 } as const;
const timesUsual = 3;
/** Of fewer days nothing can be said of a person alone. */
const fewestDays = 5;

/**
 * Days on which somebody opened (or had shown whole) far more than they use to: at least so many, and more than three
 * times the median of their other days, or of everybody's where they have too few. No proof of anything: a reason to
 * ask (Board decision 2018/63 wants misuse of access to be noticed).
 * @returns the latest first
 */
export function unusualReading(days: readonly ReadingDay[], sign: keyof typeof least): readonly UnusualDay[] {
  return days
    .map((day) => ({ ...day, usual: usualBeside(days, day) }))
    .filter(({ count, usual }) => count >= least[sign] && count > timesUsual * usual)
    .toSorted((a, b) => b.day.localeCompare(a.day) || b.count - a.count);
}

function usualBeside(days: readonly ReadingDay[], day: ReadingDay): number {
  const others = days.filter((other) => other !== day);
  const own = others.filter(({ userId }) => userId === day.userId);
  return median((own.length < fewestDays ? others : own).map(({ count }) => count));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Different things opened by somebody in one hour of a local day. */
export type ReadingHour = ReadingDay & { readonly hour: number };

/** No branch is open before or after, and who tidies up has an hour each. */
const workHours = { from: 7, until: 20 } as const;
const fewestOffHours = 3;

/**
 * Reading while the branch is closed: at night, or on a day that is neither a working day nor one on which a number was
 * given.
 */
export function offHoursReading(
  hours: readonly ReadingHour[],
  isClosedOn: (day: string) => boolean,
): readonly ReadingDay[] {
  const days = new Map<string, ReadingDay>();
  for (const { userId, day, hour, count } of hours) {
    if (hour >= workHours.from && hour < workHours.until && !isClosedOn(day)) continue;
    const key = `${userId}/${day}`;
    days.set(key, { userId, day, count: count + (days.get(key)?.count ?? 0) });
  }
  return [...days.values()].filter(({ count }) => count >= fewestOffHours);
}

/** On so many different days the same person was looked at by somebody who did nothing for them. */
export const fewestDaysWithoutWork = 3;

/** What was taken note of is told again when it has doubled since: the day had only begun. */
export function isStillNoted(noted: number | undefined, count: number): boolean {
  return noted !== undefined && count < 2 * noted;
}
