import type { Calendar } from '../../../src-shared/rules/calendar.ts';
import { fromEpochDay } from '../../../src-shared/rules/local-day.ts';
import { isWorkingDay } from '../../../src-shared/rules/working-days.ts';
import type { Random } from './random.ts';

const minute = 60_000;
const dayMillis = 86_400_000;
/** İstanbul has kept UTC+3 since 2016; the histories begin later. */
const offset = 3 * 60 * minute;
const opensAt = 8.5 * 60 * minute;
const closesAt = 17.5 * 60 * minute;

export type OfficeHours = {
  /** Number of the local day, counted from 1970-01-01. */
  readonly dayOf: (at: number) => number;
  readonly startOf: (day: number) => number;
  readonly isWorking: (day: number) => boolean;
  /** `at`, or a moment in the morning of the next working day where nobody is at work then. */
  readonly orNext: (random: Random, at: number) => number;
  /** A moment in the opening hours of a day. */
  readonly within: (random: Random, day: number) => number;
  /** The working day that lies `count` working days before `day`. */
  readonly before: (day: number, count: number) => number;
};

export function officeHours(calendar: Calendar): OfficeHours {
  const known = new Map<number, boolean>();

  function isWorking(day: number): boolean {
    const kept = known.get(day);
    if (kept !== undefined) return kept;
    const working = isWorkingDay(fromEpochDay(day), calendar);
    known.set(day, working);
    return working;
  }

  const dayOf = (at: number) => Math.floor((at + offset) / dayMillis);
  const startOf = (day: number) => day * dayMillis - offset;

  return {
    dayOf,
    startOf,
    isWorking,
    orNext: (random, at) => {
      const day = dayOf(at);
      const time = at - startOf(day);
      if (isWorking(day) && time >= opensAt && time < closesAt) return at;
      let next = time < opensAt ? day : day + 1;
      while (!isWorking(next)) next += 1;
      return startOf(next) + opensAt + random.int(0, 120 * 60) * 1_000;
    },
    within: (random, day) => startOf(day) + opensAt + random.int(0, (closesAt - opensAt) / 1_000) * 1_000,
    before: (day, count) => {
      let reached = day;
      for (let left = count; left > 0; ) {
        reached -= 1;
        if (isWorking(reached)) left -= 1;
      }
      return reached;
    },
  };
}
