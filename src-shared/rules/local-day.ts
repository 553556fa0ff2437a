const msPerDay = 86_400_000;

/** A calendar day in Europe/Istanbul, 'yyyy-MM-dd'. */
export type LocalDay = string;

/** Whether `text` is an existing day in the form 'yyyy-MM-dd' ('2026-02-30' is not). */
export function isLocalDay(text: string): boolean {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // Date.parse may let 30 February through as 2 March, so the day must come back as it went in.
  return !Number.isNaN(ms) && fromEpochDay(ms / msPerDay) === text;
}

/** Days since 1970-01-01; throws RangeError on what is no existing day. */
export function toEpochDay(day: LocalDay): number {
  if (!isLocalDay(day)) throw new RangeError(`Not a day in the form yyyy-MM-dd: ${day}`);
  return Date.parse(`${day}T00:00:00Z`) / msPerDay;
}

export function fromEpochDay(epochDay: number): LocalDay {
  return new Date(epochDay * msPerDay).toISOString().slice(0, 10);
}

export function addDays(day: LocalDay, days: number): LocalDay {
  return fromEpochDay(toEpochDay(day) + days);
}

/** @param epochDay days since 1970-01-01, which was a Thursday */
export function isWeekend(epochDay: number): boolean {
  const sinceSaturday = (((epochDay - 2) % 7) + 7) % 7;
  return sinceSaturday < 2;
}
