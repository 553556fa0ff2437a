import type { Calendar } from './calendar.ts';
import { addDays, isWeekend, type LocalDay } from './local-day.ts';

/** Monday to Friday and no holiday that affects deadlines. */
export function isWorkingDay(day: LocalDay, calendar: Calendar): boolean {
  return !isWeekend(day) && !calendar.nonWorkingDays.has(day);
}

/**
 * The `count`-th working day after `day`. The day after the event is day 1 (general Turkish practice, HMK
 * md.92), whether or not the event fell on a working day; 0 gives `day` itself.
 * Throws RangeError on a negative or broken count.
 */
export function addWorkingDays(day: LocalDay, count: number, calendar: Calendar): LocalDay {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a number of working days: ${count}`);
  let reached = day;
  for (let left = count; left > 0; left -= 1) reached = nextWorkingDay(reached, calendar);
  return reached;
}

/** The first working day after `day`. */
export function nextWorkingDay(day: LocalDay, calendar: Calendar): LocalDay {
  let next = addDays(day, 1);
  while (!isWorkingDay(next, calendar)) next = addDays(next, 1);
  return next;
}

/**
 * Working days after `from` up to and including `to`; negative where `to` is the earlier one, so that days
 * left and days overdue come from one call.
 */
export function workingDaysBetween(from: LocalDay, to: LocalDay, calendar: Calendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
}
