import type { Calendar } from './calendar.ts';
import { fromEpochDay, isWeekend, type LocalDay, toEpochDay } from './local-day.ts';

/** Monday to Friday and no holiday that affects deadlines. */
export function isWorkingDay(day: LocalDay, calendar: Calendar): boolean {
  return isWorking(toEpochDay(day), calendar);
}

/**
 * The `count`-th working day after `day`. The day after the event is day 1 (general Turkish practice, HMK
 * md.92), whether or not the event fell on a working day; 0 gives `day` itself.
 * Throws RangeError on a negative or broken count.
 */
export function addWorkingDays(day: LocalDay, count: number, calendar: Calendar): LocalDay {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a number of working days: ${count}`);
  let reached = toEpochDay(day);
  for (let left = count; left > 0; ) {
    reached += 1;
    if (isWorking(reached, calendar)) left -= 1;
  }
  return fromEpochDay(reached);
}

/** The first working day after `day`. */
export function nextWorkingDay(day: LocalDay, calendar: Calendar): LocalDay {
  return addWorkingDays(day, 1, calendar);
}

/**
 * Working days after `from` up to and including `to`; negative where `to` is the earlier one, so that days
 * left and days overdue come from one call.
 */
export function workingDaysBetween(from: LocalDay, to: LocalDay, calendar: Calendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  const last = toEpochDay(to);
  let count = 0;
  for (let day = toEpochDay(from) + 1; day <= last; day += 1) if (isWorking(day, calendar)) count += 1;
  return count;
}

function isWorking(epochDay: number, calendar: Calendar): boolean {
  return !isWeekend(epochDay) && !calendar.nonWorkingDays.has(fromEpochDay(epochDay));
}
