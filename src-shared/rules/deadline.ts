import { localDay } from '../text/format.ts';
import type { Calendar } from './calendar.ts';
import { addDays, type LocalDay } from './local-day.ts';
import { addWorkingDays, isWorkingDay, nextWorkingDay } from './working-days.ts';

export type DeadlineUnit = 'workingDay' | 'calendarDay' | 'hour';

/** How sure we are of the legal basis: below `high`, legal must confirm it before it is printed or enforced. */
export type Confidence = 'high' | 'medium' | 'low';

export type DeadlineRule = {
  readonly amount: number;
  readonly unit: DeadlineUnit;
  readonly legalBasis: string;
  readonly confidence: Confidence;
  readonly validFrom: LocalDay;
  readonly validTo?: LocalDay | undefined;
};

export type DeadlineState = 'on_time' | 'at_risk' | 'overdue';

/** Holds for every topic without a rule of its own. */
export const defaultRule: DeadlineRule = {
  amount: 15,
  unit: 'workingDay',
  legalBasis:
    'Elektrik Piyasası Tüketici Hizmetleri Yönetmeliği, başvuruların sonuçlandırılması (madde no teyit edilecek)',
  confidence: 'high',
  validFrom: '2018-05-30',
};

/**
 * The last instant (ISO, UTC) at which the rule is kept. Day rules run to the end of the last day in
 * İstanbul; one in calendar days that ends on a day off moves to the next working day (HMK md.93).
 * Hours are exact. Throws RangeError where `startedAtIso` is no instant.
 */
export function dueAt(rule: DeadlineRule, startedAtIso: string, calendar: Calendar): string {
  if (rule.unit === 'hour') {
    return new Date(Date.parse(startedAtIso) + rule.amount * 3_600_000).toISOString();
  }
  return endOfDay(lastDay(rule.unit, rule.amount, localDay(startedAtIso), calendar));
}

function lastDay(
  unit: 'workingDay' | 'calendarDay',
  amount: number,
  start: LocalDay,
  calendar: Calendar,
): LocalDay {
  if (unit === 'workingDay') return addWorkingDays(start, amount, calendar);
  const last = addDays(start, amount);
  return isWorkingDay(last, calendar) ? last : nextWorkingDay(last, calendar);
}

function endOfDay(day: LocalDay): string {
  return new Date(`${day}T23:59:59.999+03:00`).toISOString();
}

/** `at_risk` is due today in İstanbul and not yet past. */
export function deadlineState(dueAtIso: string, nowIso: string): DeadlineState {
  if (Date.parse(nowIso) > Date.parse(dueAtIso)) return 'overdue';
  return localDay(dueAtIso) === localDay(nowIso) ? 'at_risk' : 'on_time';
}
