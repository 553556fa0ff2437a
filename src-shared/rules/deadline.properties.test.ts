import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import holidayFile from '../../assets/holidays.json' with { type: 'json' };
import { ruleOf } from '../testing/deadlines.ts';
import { localDay } from '../text/format.ts';
import { makeCalendar } from './calendar.ts';
import { allHolidays, holidaysSchema } from './catalogue.ts';
import { dueAt } from './deadline.ts';
import { type DeadlineRule, deadlineUnits } from './deadline-rule.ts';
import { addDays, toEpochDay } from './local-day.ts';
import { type Pause, spansOf } from './pause.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts';

const calendar = makeCalendar(allHolidays(holidaysSchema.parse(holidayFile)));
const hour = 3_600_000;
const first = Date.parse('2024-01-01T00:00:00Z');
const instant = fc.integer({ min: first, max: Date.parse('2030-03-01T00:00:00Z') }).map(isoOf);
const day = fc.integer({ min: 0, max: 6 * 365 }).map((days) => addDays('2024-01-01', days));
const amount = fc.integer({ min: 1, max: 40 });
const rule = fc
  .tuple(amount, fc.constantFrom(...deadlineUnits))
  .map(([of, unit]) => ruleOf(of, unit, { pauses: ['measurement'] }));

/** Near an application that starts at 2027-05-10, whose feasts come in the middle. */
const start = '2027-05-10T09:00:00.000Z';
const pause = fc
  .tuple(fc.integer({ min: -5 * 24 * 60, max: 50 * 24 * 60 }), fc.integer({ min: 0, max: 20 * 24 * 60 }))
  .map(([after, long]): Pause => {
    const from = Date.parse(start) + after * 60_000;
    return { reason: 'measurement', from: isoOf(from), to: isoOf(from + long * 60_000) };
  });
const pauses = fc.array(pause, { maxLength: 4 });

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

function due(of: DeadlineRule, startedAt: string, during: readonly Pause[] = []): string {
  return dueAt(of, { startedAt, pauses: during }, calendar);
}

function isMoreThan(of: DeadlineRule, more: number): DeadlineRule {
  return { ...of, amount: of.amount + more };
}

describe('a deadline', () => {
  it('never falls earlier for a later start', () => {
    fc.assert(
      fc.property(rule, instant, instant, pauses, (of, a, b, during) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        return due(of, early, during) <= due(of, late, during);
      }),
    );
  });

  it('never falls earlier for a longer period, and later for each working day or hour more', () => {
    fc.assert(
      fc.property(rule, instant, amount, (of, at, more) => {
        const [shorter, longer] = [due(of, at), due(isMoreThan(of, more), at)];
        return of.unit === 'calendarDay' ? shorter <= longer : shorter < longer;
      }),
    );
  });

  it('in working days or hours is the same in one step as in two, the second from the end of the first', () => {
    fc.assert(
      fc.property(rule, amount, pauses, (of, more, during) => {
        fc.pre(of.unit !== 'calendarDay');
        const inTwo = due({ ...of, amount: more }, due(of, start, during), during);
        return inTwo === due(isMoreThan(of, more), start, during);
      }),
    );
  });

  it('in days does not know at what time of the day it began', () => {
    const inDays = rule.filter(({ unit }) => unit !== 'hour');
    const ofDay = fc.integer({ min: 0, max: 24 * hour - 1 });
    fc.assert(
      fc.property(inDays, day, ofDay, (of, on, time) => {
        const midnight = Date.parse(`${on}T00:00:00.000+03:00`);
        return due(of, isoOf(midnight + time)) === due(of, isoOf(midnight));
      }),
    );
  });

  it('moves at midnight by one working day at most, and by an instant where it is in hours', () => {
    fc.assert(
      fc.property(rule, day, (of, on) => {
        const [before, after] = [
          due(of, `${on}T23:59:59.999+03:00`),
          due(of, `${addDays(on, 1)}T00:00:00.000+03:00`),
        ];
        if (of.unit === 'hour') return Date.parse(after) - Date.parse(before) === 1;
        return workingDaysBetween(localDay(before), localDay(after), calendar) <= 1;
      }),
    );
  });

  it('never falls before its start, and in days on the end of a working day after it', () => {
    fc.assert(
      fc.property(rule, instant, pauses, (of, at, during) => {
        const last = due(of, at, during);
        expect(last > at).toBe(true);
        if (of.unit === 'hour') return;
        expect(last.slice(10)).toBe('T20:59:59.999Z');
        expect(localDay(last) > localDay(at)).toBe(true);
        expect(isWorkingDay(localDay(last), calendar)).toBe(true);
      }),
    );
  });
});

describe('pauses', () => {
  it('never make a deadline earlier', () => {
    fc.assert(
      fc.property(rule, pauses, pause, (of, during, one) => {
        return due(of, start, during) <= due(of, start, [...during, one]);
      }),
    );
  });

  it('move nothing where the rule allows none', () => {
    fc.assert(
      fc.property(rule, pauses, (of, during) => {
        const strict = { ...of, pauses: [] };
        return due(strict, start, during) === due(strict, start);
      }),
    );
  });

  it('move the same in any order, and cut in two at any moment', () => {
    fc.assert(
      fc.property(rule, pauses, pause, fc.nat(1000), (of, during, one, share) => {
        const [from, to] = [Date.parse(one.from), Date.parse(one.to)];
        const cut = isoOf(from + Math.floor(((to - from) * share) / 1000));
        const halves = [{ ...one, from: cut }, ...during.toReversed(), { ...one, to: cut }];
        return due(of, start, halves) === due(of, start, [one, ...during]);
      }),
    );
  });

  it('add the working days on which the clock stood', () => {
    fc.assert(
      fc.property(amount, pause, (of, one) => {
        const plain = localDay(due(ruleOf(of, 'workingDay'), start));
        const [from, to] = [localDay(one.from), localDay(one.to)];
        let stood = 0;
        for (let at = toEpochDay(from); at < toEpochDay(to); at += 1) {
          const on = addDays('1970-01-01', at);
          if (from <= plain && on > localDay(start) && isWorkingDay(on, calendar)) stood += 1;
        }
        const last = due(ruleOf(of, 'workingDay', { pauses: ['measurement'] }), start, [one]);
        expect(localDay(last)).toBe(addWorkingDays(localDay(start), of + stood, calendar));
      }),
    );
  });

  it('add to hours exactly what of them lies between start and end', () => {
    fc.assert(
      fc.property(amount, pauses, (of, during) => {
        const last = Date.parse(due(ruleOf(of, 'hour', { pauses: ['measurement'] }), start, during));
        const began = Date.parse(start);
        const stood = spansOf(during).map(({ from, to }) =>
          Math.max(Math.min(to, last) - Math.max(from, began), 0),
        );
        const sum = stood.reduce((total, span) => total + span, 0);
        expect(last - began - sum).toBe(of * hour);
      }),
    );
  });

  it('never hold a deadline: while the clock stands it does not run out', () => {
    fc.assert(
      fc.property(rule, pauses, (of, during) => {
        const last = Date.parse(due(of, start, during));
        return spansOf(during).every(({ from, to }) => last <= from || last >= to);
      }),
    );
  });
});
