import { localDay } from '../text/format.ts';
import type { Calendar } from './calendar.ts';
import {
  type DeadlineRule,
  type FilledFields,
  filledIn,
  pauseAllowed,
  periodOf,
  ruleInForce,
  startOf,
} from './deadline-rule.ts';
import { addDays, isLocalDay, type LocalDay } from './local-day.ts';
import { type Pause, spansOf, standsOn } from './pause.ts';
import { isWorkingDay, workingDaysBetween } from './working-days.ts';

export type DeadlineState = 'on_time' | 'at_risk' | 'overdue';

/** What a clock has to know. */
export type Running = {
  /** ISO; what `startOf` gives. */
  readonly startedAt: string;
  readonly pauses?: readonly Pause[];
  readonly topicFields?: FilledFields;
};

const namedBasis = 'Kurumun yazısında verilen son tarih';

/**
 * When an application that is registered now is due, and what says so, in Turkish: the law of the version in force, or
 * the letter where its day holds. `rules` is a `Topic.deadlines`, oldest first.
 */
export function deadlineOf(
  rules: readonly DeadlineRule[],
  registeredAtIso: string,
  topicFields: FilledFields,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): { readonly dueAt: string; readonly deadlineBasis: string } {
  const rule = ruleInForce(rules, registeredAtIso);
  const startedAt = startOf(rule, registeredAtIso, topicFields);
  const due = dueAt(rule, { startedAt, topicFields, pauses }, calendar);
  const isNamed = due === namedEnd(rule, topicFields);
  return { dueAt: due, deadlineBasis: isNamed ? namedBasis : rule.legalBasis };
}

/**
 * The last instant (ISO, UTC) at which the rule is kept.
 *
 * Day rules run to the end of the last day in İstanbul. The day after the start is day 1 (general Turkish practice,
 * HMK md.92); a rule in calendar days that ends on a day off moves to the next working day (HMK md.93). Hours are
 * exact.
 *
 * A pause counts where the rule allows its reason. Hours stand still for exactly its span. Of days, those at whose
 * end the clock stood still are left out (`standsOn`), so that a deadline never falls into a pause. A pause that
 * begins when the deadline has passed changes nothing.
 *
 * Where an authority has named a day in its letter, the end of that day holds if it comes first; it may lie before the
 * start, when the letter came too late. Throws RangeError where `startedAt` is no instant.
 */
export function dueAt(
  rule: DeadlineRule,
  { startedAt, pauses = [], topicFields = {} }: Running,
  calendar: Calendar,
): string {
  const allowed = pauses.filter(({ reason }) => pauseAllowed(rule, reason));
  const { amount, unit } = periodOf(rule, topicFields);
  const counted =
    unit === 'hour'
      ? afterHours(amount, startedAt, allowed)
      : endOfDay(lastDay(unit, amount, localDay(startedAt), allowed, calendar));
  const named = namedEnd(rule, topicFields);
  return named !== undefined && named < counted ? named : counted;
}

/** The end of the day that a letter names, where it names one. */
function namedEnd({ dueField }: DeadlineRule, fields: FilledFields): string | undefined {
  const named = dueField === undefined ? '' : filledIn(fields, dueField);
  return isLocalDay(named) ? endOfDay(named) : undefined;
}

function afterHours(hours: number, startedAt: string, pauses: readonly Pause[]): string {
  const start = Date.parse(startedAt);
  let due = start + hours * 3_600_000;
  for (const { from, to } of spansOf(pauses)) if (from < due) due += Math.max(to - Math.max(from, start), 0);
  return new Date(due).toISOString();
}

function lastDay(
  unit: 'workingDay' | 'calendarDay',
  amount: number,
  start: LocalDay,
  pauses: readonly Pause[],
  calendar: Calendar,
): LocalDay {
  const stands = standsOn(pauses);
  const runs = (day: LocalDay): boolean => !stands(day);
  const works = (day: LocalDay): boolean => runs(day) && isWorkingDay(day, calendar);
  const counts = unit === 'workingDay' ? works : runs;
  let day = start;
  for (let left = amount; left > 0; ) {
    day = addDays(day, 1);
    if (counts(day)) left -= 1;
  }
  while (!works(day)) day = addDays(day, 1);
  return day;
}

function endOfDay(day: LocalDay): string {
  return new Date(`${day}T23:59:59.999+03:00`).toISOString();
}

/** `at_risk` is due today in İstanbul and not yet past. */
export function deadlineState(dueAtIso: string, nowIso: string): DeadlineState {
  if (Date.parse(nowIso) > Date.parse(dueAtIso)) return 'overdue';
  return localDay(dueAtIso) === localDay(nowIso) ? 'at_risk' : 'on_time';
}

/**
 * Working days after today up to and including the day on which it is due: 0 on that day itself, and where only days
 * off lie between; negative, by the working days that have passed since, where it is over.
 */
export function workingDaysLeft(dueAtIso: string, nowIso: string, calendar: Calendar): number {
  return workingDaysBetween(localDay(nowIso), localDay(dueAtIso), calendar);
}
