import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import holidayFile from '../../assets/holidays.json' with { type: 'json' };
import { holidaysOn, isYearCovered, makeCalendar } from './calendar.ts';
import { allHolidays, holidaysSchema } from './catalogue.ts';
import { addDays } from './local-day.ts';
import { addWorkingDays, isWorkingDay, nextWorkingDay, workingDaysBetween } from './working-days.ts';

const holidays = allHolidays(holidaysSchema.parse(holidayFile));
const calendar = makeCalendar(holidays);
const anyDay = fc.integer({ min: 0, max: 7 * 365 }).map((offset) => addDays('2024-01-01', offset));
const anyCount = fc.nat(60);

describe('the shipped calendar', () => {
  it.each([
    ['2026-03-10', 15, '2026-04-01'],
    ['2026-03-10', 10, '2026-03-25'],
    ['2026-05-15', 15, '2026-06-11'],
    ['2026-07-10', 15, '2026-08-03'],
    ['2026-10-20', 15, '2026-11-11'],
  ])('counts from %s %i working days to %s', (day, count, last) => {
    expect(addWorkingDays(day, count, calendar)).toBe(last);
    expect(workingDaysBetween(day, last, calendar)).toBe(count);
  });

  it('works on eves and on the afternoon of 28 October, and rests on the feasts', () => {
    const days = ['2026-03-19', '2026-05-26', '2026-10-28', '2026-03-20', '2026-05-27', '2026-10-29'];
    expect(days.map((day) => isWorkingDay(day, calendar))).toEqual([true, true, true, false, false, false]);
  });

  it('works on the Monday after a feast', () => {
    expect(isWorkingDay('2026-03-23', calendar)).toBe(true);
    expect(isWorkingDay('2026-06-01', calendar)).toBe(true);
  });

  it('works on administrative leave, which binds public staff only', () => {
    expect(holidaysOn('2025-04-03', calendar).map((holiday) => holiday.kind)).toEqual([
      'administrative_leave',
    ]);
    expect(isWorkingDay('2025-04-03', calendar)).toBe(true);
  });

  it('rests on a day that is both a public holiday and an eve', () => {
    expect(holidaysOn('2029-04-23', calendar)).toHaveLength(2);
    expect(isWorkingDay('2029-04-23', calendar)).toBe(false);
  });

  it('covers 2024 to 2030 and says that it knows nothing beyond', () => {
    const known = ['2023', '2024', '2030', '2031'].map((year) => isYearCovered(`${year}-06-15`, calendar));
    expect(known).toEqual([false, true, true, false]);
  });
});

describe('an administrator', () => {
  it('can take half days out of the count', () => {
    const strict = makeCalendar(
      holidays.map((holiday) =>
        holiday.kind === 'half_day_pm' ? { ...holiday, affectsDeadline: true } : holiday,
      ),
    );
    expect(isWorkingDay('2026-10-28', strict)).toBe(false);
    expect(addWorkingDays('2026-10-20', 15, strict)).toBe('2026-11-12');
  });
});

describe('addWorkingDays', () => {
  it('starts to count on the day after the event', () => {
    expect(addWorkingDays('2026-03-11', 1, calendar)).toBe('2026-03-12');
    expect(addWorkingDays('2026-03-13', 1, calendar)).toBe('2026-03-16');
    expect(addWorkingDays('2026-03-14', 1, calendar)).toBe('2026-03-16');
  });

  it('ends on a working day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, count) =>
        isWorkingDay(addWorkingDays(day, count, calendar), calendar),
      ),
    );
  });

  it('never ends earlier for a later start', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(30), anyCount, (day, later, count) => {
        const early = addWorkingDays(day, count, calendar);
        return early <= addWorkingDays(addDays(day, later), count, calendar);
      }),
    );
  });

  it('ends strictly later for each day more', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (day, count) => {
        return addWorkingDays(day, count, calendar) < addWorkingDays(day, count + 1, calendar);
      }),
    );
  });

  it('can be split into two counts', () => {
    fc.assert(
      fc.property(anyDay, anyCount, anyCount, (day, first, second) => {
        const inTwo = addWorkingDays(addWorkingDays(day, first, calendar), second, calendar);
        return inTwo === addWorkingDays(day, first + second, calendar);
      }),
    );
  });

  it('is undone by workingDaysBetween', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (day, count) => {
        return workingDaysBetween(day, addWorkingDays(day, count, calendar), calendar) === count;
      }),
    );
  });

  it('is repeated nextWorkingDay', () => {
    expect(nextWorkingDay('2026-03-19', calendar)).toBe('2026-03-23');
    expect(addWorkingDays('2026-03-19', 1, calendar)).toBe('2026-03-23');
  });

  it.each([-1, 1.5, Number.NaN])('refuses to count %d days', (count) => {
    expect(() => addWorkingDays('2026-03-10', count, calendar)).toThrow(RangeError);
  });
});

describe('workingDaysBetween', () => {
  it('is nothing for the same day and negative for an earlier one', () => {
    expect(workingDaysBetween('2026-03-10', '2026-03-10', calendar)).toBe(0);
    expect(workingDaysBetween('2026-03-16', '2026-03-10', calendar)).toBe(-4);
  });

  it('adds up over any day between', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40), fc.nat(40), (from, first, second) => {
        const middle = addDays(from, first);
        const to = addDays(middle, second);
        const parts = workingDaysBetween(from, middle, calendar) + workingDaysBetween(middle, to, calendar);
        expect(parts).toBe(workingDaysBetween(from, to, calendar));
      }),
    );
  });
});
