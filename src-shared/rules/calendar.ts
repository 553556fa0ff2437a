import type { LocalDay } from './local-day.ts';

export type HolidayKind = 'public' | 'half_day_pm' | 'administrative_leave' | 'company';

export type Holiday = {
  readonly date: LocalDay;
  readonly name: string;
  readonly kind: HolidayKind;
  /**
   * Whether the day is left out when working days are counted. The kind does not decide it: half days count
   * as working and administrative leave binds public staff only, until an administrator says otherwise.
   */
  readonly affectsDeadline: boolean;
};

export type Calendar = {
  readonly holidays: readonly Holiday[];
  readonly nonWorkingDays: ReadonlySet<LocalDay>;
};

export function makeCalendar(holidays: readonly Holiday[]): Calendar {
  const affecting = holidays.filter((holiday) => holiday.affectsDeadline);
  return { holidays, nonWorkingDays: new Set(affecting.map((holiday) => holiday.date)) };
}

/** All entries of a day; 23 April 2029 is both a public holiday and the eve of the Feast of Sacrifice. */
export function holidaysOn(day: LocalDay, calendar: Calendar): readonly Holiday[] {
  return calendar.holidays.filter((holiday) => holiday.date === day);
}

/**
 * Whether the table says anything about the year of `day`. Beyond it only weekends are known, so a deadline
 * there is too early by the holidays, and an administrator has a table to extend.
 */
export function isYearCovered(day: LocalDay, calendar: Calendar): boolean {
  const year = day.slice(0, 4);
  return calendar.holidays.some((holiday) => holiday.date.startsWith(year));
}
